"""Files of a dossier, for its owner only; for anybody else they do not exist."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Paper
from sandbox.core.views import file_response
from sandbox.portal.owned import owned_dossier


@require_GET
def upload(request: HttpRequest, code: str, number: int) -> HttpResponse:
    dossier = owned_dossier(request, code, "upload")
    if dossier is None:
        raise Http404("Không có tệp này.")
    found = get_object_or_404(dossier.uploads, pk=number)
    return file_response(bytes(found.content), found.media_type, found.file_name)


@require_GET
def paper(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Slip, receipt or result: each may be guarded differently by a fault, so the kind is asked for."""
    found = Paper.objects.filter(pk=number, dossier__code=code).first()
    dossier = owned_dossier(request, code, found.kind) if found else None
    if found is None or dossier is None or found not in behaviour().papers_offered(dossier):
        raise Http404("Không có giấy tờ này.")
    return file_response(bytes(found.content), found.media_type, found.file_name)
