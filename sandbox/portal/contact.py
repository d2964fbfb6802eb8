"""Feedback, guide, statistics, and the pages shown when something is wrong."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Feedback, Rating
from sandbox.core.procedures import Field, procedures
from sandbox.core.texts import now
from sandbox.portal.controls import control
from sandbox.portal.respond import respond
from sandbox.portal.session import account_of

FEEDBACK = (
    Field("name", "Họ và tên", max_length=200),
    Field("email", "Thư điện tử", kind="email", required=False, max_length=254),
    Field("text", "Nội dung phản ánh", kind="textarea", max_length=3000),
)


@require_http_methods(["GET", "POST"])
def feedback(request: HttpRequest) -> HttpResponseBase:
    account = account_of(request)
    values = {"name": account.full_name, "email": account.email} if account else {}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {field.name: request.POST.get(field.name, "").strip() for field in FEEDBACK}
        errors = behaviour().form_errors(FEEDBACK, values)
        if not errors:
            Feedback.objects.create(**values, at=now())
            return redirect("/phan-anh?da-gui=1")
    context = {"fields": [control(field, values.get(field.name, ""), errors.get(field.name, "")) for field in FEEDBACK],
               "sent": "da-gui" in request.GET, "crumbs": [("Phản ánh, kiến nghị", "")]}
    return respond(request, "feedback", context)


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    return respond(request, "guide", {"crumbs": [("Hướng dẫn", "")]})


@require_GET
def statistics(request: HttpRequest) -> HttpResponse:
    """How many dossiers of each service, and how content people are."""
    rules = behaviour()
    services = [rules.counted(one) for one in procedures().values()]
    given = dict(Rating.objects.values_list("level").annotate(n=Count("pk")))
    ratings = [(level, given.get(level, 0)) for level in rules.rating_levels()]
    context = {"services": services, "ratings": ratings, "crumbs": [("Thống kê", "")]}
    return respond(request, "statistics", context)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return trouble(request, "Không tìm thấy trang", 404,
                   "Trang này không có, đã chuyển đi, hoặc không dành cho tài khoản đang dùng.")


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    return trouble(request, "Không thực hiện được yêu cầu", 403,
                   "Phiên làm việc đã thay đổi hoặc hết hạn. Vui lòng quay lại trang trước, tải lại rồi thử lần nữa.")


def broken(request: HttpRequest) -> HttpResponse:
    return trouble(request, "Hệ thống đang gặp sự cố", 500,
                   "Rất xin lỗi ông/bà. Sự cố đã được ghi lại; vui lòng thử lại sau ít phút.")


def trouble(request: HttpRequest, heading: str, status: int, text: str) -> HttpResponse:
    """Says nothing of the address asked for: it may hold somebody's dossier code."""
    return respond(request, "error", {"heading": heading, "text": text, "path": "/"}, status)
