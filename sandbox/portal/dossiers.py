"""A citizen's dossiers: the list, the page of one, rating, taking it back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, answer_supplement, say, withdraw
from sandbox.core.models import Dossier, Draft, Notice, Paper
from sandbox.core.procedures import procedure
from sandbox.core.texts import moment, vnd
from sandbox.portal.owned import owned_dossier
from sandbox.portal.respond import respond
from sandbox.portal.session import account_of, citizen, login_required

LINK_WORDS = {"slip": "Tải giấy tiếp nhận và hẹn trả kết quả", "result": "Tải kết quả", "receipt": "Tải biên lai",
              "supplement": "Tải phiếu yêu cầu bổ sung", "refusal": "Tải phiếu từ chối",
              "stop": "Tải thông báo dừng xử lý", "apology": "Tải thư xin lỗi"}


@require_GET
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    account, rules = citizen(request), behaviour()
    dossiers = [
        {"code": one.code, "address": page_address(one.code), "name": procedure(one.procedure).name,
         "status": rules.portal_status(one), "at": moment(one.submitted_at), "due": rules.portal_due_date(one),
         "payment": rules.payment_state_name(rules.payment_state_shown(one))}
        for one in rules.dossiers_of(account)
    ]
    drafts = [
        {"name": procedure(one.procedure).name, "address": f"/dich-vu-cong/{one.procedure}/nop",
         "at": moment(one.updated)}
        for one in Draft.objects.filter(account=account, submitted=False).order_by("-updated")
    ]
    notices = [{"text": one.text, "at": moment(one.at)} for one in
               Notice.objects.filter(account=account).order_by("-at", "-pk")[:20]]
    context = {"dossiers": dossiers, "drafts": drafts, "notices": notices, "crumbs": [("Hồ sơ của tôi", "")]}
    return respond(request, "dossiers", context)


def page_address(code: str) -> str:
    return f"/ho-so/{code}"


@require_GET
def dossier_page(request: HttpRequest, code: str) -> HttpResponseBase:
    found = owned_dossier(request, code, "page")
    if found is not None:
        return show(request, found)
    if account_of(request) is None:
        return redirect(f"/dang-nhap?tiep={page_address(code)}")
    raise Http404("Không có hồ sơ này.")


def show(request: HttpRequest, dossier: Dossier, *, problem: str = "", status: int = 200) -> HttpResponse:
    rules, one, base = behaviour(), procedure(dossier.procedure), page_address(dossier.code)
    papers = list(rules.papers_offered(dossier))
    slots = {slot.code: slot.name for slot in rules.slots(one)}
    rated = hasattr(dossier, "rating")
    context: dict[str, Any] = {
        "code": dossier.code, "name": one.name, "problem": problem, "base": base, "rows": _rows(dossier),
        "pay": rules.payment_offered(dossier), "history": rules.history(dossier), "agency": one.agency.name,
        "uploads": [{"address": f"{base}/tep/{file.pk}", "words": file.file_name,
                     "about": slots.get(file.component, "")} for file in dossier.uploads.order_by("pk")],
        "documents": [_link(base, paper) for paper in papers if paper.kind != "receipt"],
        "receipts": [_link(base, paper) for paper in papers if paper.kind == "receipt"],
        "notices": [{"text": row.text, "at": moment(row.at)} for row in
                    Notice.objects.filter(dossier=dossier, account_id=dossier.account_id).order_by("at", "pk")],
        "levels": [] if rated or not rules.rating_offered(dossier) else rules.rating_levels(),
        "rated": request.session.pop("rating-saved", "") or ("Đã ghi nhận đánh giá." if rated else ""),
        "asked": dossier.supplements.filter(answered_at=None).last() if dossier.status == 5 else None,
        "talks": rules.talks_shown(dossier, to_officer=False),
        "withdrawable": rules.may_follow(dossier.status, 7),
        "crumbs": [("Hồ sơ của tôi", "/ho-so"), (dossier.code, "")],
    }
    return respond(request, "dossier", context, status)


def _rows(dossier: Dossier) -> list[tuple[str, str]]:
    rules, one = behaviour(), procedure(dossier.procedure)
    return [
        ("Mã hồ sơ", rules.portal_code(dossier)),
        ("Tên thủ tục", one.name),
        ("Cơ quan giải quyết", one.agency.name),
        ("Thời điểm nộp", rules.date_text(dossier.submitted_at)),
        ("Trạng thái hồ sơ", rules.portal_status(dossier)),
        ("Ngày hẹn trả kết quả", rules.portal_due_date(dossier) or "Chưa có"),
        ("Số tiền phải nộp", vnd(rules.amount_due(dossier))),
        ("Tình trạng thanh toán", rules.payment_state_name(rules.payment_state_shown(dossier))),
    ]


def _link(base: str, paper: Paper) -> dict[str, str]:
    return {"address": f"{base}/giay-to/{paper.pk}", "words": LINK_WORDS.get(paper.kind, paper.file_name),
            "about": f"số {paper.number}, {moment(paper.at)}"}


@require_POST
def rate(request: HttpRequest, code: str) -> HttpResponseBase:
    dossier = owned_dossier(request, code, "page")
    if dossier is None or not behaviour().rating_offered(dossier):
        raise Http404("Không có hồ sơ này.")
    level = request.POST.get("muc-do", "")
    if level not in behaviour().rating_levels():
        return show(request, dossier, problem="Vui lòng chọn một mức độ hài lòng.")
    request.session["rating-saved"] = behaviour().save_rating(dossier, level)
    return redirect(page_address(code) + "#danh-gia")


@require_POST
def supplement(request: HttpRequest, code: str) -> HttpResponseBase:
    """The applicant adds the paper that was asked for."""
    dossier = owned_dossier(request, code, "page")
    if dossier is None:
        raise Http404("Không có hồ sơ này.")
    file = request.FILES.get("tep-bo-sung")
    try:
        answer_supplement(dossier, request.POST.get("giai-trinh", "").strip()[:1000],
                          file.name or "" if file else "", file.read() if file else b"")
    except Refused as refusal:
        return show(request, dossier, problem=str(refusal))
    return redirect(page_address(code))


@require_POST
def talk(request: HttpRequest, code: str) -> HttpResponseBase:
    """A message to the officer."""
    dossier = owned_dossier(request, code, "page")
    if dossier is None:
        raise Http404("Không có hồ sơ này.")
    words = request.POST.get("loi-nhan", "").strip()
    if not words:
        return show(request, dossier, problem="Vui lòng nhập tin nhắn.")
    say(dossier, dossier.account.full_name, words, from_officer=False)
    return redirect(page_address(code))


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, code: str) -> HttpResponseBase:
    """The applicant takes an unfinished dossier back, saying why."""
    dossier = owned_dossier(request, code, "page")
    if dossier is None:
        raise Http404("Không có hồ sơ này.")
    error = ""
    if request.method == "POST":
        reason = request.POST.get("ly-do", "").strip()[:500]
        error = "" if reason else "Vui lòng nhập lý do rút hồ sơ."
        if not error:
            try:
                withdraw(dossier, reason)
            except Refused as refusal:
                return show(request, dossier, problem=str(refusal))
            return redirect(page_address(code))
    crumbs = [("Hồ sơ của tôi", "/ho-so"), (code, page_address(code)), ("Rút hồ sơ", "")]
    return respond(request, "withdraw", {"code": code, "error": error, "crumbs": crumbs})
