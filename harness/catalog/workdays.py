"""Working days of state agencies and the last day of a time limit.

The day of reception is not counted (BLDS Đ147.2); a limit that ends on a day off ends on the next working
day (BLDS Đ148.5). Holidays: the `holidays` library for Vietnam, corrected by catalog/holidays/vn.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import holidays
import yaml

from harness.model import TimeLimit

HOLIDAYS = Path(__file__).parents[2] / "catalog" / "holidays" / "vn.yaml"
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_UNITS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Corrections over the library; each maps a day to its reason."""

    closed: Mapping[date, str] = field(default_factory=dict)
    opened: Mapping[date, str] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        if day in self.closed:
            return False
        return day in self.opened or bool(_known(day.year).is_working_day(day))

    def day_off(self, day: date) -> str:
        """Why nobody works: «thứ Bảy», «Quốc khánh»; empty on a working day."""
        if self.is_working(day):
            return ""
        names = {5: "thứ Bảy", 6: "Chủ nhật"}
        return self.closed.get(day) or _known(day.year).get(day) or names.get(day.weekday(), "ngày nghỉ")

    def last_day(self, received: date, limit: TimeLimit) -> date:
        day = received
        if limit.unit == "working_day":
            for _ in range(limit.amount):
                day = self.next_working(day + timedelta(days=1))
            return day
        days = limit.amount if limit.unit == "day" else -(-limit.amount // 24)
        return self.next_working(received + timedelta(days=days))

    def next_working(self, day: date) -> date:
        """The day itself when it is one."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def days_off(self, after: date, until: date) -> list[str]:
        """«24/11 Ngày Văn hóa Việt Nam» for every day off between the two, both excluded."""
        between = (after + timedelta(days=n) for n in range(1, (until - after).days))
        return [f"{day:%d/%m} {why}" for day in between if (why := self.day_off(day))]


@cache
def _known(year: int) -> holidays.HolidayBase:
    # The year before too: a day in lieu may fall in January.
    return holidays.country_holidays("VN", years=(year - 1, year, year + 1), language="vi")


@cache
def calendar() -> Calendar:
    """The project's calendar."""
    rows = yaml.load(HOLIDAYS.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    parts = ({date.fromisoformat(day): why for day, why in rows[key].items()} for key in ("closed", "open"))
    return Calendar(*parts)


def moment(text: object) -> datetime | None:
    """An ISO time in Vietnam's zone; None when there is none. A time without offset is Vietnam's."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found.astimezone(VIETNAM) if found.tzinfo else found.replace(tzinfo=VIETNAM)


def said(limit: TimeLimit) -> str:
    """«1 ngày làm việc»."""
    return f"{limit.amount} {_UNITS[limit.unit]}"
