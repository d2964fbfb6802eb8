"""Values at the edge of what a field may hold, chosen by what its label asks for. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from harness.portal.forms.control import Control
from harness.portal.forms.match import key

TYPED = {"text", "number", "typed-date", "date", "picker"}
_MEANINGS = {  # what a label asks for; the first that fits counts
    "identity": re.compile(r"số (?:định danh|căn cước|cccd)|mã định danh cá nhân"),
    "tax": re.compile(r"mã số thuế"),
    "phone": re.compile(r"điện thoại"),
    "email": re.compile(r"thư điện tử|e-?mail"),
    "born": re.compile(r"(?:ngày|năm).{0,15}\bsinh\b"),
    "money": re.compile(r"\((?:đồng|vnđ|vnd)\)|số tiền"),
}
_NOT = re.compile(r"bằng chữ|ngày cấp|nơi cấp|nơi sinh")
FIFTEEN_DIGITS = "123456789012345"


@dataclass(frozen=True, slots=True)
class Limit:
    """One value for one field; ``good``: the portal must take it, otherwise it must refuse it."""

    meaning: str
    value: str
    why: str  # Vietnamese
    good: bool = False


def meaning_of(label: str) -> str:
    """identity | tax | phone | email | born | money; "" for any other field."""
    words = key(label)
    if _NOT.search(words):
        return ""
    return next((name for name, pattern in _MEANINGS.items() if pattern.search(words)), "")


def limits_for(control: Control, today: date, *, own: bool = False) -> list[Limit]:
    """``own``: the field is about the applicant, whose birthday may be any day of the past."""
    if control.disabled or control.readonly or control.kind not in TYPED:
        return []
    meaning = meaning_of(control.label)
    found = [Limit(meaning, value, why) for value, why in _bad(meaning, today)]
    if meaning == "money":
        found.append(Limit(meaning, FIFTEEN_DIGITS, "số tiền 15 chữ số", good=True))
    if meaning == "born" and own:
        found.append(Limit(meaning, "29/02/2000", "ngày 29/02 của năm nhuận", good=True))
    if control.kind == "date":  # a native date box cannot even hold a day that is none
        found = [one for one in found if one.value not in {"29/02/2023", "31/04/1990"}]
    return found


def _bad(meaning: str, today: date) -> list[tuple[str, str]]:
    return {
        "identity": [("99909000000", "số định danh 11 chữ số"), ("9990000000011", "số định danh 13 chữ số"),
                     ("123456789", "số 9 chữ số của chứng minh nhân dân cũ")],
        "tax": [("031234567", "mã số thuế 9 chữ số"), ("03123456789", "mã số thuế 11 chữ số")],
        "phone": [("09900", "số điện thoại 5 chữ số"), ("09900abcde", "số điện thoại có chữ")],
        "email": [("ten@", "thư điện tử không có tên miền"), ("ten.example.vn", "thư điện tử không có @")],
        "born": [("29/02/2023", "ngày 29/02 của năm không nhuận"), (f"01/01/{today.year + 1}", "ngày sinh ở tương lai"),
                 ("31/04/1990", "ngày 31/04")],
    }.get(meaning, [])  # fmt: skip
