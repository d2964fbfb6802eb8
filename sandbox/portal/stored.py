"""The declaration as a file, and papers taken from the applicant's own store instead of being uploaded."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import keep_upload, open_draft
from sandbox.core.procedures import procedure
from sandbox.core.views import file_response
from sandbox.portal.public import procedure_or_404
from sandbox.portal.respond import respond
from sandbox.portal.session import citizen, login_required
from sandbox.portal.wizard import papers_address, wizard_context


@require_GET
@login_required
def declaration(request: HttpRequest, code: str) -> HttpResponse:
    one = procedure_or_404(code)
    draft = open_draft(citizen(request), code)
    return file_response(behaviour().declaration(one, draft.values), "application/pdf", f"to-khai-{one.code}.pdf")


@require_http_methods(["GET", "POST"])
@login_required
def choose(request: HttpRequest, code: str, component: str) -> HttpResponseBase:
    one = procedure_or_404(code)
    slot = next((slot for slot in behaviour().slots(one) if slot.code == component), None)
    if slot is None:
        raise Http404("Không có thành phần hồ sơ này.")
    account = citizen(request)
    papers = behaviour().stored_papers(account)
    if request.method == "GET":
        context = {**wizard_context(one, len(one.pages) + 1), "slot": slot, "papers": papers,
                   "back": papers_address(one)}
        return respond(request, "store", context)
    for paper in papers:
        if paper.file_name == request.POST.get("giay-to"):
            keep_upload(open_draft(account, procedure(code).code), component, paper.file_name, paper.content)
    return redirect(papers_address(one))
