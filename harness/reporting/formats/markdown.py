"""Markdown for a pull or merge request: the decision first, then what to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from harness.model import Decision, State
from harness.reporting.formats.places import Places, place_of
from harness.reporting.formats.told import demo_told, head, headline, open_findings
from harness.reporting.messages import waiver_told
from harness.verdict.gate import DECISION_WORDS, STATE_WORDS

MARKS = {Decision.PUBLISH: "✅", Decision.HOLD: "⛔", Decision.CANNOT_SAY: "❔"}
MOST_ROWS = 40  # services in the table; a comment must stay readable and has a limit of its own
MOST_TOLD = 60  # findings


def write(answer: Mapping[str, Any], places: Places) -> str:
    decision = Decision(answer["release"]["decision"])
    parts = [f"## {MARKS[decision]} Kiểm thử dịch vụ công: {headline(answer)}", ""]
    if demo := demo_told(answer):
        parts += [f"> **Lưu ý:** {_text(demo)}.", ""]
    if answer["concerns"]:
        parts += ["**Ngăn việc công bố:**", ""]
        parts += [f"- {_text(c['sentence'])} (mã thoát {c['exit_code']})" for c in answer["concerns"]] + [""]
    parts += [*_services(answer), *_findings(answer, places), *_waivers(answer)]
    runs = ", ".join(f"`{run['run']}`" + (f" ({run['shard']})" if run["shard"] else "") for run in answer["runs"])
    parts.append(
        f"Chính sách {_text(answer['policy']['title'])} · bộ tiêu chí {_text(answer['ruleset']['title'])} "
        f"({_text(answer['ruleset']['version'])}) · lượt chạy {runs or 'không có'} · mã thoát {answer['exit_code']}"
    )
    return "\n".join(parts) + "\n"


def _services(answer: Mapping[str, Any]) -> Iterator[str]:
    order = [Decision.HOLD.value, Decision.CANNOT_SAY.value, Decision.PUBLISH.value]
    rows = sorted(answer["services"], key=lambda s: order.index(s["decision"]))
    if not rows:
        return
    yield "| Dịch vụ | Quyết định | Đạt | Vì sao |"
    yield "|---|---|---:|---|"
    for service in rows[:MOST_ROWS]:
        decision = Decision(service["decision"])
        passed = service["counts"].get("pass", 0)
        applies = sum(n for state, n in service["counts"].items() if state != "not-applicable")
        yield (
            f"| {service['service']} {_text(service['name'])} | {MARKS[decision]} {DECISION_WORDS[decision].lower()} "
            f"| {passed}/{applies} | {_text('; '.join(service['reasons']))} |"
        )
    if rows[MOST_ROWS:]:
        yield f"| … và {len(rows) - MOST_ROWS} dịch vụ khác | | | |"
    yield ""


def _findings(answer: Mapping[str, Any], places: Places) -> Iterator[str]:
    told = [*open_findings(answer)]
    if not told:
        return
    order = [*(s for s in (State.FAIL, State.ERROR, State.FLAKY)), *State]
    told.sort(key=lambda row: order.index(row[1].state))
    yield f"<details{' open' if len(told) <= 10 else ''}><summary>{len(told)} nhận định cần xem</summary>"
    yield ""
    for service, finding, criterion in told[:MOST_TOLD]:
        file, line = place_of(criterion.id, places)
        yield f"- **{_text(head(finding, criterion))}** ({STATE_WORDS[finding.state]}) · {service['service']}"
        if finding.seen:
            yield f"  <br>{_text(finding.seen)}"
        if finding.state is State.WAIVED:
            yield f"  <br>Miễn trừ: {_text(waiver_told(finding))}"
        mark = finding.extra.get("fingerprint", "")
        yield f"  <br>`{file}:{line}`" + (f" · dấu lỗi `{mark}`" if mark else "")
    if told[MOST_TOLD:]:
        yield f"- … và {len(told) - MOST_TOLD} nhận định khác; xem tệp JSON hoặc SARIF."
    yield ""
    yield "</details>"
    yield ""


def _waivers(answer: Mapping[str, Any]) -> Iterator[str]:
    if not answer["waivers"]:
        return
    yield "| Miễn trừ | Che | Người duyệt | Đến hết | Được nhận |"
    yield "|---|---|---|---|---|"
    for row in answer["waivers"]:
        verdict = "có" if row["honoured"] else "không: " + ("; ".join(row["problems"]) or "chưa xét được")
        yield (
            f"| {_text(row['id'])} | {row['service']} {row['criterion']} | {_text(row['approver'])} | {row['end']} "
            f"| {_text(verdict)} |"
        )
    yield ""


def _text(text: str) -> str:
    """A portal's words as words: no markup, no mention, no line of their own."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|@#!~])", r"\\\1", text).replace("\\@", "@\u200b")
