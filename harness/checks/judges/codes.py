"""Structure of codes: dossiers (TT 01/2018/TT-VPCP Đ19) and procedures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

# V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX, and the longer forms that conforming systems generate as well:
# G09.20-20260609-0092637.
_DOSSIER = re.compile(r"(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d+)*-(?P<day>\d{6}|\d{8})-(?P<serial>\d{4,})")
_PROCEDURE = re.compile(r"(?P<base>\d\.\d{6})(?:\.000\.00\.00\.H\d{2}|\.H\d{2})?")


@dataclass(frozen=True, slots=True)
class DossierCode:
    day: date | None  # None: the digits are no date
    serial: str


def dossier(code: str) -> DossierCode | None:
    """None when the code does not have the legal structure."""
    found = _DOSSIER.fullmatch(code.strip())
    if found is None:
        return None
    digits = found["day"] if len(found["day"]) == 8 else f"20{found['day']}"
    try:
        day = datetime.strptime(digits, "%Y%m%d").date()  # noqa: DTZ007 - a calendar day has no time zone
    except ValueError:
        return DossierCode(None, found["serial"])
    return DossierCode(day, found["serial"])


def procedure(code: str) -> str | None:
    """The national part of a procedure code, «2.000635»; None when the format is wrong."""
    found = _PROCEDURE.fullmatch(code.strip())
    return found["base"] if found else None
