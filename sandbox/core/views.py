"""Addresses that machines open: the proof of the environment, the gateway's notice, shared files."""

from __future__ import annotations

import mimetypes

from django.conf import settings
from django.core.signing import BadSignature
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from sandbox.bundle import E_FORM, Bundle
from sandbox.core import links, payments
from sandbox.core.behaviour import behaviour
from sandbox.core.models import Paper, Upload

PROOF = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Môi trường</title></head><body>
<main><h1>Cổng dịch vụ công mẫu</h1><p>Đây là môi trường thử nghiệm. Dữ liệu không có giá trị pháp lý.</p>
<p>Bản dựng: {build}</p></main></body></html>"""


@require_safe
def environment(_request: HttpRequest) -> HttpResponse:
    """`/.well-known/moi-truong`: says that this is a test environment."""
    return HttpResponse(PROOF.format(build=settings.BUILD))


@csrf_exempt  # a server calls it; the signature of the parameters is the proof
def notice(request: HttpRequest) -> JsonResponse:
    return JsonResponse(payments.receive_notice({key: str(value) for key, value in request.GET.items()}))


@require_safe
def communes(request: HttpRequest) -> JsonResponse:
    """The communes of a province, for lists that depend on it."""
    return JsonResponse({"ten": behaviour().communes(request.GET.get("tinh", ""))})


@require_safe
def shared_file(_request: HttpRequest, token: str) -> HttpResponse:
    """A file for the national portal, by its signed address."""
    try:
        kind, key = links.opened(token)
    except BadSignature as wrong:
        raise Http404 from wrong
    if kind == "tep":
        upload = get_object_or_404(Upload, pk=key)
        return file_response(upload.content, upload.media_type, upload.file_name)
    paper = get_object_or_404(Paper, pk=key)
    return file_response(behaviour().shared_paper(paper), paper.media_type, paper.file_name)


def file_response(content: bytes | memoryview, media_type: str, name: str) -> HttpResponse:
    """A download with its own name; browsers must not guess another type."""
    response = HttpResponse(bytes(content), content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def bundled(bundle: Bundle, name: str) -> FileResponse:
    """A script or style that was built; its address changes with it, so browsers keep it for good."""
    path = bundle.dist / name
    if path.parent != bundle.dist or not path.is_file():
        raise Http404
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(path.open("rb"), content_type=kind,
                        headers={"Cache-Control": "public, max-age=31536000, immutable"})


@require_safe
def e_form_asset(_request: HttpRequest, name: str) -> FileResponse:
    return bundled(E_FORM, name)
