"""The one door through which every page of the portal leaves, so that a seeded fault can alter any of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from sandbox.core.behaviour import behaviour
from sandbox.portal.session import account_of

MENU = (
    ("/", "Trang chủ"), ("/dich-vu-cong", "Dịch vụ công"), ("/ho-so", "Hồ sơ của tôi"),
    ("/tra-cuu", "Tra cứu hồ sơ"), ("/xac-minh", "Xác minh kết quả"), ("/huong-dan", "Hướng dẫn"),
    ("/phan-anh", "Phản ánh, kiến nghị"), ("/thong-ke", "Thống kê"),
)

VERSION = "1.0"  # of the sample portal; answers of persons are given for one version


def respond(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Renders `portal/<template>.html`; the behaviour has the last word on its data and on its text."""
    rules = behaviour()
    account = account_of(request)
    shown = {
        "menu": MENU, "version": VERSION, "path": request.path, "lang": rules.language(), "account": account,
        "session_minutes": rules.session_minutes(), "lock": rules.locks_while_sending(),
        "account_name": rules.account_name(account) if account else "",
        "canonical": rules.canonical(request.path) if status == 200 and account is None else "", **context,
    }
    name = f"portal/{template}.html"
    html = render_to_string(name, rules.page(name, shown), request)
    return HttpResponse(rules.html(name, html), status=status)
