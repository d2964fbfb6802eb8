"""The applicant's mail as `mail` steps of an adapter see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from harness.model import Persona
from harness.simulators.mailbox import Mail, Mailbox

_LINK = re.compile(r"https?://[^\s<>\"']+")


@dataclass(slots=True)
class Letter:
    subject: str
    text: str
    links: list[str]
    attachments: list[tuple[str, bytes]]


class Post:
    """Gives the newest letter that came since this walk began and was not given before, nor was a copy of it."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._before = set(map(id, mailbox.messages()))
        self._given: list[Mail] = []

    async def __call__(self, spec: Mapping[str, str], persona: Persona | None) -> Letter | None:
        # The newest by its sender's own date: on the way a letter may overtake another.
        there = sorted(self._mailbox.messages(persona.email if persona else None), key=lambda mail: mail.sent)
        for mail in reversed(there):
            new = id(mail) not in self._before and not any(mail.same_as(one) for one in self._given)
            if new and _fits(mail, spec):
                self._given.append(mail)
                links = _LINK.findall(f"{mail.text}\n{mail.html}")
                return Letter(mail.subject, mail.text, links, list(mail.attachments))
        return None


def _fits(mail: Mail, spec: Mapping[str, str]) -> bool:
    return spec.get("subject", "") in mail.subject and spec.get("text", "") in f"{mail.text}\n{mail.html}"
