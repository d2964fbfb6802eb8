"""``kiemthu doctor``: is the machine ready, is the portal there and a test environment."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from harness.catalog import load
from harness.cli import project
from harness.cli.machine import Probe, probes
from harness.cli.portals import portal_probes
from harness.cli.screen import output, print_json
from harness.model import SpecificationError
from harness.verdict.exit_codes import ExitCode


def doctor(
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Máy đã sẵn sàng chưa, cổng có tới được và có đúng là môi trường thử nghiệm không."""
    root = project.root()
    found = [*probes(root, find_browser), *_portals(root)]
    ready = all(p.ok for p in found if p.needed)
    if json:
        print_json({"ready": ready, "probes": [asdict(p) for p in found]})
    else:
        show(found)
        words = "✓ Sẵn sàng." if ready else "✗ Chưa sẵn sàng: sửa các dòng ✗ ở trên rồi chạy lại kiemthu doctor."
        output.print(words, style="bold green" if ready else "bold red")
    return ExitCode.PUBLISH if ready else ExitCode.CANNOT_SAY


def _portals(root: Path) -> list[Probe]:
    try:
        return list(portal_probes(load(root).portals))
    except SpecificationError as wrong:
        return [Probe("Các tệp mô tả", ok=False, seen=f"{len(wrong.messages)} chỗ phải sửa", mend="xem kiemthu check")]


def find_browser() -> Path | None:
    """The browser that a run would start; None is Playwright's own."""
    from harness.portal.browser import find  # noqa: PLC0415 – loads Playwright

    return find()


def show(found: list[Probe]) -> None:
    table = Table(show_header=True, header_style="bold", expand=False)
    table.add_column("")
    for heading in ("Cần gì", "Đang có", "Cách sửa"):
        table.add_column(heading, overflow="fold")
    for probe in found:
        mark, style = ("✓", "green") if probe.ok else ("✗", "red") if probe.needed else ("–", "yellow")
        table.add_row(f"[{style}]{mark}[/]", probe.name, probe.seen, "" if probe.ok else probe.mend)
    output.print(table)
