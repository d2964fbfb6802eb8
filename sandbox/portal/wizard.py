"""The electronic form, page after page. Each page is checked and kept in the draft before the next."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sandbox.bundle import E_FORM, version
from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import open_draft
from sandbox.core.models import Draft
from sandbox.core.procedures import Procedure, procedure
from sandbox.core.texts import moment, vnd
from sandbox.portal import e_form
from sandbox.portal.controls import problems, sections, typed
from sandbox.portal.public import address_of, procedure_or_404
from sandbox.portal.respond import respond
from sandbox.portal.session import citizen, login_required


def step_address(one: Procedure, number: int) -> str:
    return f"{address_of(one)}/nop/{number}"


def papers_address(one: Procedure) -> str:
    return f"{address_of(one)}/nop/giay-to"


def review_address(one: Procedure) -> str:
    return f"{address_of(one)}/nop/xem-lai"


def wizard_context(one: Procedure, now: int) -> dict[str, Any]:
    """What every page of the form shows; `now` counts from 1, papers and review come last."""
    words = [*(page.title for page in one.pages), "Giấy tờ kèm theo", "Xem lại hồ sơ"]
    steps = [{"words": text, "now": number == now, "done": number < now} for number, text in enumerate(words, 1)]
    crumbs = [("Dịch vụ công", "/dich-vu-cong"), (one.name, address_of(one)), ("Nộp hồ sơ", "")]
    return {"steps": steps, "name": one.name, "code": one.code, "crumbs": crumbs}


def fee_row(draft: Draft, one: Procedure) -> tuple[str, str]:
    return ("Phí phải nộp dự kiến", vnd(behaviour().fee_before_start(one, draft.values)))


@require_GET
@login_required
def start(request: HttpRequest, code: str) -> HttpResponseBase:
    """«Nộp hồ sơ trực tuyến»: opens the draft, a kept one if there is one."""
    one = procedure_or_404(code)
    kept = Draft.objects.filter(account=citizen(request), procedure=code, submitted=False).exists()
    open_draft(citizen(request), code)
    return redirect(step_address(one, 1) + ("?nhap=tiep" if kept else ""))


@require_POST
@login_required
def restart(request: HttpRequest, code: str) -> HttpResponseBase:
    """Throws the draft away and begins anew, prefilled from the account."""
    one = procedure_or_404(code)
    Draft.objects.filter(account=citizen(request), procedure=code, submitted=False).delete()
    open_draft(citizen(request), code)
    return redirect(step_address(one, 1))


@require_http_methods(["GET", "POST"])
@login_required
def step(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    one = procedure_or_404(code)
    if not 1 <= number <= len(one.pages):
        raise Http404("Không có bước này.")
    draft = open_draft(citizen(request), code)
    if request.method == "GET":
        return _page(request, draft, number, draft.values, {})
    fields = one.pages[number - 1].fields
    values = typed(fields, request.POST.dict())
    saving = request.POST.get("viec") == "luu"
    errors = {} if saving else behaviour().form_errors(fields, values)
    if errors:
        return _page(request, draft, number, values, errors)
    draft.values = {**draft.values, **values}
    draft.save()
    if saving:
        return redirect(f"{step_address(one, number)}?nhap=luu")
    return redirect(step_address(one, number + 1) if number < len(one.pages) else papers_address(one))


def _page(
    request: HttpRequest, draft: Draft, number: int, values: dict[str, str], errors: dict[str, str],
) -> HttpResponse:
    one = procedure(draft.procedure)
    page = one.pages[number - 1]
    context = {
        **wizard_context(one, number), "heading": page.title, "draft": draft.pk,
        "sections": sections(page, values, errors),
        "problems": problems(page.fields, errors), "rows": [fee_row(draft, one)],
        "back": step_address(one, number - 1) if number > 1 else address_of(one),
        "resumed": moment(draft.updated) if request.GET.get("nhap") == "tiep" else "",
        "saved": request.GET.get("nhap") == "luu", "restart": f"{address_of(one)}/nop/lai",
    }
    if not e_form.wanted(one):
        return respond(request, "step", context)
    if not e_form.ready():
        return respond(request, "step", {**context, "e_form_missing": True})
    drawn = {**e_form.context(page, values, errors), "version": version(E_FORM)}
    return respond(request, "step", {**context, "e_form": drawn})
