"""The statistics as a workbook (XLSX) and as a page that opens from disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from harness.register.life import WORDS
from harness.reporting.statistics import Statistics
from harness.reporting.statistics_view import STAGES, Sheet, headline

TEMPLATES = Path(__file__).parents[2] / "reports" / "templates"
WIDEST = 60  # characters of a column; longer words are wrapped
_LINE = Side(style="thin", color="D5DCE4")
_BORDER = Border(bottom=_LINE)


def write_workbook(path: Path, told: Statistics, sheets: Sequence[Sheet]) -> Path:
    """One sheet a table, headings frozen and filtered, days as days, ready to print on A4 landscape."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 — a new workbook has one sheet
    _overview(first, told)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title.replace("×", "x").replace("/", "-")[:31]), sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def _overview(page: Worksheet, told: Statistics) -> None:
    page.title = "Tổng hợp"
    page["A1"] = f"Tình hình dịch vụ công trực tuyến đến ngày {told.as_of:%d/%m/%Y}"
    page["A1"].font = Font(bold=True, size=14)
    rows = [*headline(told), *((f"Đang ở bước «{WORDS[stage]}»", str(told.totals.get(stage, 0))) for stage in STAGES)]
    for number, (name, value) in enumerate(rows, 3):
        page.cell(number, 1, name)
        cell = page.cell(number, 2, int(value) if value.isdigit() else value)
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="right")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 62, 18


def _write(page: Worksheet, sheet: Sheet) -> None:
    page.append([sheet.title])
    page["A1"].font = Font(bold=True, size=13)
    page.append([sheet.says if sheet.rows else f"{sheet.says} {sheet.empty}"])
    page.append([])
    page.append(list(sheet.headings))
    head = page.max_row
    for cell in page[head]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="0B4A8F")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for row in sheet.rows:
        page.append([safe(value) for value in row])
    for column in range(1, len(sheet.headings) + 1):
        cells = [page.cell(row, column) for row in range(head, page.max_row + 1)]
        width = max(len(_shown(cell.value)) for cell in cells)
        page.column_dimensions[get_column_letter(column)].width = min(max(width + 2, 9), WIDEST)
        for cell in cells[1:]:
            cell.border, cell.alignment = _BORDER, Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
    page.freeze_panes = page.cell(head + 1, 1)
    if sheet.rows:
        page.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.headings))}{page.max_row}"
    page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight = "landscape", 9, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{head}:{head}"


def safe(value: Any) -> Any:
    """Words that a spreadsheet would take for a formula stay words."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" and value[:1] else value


def _shown(value: Any) -> str:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value if value is not None else "")


def write_page(path: Path, told: Statistics, sheets: Sequence[Sheet]) -> Path:
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                      lstrip_blocks=True)  # fmt: skip
    env.filters["shown"] = _shown
    counts = [told.totals.get(stage, 0) for stage in STAGES]
    bars = [(WORDS[stage], count, round(100 * count / (max(counts) or 1)))
            for stage, count in zip(STAGES, counts, strict=True)]  # fmt: skip
    html = env.get_template("thong-ke.html.j2").render(told=told, sheets=sheets, headline=headline(told), bars=bars)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, "utf-8")
    return path
