"""A mailbox for everybody: a real SMTP server on this machine that keeps what it receives."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from harness.simulators import clock
from harness.simulators.serving import listener


@dataclass(frozen=True, slots=True)
class Mail:
    """One letter as one addressee received it."""

    to: str
    sender: str
    subject: str
    text: str
    html: str
    attachments: tuple[tuple[str, bytes], ...]
    at: str  # ISO 8601
    sent: float = 0.0  # seconds since 1970 as its sender wrote them; 0: not written, or not to be read

    def same_as(self, other: Mail) -> bool:
        """One letter delivered twice."""
        return replace(self, at="", sent=0) == replace(other, at="", sent=0)


class Mailbox:
    """Thread-safe. ``port`` 0 takes a free one."""

    def __init__(self, host: str = "localhost", port: int = 0) -> None:
        self.host = host
        self.port = port
        self._arrived = threading.Condition()
        self._mails: list[Mail] = []
        self._refusals: list[str] = []
        self._controller: _BoundController | None = None

    @property
    def url(self) -> str:
        return f"smtp://{self.host}:{self.port}" if self.port else ""

    def start(self) -> None:
        # Bound before the controller starts, so that a free port has its number.
        bound = listener(self.port)
        self.port = bound.getsockname()[1]
        self._controller = _BoundController(self, bound)
        self._controller.start()

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()
            self._controller = None

    # --- control, for journeys

    def messages(self, to: str | None = None) -> list[Mail]:
        """Oldest first; addresses compare without case."""
        with self._arrived:
            return [m for m in self._mails if to is None or m.to.lower() == to.lower()]

    def wait_for(self, to: str | None, predicate: Callable[[Mail], bool], timeout: float) -> Mail | None:
        """The oldest mail that satisfies the predicate, waiting up to ``timeout`` seconds; else None."""

        def found() -> Mail | None:
            return next((m for m in self.messages(to) if predicate(m)), None)

        with self._arrived:
            return self._arrived.wait_for(found, timeout)

    def refuse_next(self, count: int = 1, answer: str = "451 4.3.0 Hộp thư tạm thời không nhận thư") -> None:
        """The next ``count`` letters are refused with this SMTP answer (4xx = try again, 5xx = never)."""
        with self._arrived:
            self._refusals += [answer] * count

    # --- aiosmtpd's handler interface

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        with self._arrived:
            if self._refusals:
                return self._refusals.pop(0)
            self._mails += _read(envelope)
            self._arrived.notify_all()
        return "250 2.0.0 OK"


class _BoundController(Controller):
    def __init__(self, mailbox: Mailbox, bound: socket.socket) -> None:
        super().__init__(mailbox, hostname="127.0.0.1", port=bound.getsockname()[1], ident="kiemthu")
        self._bound = bound

    def _create_server(self) -> Any:
        return self.loop.create_server(self._factory_invoker, sock=self._bound)

    def cancel_tasks(self, stop_loop: bool = True) -> None:
        """Open connections end before the loop does, or their tasks would be found pending at exit."""
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        if stop_loop:
            ended = asyncio.gather(*tasks, return_exceptions=True) if tasks else None
            if ended:
                ended.add_done_callback(lambda _: self.loop.stop())
            else:
                self.loop.stop()


def _read(envelope: Envelope) -> list[Mail]:
    content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
    message = email.message_from_bytes(content, policy=email.policy.default)
    attachments = tuple(
        (part.get_filename() or "", cast(bytes, part.get_payload(decode=True) or b""))
        for part in message.iter_attachments()
    )
    return [
        Mail(
            to=to,
            sender=envelope.mail_from or "",
            subject=str(message["Subject"] or ""),
            text=_body(message, "plain"),
            html=_body(message, "html"),
            attachments=attachments,
            at=clock.iso(),
            sent=_sent(message),
        )
        for to in envelope.rcpt_tos
    ]


def _sent(message: EmailMessage) -> float:
    try:
        return float(message["Date"].datetime.timestamp())
    except (AttributeError, ValueError, OverflowError):  # no date, or none that can be read
        return 0.0


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part else ""
