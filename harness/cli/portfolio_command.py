"""``kiemthu portfolio``: one page over every service and its latest run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.catalog import load
from harness.cli import project
from harness.cli.screen import errors, output
from harness.reporting.portfolio import Portfolio, read_runs, write_portfolio
from harness.verdict.outline import read_outline
from harness.verdict.verdict_file import VERDICT

PAGE = "danh-muc.html"


def portfolio(
    runs: Annotated[
        list[str] | None,
        typer.Argument(help="Các lượt chạy; bỏ trống là mọi lượt trong reports/runs.", metavar="[RUN]..."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Tệp trang; mặc định reports/runs/danh-muc.html.")] = None,
) -> int:
    """Dựng trang danh mục: mỗi dịch vụ một dòng, tìm không dấu, lọc, mở tới từng tiêu chí và bằng chứng."""
    page = (out or project.runs() / PAGE).resolve()
    folders = [project.run_folder(run) for run in runs or []]
    found = folders or sorted(path.parent for path in project.runs().glob(f"*/{VERDICT}"))
    made = Portfolio(page)
    read_runs(made, found, read_outline, strict=bool(runs))
    made.untested(load(project.root()).services.values())
    for sentence in made.unreadable:
        errors.print(f"Bỏ qua: {sentence}", style="yellow", markup=False, soft_wrap=True)
    write_portfolio(made)
    size = page.stat().st_size / 1e6
    output.print(
        f"Danh mục: {page} ({len(made.services)} dịch vụ, {len(found)} lượt, {size:.1f} MB)",
        soft_wrap=True,
        markup=False,
    )
    return 0
