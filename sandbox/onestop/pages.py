"""Rendering of the officers' pages; the behaviour has the last word, as on the citizen's site."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Officer
from sandbox.core.texts import now

SEEN = "seen"  # session key: the officer's last page


def officer_of(request: HttpRequest) -> Officer | None:
    """The officer who is signed in and has not been away too long, or nobody."""
    if not hasattr(request, "_officer"):
        request._officer = _still_here(request)  # type: ignore[attr-defined]
    officer: Officer | None = request._officer  # type: ignore[attr-defined]
    return officer


def _still_here(request: HttpRequest) -> Officer | None:
    key, at = request.session.get("officer"), now().timestamp()
    if key and at - request.session.get(SEEN, at) > behaviour().officer_idle().total_seconds():
        request.session.flush()
        return None
    if key:
        request.session[SEEN] = at
    return Officer.objects.filter(pk=key).first() if key else None


def sign_in(request: HttpRequest, username: str, password: str) -> str:
    """Starts the officer's session; otherwise says why not. Wrong passwords in a row lock the account."""
    officer, at = Officer.objects.filter(username=username).first(), now()
    if officer is not None and behaviour().locked(officer, at):
        return "Tài khoản tạm khóa do nhập sai mật khẩu nhiều lần. Vui lòng thử lại sau 15 phút."
    if officer is None or not check_password(password, officer.password):
        if officer is not None:
            wrong = officer.failures + 1
            locked = at + behaviour().locked_for() if wrong >= behaviour().lock_after() else None
            Officer.objects.filter(pk=officer.pk).update(failures=wrong, locked_until=locked)
        return "Tên đăng nhập hoặc mật khẩu không đúng."
    Officer.objects.filter(pk=officer.pk).update(failures=0, locked_until=None)
    request.session.cycle_key()
    request.__dict__.pop("_officer", None)
    request.session.update({"officer": officer.pk, SEEN: at.timestamp()})
    return ""


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    template = f"onestop/{name}.html"
    given = {"officer": officer_of(request), "language": behaviour().language(), **context}
    html = render_to_string(template, behaviour().page(template, given), request)
    return HttpResponse(behaviour().html(template, html), status=status)
