"""Verification of a result by its code, for anybody; the citizen's own store of electronic data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sandbox.core.behaviour import behaviour
from sandbox.portal.respond import respond
from sandbox.portal.session import citizen, login_required

NOT_REAL = "Không có kết quả mang mã này trong hệ thống."


@require_GET
def verify(request: HttpRequest) -> HttpResponse:
    number = request.GET.get("ma-ket-qua", "").strip()
    paper = behaviour().verified(number) if number else None
    error = NOT_REAL if number and paper is None else ""
    context = {"number": number, "error": error, "crumbs": [("Xác minh kết quả", "")],
               "rows": behaviour().verified_rows(paper, number) if paper else []}
    return respond(request, "verify", context)


@require_GET
@login_required
def store(request: HttpRequest) -> HttpResponse:
    results = behaviour().stored_results(citizen(request))
    return respond(request, "data_store", {"results": results, "crumbs": [("Kho dữ liệu điện tử", "")]})
