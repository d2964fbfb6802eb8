"""On what terms a run becomes a decision: the policy of the gate, and the waivers that people granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Policy:
    """What a decision demands. The values here are those of catalog/policies/default.yaml; a test holds them equal."""

    id: str = "mac-dinh"
    title: str = "Chính sách mặc định"
    rulesets: tuple[str, ...] = ("toan-trinh", "muc-do-4")  # a service judged by another one is not decided
    blocking: tuple[str, ...] = ("mandatory",)  # severities whose failure holds the service back
    most_warnings: int | None = 10  # a service; None: any number
    most_age_days: int = 30  # of the evidence
    portal_build: str = ""  # "" any, but one and the same for all runs
    signature: bool = True
    demo_key: bool = True  # a signature by the demo key counts
    trusted_time: bool = False
    repeats: int = 1  # attempts that each service needs
    retry_answers: tuple[str, ...] = ("compromised",)  # blanks of one run that another run may answer


@dataclass(frozen=True, slots=True)
class Waiver:
    """One failure that a named person answers for, until a day. Read from catalog/waivers/<id>.yaml."""

    id: str
    criterion: str
    service: str
    fingerprint: str  # of the failure, as the gate and the vendor's message show it
    reason: str
    owner: str  # who asked for it and will mend
    approver: str  # who allowed it; another person
    issue: str  # where the mending is followed
    start: date
    end: date
    cap: int  # findings that it may cover in one run
    file: str = ""  # file:line for messages
