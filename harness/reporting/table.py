"""The table at the end of a run, and the messages above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from harness.model import Decision, State
from harness.reporting.answer import criteria_of, findings_of
from harness.reporting.messages import explain, together
from harness.reporting.words import DECISION_STYLE, STATE_STYLE
from harness.verdict.gate import DECISION_WORDS, STATE_WORDS

# In the order they are told: what must be mended first.
TOLD = (State.FAIL, State.ERROR, State.BLOCKED, State.COMPROMISED, State.FLAKY, State.WARN, State.WAIVED)
HEADING = 10  # columns of a state: its words stand on two lines, so that the decision stays in sight


def print_answer(console: Console, answer: Mapping[str, Any]) -> None:
    """Messages for everything that is not green, then one row a service, then the decisions."""
    print_messages(console, answer)
    console.print(table(answer))
    for service in answer["services"]:
        console.print(decision_line(service))
    untested = sum(not c["tested"] for c in answer["criteria"])
    if untested:
        console.print(
            f"{untested} tiêu chí của bộ tiêu chí chưa được kiểm tự động; xem danh sách trong báo cáo.",
            style="dim",
        )


def print_messages(console: Console, answer: Mapping[str, Any]) -> None:
    criteria = criteria_of(answer)
    for service in answer["services"]:
        told = [f for f in findings_of(service) if f.state in TOLD]
        if told:
            console.print(
                Text(f"{service['service']} {service['name']}", style="bold underline"),
                end="\n\n",
                soft_wrap=True,
            )
        for first, *others in together(sorted(told, key=lambda f: TOLD.index(f.state))):
            head, _, rest = explain(first, criteria[first.criterion], others).partition("\n")
            console.print(Text(head, style=STATE_STYLE[first.state]), Text(rest), sep="\n", end="\n\n", soft_wrap=True)


def table(answer: Mapping[str, Any]) -> Table:
    """Service × how many criteria are in each state; states that nobody is in take no column."""
    present = [s for s in State if any(service["counts"].get(s.value) for service in answer["services"])]
    grid = Table(title=f"Bộ tiêu chí: {answer['ruleset']['title']}", title_justify="left", header_style="bold")
    grid.add_column("Dịch vụ công", ratio=1, min_width=24)
    for state in present:
        grid.add_column(STATE_WORDS[state].capitalize(), justify="right", style=STATE_STYLE[state], max_width=HEADING)
    grid.add_column("Quyết định", no_wrap=True)
    for service in answer["services"]:
        counts = [str(service["counts"].get(s.value, 0) or "·") for s in present]
        grid.add_row(f"{service['service']} {service['name']}", *counts, _decision(service))
    return grid


def _decision(service: Mapping[str, Any]) -> Text:
    decision = Decision(service["decision"])
    return Text(f" {DECISION_WORDS[decision]} ", style=DECISION_STYLE[decision])


def decision_line(service: Mapping[str, Any]) -> Text:
    """``2.000635: CHƯA CÔNG BỐ — 1 tiêu chí không đạt: L4-PAY-03``."""
    return Text.assemble(f"{service['service']}: ", _decision(service), " — " + "; ".join(service["reasons"]), style="")
