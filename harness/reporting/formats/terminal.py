"""The gate's answer on a terminal: what to mend, one row a service, what stands against the release, the decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from harness.model import Decision
from harness.reporting.formats.told import demo_told, tally
from harness.reporting.table import decision_line, print_messages, table
from harness.reporting.words import DECISION_STYLE
from harness.verdict.gate import DECISION_WORDS

MOST_TOLD = 20  # services told in full
MOST_ROWS = 200  # in the table
ORDER = (Decision.HOLD, Decision.CANNOT_SAY, Decision.PUBLISH)


def print_gate(console: Console, answer: Mapping[str, Any], *, brief: bool = False) -> None:
    """``brief``: only what stands against the release, and the decision."""
    rows = sorted(answer["services"], key=lambda s: ORDER.index(Decision(s["decision"])))
    if not brief:
        print_messages(console, {**answer, "services": rows[:MOST_TOLD]})
        console.print(table({**answer, "services": rows[:MOST_ROWS]}))
        if rows[MOST_ROWS:]:
            console.print(f"… và {len(rows) - MOST_ROWS} dịch vụ khác; xem đủ bằng --format json.", style="dim")
        for service in rows[:MOST_TOLD]:
            console.print(decision_line(service), soft_wrap=True)
    if answer["waivers"] and not brief:
        console.print(_waivers(answer))
    for concern in answer["concerns"]:
        console.print(f"✗ {concern['sentence']}", style="red", markup=False, soft_wrap=True)
    decision = Decision(answer["release"]["decision"])
    mark = Text(f" {DECISION_WORDS[decision]} ", style=DECISION_STYLE[decision])
    told = f" — {tally(answer)}; mã thoát {answer['exit_code']}"
    console.print(Text.assemble("Cả đợt: ", mark, told), soft_wrap=True)
    if demo := demo_told(answer):
        console.print(f"Lưu ý: {demo}.", style="yellow", markup=False, soft_wrap=True)


def _waivers(answer: Mapping[str, Any]) -> Table:
    grid = Table(title="Miễn trừ", title_justify="left", header_style="bold")
    for name in ("Tệp", "Che", "Đề nghị / duyệt", "Đến hết", "Được nhận"):
        grid.add_column(name)
    for row in answer["waivers"]:
        told = "có" if row["honoured"] else "không: " + ("; ".join(row["problems"]) or "chưa xét được")
        covers = f"{row['service']} {row['criterion']} ({row['covered']}/{row['cap']})"
        end = "/".join(reversed(row["end"].split("-")))
        grid.add_row(Text(row["id"]), covers, Text(f"{row['owner']} / {row['approver']}"), end, Text(told))
    return grid
