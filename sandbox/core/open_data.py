"""What both portals give to anybody: files of search engines, forms to be printed, a bill by dossier code."""

from __future__ import annotations

import json
from html import escape

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from sandbox.core.behaviour import behaviour
from sandbox.core.procedures import procedures
from sandbox.core.views import file_response


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(behaviour().robots(), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(_request: HttpRequest) -> HttpResponse:
    rows = "".join(f"<url><loc>{escape(one)}</loc></url>" for one in behaviour().sitemap(procedures().values()))
    head = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return HttpResponse(f"{head}{rows}</urlset>", content_type="application/xml")


@require_safe
def blank_form(_request: HttpRequest, code: str, number: int) -> HttpResponse:
    one = procedures().get(code)
    forms = behaviour().published_forms(one) if one else []
    if one is None or not 1 <= number <= len(forms):
        raise Http404("Không có mẫu đơn này.")
    return file_response(behaviour().blank_form(one, forms[number - 1]), "application/pdf", f"mau-{code}-{number}.pdf")


@csrf_exempt  # a server calls it
@require_POST
def bill(request: HttpRequest) -> JsonResponse:
    """What is owed for a dossier, as the national payment platform asks (dptracuuthanhtoanhs)."""
    try:
        code = str(json.loads(request.body).get("MaHoSo", ""))
    except (ValueError, AttributeError):
        return JsonResponse({"error_code": -1, "message": "Yêu cầu không đọc được"}, status=400)
    return JsonResponse(behaviour().bill(behaviour().lookup_found(code) if code else None))
