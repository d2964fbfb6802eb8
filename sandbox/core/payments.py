"""Paying at the gateway: begin an order, take its notices, display its return, query lost ones."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from django.conf import settings
from django.db import transaction

from sandbox.core import links, outbox, vnpay
from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, issue_paper, next_number
from sandbox.core.models import Dossier, Payment
from sandbox.core.texts import now

RETURN_PATH = "/thanh-toan/ket-qua"  # the portal's page; it only displays
NOTICE_PATH = "/thanh-toan/thong-bao"  # the gateway's server calls this


@dataclass(frozen=True, slots=True)
class Return:
    """What the page after the gateway shows."""

    dossier: Dossier | None
    state: str  # none | unpaid | pending | paid, as we know it
    message: str


def begin(dossier: Dossier, address: str = "127.0.0.1", *, by_owner: bool = True) -> str:
    """A new order; returns where to send the payer's browser. Refused when there is nothing to pay."""
    if not settings.GATEWAY_URL:
        raise Refused("Cổng thanh toán tạm thời không hoạt động. Ông/bà vui lòng thử lại sau.")
    state = behaviour().payment_state(dossier)
    if state != "unpaid":
        raise Refused(f"Hồ sơ {dossier.code}: {behaviour().payment_state_name(state)}.")
    payment = Payment.objects.create(dossier=dossier, txn_ref=uuid.uuid4().hex[:20], created_at=now(),
                                     amount=behaviour().order_amount(dossier))
    behaviour().order_begun(payment, by_owner=by_owner)
    return behaviour().order_url(behaviour().order_parameters(payment, address, links.portal(RETURN_PATH)))


def receive_notice(params: Mapping[str, str]) -> dict[str, str]:
    """The gateway's notice: signature, order, amount, still pending, update; answers RspCode and Message."""
    current = behaviour()
    if not current.notice_signed(params):
        return current.notice_answer("97")
    payment = current.order_of_notice(params)
    if payment is None:
        return current.notice_answer("01")
    if not current.amount_matches(payment, params):
        return current.notice_answer("04")
    done = conclude(payment, paid=current.notice_says_paid(params), response_code=params.get("vnp_ResponseCode", ""))
    return current.notice_answer("00" if done else "02")


def conclude(payment: Payment, *, paid: bool, response_code: str) -> bool:
    """Ends a pending order once, with receipt and messages when it is paid; False when already ended."""
    with transaction.atomic():
        if not behaviour().settle(payment, paid=paid, response_code=response_code, at=now()):
            return False
        if paid:
            acknowledge(payment.dossier)
    return True


def acknowledge(dossier: Dossier) -> None:
    """Receipt and messages of a paid dossier."""
    if behaviour().receipt_due(dossier):
        issue_paper(dossier, "receipt", f"{next_number('receipt'):07d}")
    outbox.tell(dossier, "paid")
    outbox.synchronise(dossier)


def read_return(params: Mapping[str, str]) -> Return:
    """The browser is back. Nothing is decided here: the message says what the notice has told us."""
    payment = behaviour().order_of_notice(params)
    if payment is None:
        return Return(None, "none", "Không tìm thấy giao dịch thanh toán.")
    behaviour().note_return(payment, params)
    dossier = payment.dossier
    state = behaviour().payment_state(dossier)
    return Return(dossier, state, behaviour().return_message(params, state))


def query_lost() -> None:
    """Asks the gateway about orders whose notice is overdue; a failed question is asked again later."""
    at = now()
    for payment in Payment.objects.filter(state="pending").select_related("dossier"):
        patience = behaviour().query_after(payment)
        since = payment.queried_at or payment.returned_at or payment.created_at
        if patience is None or at - since < patience:
            continue
        Payment.objects.filter(pk=payment.pk).update(queried_at=at, queries=payment.queries + 1)
        try:
            answer = vnpay.query(payment, at)
        except (httpx.HTTPError, ValueError):
            continue  # counted above: the next question waits longer
        settle_by_answer(payment, {key: str(value) for key, value in answer.items()})


def settle_by_answer(payment: Payment, answer: Mapping[str, str]) -> None:
    """Only an answer about this very order and amount, processed at the gateway, ends it."""
    known = answer.get("vnp_ResponseCode") == "00" and answer.get("vnp_TxnRef") == payment.txn_ref
    if not known or not behaviour().amount_matches(payment, answer):
        return
    status = answer.get("vnp_TransactionStatus", "")
    if status == "00":
        conclude(payment, paid=True, response_code="00")
    elif status == "02":
        conclude(payment, paid=False, response_code="02")
    elif status == "01":  # nothing was paid: the payer may try again
        Payment.objects.filter(pk=payment.pk, state="pending").update(returned_at=None)
