"""``kiemthu defects``: a sheet for each criterion that is not met, and one list to import into a tracker."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.cli import project
from harness.cli.screen import output
from harness.reporting.defects import FOLDER, write_defects
from harness.verdict.verdict_file import read_verdict


def defects(
    run: Annotated[
        str, typer.Argument(help="Lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.", metavar="RUN")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Thư mục đặt phiếu; mặc định <RUN>/phieu-loi.")] = None,
) -> int:
    """Lập phiếu lỗi cho đơn vị xây dựng cổng: mỗi tiêu chí không đạt một tệp Markdown, và một tệp CSV."""
    folder = project.run_folder(run)
    answer = read_verdict(folder)
    *sheets, table = write_defects(folder, answer, (out or folder / FOLDER).resolve())
    for path in sheets:
        output.print(f"Phiếu lỗi: {path}", soft_wrap=True, markup=False)
    output.print(f"Danh sách: {table} ({len(sheets)} lỗi)", soft_wrap=True, markup=False)
    return 0
