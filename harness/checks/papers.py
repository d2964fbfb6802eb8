"""Signed papers that the portal issued: opened once, and never judged when they cannot be opened."""

from __future__ import annotations

import os
import re
from datetime import date

from harness.checks.judges import pdf, signatures
from harness.checks.judges.wording import same
from harness.checks.judges.workdays import moment
from harness.model import Evidence, NotObserved

_LINE = 90  # characters
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
    re.IGNORECASE,
)


def opened(evidence: Evidence, name: str) -> pdf.Pdf:
    """For the criterion that judges the file itself: its ``problem`` is a finding."""
    return pdf.read(evidence.document(name).content())


def readable(evidence: Evidence, name: str) -> pdf.Pdf:
    """For the other criteria: a file that cannot be read is no observation."""
    found = opened(evidence, name)
    if found.problem:
        raise NotObserved(name, found.problem)
    return found


def missing_signature(evidence: Evidence, name: str, organisation: str = "") -> str:
    """Why the signature does not count, "" when it does. ``organisation``: who must have signed, if told."""
    readable(evidence, name)
    signed_by = moment(evidence.ended)
    if signed_by is None:
        raise NotObserved(name, "bằng chứng không ghi thời điểm kết thúc")
    found = signatures.examine(evidence.document(name).content(), signed_by)
    if found.problem:
        return found.problem
    if not any(found.organisations):
        return "chứng thư ký số không ghi tên tổ chức"
    if organisation and not any(same(one, organisation) for one in found.organisations):
        return f"chữ ký số là của «{'», «'.join(found.organisations)}»"
    return ""


def says_day(text: str, day: date) -> bool:
    """«24/11/2026», «24-11-2026» or «ngày 24 tháng 11 năm 2026»."""
    numbers = rf"(?<!\d)0?{day.day}[/.-]0?{day.month}[/.-]{day.year}(?!\d)"
    words = rf"ngày\s+0?{day.day}\s+tháng\s+0?{day.month}\s+năm\s+{day.year}"
    return re.search(f"{numbers}|{words}", text, re.IGNORECASE) is not None


def days_after(text: str, phrase: str) -> list[date]:
    """Days written within a line or so after the phrase."""
    found = (
        _DAY.search(text, place.end(), place.end() + _LINE)
        for place in re.finditer(re.escape(phrase), text, re.IGNORECASE)
    )
    return [day for one in found if one and (day := _day(*map(int, filter(None, one.groups()))))]


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def file_of(evidence: Evidence, name: str) -> str:
    """Relative to the journey's folder."""
    return os.path.relpath(evidence.document(name).path, evidence.folder)
