"""Paying in a popup: where to send it, and what its return says. The opener asks for the dossier again."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from sandbox.core import payments
from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused
from sandbox.portal.owned import owned_dossier
from sandbox.portal.paying import bill
from sandbox.spa import words
from sandbox.spa.answers import RefusalError, api, given, own


@api("POST")
def pay(request: HttpRequest, code: str) -> JsonResponse:
    dossier = own(request, code, "payment")
    try:
        address = payments.begin(dossier, str(request.META.get("REMOTE_ADDR", "127.0.0.1")))
    except Refused as reason:
        raise RefusalError(409, str(reason)) from reason
    return JsonResponse({"dia_chi": address})


@api("GET", "POST")
def by_code(request: HttpRequest) -> JsonResponse:
    """Anybody who knows the code sees what is owed, masked, and may pay it."""
    code = str(given(request).get("so", "") if request.method == "POST" else request.GET.get("so", "")).strip()
    dossier = behaviour().lookup_found(code) if code else None
    if dossier is None:
        raise RefusalError(404, "Không có hồ sơ mang số này.")
    if request.method == "GET":
        pays = behaviour().payment_offered(dossier)
        return JsonResponse({"hang": words.rows(bill(dossier)), "cho_nop": pays})
    try:
        address = payments.begin(dossier, str(request.META.get("REMOTE_ADDR", "127.0.0.1")), by_owner=False)
    except Refused as reason:
        raise RefusalError(409, str(reason)) from reason
    return JsonResponse({"dia_chi": address})


@api("GET")
def returned(request: HttpRequest) -> JsonResponse:
    """Displays; the gateway's notice decides. The dossier's code is told to its owner only."""
    outcome = payments.read_return(request.GET.dict())
    own_one = owned_dossier(request, outcome.dossier.code, "payment") if outcome.dossier else None
    return JsonResponse({
        "loi_nhan": outcome.message, "so": own_one.code if own_one else "", "duoc": outcome.state == "paid",
        "nop_tien": words.payment(behaviour().payment_state_name(outcome.state)),
    })
