"""Reads catalog/waivers/*.yaml, one waiver a file. Whether a waiver may be honoured is the gate's question."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator
from harness.model import SpecificationError, Waiver

FOLDER = "catalog/waivers"


def waivers(root: Path, criteria: Collection[str], services: Collection[str]) -> tuple[Waiver, ...]:
    """Every waiver of the project, by file name; SpecificationError says all that is wrong in all of them."""
    problems: list[str] = []
    found = []
    for path in sorted((root / FOLDER).glob("*.y*ml")):
        one = _read(path, root, criteria, services, problems)
        if one:
            found.append(one)
    if problems:
        raise SpecificationError(problems)
    return tuple(found)


def _read(
    path: Path, root: Path, criteria: Collection[str], services: Collection[str], problems: list[str]
) -> Waiver | None:
    document = yamltext.read(path, root, problems, "waiver")
    if document is None or not messages.conforms(document, validator("waiver"), problems):
        return None
    row = document.value
    for key, what, known in (("criterion", "tiêu chí", criteria), ("service", "dịch vụ công có mã", services)):
        if row[key] not in known:
            problems.append(messages.unknown(document.at(key), what, row[key], known))
    days = {key: _day(row[key]) for key in ("start", "end")}
    problems.extend(
        f"{document.at(key)}: {messages.field_name('Từ ngày' if key == 'start' else 'Đến hết ngày', (key,))}: "
        f"không có ngày «{row[key]}» trong lịch."
        for key, day in days.items()
        if day is None
    )
    start, end = days["start"], days["end"]
    if start is None or end is None:
        return None
    return Waiver(
        id=path.stem, criterion=row["criterion"], service=row["service"], fingerprint=row["fingerprint"],
        reason=row["reason"], owner=row["owner"], approver=row["approver"], issue=row["issue"],
        start=start, end=end, cap=int(row["cap"]), file=document.at(),
    )  # fmt: skip


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
