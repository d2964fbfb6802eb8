"""Public lookup by dossier code: what anybody may read, personal data masked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sandbox.core.behaviour import behaviour
from sandbox.portal.paying import NOT_FOUND
from sandbox.portal.respond import respond


@require_GET
def lookup(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("ma-ho-so", "").strip()
    found = behaviour().lookup_found(code) if code else None
    error = "" if found or "ma-ho-so" not in request.GET else NOT_FOUND if code else "Vui lòng nhập mã hồ sơ."
    context = {"code": code, "error": error, "crumbs": [("Tra cứu hồ sơ", "")],
               "rows": behaviour().lookup_rows(found) if found else []}
    return respond(request, "lookup", context)
