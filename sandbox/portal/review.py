"""The whole dossier once more, the oath, and handing it in: one dossier a draft, however often it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, create_dossier, open_draft
from sandbox.core.models import Dossier, Draft
from sandbox.core.procedures import Procedure, procedure
from sandbox.portal.controls import Problem
from sandbox.portal.owned import owned_dossier
from sandbox.portal.public import address_of, procedure_or_404
from sandbox.portal.respond import respond
from sandbox.portal.session import citizen, login_required
from sandbox.portal.wizard import fee_row, papers_address, review_address, step_address, wizard_context

OATH = "Vui lòng đánh dấu vào ô cam đoan trước khi nộp hồ sơ."
CONSENT = "Vui lòng đọc và đánh dấu vào ô đồng ý xử lý dữ liệu cá nhân trước khi nộp hồ sơ."


@require_http_methods(["GET", "POST"])
@login_required
def review(request: HttpRequest, code: str) -> HttpResponseBase:
    one = procedure_or_404(code)
    if request.method == "GET":
        return _page(request, open_draft(citizen(request), code), [])
    draft = _posted_draft(request, one)
    if draft is None:
        return redirect(review_address(one))
    untold = {name: words for name, words in (("dong-y", CONSENT), ("cam-doan", OATH)) if not request.POST.get(name)}
    if untold and not draft.submitted:
        return _page(request, draft, [], untold)
    try:
        dossier = create_dossier(draft)
    except Refused:
        dossier_before = _dossier_of(draft)
        if dossier_before is None:
            return _page(request, draft, behaviour().obstacles(one, draft.values, list(draft.uploads.all())))
        dossier = dossier_before
    return redirect(f"/ho-so/{dossier.code}/da-nop")


def _posted_draft(request: HttpRequest, one: Procedure) -> Draft | None:
    """The draft that the sent page showed, submitted meanwhile or not."""
    number = request.POST.get("nhap", "")
    mine = Draft.objects.filter(account=citizen(request), procedure=one.code)
    return mine.filter(pk=int(number)).first() if number.isdecimal() else None


def _dossier_of(draft: Draft) -> Dossier | None:
    """The dossier that a submitted draft became."""
    draft.refresh_from_db()
    if not draft.submitted:
        return None
    became = Dossier.objects.filter(account=draft.account, procedure=draft.procedure)
    return became.filter(uploads__draft=draft).first() or became.order_by("-pk").first()


def _page(
    request: HttpRequest, draft: Draft, obstacles: list[str], untold: Mapping[str, str] = MappingProxyType({}),
) -> HttpResponse:
    rules, one = behaviour(), procedure(draft.procedure)
    names = {slot.code: slot.name for slot in rules.slots(one)}
    shown = rules.review_shown()
    numbers = [number for number, page in enumerate(one.pages, 1) for _ in page.sections]
    parts = [
        {"title": title, "rows": rows, "edit": step_address(one, number)}
        for (title, rows), number in zip(rules.review_rows(one, draft.values), numbers, strict=False)
    ] if shown else []
    problems = [Problem("xem-lai", text) for text in obstacles]
    problems += [Problem(name, words) for name, words in untold.items()]
    context = {
        **wizard_context(one, len(one.pages) + 2), "parts": parts, "draft": draft.pk, "back": papers_address(one),
        "files": [(names.get(upload.component, upload.component), upload.file_name)
                  for upload in draft.uploads.order_by("pk")] if shown else [],
        "money": [fee_row(draft, one)], "declaration": f"{address_of(one)}/nop/to-khai",
        "oath_error": untold.get("cam-doan", ""), "consent_error": untold.get("dong-y", ""), "problems": problems,
        "consent": rules.consent_notice(), "consent_ticked": rules.consent_ticked(),
    }
    return respond(request, "review", context)


@require_GET
@login_required
def done(request: HttpRequest, code: str) -> HttpResponse:
    dossier = owned_dossier(request, code, "page")
    if dossier is None:
        raise Http404("Không có hồ sơ này.")
    rules = behaviour()
    unpaid = rules.payment_offered(dossier)
    context = {
        "rows": rules.submission_rows(dossier), "message": rules.submission_message(dossier),
        "next": "Việc cần làm tiếp: mở trang hồ sơ để nộp phí, lệ phí; hồ sơ được tiếp nhận sau khi nộp đủ."
        if unpaid else "Ông/bà có thể theo dõi hồ sơ ở mục Hồ sơ của tôi.",
        "dossier": f"/ho-so/{dossier.code}",
        "crumbs": [("Hồ sơ của tôi", "/ho-so"), (dossier.code, f"/ho-so/{dossier.code}"), ("Đã nộp", "")],
    }
    return respond(request, "done", context)
