"""An application being written: its pages, its files; every page is checked and kept before the next."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, keep_upload, open_draft
from sandbox.core.models import Draft
from sandbox.core.procedures import Field, Procedure
from sandbox.core.texts import moment, vnd
from sandbox.core.views import file_response
from sandbox.portal.controls import typed
from sandbox.spa.answers import RefusalError, api, applicant, given, the_procedure

MEND = "Còn chỗ cần sửa trước khi đi tiếp."


@api("POST")
def start(request: HttpRequest, code: str) -> JsonResponse:
    """Opens the draft, a kept one if there is one; {"lai": true} begins anew."""
    one, account = the_procedure(code), applicant(request)
    mine = Draft.objects.filter(account=account, procedure=one.code, submitted=False)
    if given(request).get("lai"):
        mine.delete()
    kept = mine.first()
    open_draft(account, one.code)
    return JsonResponse({"nhap_luc": moment(kept.updated) if kept else ""})


def _field(field: Field, draft: Draft) -> dict[str, Any]:
    rules = behaviour()
    return {
        "ten": field.name, "nhan": f"{field.label} {rules.required_mark(field)}".strip(), "loai": field.kind,
        "bat_buoc": rules.required(field), "chon": rules.choices(field, draft.values.get(field.depends, "")),
        "phu_thuoc": field.depends, "goi_y": rules.hint(field), "dai": field.max_length,
        "gia_tri": draft.values.get(field.name, ""),
    }


def _slots(one: Procedure, draft: Draft) -> list[dict[str, Any]]:
    rules, uploads = behaviour(), list(draft.uploads.order_by("pk"))
    return [
        {"ma": slot.code, "ten": slot.name, "bat_buoc": rules.slot_required(slot),
         "tep": next((file.file_name for file in uploads if file.component == slot.code), "")}
        for slot in rules.slots(one)
    ]


@api("GET")
def draft(request: HttpRequest, code: str) -> JsonResponse:
    one, rules = the_procedure(code), behaviour()
    found = open_draft(applicant(request), one.code)
    review = rules.review_rows(one, found.values) if rules.review_shown() else []
    return JsonResponse({
        "so": found.pk, "ten": rules.published_name(one), "tam_tinh": vnd(rules.fee_before_start(one, found.values)),
        "trang": [{"ten": page.title, "phan": [
            {"ten": section.title, "o": [_field(field, found) for field in section.fields]} for section in page.sections
        ]} for page in one.pages],
        "tai_lieu": _slots(one, found), "dinh_dang": rules.attachment_hint(),
        "xem_lai": [{"ten": title, "hang": [{"label": k, "value": v} for k, v in rows]} for title, rows in review],
        "dong_y": {"loi": rules.consent_notice(), "san": rules.consent_ticked()},
    })


@api("POST")
def keep_page(request: HttpRequest, code: str, number: int) -> JsonResponse:
    one = the_procedure(code)
    if not 1 <= number <= len(one.pages):
        raise RefusalError(404, "Không có bước này.")
    found = open_draft(applicant(request), one.code)
    fields = one.pages[number - 1].fields
    values = typed(fields, {name: str(value) for name, value in given(request).items() if value is not None})
    errors = behaviour().form_errors(fields, values)
    if errors:
        raise RefusalError(422, MEND, errors)
    found.values = {**found.values, **values}
    found.save()
    return JsonResponse({})


@api("POST", "DELETE")
def file(request: HttpRequest, code: str, component: str) -> JsonResponse:
    """Sent as soon as it is chosen; a refused file leaves the one before in place."""
    one = the_procedure(code)
    found = open_draft(applicant(request), one.code)
    if component not in {slot.code for slot in behaviour().slots(one)}:
        raise RefusalError(404, "Không có mục tài liệu này.")
    if request.method == "DELETE":
        found.uploads.filter(component=component).delete()
        return JsonResponse({})
    sent = request.FILES.get("tep")
    if sent is None:
        raise RefusalError(422, "Chưa chọn tệp.")
    try:
        kept = keep_upload(found, component, sent.name or "", sent.read())
    except Refused as reason:
        raise RefusalError(422, str(reason)) from reason
    return JsonResponse({"tep": kept.file_name})


@api("POST")
def check_files(request: HttpRequest, code: str) -> JsonResponse:
    one = the_procedure(code)
    found = open_draft(applicant(request), one.code)
    missing = behaviour().missing_papers(one, list(found.uploads.all()))
    if missing:
        raise RefusalError(422, MEND, missing)
    return JsonResponse({})


@api("GET", "POST")
def store(request: HttpRequest, code: str, component: str) -> JsonResponse:
    """The applicant's own papers; POST takes one of them into the slot."""
    one, account = the_procedure(code), applicant(request)
    papers = behaviour().stored_papers(account)
    if request.method == "GET":
        return JsonResponse({"giay_to": [{"ten": paper.name, "tep": paper.file_name} for paper in papers]})
    chosen = next((paper for paper in papers if paper.file_name == given(request).get("tep")), None)
    if chosen is None:
        raise RefusalError(404, "Kho không có giấy tờ này.")
    kept = keep_upload(open_draft(account, one.code), component, chosen.file_name, chosen.content)
    return JsonResponse({"tep": kept.file_name})


@api("GET")
def declaration(request: HttpRequest, code: str) -> HttpResponse:
    one = the_procedure(code)
    found = open_draft(applicant(request), one.code)
    return file_response(behaviour().declaration(one, found.values), "application/pdf", f"don-{one.code}.pdf")
