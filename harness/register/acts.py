"""What people and runs do to the register. Each act is one transaction and one row of the audit."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from harness.model import Finding, Service, State
from harness.register.life import BY_DECISION, WORDS, Stage, after_decision, refusal
from harness.register.store import Ledger, RegisterError
from harness.register.tables import deadlines, decisions, failures, publications, runs, services, stages, waivers

KEPT = frozenset({State.FAIL, State.WARN, State.WAIVED})  # findings the office has to follow up


@dataclass(frozen=True, slots=True)
class Judged:
    """One service in a run, as judged and not yet recorded. `titles` etc. come from the ruleset's row."""

    service: Service
    decision: str
    reasons: Sequence[str]
    counts: Mapping[str, int]
    findings: Sequence[tuple[Finding, str, str, str]]  # finding, title, severity, fingerprint
    profile: str


@dataclass(frozen=True, slots=True)
class Tested:
    """The run that the decisions rest on."""

    run: str
    digest: str  # SHA-256 of the manifest
    ended: datetime
    portal_build: str
    ruleset: str
    version: str
    signer: str
    demo: bool
    trusted_time: str
    place: str  # where its folder was, for whoever looks for it
    waived: Sequence[Mapping[str, Any]] = ()


def stage_of(connection: Connection, code: str) -> Stage | None:
    query = select(stages.c.stage).where(stages.c.code == code).order_by(stages.c.id.desc()).limit(1)
    found = connection.execute(query).scalar()
    return Stage(found) if found else None


def move(ledger: Ledger, code: str, to: Stage, why: str) -> None:
    """A person moves a service; raises RegisterError for what may not follow, or what only a decision may do."""
    if to in BY_DECISION:
        how = "kiemthu publish" if to is Stage.PUBLISHED else "kiemthu register record"
        raise RegisterError(f"Bước «{WORDS[to]}» không ghi bằng tay được; dùng: {how}", refused=True)
    before = stage_of(ledger.connection, code)
    if before is None:
        raise RegisterError(f"Dịch vụ {code} chưa có trong sổ; nạp kế hoạch bằng: kiemthu register plan", refused=True)
    _step(ledger, code, before, to, why)
    ledger.tell("move", code, {"from": before, "to": to, "why": why})


def enter(
    ledger: Ledger, service: Mapping[str, str], plan: Mapping[Stage, date | None], stage: Stage, source: str
) -> bool:
    """A line of the province's plan: the service's name and dates; True when it was not in the register."""
    code = service["code"]
    fresh = stage_of(ledger.connection, code) is None
    name_it(ledger, service)
    if fresh:
        _step(ledger, code, None, stage, source)
    held = _plan(ledger.connection, code)
    changed = {to: due for to, due in plan.items() if held.get(to) != due}
    for to, due in changed.items():
        ledger.add(deadlines, code=code, stage=to.value, due=due, source=source)
    if fresh or changed:
        dates = {to.value: due.isoformat() if due else None for to, due in changed.items()}
        ledger.tell("plan", code, {"stage": stage if fresh else "", "due": dates, "source": source})
    return fresh


def record(ledger: Ledger, tested: Tested, judged: Sequence[Judged]) -> bool:
    """A run's decisions enter the register; False when this very run is in it already."""
    if ledger.connection.execute(select(runs.c.id).where(runs.c.digest == tested.digest)).first():
        return False
    facts = {name: getattr(tested, name) for name in Tested.__slots__ if name != "waived"}
    run = ledger.add(runs, **facts)
    for waiver in tested.waived:
        ledger.add(waivers, run=run, **waiver)
    for one in judged:
        _decide(ledger, run, one)
    told = {one.service.code: one.decision for one in judged}
    ledger.tell("record", tested.run, {"digest": tested.digest, "decisions": told, "demo": tested.demo})
    return True


def publish(ledger: Ledger, code: str, decision: int, hook: str) -> None:
    """Inside the transaction that looked whether it may be."""
    _step(ledger, code, stage_of(ledger.connection, code), Stage.PUBLISHED, f"quyết định số {decision} trong sổ")
    ledger.add(publications, code=code, decision=decision, hook=hook)
    ledger.tell("publish", code, {"decision": decision, "hook": hook})


def name_it(ledger: Ledger, service: Mapping[str, str]) -> None:
    """Keeps what a service is called, when it is called otherwise than before."""
    names = ("name", "field", "agency", "level", "portal")
    last = ledger.connection.execute(
        select(services).where(services.c.code == service["code"]).order_by(services.c.id.desc()).limit(1)
    ).mappings().first()  # fmt: skip
    told = {name: service.get(name) or (last[name] if last else "") for name in names}
    if last is None or any(last[name] != told[name] for name in names):
        ledger.add(services, code=service["code"], **told)


def _decide(ledger: Ledger, run: int, one: Judged) -> None:
    service = one.service
    name_it(ledger, {"code": service.code, "name": service.name, "field": service.field_name, "agency": service.agency,
                     "level": service.level, "portal": service.portal})  # fmt: skip
    number = ledger.add(
        decisions, run=run, code=service.code, decision=one.decision, profile=one.profile,
        reasons=json.dumps(list(one.reasons), ensure_ascii=False), counts=json.dumps(dict(one.counts)),
    )  # fmt: skip
    for finding, title, severity, fingerprint in one.findings:
        if finding.state in KEPT:
            ledger.add(failures, decision=number, criterion=finding.criterion, state=finding.state.value, title=title,
                       severity=severity, owner=finding.owner, fingerprint=fingerprint)  # fmt: skip
    before = stage_of(ledger.connection, service.code)
    for stage in after_decision(before, publish=one.decision == "publish"):
        _step(ledger, service.code, before, stage, f"lượt chạy ghi ở dòng {run} của sổ: {one.decision}")
        before = stage


def _step(ledger: Ledger, code: str, before: Stage | None, to: Stage, why: str) -> None:
    refused = refusal(code, before, to)
    if refused:
        raise RegisterError(refused, refused=True)
    ledger.add(stages, code=code, stage=to.value, why=why)


def _plan(connection: Connection, code: str) -> dict[Stage, date | None]:
    query = select(deadlines).where(deadlines.c.code == code).order_by(deadlines.c.id)
    return {Stage(row["stage"]): row["due"] for row in connection.execute(query).mappings()}
