"""A one-page official paper as data, before it becomes a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    agency: str
    number: str
    title: str
    rows: tuple[tuple[str, str], ...]  # label, text
    signed_by: str  # empty: nobody signs it
    at: datetime | None
    codes: str = ""  # text of the QR code at the top left; empty: none
    unit: str = ""  # of the agency, below its name
    form: str = ""  # number of the official form, at the top right
    closing: str = ""  # the last sentence
