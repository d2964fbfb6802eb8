"""What this room asks of others: a recorder of evidence, and callables that answer for the other sides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Protocol, TypeAlias

from harness.model import Document, Persona

JsonValue: TypeAlias = Any
# A value source: `@inbox.otp` asks the source "inbox" for "otp" on behalf of the persona who acts.
# None means "not there yet": it is asked again until the budget is spent.
Source: TypeAlias = Callable[[str, Persona | None], str | Awaitable[str | None] | None]
Sources: TypeAlias = Mapping[str, Source]


class Recorder(Protocol):
    """The evidence room's side; only these are called from here."""

    def fact(self, name: str, value: JsonValue, place: str, file: str = "") -> None: ...

    def document(self, name: str, content: bytes, media_type: str, place: str) -> Document: ...

    def event(self, kind: str, **fields: JsonValue) -> None: ...

    def page(self, name: str, url: str, aria: str, picture: bytes | None) -> str:
        """Keeps the accessible tree and the picture; returns the file that witnesses can point to."""

    def learn(self, secret: str) -> None:
        """From now on shown nowhere in the evidence."""

    def hidden(self, text: str) -> Iterable[tuple[int, int]]:
        """(start, end) of everything in a text in NFC that no picture may show."""

    def exchange(  # noqa: PLR0913, PLR0917 — one HTTP exchange has as many parts
        self, method: str, url: str, status: int, kind: str, media_type: str = "", body: str = ""
    ) -> None:
        """One HTTP exchange; ``kind`` as the browser names it: document, xhr, fetch, image …"""


class Mailbox(Protocol):
    """A message that a `mail` step waits for: its text, links and attachments."""

    async def __call__(self, spec: Mapping[str, str], persona: Persona | None) -> MailSeen | None: ...


class MailSeen(Protocol):
    subject: str
    text: str
    links: list[str]
    attachments: list[tuple[str, bytes]]
