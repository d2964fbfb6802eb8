"""``kiemthu criteria``: every criterion, how it is decided, what proves it, and why the rest is not tested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from harness.catalog import load
from harness.catalog.gherkin import criteria_sentences
from harness.catalog.messages import did_you_mean
from harness.cli import project, sandbox_process
from harness.cli.screen import UsageProblemError, output, print_json
from harness.model import Ruleset
from harness.reporting import criteria_page
from harness.reporting.criteria_page import STATES, Row
from harness.reporting.words import SEVERITY, legal

DEFAULT = "toan-trinh"
PAGE = "docs/tieu-chi.md"


def criteria(
    ruleset: Annotated[str, typer.Option("--ruleset", help="Bộ tiêu chí.")] = DEFAULT,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
    page: Annotated[bool, typer.Option("--page", help=f"Ghi lại trang {PAGE}.")] = False,
    stale: Annotated[bool, typer.Option("--check", help=f"Chỉ xem {PAGE} có còn đúng; mã thoát 1 khi đã cũ.")] = False,
) -> int:
    """Liệt kê các tiêu chí: tự động, soát dữ liệu, người xét hay chưa kiểm được; hành trình, lỗi gieo, căn cứ."""
    root = project.root()
    known = load(root).rulesets
    if ruleset not in known:
        raise UsageProblemError(f"Không có bộ tiêu chí «{ruleset}».{did_you_mean(ruleset, known)}")
    chosen = known[ruleset]
    found = rows_of(root, chosen)
    if page or stale:
        return _keep(root / PAGE, criteria_page.page(found, chosen.groups), write=page)
    if json:
        told = {"ruleset": chosen.id, "version": chosen.version, "counts": criteria_page.counts(found)}
        print_json(told | {"criteria": [asdict(row) for row in found]})
        return 0
    _show(chosen, found)
    return 0


def rows_of(root: Path, ruleset: Ruleset) -> tuple[Row, ...]:
    return criteria_page.rows(ruleset, journeys_of(root), sandbox_process.faults(root))


def journeys_of(root: Path) -> Mapping[str, Sequence[str]]:
    """Criterion → the journeys that its scenario's sentences name."""
    from steps.journeys import JOURNEYS  # noqa: PLC0415 – pytest-bdd is slow to load

    return {
        criterion: tuple(dict.fromkeys(JOURNEYS[said] for said in sentences if said in JOURNEYS))
        for criterion, sentences in criteria_sentences(root).items()
    }


def _keep(path: Path, text: str, *, write: bool) -> int:
    if write:
        path.write_text(text, "utf-8")
        output.print(f"Đã ghi {path}.", markup=False)
        return 0
    if path.is_file() and path.read_text("utf-8") == text:
        return 0
    output.print(f"{path} đã cũ so với bộ tiêu chí, kịch bản, lỗi gieo; hãy chạy: make criteria", markup=False)
    return 1


def _show(chosen: Ruleset, found: Sequence[Row]) -> None:
    table = Table(title=f"{chosen.title} ({chosen.version})", title_justify="left")
    for heading in ("Mã", "Tiêu chí", "Mức", "Trạng thái", "Lỗi gieo", "Căn cứ"):
        table.add_column(heading)
    for row in found:
        state = STATES[row.state] + (f": {row.reason}" if row.reason else "")
        style = {"not-testable": "dim", "automated": "green"}.get(row.state, "")
        table.add_row(row.id, row.title, SEVERITY[row.severity], state, str(len(row.faults) or "–"),
                      legal(row.legal_basis, row.original_text_checked), style=style)  # fmt: skip
    output.print(table)
    told = criteria_page.counts(found)
    said = ", ".join(f"{told[state]} {words}" for state, words in STATES.items())
    output.print(f"{len(found)} tiêu chí: {said}.")
