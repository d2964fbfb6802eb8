"""Paying: the owner's button, the public page by dossier code, and the page after the gateway (only displays)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sandbox.core import payments
from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused
from sandbox.core.models import Dossier
from sandbox.core.procedures import procedure
from sandbox.core.texts import vnd
from sandbox.portal.dossiers import page_address, show
from sandbox.portal.owned import owned_dossier
from sandbox.portal.respond import respond

NOT_FOUND = "Không tìm thấy hồ sơ có mã này. Vui lòng xem lại mã ghi trên giấy tiếp nhận."


def _payer_address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", "127.0.0.1"))


@require_POST
def pay(request: HttpRequest, code: str) -> HttpResponseBase:
    """The owner's «Thanh toán trực tuyến»."""
    dossier = owned_dossier(request, code, "payment")
    if dossier is None:
        raise Http404("Không có hồ sơ này.")
    try:
        return redirect(payments.begin(dossier, _payer_address(request)))
    except Refused as reason:
        return show(request, dossier, problem=str(reason))


@require_http_methods(["GET", "POST"])
def pay_by_code(request: HttpRequest) -> HttpResponseBase:
    """NĐ 45/2020 Đ13.2b: anybody may pay for a dossier whose code he knows; the bill is masked."""
    code = (request.POST if request.method == "POST" else request.GET).get("ma-ho-so", "").strip()
    dossier = behaviour().lookup_found(code) if code else None
    error = "" if dossier or not code else NOT_FOUND
    if dossier and request.method == "POST":
        try:
            return redirect(payments.begin(dossier, _payer_address(request), by_owner=False))
        except Refused as reason:
            error = str(reason)
    context = {
        "code": code, "error": error, "rows": bill(dossier) if dossier else [],
        "pay": bool(dossier and behaviour().payment_offered(dossier)), "crumbs": [("Nộp phí theo mã hồ sơ", "")],
    }
    return respond(request, "pay_by_code", context)


def bill(dossier: Dossier) -> list[tuple[str, str]]:
    rules = behaviour()
    return [
        ("Mã hồ sơ", dossier.code),
        ("Tên thủ tục", procedure(dossier.procedure).name),
        ("Người nộp", rules.mask_name(dossier.values.get("full_name", ""))),
        *((line.name, vnd(line.amount)) for line in dossier.fees.order_by("pk")),
        ("Số tiền phải nộp", vnd(rules.amount_due(dossier))),
        ("Tình trạng thanh toán", rules.payment_state_name(rules.payment_state(dossier))),
    ]


@require_GET
def returned(request: HttpRequest) -> HttpResponse:
    """Where the gateway sends the browser. It shows what we know; it decides nothing."""
    outcome = payments.read_return(request.GET.dict())
    dossier = outcome.dossier
    own = owned_dossier(request, dossier.code, "payment") if dossier else None
    rows = [("Tình trạng thanh toán", behaviour().payment_state_name(outcome.state))] if dossier else []
    if own is not None:
        rows = [("Mã hồ sơ", own.code), ("Số tiền phải nộp", vnd(behaviour().amount_due(own))), *rows]
    context = {
        "message": outcome.message, "rows": rows, "tone": {"paid": "good", "pending": "warn"}.get(outcome.state, "bad"),
        "back": page_address(own.code) if own else "", "pay": bool(own and behaviour().payment_offered(own)),
        "crumbs": [("Hồ sơ của tôi", "/ho-so"), ("Kết quả thanh toán", "")],
    }
    return respond(request, "payment_result", context)
