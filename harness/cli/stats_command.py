"""``kiemthu stats``: where all services stand as of a day, and what changed since another."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from harness.catalog.policies import policy
from harness.cli import project
from harness.cli.register_command import opened
from harness.cli.screen import UsageProblemError, output, print_json
from harness.register.life import WORDS
from harness.register.snapshot import snapshot
from harness.reporting.statistics import Statistics, changes, statistics
from harness.reporting.statistics_files import write_page, write_workbook
from harness.reporting.statistics_view import Sheet, headline, sheets
from harness.verdict.exit_codes import ExitCode

TIME_ZONE = timedelta(hours=7)  # a day of the register is a day in Việt Nam


def stats(
    as_of: Annotated[str, typer.Option("--as-of", metavar="NGÀY", help="Đến hết ngày, dạng 31/12/2026.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="NGÀY", help="So với hết ngày này.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Thư mục ghi thong-ke.xlsx và thong-ke.html.")] = None,
    days: Annotated[int, typer.Option("--max-age", help="Số ngày bằng chứng còn giá trị; 0: theo chính sách.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Thống kê dịch vụ theo lĩnh vực, cơ quan, bước; tiến độ, lỗi đang mở, miễn trừ và bằng chứng sắp hết hạn."""
    until = _day(as_of) if as_of else (datetime.now(UTC) + TIME_ZONE).date()
    register = opened()
    with register.reading() as connection:
        held = snapshot(connection, _end_of(until))
        before = snapshot(connection, _end_of(_day(since))) if since else None
    told = statistics(held, until, max_age=timedelta(days=days or policy(project.root()).most_age_days))
    tables = sheets(told, changes(before, held), _day(since)) if before else sheets(told)
    folder = out or project.root() / "reports" / "thong-ke"
    written = [make(folder / f"thong-ke.{kind}", told, tables)
               for make, kind in ((write_workbook, "xlsx"), (write_page, "html"))]  # fmt: skip
    if json:
        print_json({"as_of": until.isoformat(), "headline": dict(headline(told)),
                    "sheets": [_plain(one) for one in tables]})  # fmt: skip
        return ExitCode.PUBLISH
    _show(told)
    for path in written:
        output.print(f"Đã ghi {path}", markup=False, soft_wrap=True)
    return ExitCode.PUBLISH


def _show(told: Statistics) -> None:
    output.print(f"Đến hết ngày {told.as_of:%d/%m/%Y}:")
    for name, value in headline(told):
        output.print(f"  {name}: [bold]{value}[/]")
    stages = Table(title="Dịch vụ đang ở bước nào", title_justify="left")
    for heading in ("Bước", "Số dịch vụ"):
        stages.add_column(heading)
    for stage, count in told.totals.items():
        stages.add_row(WORDS[stage], str(count))
    output.print(stages)


def _plain(sheet: Sheet) -> dict[str, Any]:
    rows = [[value.isoformat() if isinstance(value, date) else value for value in row] for row in sheet.rows]
    return {"key": sheet.key, "title": sheet.title, "headings": sheet.headings, "rows": rows}


def _day(text: str) -> date:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 — a day has no zone
        except ValueError:
            continue
    raise UsageProblemError(f"«{text}» không phải ngày; cần dạng 31/12/2026.")


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), UTC) - TIME_ZONE - timedelta(microseconds=1)
