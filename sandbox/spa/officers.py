"""The officers' API at an origin of its own: sign in, the list, one dossier, its actions and files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, say
from sandbox.core.models import Dossier, Officer, Paper, Upload
from sandbox.core.procedures import procedure
from sandbox.core.texts import vnd
from sandbox.core.views import file_response
from sandbox.onestop import actions, pages
from sandbox.onestop.pages import officer_of
from sandbox.onestop.views import reception_notice
from sandbox.spa import exchange, words
from sandbox.spa.answers import RefusalError, api, given


def _officer(request: HttpRequest) -> Officer:
    found = officer_of(request)
    if found is None:
        raise RefusalError(401, "Cán bộ cần đăng nhập.")
    return found


@api("GET", "POST", "DELETE")
def session(request: HttpRequest) -> JsonResponse:
    if request.method == "DELETE":
        request.session.flush()
        return JsonResponse({})
    if request.method == "POST":
        sent = given(request)
        trouble = pages.sign_in(request, str(sent.get("ten", "")), str(sent.get("mat_khau", "")))
        if trouble:
            raise RefusalError(403, trouble)
    known = officer_of(request)
    return JsonResponse({"ten": f"{known.title} {known.full_name}" if known else "", "the": get_token(request)})


@api("GET")
def dossiers(request: HttpRequest) -> JsonResponse:
    _officer(request)
    rules = behaviour()
    return JsonResponse({"muc": [
        {"so": one.code, "ten": procedure(one.procedure).name, "nguoi": one.values.get("full_name", ""),
         "tinh_trang": words.status(rules.one_stop_status(one)), "hen": rules.one_stop_due_date(one)}
        for one in Dossier.objects.order_by("-pk")[:100]]})


@api("GET")
def dossier(request: HttpRequest, code: str) -> JsonResponse:
    _officer(request)
    found = get_object_or_404(Dossier, code=code)
    rules, one = behaviour(), procedure(found.procedure)
    state = rules.payment_state_name(rules.payment_state(found))
    rows = [
        ("Hồ sơ số", rules.one_stop_code(found)), ("Tình trạng", words.status(rules.one_stop_status(found))),
        ("Thủ tục", f"{one.code} – {one.name}"), ("Người đứng đơn", found.values.get("full_name", "")),
        ("Gửi lúc", rules.date_text(found.submitted_at)),
        *([("Phải báo tiếp nhận trước", reception_notice(found))] if found.received_at is None else []),
        ("Nhận lúc", rules.date_text(found.received_at) or "Chưa nhận"),
        ("Hạn trả", rules.one_stop_due_date(found) or "Chưa có"),
        ("Nộp tiền", f"{words.payment(state)} ({vnd(rules.amount_due(found))})"),
    ]
    return JsonResponse({
        "so": found.code, "hang": words.rows(rows),
        "phan": [{"ten": title, "hang": [{"label": k, "value": v} for k, v in fields]}
                 for title, fields in rules.review_rows(one, found.values)],
        "tep": [{"dia_chi": f"/api/ho-so/{code}/tep/{file.pk}", "ten": file.file_name} for file in
                found.uploads.order_by("pk")] +
               [{"dia_chi": f"/api/ho-so/{code}/giay-to/{paper.pk}", "ten": paper.file_name} for paper in
                found.papers.order_by("at", "pk")],
        "trao_doi": exchange.talks(found, to_officer=True),
        "viec": [{"ma": action.name, "ten": words.ACTIONS[action.label], "hoi": action.asks} for action in
                 actions.offered(found)],
    })


@api("POST")
def act(request: HttpRequest, code: str, name: str) -> JsonResponse:
    officer = _officer(request)
    if name not in actions.BY_NAME or not Dossier.objects.filter(code=code).exists():
        raise RefusalError(404, "Không có hồ sơ hoặc việc này.")
    sent = given(request)
    try:
        actions.perform(code, name, actions.asked(officer, str(sent.get("noi_dung", "")),
                                                  str(sent.get("so_tien", "")), str(sent.get("ngay", ""))))
    except Refused as refusal:
        raise RefusalError(409, str(refusal)) from refusal
    return JsonResponse({})


@api("POST")
def talk(request: HttpRequest, code: str) -> JsonResponse:
    officer = _officer(request)
    say(get_object_or_404(Dossier, code=code), f"{officer.title} {officer.full_name}",
        exchange.message(given(request)), from_officer=True)
    return JsonResponse({})


@api("GET")
def upload(request: HttpRequest, code: str, number: int) -> HttpResponse:
    _officer(request)
    found = get_object_or_404(Upload, pk=number, dossier__code=code)
    return file_response(behaviour().officer_file(found), found.media_type, found.file_name)


@api("GET")
def paper(request: HttpRequest, code: str, number: int) -> HttpResponse:
    _officer(request)
    found = get_object_or_404(Paper, pk=number, dossier__code=code)
    return file_response(found.content, found.media_type, found.file_name)
