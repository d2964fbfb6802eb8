"""Reads the province's plan from a workbook: which services, and by when each is to reach which stage."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from harness.catalog.headers import plain
from harness.catalog.schemas import schema

# column → (its title in messages, how a header without diacritics looks)
_NAMES = {
    "code": ("Mã thủ tục", re.compile(r"^ma\b(?!.*(linh vuc|co quan|don vi|dinh danh))")),
    "name": ("Tên dịch vụ", re.compile(r"^ten\b(?!.*(linh vuc|co quan|don vi))|^(thu tuc hanh chinh|dich vu cong)")),
    "field": ("Lĩnh vực", re.compile(r"^(ten )?linh vuc")),
    "agency": ("Cơ quan", re.compile(r"^(ten )?(co quan|don vi)(?! tinh)")),
    "level": ("Mức độ cung cấp", re.compile(r"^muc do|^toan trinh")),
}
_WHEN = r"^(han|thoi han|ngay|du kien|ke hoach)\b.*"
_DATES = {  # the stage that a column of dates is about; the most telling words first
    "integrated": ("Hạn tích hợp", re.compile(_WHEN + r"tich hop")),
    "published": ("Hạn công bố", re.compile(_WHEN + r"cong bo")),
    "conforming": ("Hạn đạt yêu cầu", re.compile(_WHEN + r"(dat|nghiem thu|xong kiem thu|hoan thanh kiem thu)")),
    "testing": ("Hạn kiểm thử", re.compile(_WHEN + r"kiem thu")),
    "built": ("Hạn xây dựng", re.compile(_WHEN + r"(xay dung|cung cap)")),
    "approved": ("Hạn phê duyệt", re.compile(_WHEN + r"(phe duyet|duyet)")),
}
_HEADER_ROWS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One service of the plan. `due`: stage → day, only for the columns that the sheet has (None: no day)."""

    service: Mapping[str, str]
    due: Mapping[str, date | None]
    cell: str


def read(path: Path, problems: list[str]) -> list[Line]:
    """The lines that can be used; whatever is wrong is told in `problems` with its cell."""
    try:
        book = load_workbook(path, data_only=True)
    except FileNotFoundError:
        problems.append(f"{path.name}: Không có tệp này.")
        return []
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        problems.append(f"{path.name}: Không đọc được; cần tệp Excel .xlsx không đặt mật khẩu.")
        return []
    found: list[Line] = []
    for sheet in book.worksheets:
        header = _header(sheet)
        if header:
            found += _lines(sheet, *header, problems)
    if not found and not problems:
        need = "«Mã thủ tục», «Tên dịch vụ» và ít nhất một cột hạn, ví dụ «Hạn công bố»"
        problems.append(f"{path.name}: Không trang tính nào có hàng tiêu đề với cột {need}.")
    return found


def _header(sheet: Any) -> tuple[int, dict[str, int]] | None:
    for number, cells in enumerate(sheet.iter_rows(max_row=_HEADER_ROWS, values_only=True), 1):
        columns: dict[str, int] = {}
        for index, value in enumerate(cells):
            for name, (_, looks) in {**_DATES, **_NAMES}.items():
                if isinstance(value, str) and name not in columns and looks.search(plain(value)):
                    columns[name] = index
                    break
        if {"code", "name"} <= set(columns) and set(columns) & set(_DATES):
            return number, columns
    return None


def _lines(sheet: Any, header: int, columns: Mapping[str, int], problems: list[str]) -> Iterator[Line]:
    seen: dict[str, str] = {}
    for cells in sheet.iter_rows(min_row=header + 1):
        at = {name: f"{sheet.title}!{cells[index].coordinate}" for name, index in columns.items()}
        text = {name: " ".join(str(cells[columns[name]].value or "").split()) for name in _NAMES if name in columns}
        code = text["code"]
        if not code:
            continue  # an empty row, or a line of totals
        wrong = []
        if not re.match(schema("service")["properties"]["code"]["pattern"], code):
            wrong.append(f"{at['code']}: «Mã thủ tục» cần mã dạng 1.004194, nhưng thấy «{code}».")
        elif code in seen:
            wrong.append(f"{at['code']}: Mã thủ tục «{code}» đã có ở {seen[code]}.")
        due: dict[str, date | None] = {}
        for stage in columns.keys() & _DATES.keys():
            value = cells[columns[stage]].value
            due[stage] = _day(value)
            if value and due[stage] is None:
                wrong.append(f"{at[stage]}: «{_DATES[stage][0]}» cần ngày dạng 31/12/2026, nhưng thấy «{value}».")
        problems.extend(wrong)
        if not wrong:
            seen[code] = at["code"]
            yield Line(text, due, at["code"])


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(str(value or "").strip(), form).date()  # noqa: DTZ007 — a day has no zone
        except ValueError:
            continue
    return None
