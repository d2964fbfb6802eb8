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
OPEN = ((time(8, 0), time(12, 0)), (time(13, 0), CLOSING))  # office hours


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


def shifted(due: datetime, asked: datetime, answered: datetime, limit: TimeLimit) -> datetime:
    """The last day once more, when the clock stood still from the request to its answer."""
    first, last = asked.astimezone(VIETNAM).date(), answered.astimezone(VIETNAM).date()
    waited = [first + timedelta(n) for n in range(1, (last - first).days + 1)]
    day, left = due.astimezone(VIETNAM).date(), sum(limit.unit != "working_day" or is_working(one) for one in waited)
    while left:
        day += timedelta(days=1)
        left -= limit.unit != "working_day" or is_working(day)
    while not is_working(day):
        day += timedelta(days=1)
    return datetime.combine(day, CLOSING, VIETNAM)


def after_hours(start: datetime, hours: int) -> datetime:
    """The moment when so many working hours have passed."""
    at, left = start.astimezone(VIETNAM), timedelta(hours=hours)
    day = at.date()
    while True:
        for opens, closes in OPEN if is_working(day) else ():
            begin = max(at, datetime.combine(day, opens, VIETNAM))
            end = datetime.combine(day, closes, VIETNAM)
            if end <= begin:
                continue
            if begin + left <= end:
                return begin + left
            left -= end - begin
        day += timedelta(days=1)
