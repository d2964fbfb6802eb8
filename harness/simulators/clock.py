"""Vietnamese time (UTC+7, no daylight saving) in the two forms that the protocols and the records use."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def now() -> datetime:
    return datetime.now(VIETNAM)


def iso(moment: datetime | None = None) -> str:
    """ISO 8601 with offset, milliseconds: what records carry."""
    return (moment or now()).isoformat(timespec="milliseconds")


def compact(moment: datetime | None = None) -> str:
    """yyyyMMddHHmmss: what VNPay and the national portal speak."""
    return (moment or now()).strftime("%Y%m%d%H%M%S")


def parse_compact(text: str) -> datetime | None:
    """The moment of a yyyyMMddHHmmss string, or None when it is not one."""
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None
