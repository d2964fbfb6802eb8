"""Criteria, what one of them says of a service, and the decision over all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """The verdict of one criterion for one service."""

    PASS = "pass"  # noqa: S105 — a verdict
    FAIL = "fail"
    WARN = "warn"  # a recommended criterion is not met
    NOT_APPLICABLE = "not-applicable"
    BLOCKED = "blocked"
    COMPROMISED = "compromised"
    ERROR = "error"
    REVIEW = "review"
    FLAKY = "flaky"
    WAIVED = "waived"
    NOT_RUN = "not-run"


class Decision(StrEnum):
    PUBLISH = "publish"
    HOLD = "hold"
    CANNOT_SAY = "cannot-say"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of a ruleset."""

    id: str  # "L4-PAY-03"
    group: str  # "PAY"
    title_vi: str
    title_en: str
    severity: str  # mandatory | recommended
    basis: str  # law | practice | derived
    legal_basis: str
    original_text_checked: bool
    applies_when: str
    tested: bool  # has a scenario and a check
    not_tested_reason: str = ""
    owner: str = ""  # where a defect most likely sits: "bảng phí của cổng dịch vụ công"
    citizen: str = ""  # what a citizen meets when it is not met
    links: tuple[str, ...] = ()  # addresses where the basis was read
    judged_by: str = ""  # walk (portal driven) | data (catalogue, profile) | review (a person); "" when not tested
    question: str = ""  # what the person is asked


@dataclass(frozen=True, slots=True)
class Ruleset:
    id: str
    title: str
    version: str
    effective_from: str
    criteria: tuple[Criterion, ...]
    legal_basis: str = ""
    effective_to: str = ""  # "" while in force
    groups: Mapping[str, str] = field(default_factory=dict)  # "PAY" → its Vietnamese name

    _by_id: Mapping[str, Criterion] = field(init=False, repr=False, compare=False)  # asked 400,000 times by a gate

    def __post_init__(self) -> None:
        # Of two rows with one id the first counts.
        object.__setattr__(self, "_by_id", {c.id: c for c in reversed(self.criteria)})

    def __getitem__(self, criterion_id: str) -> Criterion:
        return self._by_id[criterion_id]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one criterion says of one service, with all a vendor needs to act or to dispute."""

    criterion: str
    service: str
    state: State
    required: str = ""  # Yêu cầu
    seen: str = ""  # Thực tế, or the reason of a blank
    files: tuple[str, ...] = ()  # evidence files, relative to the run
    journey: str = ""
    owner: str = ""  # Có lẽ do
    seconds: float = 0.0
    extra: dict[str, str] = field(default_factory=dict)
