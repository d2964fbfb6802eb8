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
    """Gives the newest letter that came since this walk began and was not given before."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._given = set(map(id, mailbox.messages()))

    async def __call__(self, spec: Mapping[str, str], persona: Persona | None) -> Letter | None:
        for mail in reversed(self._mailbox.messages(persona.email if persona else None)):
            if id(mail) not in self._given and _fits(mail, spec):
                self._given.add(id(mail))
                links = _LINK.findall(f"{mail.text}\n{mail.html}")
                return Letter(mail.subject, mail.text, links, list(mail.attachments))
        return None


def _fits(mail: Mail, spec: Mapping[str, str]) -> bool:
    return spec.get("subject", "") in mail.subject and spec.get("text", "") in f"{mail.text}\n{mail.html}"
