"""An applicant's dossiers: list, one with all that hangs on it, files, rating, taking back; and the public lookup."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, withdraw
from sandbox.core.models import Dossier, Notice, Paper
from sandbox.core.procedures import procedure
from sandbox.core.texts import moment, vnd
from sandbox.core.views import file_response
from sandbox.portal.lookup import TOO_OFTEN, asker
from sandbox.spa import exchange, words
from sandbox.spa.answers import RefusalError, api, applicant, given, own

PAPERS = {"slip": "Phiếu tiếp nhận và hẹn trả", "result": "Lưu văn bản kết quả", "receipt": "Lưu chứng từ thu tiền",
          "supplement": "Phiếu đề nghị bổ sung", "refusal": "Phiếu không nhận đơn",
          "stop": "Thông báo ngừng giải quyết", "apology": "Thư xin lỗi"}


@api("GET")
def mine(request: HttpRequest) -> JsonResponse:
    rules = behaviour()
    rows = rules.dossiers_of(applicant(request))
    return JsonResponse({"muc": [
        {"so": one.code, "ten": procedure(one.procedure).name, "tinh_trang": words.status(rules.portal_status(one)),
         "luc": moment(one.submitted_at), "hen": rules.portal_due_date(one)} for one in rows]})


@api("GET")
def dossier(request: HttpRequest, code: str) -> JsonResponse:
    found = own(request, code)
    rules, one = behaviour(), procedure(found.procedure)
    slots = {slot.code: slot.name for slot in rules.slots(one)}
    notices = Notice.objects.filter(dossier=found, account_id=found.account_id).order_by("at", "pk")
    rated = hasattr(found, "rating")
    return JsonResponse({
        "so": found.code, "ten": one.name, "tinh_trang": words.status(rules.portal_status(found)), "hang": [
            {"label": "Hồ sơ số", "value": found.code}, {"label": "Nơi giải quyết", "value": one.agency.name},
            {"label": "Gửi lúc", "value": rules.date_text(found.submitted_at)},
            {"label": "Hẹn trả", "value": rules.portal_due_date(found) or "Chưa có"},
            {"label": "Tổng số tiền", "value": vnd(rules.amount_due(found))}],
        "nop_tien": _payment_name(found), "cho_nop": rules.payment_offered(found),
        "dien_bien": [{"luc": row["at"], "tinh_trang": words.status(row["status"]), "ai": row["by"],
                       "ghi": row["note"]} for row in rules.history(found)],
        "tai_lieu": [{"dia_chi": f"/api/ho-so/{code}/tep/{file.pk}", "ten": file.file_name,
                      "muc": slots.get(file.component, "")} for file in found.uploads.order_by("pk")],
        "giay_to": [_paper(code, paper) for paper in rules.papers_offered(found)],
        "tin": [{"loi": row.text, "luc": moment(row.at)} for row in notices],
        "muc_hai_long": [] if rated or not rules.rating_offered(found) else rules.rating_levels(), "da_danh_gia": rated,
        "can_bo_sung": exchange.asked(found), "trao_doi": exchange.talks(found, to_officer=False),
        "rut_duoc": rules.may_follow(found.status, 7),
    })


def _payment_name(found: Dossier) -> str:
    return words.payment(behaviour().payment_state_name(behaviour().payment_state_shown(found)))


def _paper(code: str, paper: Paper) -> dict[str, Any]:
    return {"loai": paper.kind, "ten": PAPERS.get(paper.kind, paper.file_name), "tep": paper.file_name,
            "dia_chi": f"/api/ho-so/{code}/giay-to/{paper.pk}", "so": paper.number, "luc": moment(paper.at)}


@api("GET")
def upload(request: HttpRequest, code: str, number: int) -> HttpResponse:
    found = get_object_or_404(own(request, code, "upload").uploads, pk=number)
    return file_response(found.content, found.media_type, found.file_name)


@api("GET")
def paper(request: HttpRequest, code: str, number: int) -> HttpResponse:
    found = Paper.objects.filter(pk=number, dossier__code=code).first()
    owner = own(request, code, found.kind if found else "page")
    if found is None or found not in behaviour().papers_offered(owner):
        raise RefusalError(404, "Không có giấy tờ này.")
    return file_response(found.content, found.media_type, found.file_name)


@api("POST")
def rate(request: HttpRequest, code: str) -> JsonResponse:
    found = own(request, code)
    level = str(given(request).get("muc", ""))
    if not behaviour().rating_offered(found) or level not in behaviour().rating_levels():
        raise RefusalError(422, "Vui lòng chọn một mức độ hài lòng.")
    return JsonResponse({"loi_nhan": behaviour().save_rating(found, level)})


@api("POST")
def take_back(request: HttpRequest, code: str) -> JsonResponse:
    found = own(request, code)
    reason = str(given(request).get("ly_do", "")).strip()[:500]
    if not reason:
        raise RefusalError(422, "Vui lòng nhập lý do rút đơn.")
    try:
        withdraw(found, reason)
    except Refused as refusal:
        raise RefusalError(409, str(refusal)) from refusal
    return JsonResponse({})


@api("GET")
def lookup(request: HttpRequest) -> JsonResponse:
    """Anybody; what identifies a person is masked by the domain."""
    code = request.GET.get("so", "").strip()
    if not behaviour().lookup_allowed(asker(request)):
        raise RefusalError(429, TOO_OFTEN)
    found = behaviour().lookup_found(code) if code else None
    if found is None:
        behaviour().lookup_missed(asker(request))
        raise RefusalError(404 if code else 422, "Không có hồ sơ mang số này." if code else "Vui lòng nhập số hồ sơ.")
    return JsonResponse({"hang": words.rows(behaviour().lookup_rows(found))})
