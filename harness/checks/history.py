"""The history that the applicant is shown (NĐ 45/2020 Đ5)."""

from __future__ import annotations

import re
from datetime import datetime

from harness.checks.judges import wording
from harness.checks.judges.workdays import moment
from harness.checks.reading import some, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, Service


@check("L4-PRC-03")
def history_says_when_and_who(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Each step with its time and the unit or officer who did it; the times run one way."""
    steps = some(evidence, "history.portal")
    times, units = texts(evidence, "history.times"), [wording.plain(one) for one in texts(evidence, "history.units")]
    witness = evidence.last("history.times")
    read = [written_moment(one) for one in times]
    if len(times) < len(steps) or not all(read):
        odd = next((one for one, at in zip(times, read, strict=True) if at is None), "")
        seen = f"lịch sử có {len(steps)} bước nhưng có bước không ghi thời điểm"
        return Shortfall(seen + (f" («{odd}»)" if odd else ""), "mỗi bước một thời điểm", witness)
    known = [at for at in read if at]
    if known not in (sorted(known), sorted(known, reverse=True)):
        return Shortfall(f"thời điểm các bước lộn xộn: {', '.join(times)}", "theo thứ tự thời gian", witness)
    if len(units) < len(steps) or not all(len(one) > 1 for one in units):
        return Shortfall("lịch sử có bước không ghi đơn vị, người thực hiện", "mỗi bước ghi ai làm",
                         evidence.last("history.units"))  # fmt: skip
    return None


_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_HOUR = re.compile(r"(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2}))?")


def written_moment(text: str) -> datetime | None:
    """«20/11/2026 09:05:00», «09:05 20/11/2026» or ISO 8601; a day without its hour counts as its beginning."""
    day, hour = _DAY.search(text), _HOUR.search(text)
    if day is None:
        return moment(text)
    iso = f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
    return moment(f"{iso}T{int(hour[1]):02d}:{hour[2]}:{hour[3] or '00'}" if hour else f"{iso}T00:00:00")
