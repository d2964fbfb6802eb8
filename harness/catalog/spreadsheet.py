"""Reads a province's list of services from a workbook; every row in error is told with its cell."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from harness.catalog.lint.durations import durations_in
from harness.catalog.lint.fees import amounts_in
from harness.catalog.schemas import schema
from harness.model import TimeLimit

_TITLES = {  # column → (its title in messages, how a header without diacritics looks)
    "code": ("Mã thủ tục", re.compile(r"^ma\b(?!.*(linh vuc|co quan|don vi|dinh danh))")),
    "name": ("Tên dịch vụ", re.compile(r"^ten\b(?!.*(linh vuc|co quan|don vi))|^(thu tuc hanh chinh|dich vu cong)")),
    "field": ("Lĩnh vực", re.compile(r"^(ten )?linh vuc|^nhom")),
    "agency": ("Cơ quan giải quyết", re.compile(r"^(ten )?(co quan|don vi)(?! tinh)")),
    "level": ("Mức độ cung cấp", re.compile(r"^muc do|toan trinh")),
    "fee": ("Phí, lệ phí", re.compile(r"\bphi\b|^muc thu")),
    "limit": ("Thời hạn giải quyết", re.compile(r"^thoi (han|gian)")),
}
_NEEDED = ("code", "name", "field", "agency", "limit")
_HEADER_ROWS = 20  # titles, dates and signatures may stand above the header
_FREE = {"", "khong", "khong thu", "khong co", "mien phi", "khong thu phi", "khong thu phi, le phi", "0"}


@dataclass(frozen=True, slots=True)
class Row:
    """One service of the list, as far as the list tells."""

    code: str
    name: str
    field_name: str
    agency: str
    level: str
    fee: int | None  # đồng; None when the list leaves it to somebody else
    fee_text: str
    limit: TimeLimit
    limit_text: str
    cell: str  # «Danh sách!B7»


def read(path: Path, problems: list[str]) -> list[Row]:
    """The rows that can be used, in their order; whatever is wrong is told in ``problems``."""
    try:
        book = load_workbook(path, data_only=True)
    except FileNotFoundError:
        problems.append(f"{path.name}: Không có tệp này.")
        return []
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        problems.append(f"{path.name}: Không đọc được; cần tệp Excel .xlsx không đặt mật khẩu.")
        return []
    found: list[Row] = []
    seen: dict[str, str] = {}
    sheets = [(sheet, *header) for sheet in book.worksheets if (header := _header(sheet))]
    if not sheets:
        problems.append(f"{path.name}: Không trang tính nào có hàng tiêu đề với cột «Mã thủ tục» và «Tên dịch vụ».")
    for sheet, number, columns in sheets:
        missing = [_TITLES[name][0] for name in _NEEDED if name not in columns]
        if missing:
            problems.append(f"{sheet.title}!A{number}: Thiếu cột {', '.join(f'«{title}»' for title in missing)}.")
            continue
        found.extend(_rows(sheet, number, columns, seen, problems))
    return found


def plain(text: str) -> str:
    """Without diacritics and case: «Mã TTHC» → «ma tthc»."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _header(sheet: Any) -> tuple[int, dict[str, int]] | None:
    """(row, column name → index) of the first row that names a code and a name."""
    for number, cells in enumerate(sheet.iter_rows(max_row=_HEADER_ROWS, values_only=True), 1):
        columns: dict[str, int] = {}
        for index, value in enumerate(cells):
            for name, (_, looks) in _TITLES.items():
                if isinstance(value, str) and name not in columns and looks.search(plain(value)):
                    columns[name] = index
                    break
        if {"code", "name"} <= set(columns):
            return number, columns
    return None


def _rows(
    sheet: Any, header: int, columns: Mapping[str, int], seen: dict[str, str], problems: list[str]
) -> Iterator[Row]:
    for cells in sheet.iter_rows(min_row=header + 1):
        taken = {name: cells[index] for name, index in columns.items()}
        text = {name: _text(name, cell.value) for name, cell in taken.items()}
        if not any(text[name] for name in ("code", "name")):
            continue  # an empty row, or a line of totals
        where = {name: f"{sheet.title}!{cell.coordinate}" for name, cell in taken.items()}
        wrong = [f"{where[name]}: {why}" for name in columns if (why := _refused(name, text[name]))]
        code = text["code"]
        if not wrong and code in seen:
            wrong = [f"{where['code']}: Mã thủ tục «{code}» đã có ở {seen[code]}."]
        problems.extend(wrong)
        if not wrong:
            seen[code] = where["code"]
            yield _row(text, where["code"])


def _text(name: str, value: Any) -> str:
    """A code that Excel took for a number gets its six decimals back: 2.00063 → «2.000630»."""
    if name == "code" and isinstance(value, float):
        return f"{value:.6f}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(unicodedata.normalize("NFC", "" if value is None else str(value)).split())


def _refused(name: str, text: str) -> str:
    """Why the cell cannot be used, as a Vietnamese sentence."""
    title = _TITLES[name][0]
    if text.startswith("#"):
        return f"«{title}» có lỗi công thức {text}."
    if not text:
        return f"«{title}» để trống." if name in _NEEDED else ""
    limits = [limit for limit in durations_in(text) if limit.unit != "month"]
    refusals = {
        "code": (not re.match(schema("service")["properties"]["code"]["pattern"], text), "mã dạng 1.004194"),
        "field": (not _slug(text), "tên lĩnh vực bằng chữ"),
        "level": (not _level(text), "«toàn trình» hoặc «mức độ 4»; mức khác chưa thuộc diện kiểm thử"),
        "fee": (_fee(text) is None and bool(re.fullmatch(r"[\d.,\s-]+", text)), "số đồng, ví dụ 8000 hoặc 8.000 đồng"),
        "limit": (not limits, "số ngày làm việc, ngày hoặc giờ, ví dụ «3 ngày làm việc»"),
    }
    wrong, need = refusals.get(name, (False, ""))
    return f"«{title}» cần {need}, nhưng thấy «{text}»." if wrong else ""


def _row(text: Mapping[str, str], cell: str) -> Row:
    limit = next(limit for limit in durations_in(text["limit"]) if limit.unit != "month")
    level = _level(text.get("level", "")) or "toàn trình"
    fee_text = text.get("fee", "")
    fee = _fee(fee_text) if "fee" in text else None
    return Row(
        text["code"], text["name"], text["field"], text["agency"], level, fee, fee_text, limit, text["limit"], cell
    )


def _level(text: str) -> str:
    word = plain(text)
    if "mot phan" in word:
        return ""
    if "toan trinh" in word or word in {"x", "co"}:  # a column «Toàn trình» that is ticked
        return "toàn trình"
    return "mức độ 4" if re.search(r"(?<!\d)4(?!\d)", word) else ""


def _fee(text: str) -> int | None:
    """đồng; None when the text names no amount, or several."""
    if plain(text) in _FREE:
        return 0
    if re.fullmatch(r"\d+|\d{1,3}([.,]\d{3})+", text):
        return int(re.sub(r"\D", "", text))
    amounts = set(amounts_in(text))
    return amounts.pop() if len(amounts) == 1 else None


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", plain(text)))
