"""Which days state agencies work, and the last day of a time limit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from sandbox.core.procedures import TimeLimit

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
CLOSING = time(17, 0)  # the office closes; a result is due by then


@cache
def _calendar() -> tuple[frozenset[date], frozenset[date]]:
    data = yaml.safe_load((Path(__file__).parent / "holidays.yaml").read_text(encoding="utf-8"))
    off = frozenset(date.fromisoformat(f"{year}-{day}") for year, days in data["days_off"].items() for day in days)
    return off, frozenset(date.fromisoformat(day) for day in data["worked"])


def is_working(day: date) -> bool:
    off, worked = _calendar()
    return day in worked or (day.weekday() < 5 and day not in off)


def due(received: datetime, limit: TimeLimit) -> datetime:
    """Closing time of the last day; the day of reception is not counted (BLDS Đ147)."""
    day, left = received.astimezone(VIETNAM).date(), limit.amount
    while left:
        day += timedelta(days=1)
        left -= limit.unit != "working_day" or is_working(day)
    while not is_working(day):
        day += timedelta(days=1)
    return datetime.combine(day, CLOSING, VIETNAM)
