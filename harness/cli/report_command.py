"""``kiemthu report``: our one-page summary always, the Allure report where Node.js can be had."""

from __future__ import annotations

from typing import Annotated

import typer

from harness.cli import project
from harness.cli.screen import errors, output
from harness.reporting.allure_html import build_allure
from harness.reporting.summary import write_summary
from harness.reporting.table import decision_line
from harness.verdict.verdict_file import read_verdict


def report(
    run: Annotated[
        str, typer.Argument(help="Lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.", metavar="RUN")
    ] = "",
    allure: Annotated[bool, typer.Option("--allure/--no-allure", help="Dựng cả báo cáo Allure.")] = True,
) -> int:
    """Dựng báo cáo của một lượt chạy: trang tóm tắt tiếng Việt và báo cáo Allure."""
    folder = project.run_folder(run)
    answer = read_verdict(folder)
    if allure:
        built = build_allure(folder, project.root() / "reports", answer, lambda text: errors.print(text, style="dim"))
        if built.page:
            output.print(f"Báo cáo Allure:  {built.page}", soft_wrap=True, markup=False)
        else:
            errors.print(f"Chưa dựng được báo cáo Allure: {built.reason}", style="yellow", markup=False)
    output.print(f"Trang tóm tắt:   {write_summary(folder, answer)}", soft_wrap=True, markup=False)
    for service in answer["services"]:
        output.print(decision_line(service))
    return 0
