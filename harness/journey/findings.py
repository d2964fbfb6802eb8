"""What pytest saw of a scenario → one finding; and the findings of a run → findings.json."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog.facts import facts
from harness.evidence.reader import SEAL, Unverifiable
from harness.evidence.recorder import now, write_atomically
from harness.evidence.redaction import Redaction
from harness.evidence.run_file import SHARD
from harness.journey.collecting import ScenarioItem
from harness.journey.driver import Stopped
from harness.model import AwaitsReview, Compromised, Evidence, Finding, NotObserved, Outcome, State, Trouble

ROOT = Path(__file__).parents[2]
FINDINGS = "findings.json"
HARNESS = "bộ kiểm thử"
NOT_REACHED = "lượt chạy bị dừng trước khi xét tới tiêu chí này"
# A check that found nothing to judge is as good as the reason why the journey did not leave it behind.
_UNSEEN = {
    Outcome.DONE: State.BLOCKED,
    Outcome.BLOCKED: State.BLOCKED,
    Outcome.COMPROMISED: State.COMPROMISED,
    Outcome.ERROR: State.ERROR,
    Outcome.INTERRUPTED: State.NOT_RUN,
}


def lacks_of(evidence: Evidence) -> Mapping[str, str]:
    """What the adapter said, when the journey began, that the portal has not got: task → why."""
    return dict(evidence.last("portal.lacks").value) if evidence.has("portal.lacks") else {}


def lack_behind(error: BaseException | None, used: Iterable[Evidence]) -> str:
    """Why the evidence cannot be had when the adapter says `absent` of the one task that brings it; "" otherwise.

    What the rule demands and the portal has not got is not met; what it only recommends does not apply.
    """
    known = facts(ROOT).get(error.fact) if isinstance(error, NotObserved) else None
    lacks = {task: why for evidence in used for task, why in lacks_of(evidence).items()}
    return f"cổng không có việc «{known.task}»: {lacks[known.task]}" if known and known.task in lacks else ""


def _lacks_told(evidence: Evidence | None) -> str:
    lacks = lacks_of(evidence) if evidence else {}
    return f" (bộ kết nối ghi cổng không có: {', '.join(f'«{task}»' for task in lacks)})" if lacks else ""


def exempted(item: ScenarioItem) -> Finding:
    return Finding(item.criterion.id, item.service.code, State.NOT_APPLICABLE, seen=item.exempt)


def finding_of(
    item: ScenarioItem, error: BaseException | None, seconds: float, run: Path, redaction: Redaction | None = None
) -> Finding:
    """``error``: what the scenario raised, None when it ran to its end. What is told of persons is masked."""
    shown = redaction or Redaction()
    state, required, seen, owner = _judged(item, error)
    evidence = item.used[-1] if item.used else None  # of the journey that the scenario tries; others lead to it
    place = getattr(_shortfall(error), "place", "")
    extra = _place(error, _worst(item.used), state) | ({"place": place} if place else {})
    if state is State.NOT_APPLICABLE:
        extra = {"absent": seen}  # the verdict takes no other reason against the profile
    return Finding(
        item.criterion.id, item.service.code, state, required=shown.text(required), seen=shown.text(seen),
        files=_files(item.used, _shortfall(error), run) if state in {State.FAIL, State.WARN} else (),
        journey=evidence.journey if evidence else next(iter(item.journeys), ""),
        owner=owner, seconds=round(seconds, 3), extra=shown.value(extra),
    )  # fmt: skip


def _files(used: list[Evidence], shortfall: object | None, run: Path) -> tuple[str, ...]:
    """Of a failure: the page or paper that shows it, or else the sealed records that it was judged from.

    Evidence of several journeys is joined under the last one: its folder is where names of pages start.
    """
    if not used:
        return ()
    page = getattr(shortfall, "file", "")
    files = [used[-1].folder / page] if page else [one.folder / SEAL for one in used]
    return tuple(os.path.relpath(file, run) for file in files)


def _worst(used: list[Evidence]) -> Evidence | None:
    """The journey that did not go to its end, if there is one: it is the reason of a blank."""
    return next((e for e in used if e.outcome is not Outcome.DONE), used[0] if used else None)


def _judged(item: ScenarioItem, error: BaseException | None) -> tuple[State, str, str, str]:
    """(state, required, seen, owner)"""
    if error is None:
        # No scenario passes because nothing was looked at.
        nothing = (State.ERROR, "", "tình huống này không xét bằng chứng nào", HARNESS)
        return (State.PASS, "", "", "") if item.used else nothing
    shortfall = _shortfall(error)
    mandatory = item.criterion.severity == "mandatory"
    if shortfall is None:
        lack = lack_behind(error, item.used)
        if lack and mandatory:
            return State.FAIL, item.criterion.title_vi, lack, item.criterion.owner
        return (State.NOT_APPLICABLE, "", lack, "") if lack else _blank(error, _worst(item.used))
    unmet = State.FAIL if mandatory else State.WARN
    return unmet, str(getattr(shortfall, "required", "")), str(getattr(shortfall, "seen", "")), item.criterion.owner


def _blank(error: BaseException, evidence: Evidence | None) -> tuple[State, str, str, str]:
    """Nothing can be said of the service: why, and who must act."""
    if isinstance(error, NotObserved):
        state = _UNSEEN[evidence.outcome] if evidence else State.BLOCKED
        sentence = _sentence(error.sentence) + ("" if evidence and evidence.reason else _lacks_told(evidence))
        return state, "", sentence, (evidence.owner if evidence else "") or HARNESS
    if isinstance(error, AwaitsReview):
        return State.REVIEW, "", _sentence(error.sentence), error.owner
    if isinstance(error, Trouble):
        return State.COMPROMISED if isinstance(error, Compromised) else State.BLOCKED, "", error.sentence, error.owner
    if isinstance(error, Stopped):
        return State.NOT_RUN, "", NOT_REACHED, HARNESS
    if isinstance(error, Unverifiable):
        return State.ERROR, "", str(error), HARNESS
    return State.ERROR, "", f"bộ kiểm thử gặp lỗi ({type(error).__name__}); chi tiết trong nhật ký", HARNESS


def _shortfall(error: BaseException | None) -> object | None:
    """The value that says what falls short. A bare ``assert`` of the harness has none and is our own mistake."""
    if isinstance(error, AssertionError) and error.args and hasattr(error.args[0], "required"):
        told: object = error.args[0]
        return told
    return None


def _place(error: BaseException | None, evidence: Evidence | None, state: State) -> dict[str, str]:
    """Where a journey got stuck, for whoever must mend it."""
    if state in {State.PASS, State.FAIL, State.WARN}:
        return {}
    if isinstance(error, Trouble) and error.task:
        names = ("task", "step", "page", "file")
        return {name: getattr(error, name) for name in names if getattr(error, name)}
    return dict(evidence.trouble) if evidence else {}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Scope:
    """What the run set out to judge, and whether it came to its own end."""

    services: Iterable[str]
    criteria: Iterable[str]
    filtered: bool
    complete: bool
    started: str


def content_of(findings: Iterable[Finding], scope: Scope, facts: Mapping[str, Any]) -> dict[str, Any]:
    """As schemas/findings.schema.json says."""
    return {
        "schema": 1,  # first, so that an older version can refuse it before it meets words it does not know
        "services": list(scope.services),
        "criteria": list(scope.criteria),
        "filtered": scope.filtered,
        "complete": scope.complete,
        "started": scope.started,
        "ended": now(),
        "facts": dict(facts),
        "findings": [as_row(finding) for finding in findings],
    }


def merge_findings(folder: Path, parts: Iterable[Mapping[str, Any]]) -> Path:
    """One run that several workers shared: every worker collected everything and judged its own files."""
    parts = list(parts)
    told = [row for part in parts for row in part["findings"] if row["state"] != State.NOT_RUN]
    judged = {(row["service"], row["criterion"]) for row in told}
    whole = [row for row in parts[0]["findings"] if (row["service"], row["criterion"]) not in judged] + told
    facts = parts[0]["facts"] | {"dossiers": [code for part in parts for code in part["facts"].get("dossiers", [])]}
    complete = all(row["state"] != State.NOT_RUN for row in whole)
    return write_findings(folder, {**parts[0], "findings": whole, "facts": facts, "complete": complete})


def write_findings(folder: Path, content: Mapping[str, Any]) -> Path:
    """Whole or not at all. A run that is a part of a greater one says which."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / SHARD
    if part.is_file():
        content = {**content, "shard": json.loads(part.read_text("utf-8"))}
    write_atomically(folder / FINDINGS, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return folder / FINDINGS


def as_row(finding: Finding) -> dict[str, Any]:
    return {**dataclasses.asdict(finding), "state": finding.state.value, "files": list(finding.files)}
