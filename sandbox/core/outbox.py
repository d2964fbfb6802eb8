"""What is to be delivered in the background is first written down, in the same transaction."""

from __future__ import annotations

import threading
from typing import Any

from django.db import transaction

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Dossier, Notice, Outbox, StatusChange
from sandbox.core.texts import now

WORK = threading.Event()  # set when there may be something to deliver


def put(channel: str, payload: dict[str, Any]) -> None:
    Outbox.objects.create(channel=channel, payload=payload, at=now())
    transaction.on_commit(WORK.set)


def tell(dossier: Dossier, event: str, note: str = "") -> None:
    """A mail and a notice in the account about an event (see Delivery.message)."""
    mail = behaviour().mail(dossier, event, note)
    if mail:
        put("mail", {"to": behaviour().mail_address(dossier), "subject": mail[0], "text": mail[1]})
    text = behaviour().account_notice(dossier, event, note)
    if text:
        Notice.objects.create(account=dossier.account, dossier=dossier, text=text, at=now())


def synchronise(dossier: Dossier) -> None:
    """Packet and progress rows for the national portal, as the dossier stands now."""
    if not behaviour().synchronised(dossier):
        return
    told = {"MaHoSo": dossier.code}
    known = Outbox.objects.filter(channel="national", payload__MaHoSo=dossier.code,
                                  payload__service="DongBoHoSoMC").exists()
    put("national", {**told, "service": "DongBoHoSoMC", "isUpdating": str(behaviour().says_update(known=known)),
                     "data": [behaviour().packet(dossier)]})
    changes = list(dossier.history.filter(told=False).order_by("at", "pk"))
    rows = [row for change in changes if (row := behaviour().progress_row(dossier, change)) is not None]
    if rows:
        put("national", {**told, "service": "CapNhatTienDoHoSoMC", "data": rows})
    StatusChange.objects.filter(pk__in=[change.pk for change in changes]).update(told=True)
