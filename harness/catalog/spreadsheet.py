"""Reads a province's list of services from a workbook; every row in error is told with its cell."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from harness.catalog.headers import TITLES, Header, header_of, plain
from harness.catalog.lint.durations import durations_in
from harness.catalog.lint.fees import amounts_in
from harness.catalog.schemas import schema
from harness.model import TimeLimit

_NEEDED = ("code", "name", "field", "agency", "limit")
_FREE = {"khong", "khong thu", "khong co", "mien phi", "khong thu phi", "khong thu phi, le phi", "0"}
_SILENT = frozenset({"-", "–", "—", "…", "...", "/"})  # what a list writes where it says nothing
_CODE_LIKE = re.compile(r"\d[.,]\d")
_WORDS_OF_NUMBERS = re.compile(r"\s*\([^()\d]*\)")  # «01 (một) ngày làm việc»
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")


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


def read(path: Path, problems: list[str], notes: list[str] | None = None) -> list[Row]:
    """The rows that can be used, in order; whatever is wrong is told in ``problems``, what is left out in ``notes``."""
    try:
        book, formulas = load_workbook(path, data_only=True), load_workbook(path)
    except FileNotFoundError:
        problems.append(f"{path.name}: Không có tệp này.")
        return []
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        problems.append(f"{path.name}: Không đọc được; cần tệp Excel .xlsx không đặt mật khẩu.")
        return []
    notes = [] if notes is None else notes
    found: list[Row] = []
    seen: dict[str, str] = {}
    sheets = [(sheet, header) for sheet in book.worksheets if (header := header_of(sheet))]
    if not sheets:
        problems.append(f"{path.name}: Không trang tính nào có hàng tiêu đề với cột «Mã thủ tục» và «Tên dịch vụ».")
    for sheet, header in sheets:
        missing = [TITLES[name][0] for name in _NEEDED if name not in header.columns]
        if sheet.sheet_state != "visible":
            notes.append(f"Trang tính «{sheet.title}» đang ẩn nên không đọc")
        elif missing:
            problems.append(f"{sheet.title}!A{header.row}: Thiếu cột {', '.join(f'«{title}»' for title in missing)}.")
        else:
            found.extend(_rows(sheet, formulas[sheet.title], header, seen, problems, notes))
    return found


def _rows(  # noqa: PLR0913, PLR0917 – a sheet twice, where to look, and what to tell
    sheet: Any, formulas: Any, header: Header, seen: dict[str, str], problems: list[str], notes: list[str]
) -> Iterator[Row]:
    for cells in sheet.iter_rows(min_row=header.row + 1):
        taken = {name: cells[index] for name, index in header.columns.items()}
        text = {name: _text(name, cell.value) for name, cell in taken.items()}
        where = {name: f"{sheet.title}!{cell.coordinate}" for name, cell in taken.items()}
        uncounted = [name for name, cell in taken.items() if cell.value is None and _formula(formulas, cell)]
        if not uncounted and _is_no_service(text):
            continue
        if sheet.row_dimensions[cells[0].row].hidden:
            notes.append(f"{where['code']}: {text['code']} ở hàng đang ẩn")
            continue
        wrong = [f"{where[name]}: «{TITLES[name][0]}» là công thức chưa tính; hãy mở tệp bằng Excel rồi lưu lại."
                 for name in uncounted]  # fmt: skip
        wrong += [f"{where[name]}: {why}" for name in header.columns
                  if name not in uncounted and (why := _refused(name, text[name], header))]  # fmt: skip
        code = text["code"]
        if code in seen:
            wrong.append(f"{where['code']}: Mã thủ tục «{code}» đã có ở {seen[code]}.")
        elif _is_code(code):
            seen[code] = where["code"]
        problems.extend(wrong)
        if not wrong:
            yield _row(text, where["code"], header)


def _formula(formulas: Any, cell: Any) -> bool:
    return isinstance(formulas[cell.coordinate].value, str)


def _is_no_service(text: Mapping[str, str]) -> bool:
    """An empty row, a line of totals, or the title of a group of services: nothing but words at the left."""
    if not any(text[name] for name in ("code", "name")):
        return True
    others = [name for name in _NEEDED if name not in {"code", "name"}]
    return not _CODE_LIKE.search(text["code"]) and not any(text[name] for name in others)


def _is_code(text: str) -> bool:
    return bool(re.match(schema("service")["properties"]["code"]["pattern"], text))


def _text(name: str, value: Any) -> str:
    """A code that Excel took for a number gets its six decimals back: 2.00063 → «2.000630»."""
    if name == "code" and isinstance(value, float):
        return f"{value:.6f}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        value = value.strftime("%d/%m/%Y")
    words = _INVISIBLE.sub("", unicodedata.normalize("NFC", "" if value is None else str(value)))
    words = " ".join(words.split())
    return "" if words in _SILENT and name != "field" else words


def _limits(text: str, header: Header) -> list[TimeLimit]:
    if re.fullmatch(r"\d{1,3}", text) and header.unit:
        text = f"{text} {header.unit}"
    return [limit for limit in durations_in(_WORDS_OF_NUMBERS.sub("", text)) if limit.unit != "month"]


def _refused(name: str, text: str, header: Header) -> str:
    """Why the cell cannot be used, as a Vietnamese sentence."""
    title = TITLES[name][0]
    if text.startswith("#"):
        return f"«{title}» có lỗi công thức {text}."
    if not text:
        needed = name in _NEEDED or (name == "level" and header.ticks)
        return f"«{title}» để trống." if needed else ""
    refusals = {
        "code": (not _is_code(text), "mã dạng 1.004194"),
        "field": (not _slug(text), "tên lĩnh vực bằng chữ"),
        "level": (not _level(text), "«toàn trình» hoặc «mức độ 4»; mức khác chưa thuộc diện kiểm thử"),
        "fee": (_fee(text) is None and bool(re.fullmatch(r"[\d.,\s-]+", text)), "số đồng, ví dụ 8000 hoặc 8.000 đồng"),
        "limit": (not _limits(text, header), "số ngày làm việc, ngày hoặc giờ, ví dụ «3 ngày làm việc»"),
    }
    wrong, need = refusals.get(name, (False, ""))
    return f"«{title}» cần {need}, nhưng thấy «{text}»." if wrong else ""


def _row(text: Mapping[str, str], cell: str, header: Header) -> Row:
    limit = _limits(text["limit"], header)[0]
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
