"""The background worker: mails, national packets and lost payment notices; what fails is tried again."""

from __future__ import annotations

import logging
import smtplib
import threading
from datetime import timedelta
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

import httpx
from django.conf import settings
from django.db import DatabaseError

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Outbox
from sandbox.core.outbox import WORK
from sandbox.core.payments import query_lost
from sandbox.core.refunds import ask_refunds
from sandbox.core.texts import now

LOG = logging.getLogger(__name__)
SENDER = "khong-tra-loi@cong-dich-vu-cong.example"
PAUSE = 1.0  # seconds between two looks at the orders when nothing else happens


class NotDelivered(Exception):  # noqa: N818 - reads as what happened
    """The other side did not take it; the text says why."""


def send_mail(payload: dict[str, Any]) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, payload["to"], payload["subject"]
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid(domain="cong-dich-vu-cong.example")
    message.set_content(payload["text"])
    with smtplib.SMTP(settings.SMTP_HOST, settings.SMTP_PORT, timeout=10) as server:
        server.send_message(message)


class National:
    """A session at the national portal (national-portal.md §1)."""

    def __init__(self) -> None:
        self._client = httpx.Client(timeout=10)
        self._session = ""

    def _ask(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self._client.post(f"{settings.NATIONAL_URL}{path}", json=body)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    def _log_in(self) -> None:
        answer = self._ask("/login", {"username": settings.NATIONAL_USERNAME, "password": settings.NATIONAL_PASSWORD})
        if str(answer.get("error_code")) not in {"0", "00"}:
            raise NotDelivered(f"login: {answer}")
        self._session = str(answer["session"])

    def close(self) -> None:
        self._client.close()

    def send(self, payload: dict[str, Any]) -> None:
        """One call; a packet that «đã tồn tại» is sent again as an update."""
        if not self._session:
            self._log_in()
        fields = {key: value for key, value in payload.items() if key != "MaHoSo"}
        body = {"session": self._session, "madonvi": "000.00.00.H99", **fields}
        answer = self._ask("/services", body)
        if "đã tồn tại" in str(answer):
            answer = self._ask("/services", {**body, "isUpdating": "True"})
        if str(answer.get("error_code")) not in {"0", "00"}:
            self._session = ""  # it may have ended
            raise NotDelivered(str(answer)[:200])


class Courier(threading.Thread):
    """Delivers in the order of writing; a packet that fails holds back the later packets of its dossier."""

    def __init__(self) -> None:
        super().__init__(name="courier", daemon=True)
        self._national = National()
        self._stop_asked = threading.Event()

    def run(self) -> None:
        while not self._stop_asked.is_set():
            WORK.wait(PAUSE)
            WORK.clear()
            try:
                self.deliver()
                query_lost()
                ask_refunds()
            except DatabaseError:
                LOG.exception("the database is busy; trying again")
        self.close()

    def close(self) -> None:
        self._national.close()

    def finish(self) -> None:
        self._stop_asked.set()
        WORK.set()

    def deliver(self) -> None:
        """Everything that is due now."""
        if settings.SMTP_HOST:
            for item in Outbox.objects.filter(channel="mail", delivered_at=None).order_by("pk"):
                self._try(item)
        if settings.NATIONAL_URL:
            held: set[str] = set()  # dossiers whose earlier packet has not gone
            for item in Outbox.objects.filter(channel="national", delivered_at=None).order_by("pk"):
                code = str(item.payload.get("MaHoSo", ""))
                if code not in held and not self._try(item):
                    held.add(code)

    def _try(self, item: Outbox) -> bool:
        if item.retry_at and item.retry_at > now():
            return False
        item.attempts += 1
        try:
            if item.channel == "mail":
                send_mail(item.payload)
            else:
                self._national.send(item.payload)
        except (OSError, smtplib.SMTPException, httpx.HTTPError, ValueError, NotDelivered) as trouble:
            item.error = item.last_error = str(trouble)[:300]
            wait = behaviour().send_again(item.attempts)
            item.retry_at = now() + (wait if wait is not None else timedelta(days=3650))
            item.save()
            return False
        item.delivered_at, item.error = now(), ""
        item.save()
        return True
