"""Papers that go with the dossier: one labelled slot a component, what was uploaded survives an error."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.views.decorators.http import require_http_methods

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, keep_upload, open_draft
from sandbox.core.models import Draft, Upload
from sandbox.core.procedures import Component, Procedure
from sandbox.portal.controls import Problem
from sandbox.portal.public import address_of, procedure_or_404
from sandbox.portal.respond import respond
from sandbox.portal.session import citizen, login_required
from sandbox.portal.wizard import fee_row, papers_address, review_address, step_address, wizard_context


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: int
    name: str
    size: str


@dataclass(frozen=True, slots=True)
class Slot:
    id: str
    code: str
    label: str
    required: bool
    store: str  # address of the applicant's own papers for this slot
    files: list[StoredFile]
    error: str


def slot_id(component: Component) -> str:
    return f"tep-{component.code}"


def store_address(one: Procedure, component: Component) -> str:
    """Empty: nothing is offered."""
    return f"{address_of(one)}/nop/kho/{component.code}" if behaviour().store_offered() else ""


def stored(upload: Upload) -> StoredFile:
    return StoredFile(upload.pk, upload.file_name, filesizeformat(len(upload.content)))


@require_http_methods(["GET", "POST"])
@login_required
def papers(request: HttpRequest, code: str) -> HttpResponseBase:
    one = procedure_or_404(code)
    draft = open_draft(citizen(request), code)
    if request.method == "GET":
        return _page(request, one, draft, {})
    if request.POST.get("xoa", "").isdecimal():
        draft.uploads.filter(pk=int(request.POST["xoa"])).delete()
        return redirect(papers_address(one))
    errors = _keep_files(request, one, draft)
    if request.POST.get("viec") == "luu":
        return _page(request, one, draft, errors)
    errors = {**behaviour().missing_papers(one, list(draft.uploads.all())), **errors}
    return _page(request, one, draft, errors) if errors else redirect(review_address(one))


def _keep_files(request: HttpRequest, one: Procedure, draft: Draft) -> dict[str, str]:
    """Keeps every good file; component code → why the other was refused."""
    errors: dict[str, str] = {}
    for component in behaviour().slots(one):
        file = request.FILES.get(slot_id(component))
        if file is None:
            continue
        try:
            keep_upload(draft, component.code, file.name or "", file.read())
        except Refused as reason:
            errors[component.code] = str(reason)
    return errors


def _page(request: HttpRequest, one: Procedure, draft: Draft, errors: dict[str, str]) -> HttpResponse:
    uploads = list(draft.uploads.order_by("pk"))
    slots = [
        Slot(slot_id(component), component.code, component.name, behaviour().slot_required(component),
             store_address(one, component),
             [stored(upload) for upload in uploads if upload.component == component.code],
             errors.get(component.code, ""))
        for component in behaviour().slots(one)
    ]
    context = {
        **wizard_context(one, len(one.pages) + 1), "slots": slots, "back": step_address(one, len(one.pages)),
        "rows": [("Tệp được chấp nhận", behaviour().attachment_hint()), fee_row(draft, one)],
        "problems": [Problem(slot.id, slot.error) for slot in slots if slot.error],
    }
    return respond(request, "attach", context)
