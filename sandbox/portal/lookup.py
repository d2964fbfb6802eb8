"""Public lookup by dossier code: what anybody may read, personal data masked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sandbox.core.behaviour import behaviour
from sandbox.portal.paying import NOT_FOUND
from sandbox.portal.respond import respond

TOO_OFTEN = "Tra cứu quá nhanh. Vui lòng thử lại sau ít phút, hoặc gọi tổng đài 1900 0000."


def asker(request: HttpRequest) -> str:
    """By what several people behind one address are told apart."""
    return f"{request.META.get('REMOTE_ADDR', '')} {request.headers.get('User-Agent', '')}"


@require_GET
def lookup(request: HttpRequest) -> HttpResponse:
    code, rules = request.GET.get("ma-ho-so", "").strip(), behaviour()
    if code and not rules.lookup_allowed(asker(request)):
        context = {"code": code, "error": TOO_OFTEN, "crumbs": [("Tra cứu hồ sơ", "")], "rows": []}
        return respond(request, "lookup", context, 429)
    found = rules.lookup_found(code) if code else None
    if code and found is None:
        rules.lookup_missed(asker(request))
    error = "" if found or "ma-ho-so" not in request.GET else NOT_FOUND if code else "Vui lòng nhập mã hồ sơ."
    context = {"code": code, "error": error, "crumbs": [("Tra cứu hồ sơ", "")],
               "rows": behaviour().lookup_rows(found) if found else []}
    return respond(request, "lookup", context)
