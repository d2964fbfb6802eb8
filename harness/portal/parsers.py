"""From what a page shows to what a fact holds: đồng, ISO times, canonical statuses. None: cannot be read so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from harness.catalog.adapters import Adapter

VIETNAM = timezone(timedelta(hours=7))
_FREE = re.compile(r"\b(miễn phí|miễn lệ phí|không thu|không mất phí|không có|không phải nộp|không)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d[\d.,\u00a0 ]*")
_CURRENCY = re.compile(r"₫|đồng|vnđ|vnd|\bđ\b", re.IGNORECASE)
_PRICED = re.compile(
    rf"(?<=₫)\s*{_AMOUNT.pattern}|{_AMOUNT.pattern}\s*(?={_CURRENCY.pattern})", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(?<![\d/.-])(\d{1,2})\s*(?::|giờ|h)\s*(\d{2})?(?:\s*(?::|phút)\s*(\d{2})?)?", re.IGNORECASE)
_CODE = re.compile(r"[A-ZĐ0-9][A-ZĐ0-9]*(?:[.\-/][A-ZĐ0-9]+)+", re.IGNORECASE)


def fold(text: str) -> str:
    """NFC, folded spaces: how words of a page are compared."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def money(text: str) -> int | None:
    """Whole đồng in any spelling: ``8.000 ₫``, ``₫51,000``, ``51000.00 VND``, ``16.000 đồng``."""
    text = fold(text)
    amounts = [_whole(found) for found in _AMOUNT.findall(text)]
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return 0 if _FREE.search(text) else None
    if len(known) == 1:
        return known[0]
    # Several numbers ("8.000 đ × 2 bản"): the one that carries the currency and stands last.
    priced = [_whole(found[0]) for found in _PRICED.finditer(text)]
    return next((amount for amount in reversed(priced) if amount is not None), None)


def _whole(digits: str) -> int | None:
    digits = re.sub(r"[\u00a0 ]", "", digits).strip(".,")
    cents = re.fullmatch(r"(.*\d)[.,](\d{1,2})", digits)
    if cents:  # one or two digits after the last mark: a fraction of đồng, which must be nothing
        digits = cents[1]
        if int(cents[2]):
            return None
    plain = re.sub(r"[.,]", "", digits)
    return int(plain) if plain.isdigit() else None


def moment(text: str) -> str | None:
    """ISO 8601 with Vietnam's offset; a date alone is midnight of that day."""
    text = fold(text)
    parts = _day(text)
    if parts is None:
        return None
    year, month, day, rest = parts
    clock = _TIME.search(rest)
    hour, minute, second = (int(clock[i] or 0) for i in (1, 2, 3)) if clock else (0, 0, 0)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM).isoformat()
    except ValueError:
        return None


def date(text: str) -> str | None:
    """``yyyy-mm-dd`` of a date in any usual spelling."""
    found = moment(text)
    return found[:10] if found else None


def _day(text: str) -> tuple[int, int, int, str] | None:
    for pattern in (_LONG_DATE, _DATE):
        if found := pattern.search(text):
            return int(found[3]), int(found[2]), int(found[1]), text.replace(found[0], " ")
    if found := _ISO.search(text):
        return int(found[1]), int(found[2]), int(found[3]), text.replace(found[0], " ").replace("T", " ")
    return None


def number(text: str) -> int | None:
    found = re.search(r"\d[\d.,]*", text)
    return int(re.sub(r"[.,]", "", found[0])) if found else None


def code(text: str) -> str | None:
    """A dossier or procedure code out of the words around it."""
    text = fold(text)
    if text and " " not in text:
        return text
    found = _CODE.search(text)
    return found[0] if found else (text or None)


def mapped(text: str, words: Mapping[str, Any]) -> Any:
    """The canonical value of the portal's words; the words themselves when the adapter does not know them."""
    by_key = {fold(word).casefold(): value for word, value in words.items()}
    return by_key.get(fold(text).casefold(), fold(text))


def flag(text: str) -> bool:
    return fold(text).casefold() in {"có", "true", "1", "x", "đúng", "yes", "đồng ý", "bật"}


def fact_value(fact: str, kind: str, shown: str | list[str], adapter: Adapter) -> Any:
    """``kind`` is the fact's type in the closed list of facts."""
    if isinstance(shown, list):
        items = [fold(item) for item in shown]
        return [mapped(item, adapter.status) for item in items] if fact.startswith("history.") else items
    if kind == "list":
        return [fold(line) for line in shown.splitlines() if fold(line)]
    if kind == "status":
        return mapped(shown, adapter.status)
    if fact == "payment.status":
        return mapped(shown, adapter.payment_status)
    parsers = {"money": money, "date": date, "datetime": moment, "number": number, "code": code, "flag": flag}
    if kind in parsers:
        return parsers[kind](shown)
    return unicodedata.normalize("NFC", shown).strip()
