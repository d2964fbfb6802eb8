"""Finds the header of a province's list: in any order and wording, over two rows, with merged cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TITLES = {  # column → (its title in messages, how a header without diacritics looks)
    "code": ("Mã thủ tục", re.compile(r"^(so )?ma\b(?!.*(linh vuc|co quan|don vi|dinh danh))")),
    "name": (
        "Tên dịch vụ",
        re.compile(r"^ten\b(?!.*(linh vuc|co quan|don vi))|^(thu tuc|dich vu)(?! cong truc tuyen)"),
    ),
    "field": ("Lĩnh vực", re.compile(r"^(ten |nhom )?linh vuc|^nhom")),
    "agency": (
        "Cơ quan giải quyết",
        re.compile(r"^(ten )?(co quan|don vi)(?! tinh)|^(cap|noi) (giai quyet|thuc hien)"),
    ),
    "level": ("Mức độ cung cấp", re.compile(r"^muc do|toan trinh|^dich vu cong truc tuyen|^dvc truc tuyen")),
    "fee": ("Phí, lệ phí", re.compile(r"\bphi\b|^muc thu")),
    "limit": ("Thời hạn giải quyết", re.compile(r"^thoi (han|gian)|^han (xu ly|giai quyet)|^so ngay")),
}
HEADER_ROWS = 20  # titles, dates and signatures may stand above the header
_NUMBER = "#"  # stands for a number, a date
_CODE = re.compile(r"\d[.,]\d{3}")
_ONLINE = re.compile(r"^truc tuyen|^online")
_UNIT = re.compile(r"ngay lam viec|ngay|gio")


@dataclass(frozen=True, slots=True)
class Header:
    row: int  # the last row of the header
    columns: Mapping[str, int]  # column → index
    unit: str = ""  # «ngày làm việc» when the header names it: then numbers alone are time limits
    ticks: bool = False  # the level is a column «Toàn trình» that is ticked


def plain(text: str) -> str:
    """Without diacritics and case: «Mã TTHC» → «ma tthc»."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def header_of(sheet: Any) -> Header | None:
    """The first row that names a code and a name; what it leaves out may stand in the row above or below it."""
    rows = _filled(sheet)
    for number, cells in enumerate(rows):
        columns = _columns(cells)
        if not {"code", "name"} <= set(columns):
            continue
        last = number
        for near in (number - 1, number + 1):
            others = _columns(rows[near]) if 0 <= near < len(rows) and not _is_filled_in(rows[near]) else {}
            fresh = {name: index for name, index in others.items() if name not in columns}
            last = max(last, near) if fresh else last
            columns |= {name: _under(index, rows[near], cells) for name, index in fresh.items()}
        return Header(last + 1, columns, _unit(columns, rows[max(number - 1, 0) : last + 1]), _ticked(columns, cells))
    return None


def _filled(sheet: Any) -> list[list[str]]:
    """The rows at the top, without diacritics; a merged cell counts in all the cells that it covers."""
    rows = [[_words(value) for value in cells]
            for cells in sheet.iter_rows(max_row=HEADER_ROWS, values_only=True)]  # fmt: skip
    for merged in sheet.merged_cells.ranges:
        if merged.max_row > len(rows) or merged.max_col - merged.min_col > len(rows[0]) // 2:
            continue  # a title over the whole table heads no column
        words = rows[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row - 1, merged.max_row):
            for column in range(merged.min_col - 1, merged.max_col):
                rows[row][column] = words
    return rows


def _words(value: Any) -> str:
    if value is None or isinstance(value, str):
        return plain(value or "")
    return _NUMBER


def _is_filled_in(cells: Sequence[str]) -> bool:
    """A row of the list itself: it has a number or a code."""
    return any(words == _NUMBER or _CODE.search(words) for words in cells)


def _columns(cells: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, words in enumerate(cells):
        name = next(
            (name for name, (_, looks) in TITLES.items() if words and name not in columns and looks.search(words)), ""
        )
        if name:
            columns[name] = index
    return columns


def _under(index: int, above: Sequence[str], below: Sequence[str]) -> int:
    """Of the columns that one merged header covers, the one for what is handed in online."""
    covered = [i for i in range(index, len(above)) if above[i] == above[index]]
    return next((i for i in covered if i < len(below) and _ONLINE.search(below[i])), index)


def _unit(columns: Mapping[str, int], rows: Sequence[Sequence[str]]) -> str:
    index = columns.get("limit", -1)
    found = [_UNIT.search(row[index]) for row in rows if 0 <= index < len(row)]
    words = next((one[0] for one in found if one), "")
    return {"ngay lam viec": "ngày làm việc", "ngay": "ngày", "gio": "giờ"}.get(words, "")


def _ticked(columns: Mapping[str, int], cells: Sequence[str]) -> bool:
    index = columns.get("level", -1)
    return 0 <= index < len(cells) and "toan trinh" in cells[index] and "muc do" not in cells[index]
