"""Does the verdict follow from the findings? The roll-up is done again and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.model import Criterion, Finding, Ruleset, State
from harness.verdict.gate import decide, exit_code
from harness.verdict.record import RunRecord, UnreadableRunError, read_run
from harness.verdict.rollup import roll_up
from harness.verdict.verdict_file import read_verdict


def contradictions(folder: Path) -> Iterator[str]:
    """What verdict.json says that findings.json does not bear out."""
    try:
        answer, record = read_verdict(folder), read_run(folder)
        yield from _compare(answer, record)
    except UnreadableRunError as wrong:
        yield str(wrong)
    except (KeyError, TypeError, ValueError) as wrong:
        yield f"verdict.json và findings.json không khớp nhau ({type(wrong).__name__}: {wrong})"


def _compare(answer: Mapping[str, Any], record: RunRecord) -> Iterator[str]:
    ruleset = _ruleset(answer)
    # An interrupted run, or one judged from a partial run, may only be less whole than its findings say.
    if answer["complete"] and not record.selection.complete:
        yield "verdict.json nói lượt chạy đi hết, findings.json nói bị dừng giữa chừng"
    selection = replace(record.selection, complete=answer["complete"])
    found = [*record.findings, *_said_not_to_apply(answer, record.findings)]
    rolled = roll_up([_as_profile_says(f, answer) for f in found], ruleset, selection)
    verdicts = [decide(one, ruleset, selection) for one in rolled]
    told = {row["service"]: row for row in answer["services"]}
    if set(told) != {one.service for one in rolled}:
        yield "verdict.json và findings.json không cùng danh sách dịch vụ"
    for one, verdict in zip(rolled, verdicts, strict=True):
        row = told.get(one.service)
        if row is None:
            continue
        if row["decision"] != verdict.decision.value:
            yield f"{one.service}: verdict.json ghi {row['decision']}, các nhận định cho {verdict.decision.value}"
        states = {f["criterion"]: f["state"] for f in row["findings"]}
        for finding in one.findings:
            if states.get(finding.criterion) != finding.state.value:
                yield (f"{one.service} {finding.criterion}: verdict.json ghi {states.get(finding.criterion)}, "
                       f"nhận định cho {finding.state.value}")  # fmt: skip
    code = int(exit_code(verdicts, rolled, selection))
    if answer["exit_code"] != code:
        yield f"verdict.json ghi mã thoát {answer['exit_code']}, nhận định cho {code}"


def _ruleset(answer: Mapping[str, Any]) -> Ruleset:
    about = answer["ruleset"]
    rows = tuple(Criterion(**{**row, "links": tuple(row.get("links", ()))}) for row in answer["criteria"])
    return Ruleset(about["id"], about["title"], about["version"], "", rows, groups=about.get("groups", {}))


def _said_not_to_apply(answer: Mapping[str, Any], found: tuple[Finding, ...]) -> Iterator[Finding]:
    """The profile, not the run, says what does not apply: such rows have a reason and nothing was judged."""
    judged = {(f.service, f.criterion) for f in found}
    for row in answer["services"]:
        for finding in row["findings"]:
            key = (row["service"], finding["criterion"])
            if finding["state"] == State.NOT_APPLICABLE and finding["seen"] and key not in judged:
                yield Finding(finding["criterion"], row["service"], State.NOT_APPLICABLE, seen=finding["seen"])


def _as_profile_says(finding: Finding, answer: Mapping[str, Any]) -> Finding:
    """A *not applicable* that the profile contradicts is an error in the verdict: stricter, never milder."""
    if finding.state is not State.NOT_APPLICABLE:
        return finding
    rows: list[Any] = next((r["findings"] for r in answer["services"] if r["service"] == finding.service), [])
    told = next((f["state"] for f in rows if f["criterion"] == finding.criterion), "")
    return replace(finding, state=State.ERROR) if told == State.ERROR else finding
