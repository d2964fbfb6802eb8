"""Time limits in Vietnamese text: ``10 ngày làm việc (7 ngày với nhà ở)`` → two of them."""

from __future__ import annotations

import re

from harness.model import TimeLimit

_DURATION = re.compile(r"(?<![\d.,/])(\d{1,3})\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)(?!\w)", re.IGNORECASE)
_UNITS = {"ngày làm việc": "working_day", "ngày": "day", "giờ làm việc": "hour", "giờ": "hour", "tháng": "month"}
_WORDS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ", "month": "tháng"}


def durations_in(text: str) -> tuple[TimeLimit, ...]:
    """Every time limit that the text names, in order, without repeats."""
    found = (TimeLimit(int(number), _UNITS[unit.lower()]) for number, unit in _DURATION.findall(text))
    return tuple(dict.fromkeys(found))


def said(limits: tuple[TimeLimit, ...]) -> str:
    return ", ".join(f"{limit.amount} {_WORDS[limit.unit]}" for limit in limits)
