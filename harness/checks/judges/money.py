"""Amounts of whole đồng in figures and in words."""

from __future__ import annotations

import re
from functools import cache

from num2words import num2words

from harness.checks.judges.wording import plain
from harness.model import FeeItem, Service, vnd

_NUMERALS = frozenset(
    "một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn triệu tỷ lẻ không mốt tư lăm".split()  # noqa: SIM905 - reads as a list of words
)
_SPELLINGS = (("nghìn", "ngàn"), ("lẻ", "linh"), ("tỷ", "tỉ"))


@cache
def in_words(amount: int) -> str:
    """``16000`` → «mười sáu nghìn đồng»."""
    words: str = num2words(amount, lang="vi")
    return f"{words} đồng"


def says_in_words(text: str, amount: int) -> bool:
    """In either usual spelling, and not as the tail of a larger amount («một trăm mười sáu nghìn đồng»)."""
    wanted, whole = _one_spelling(in_words(amount)), _one_spelling(plain(text).casefold())
    before = (whole[: found.start()].split() for found in re.finditer(rf"(?<!\w){re.escape(wanted)}", whole))
    return any(not words or words[-1] not in _NUMERALS for words in before)


def _one_spelling(text: str) -> str:
    for kept, other in _SPELLINGS:
        text = re.sub(rf"\b{other}\b", kept, text)
    return text


def says_in_figures(text: str, amount: int) -> bool:
    """«16.000», «16,000» or «16000», not as a part of another number."""
    dotted = vnd(amount).removesuffix(" đ")
    spellings = {dotted, dotted.replace(".", ","), dotted.replace(".", " "), str(amount)}
    shown = plain(text)
    return any(re.search(rf"(?<![\d.,]){re.escape(one)}(?![.,]?\d)", shown) for one in spellings)


def reckoning(service: Service) -> str:
    """How the published fee of this case comes about: «8.000 đ × 2 (copies) = 16.000 đ»."""
    parts = [_part(item, service) for item in service.fees]
    total = vnd(service.fee)
    return total if parts in ([], [total]) else f"{' + '.join(parts)} = {total}"


def _part(item: FeeItem, service: Service) -> str:
    if not item.per:
        return vnd(item.rate(service.case))
    noun = {"copies": " bản"}.get(item.per, "")
    return f"{vnd(item.rate(service.case))} × {service.case[item.per]}{noun}"
