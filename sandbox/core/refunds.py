"""Money given back: the courier asks the gateway, and the applicant is told when it has taken the order."""

from __future__ import annotations

import httpx
from django.conf import settings
from django.db import transaction

from sandbox.core import outbox, vnpay
from sandbox.core.models import Refund
from sandbox.core.texts import now, vnd

TRIES = 5  # after that an officer has to look at it


def ask_refunds() -> None:
    """Every refund that the gateway has not answered yet."""
    if not settings.GATEWAY_URL:
        return
    for refund in Refund.objects.filter(state="pending", attempts__lt=TRIES).select_related("payment__dossier"):
        Refund.objects.filter(pk=refund.pk).update(attempts=refund.attempts + 1)
        try:
            answer = vnpay.refund(refund.payment, refund.amount, now())
        except (httpx.HTTPError, ValueError):
            continue  # asked again at the next look
        settle(refund, "asked" if answer.get("vnp_ResponseCode") == "00" else "refused")


def settle(refund: Refund, state: str) -> None:
    with transaction.atomic():
        Refund.objects.filter(pk=refund.pk).update(state=state)
        if state == "asked":
            outbox.tell(refund.payment.dossier, "refund", vnd(refund.amount))
