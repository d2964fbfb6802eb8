"""The officers' site: sign in, list of dossiers, one dossier with its buttons, its files."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, say
from sandbox.core.models import Dossier, Paper, Upload
from sandbox.core.procedures import procedure
from sandbox.core.texts import now, vnd
from sandbox.core.views import file_response
from sandbox.onestop import actions, pages
from sandbox.onestop.pages import officer_of, page

View = Callable[..., HttpResponse]


def officers_only(view: View) -> View:
    """Sends everybody else to the sign-in page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if officer_of(request) is None:
            return HttpResponseRedirect("/dang-nhap")
        return view(request, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return page(request, "sign_in", {})
    trouble = pages.sign_in(request, request.POST.get("username", ""), request.POST.get("password", ""))
    if trouble:
        return page(request, "sign_in", {"error": trouble}, 403)
    return HttpResponseRedirect("/")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    request.session.flush()
    return HttpResponseRedirect("/dang-nhap")


@require_GET
@officers_only
def home(request: HttpRequest) -> HttpResponse:
    rows = [
        {"code": one.code, "name": procedure(one.procedure).name, "applicant": one.values.get("full_name", ""),
         "status": behaviour().one_stop_status(one), "due": behaviour().one_stop_due_date(one),
         "late": behaviour().reception_overdue(one, now())}
        for one in Dossier.objects.order_by("-pk")[:100]
    ]
    return page(request, "home", {"rows": rows})


def _rows(dossier: Dossier) -> list[tuple[str, str]]:
    one, current = procedure(dossier.procedure), behaviour()
    return [
        ("Mã hồ sơ", current.one_stop_code(dossier)),
        ("Trạng thái hồ sơ", current.one_stop_status(dossier)),
        ("Tên thủ tục", f"{one.code} – {one.name}"),
        ("Người nộp", dossier.values.get("full_name", "")),
        ("Thời điểm nộp", current.date_text(dossier.submitted_at)),
        *([("Hạn thông báo tiếp nhận", reception_notice(dossier))] if dossier.received_at is None else []),
        ("Thời điểm tiếp nhận", current.date_text(dossier.received_at) or "Chưa tiếp nhận"),
        ("Ngày hẹn trả kết quả", current.one_stop_due_date(dossier) or "Chưa có"),
        ("Tình trạng thanh toán", current.payment_state_name(current.payment_state(dossier))),
        ("Số tiền phải nộp", vnd(current.amount_due(dossier))),
    ]


def reception_notice(dossier: Dossier) -> str:
    late = " (quá hạn)" if behaviour().reception_overdue(dossier, now()) else ""
    return behaviour().date_text(behaviour().reception_deadline(dossier)) + late


def _dossier_page(request: HttpRequest, code: str, error: str = "", status: int = 200) -> HttpResponse:
    dossier = get_object_or_404(Dossier, code=code)
    one = procedure(dossier.procedure)
    context = {
        "dossier": dossier, "rows": _rows(dossier), "error": error,
        "sections": behaviour().review_rows(one, dossier.values), "uploads": behaviour().uploads_for_officer(dossier),
        "papers": dossier.papers.order_by("at", "pk"), "history": behaviour().history(dossier),
        "actions": actions.offered(dossier), "talks": behaviour().talks_shown(dossier, to_officer=True),
    }
    return page(request, "dossier", context, status)


@require_GET
@officers_only
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    return _dossier_page(request, code)


@require_POST
@officers_only
def act(request: HttpRequest, code: str, name: str) -> HttpResponse:
    officer = officer_of(request)
    if officer is None or name not in actions.BY_NAME or not Dossier.objects.filter(code=code).exists():
        raise Http404
    try:
        actions.perform(code, name, actions.asked(officer, request.POST.get("words", ""),
                                                  request.POST.get("amount", ""), request.POST.get("day", "")))
    except Refused as refused:
        return _dossier_page(request, code, str(refused), 409)
    return HttpResponseRedirect(f"/ho-so/{code}")


@require_POST
@officers_only
def talk(request: HttpRequest, code: str) -> HttpResponse:
    """A message to the applicant."""
    officer, words = officer_of(request), request.POST.get("words", "").strip()
    if officer is not None and words:
        say(get_object_or_404(Dossier, code=code), f"{officer.title} {officer.full_name}", words, from_officer=True)
    return HttpResponseRedirect(f"/ho-so/{code}")


@require_GET
@officers_only
def upload(_request: HttpRequest, code: str, key: int) -> HttpResponse:
    found = get_object_or_404(Upload, pk=key, dossier__code=code)
    return file_response(behaviour().officer_file(found), found.media_type, found.file_name)


@require_GET
@officers_only
def paper(_request: HttpRequest, code: str, key: int) -> HttpResponse:
    found = get_object_or_404(Paper, pk=key, dossier__code=code)
    return file_response(behaviour().officer_paper(found), found.media_type, found.file_name)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return page(request, "trouble", {"title": "Không tìm thấy trang"}, 404)


def broken(request: HttpRequest) -> HttpResponse:
    return page(request, "trouble", {"title": "Hệ thống đang gặp sự cố, vui lòng thử lại sau"}, 500)
