"""``kiemthu criteria``: the ruleset, what of it is tested, and why the rest is not."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from harness.catalog import load
from harness.catalog.messages import did_you_mean
from harness.cli import project
from harness.cli.screen import UsageProblemError, output, print_json
from harness.reporting.words import SEVERITY, legal

DEFAULT = "toan-trinh"


def criteria(
    ruleset: Annotated[str, typer.Option("--ruleset", help="Bộ tiêu chí.")] = DEFAULT,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Liệt kê các tiêu chí: căn cứ, mức bắt buộc, có được kiểm tự động hay không và vì sao."""
    known = load(project.root()).rulesets
    if ruleset not in known:
        raise UsageProblemError(f"Không có bộ tiêu chí «{ruleset}».{did_you_mean(ruleset, known)}")
    chosen = known[ruleset]
    if json:
        print_json({"ruleset": chosen.id, "version": chosen.version, "criteria": [asdict(c) for c in chosen.criteria]})
        return 0
    table = Table(title=f"{chosen.title} ({chosen.version})", title_justify="left")
    for heading in ("Mã", "Tiêu chí", "Mức", "Căn cứ", "Được kiểm"):
        table.add_column(heading)
    for c in chosen.criteria:
        tested = "[green]có[/green]" if c.tested else f"[dim]không: {c.not_tested_reason}[/dim]"
        table.add_row(c.id, c.title_vi, SEVERITY[c.severity], legal(c.legal_basis, c.original_text_checked), tested)
    output.print(table)
    tested_count = sum(c.tested for c in chosen.criteria)
    output.print(f"{tested_count} trên {len(chosen.criteria)} tiêu chí được kiểm tự động.")
    return 0
