"""Does the verdict follow from the findings? The roll-up is done again and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.model import Criterion, Finding, Ruleset, State, Waiver
from harness.verdict.cases import stamped
from harness.verdict.concern import Concern
from harness.verdict.exit_codes import ExitCode
from harness.verdict.gate import decide, exit_code, release_of
from harness.verdict.record import RunRecord, UnreadableRunError, read_run
from harness.verdict.rollup import roll_up
from harness.verdict.verdict_file import policy_of, read_verdict, waivers_of
from harness.verdict.waiving import waive


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
    policy, covering = policy_of(answer), waivers_of(answer)
    shown = [waive(stamped(_as_profile_says(f, answer)), covering) for f in found]
    rolled = roll_up(shown, ruleset, selection)
    stricter = [row["sentence"] for row in answer.get("concerns", ())]  # about the whole; never makes milder
    verdicts = [
        decide(one, ruleset, selection, policy, honoured=_honoured(one.service, covering),
               doubts=_told_doubts(one.service, answer, stricter))
        for one in rolled
    ]  # fmt: skip
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
    against = [Concern(ExitCode(row["exit_code"]), row["sentence"]) for row in answer.get("concerns", ())]
    code = int(exit_code(verdicts, rolled, selection, against))
    release = answer.get("release", {}).get("decision")
    if release and release != release_of(verdicts, ExitCode(code)).value:
        yield f"verdict.json ghi {release} cho cả đợt, các dịch vụ cho {release_of(verdicts, ExitCode(code)).value}"
    if answer["exit_code"] != code:
        yield f"verdict.json ghi mã thoát {answer['exit_code']}, nhận định cho {code}"


def _honoured(service: str, covering: Mapping[tuple[str, str, str], Waiver]) -> set[str]:
    return {criterion for code, criterion, _ in covering if code == service}


def _told_doubts(service: str, answer: Mapping[str, Any], concerns: list[str]) -> list[str]:
    """The concerns that the verdict itself counts against the service."""
    reasons: list[str] = next((row["reasons"] for row in answer["services"] if row["service"] == service), [])
    return [sentence for sentence in concerns if sentence in reasons]


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
