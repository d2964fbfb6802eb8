"""Contradictions between a fee's number and its Vietnamese text. Amounts are whole đồng."""

from __future__ import annotations

import re

from harness.model import vnd

_NUMBER = r"\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?"
_SCALE = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_UNIT = r"đồng|đ(?![\w])|₫|vnđ|vnd"
_PER = r"/\s*(?:\d+\s*)?(?:bản|lần|người|trường hợp|hồ sơ|sổ|thẻ|giấy|phiếu|việc|trích lục|thửa|m2|m²)"
_AMOUNT = re.compile(
    rf"(?P<sign>[₫đ])\s?(?P<signed>{_NUMBER})"
    rf"|(?P<number>{_NUMBER})\s*(?:\([^)]*\)\s*)?"
    rf"(?:(?P<scale>nghìn|ngàn|triệu|tỷ)\s*(?:{_UNIT})?|(?:,-\s*)?(?:{_UNIT}))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<number>\d{{1,3}}(?:[.,]\d{{3}})+)\s*(?={_PER})", re.IGNORECASE)


def amounts_in(text: str) -> list[int]:
    """Every amount of money the text names, in order: ``8.000đ/bản, 100 nghìn đồng`` → [8000, 100000]."""
    found: dict[int, int] = {}
    for match in _AMOUNT.finditer(text):
        scale = _SCALE.get((match["scale"] or "").lower(), 1)
        found[match.start()] = _value(match["signed"] or match["number"], scale)
    for match in _BARE.finditer(text):
        found.setdefault(match.start(), _value(match["number"], 1))
    return [found[start] for start in sorted(found)]


def number_hides_money(number: int, text: str) -> str | None:
    """L4-DAT-03: the number says 0 while the text names money."""
    named = [amount for amount in amounts_in(text) if amount > 0]
    if number or not named:
        return None
    return f"ô số ghi 0 đ, nhưng phần mô tả nêu {_listed(named)}"


def number_contradicts_text(number: int, text: str) -> str | None:
    """L4-DAT-04: the number is none of the amounts that the text names."""
    named = [amount for amount in amounts_in(text) if amount > 0]
    if not number or not named or number in named:
        return None
    return f"ô số ghi {vnd(number)}, nhưng phần mô tả nêu {_listed(named)}"


def _value(digits: str, scale: int) -> int:
    """Points and commas group thousands, unless one or two digits follow the last of them."""
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"\D", "", digits[: decimals.start()] if decimals else digits)
    fraction = int(decimals[1]) / 10 ** len(decimals[1]) if decimals else 0
    return round((int(whole) + fraction) * scale)


def _listed(amounts: list[int]) -> str:
    return ", ".join(vnd(amount) for amount in dict.fromkeys(amounts))
