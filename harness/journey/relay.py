"""Stands between a stage and the recorders: one walk may leave the evidence of several journeys in turn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from harness.evidence.recorder import Recorder
from harness.model import Document


class Relay:
    """Passes everything on to the recorder of the journey under way, and notes what this walk is known by."""

    def __init__(self, recorder: Recorder, gateway_url: str = "") -> None:
        self.to = recorder
        self.payments: list[str] = []  # vnp_TxnRef of each order that this browser brought to the gateway
        self.kept: list[str] = []  # names of the documents that this walk has taken
        self._gateway = gateway_url

    def fact(self, name: str, value: Any, place: str, file: str = "") -> None:
        self.to.fact(name, value, place, file)

    def last(self, name: str, default: Any = None) -> Any:
        return self.to.last(name, default)

    def document(self, name: str, content: bytes, media_type: str, place: str) -> Document:
        self.kept.append(name)
        return self.to.document(name, content, media_type, place)

    def event(self, kind: str, **fields: Any) -> None:
        if self.to.sealed is None:  # a browser being closed may still speak
            self.to.event(kind, **fields)

    def keep(self, kind: str, name: str, text: str) -> str:
        return self.to.keep(kind, name, text)

    def page(self, name: str, url: str, aria: str, picture: bytes | None) -> str:
        return self.to.page(name, url, aria, picture)

    def learn(self, secret: str) -> None:
        self.to.redaction.learn(secret)

    def hidden(self, text: str) -> Iterable[tuple[int, int]]:
        return self.to.redaction.hidden(text)

    def exchange(  # noqa: PLR0913, PLR0917 — one row of a log
        self, method: str, url: str, status: int, kind: str, media_type: str = "", body: str = ""
    ) -> None:
        self.to.exchange(method, url, status, kind, media_type, body)
        if self._gateway and url.startswith(self._gateway):
            for reference in parse_qs(urlsplit(url).query).get("vnp_TxnRef", []):
                if reference not in self.payments:
                    self.payments.append(reference)
