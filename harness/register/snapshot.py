"""What the register says as of a moment: plain values for the statistics and for whoever decides."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from harness.register.life import PUBLIC, Stage
from harness.register.tables import deadlines, decisions, failures, publications, runs, services, stages, waivers


@dataclass(frozen=True, slots=True)
class Failure:
    """A criterion that the latest decision found not to be met."""

    criterion: str
    state: str  # fail | warn | waived
    title: str
    severity: str
    owner: str
    fingerprint: str
    since: datetime  # first seen with this fingerprint, without a run in between that did not see it


@dataclass(frozen=True, slots=True)
class Decided:
    """One recorded decision and the run it rests on."""

    id: int
    decision: str
    ended: datetime  # when the evidence was complete
    at: datetime  # when it was recorded
    run: str
    digest: str
    portal_build: str
    signer: str
    demo: bool
    trusted_time: str
    profile: str  # SHA-256 of the approved profile
    reasons: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One service in the register."""

    code: str
    name: str
    field: str
    agency: str
    level: str
    portal: str
    stage: Stage
    since: datetime
    reached: Mapping[Stage, datetime]  # first time
    plan: Mapping[Stage, date]
    decided: Decided | None = None
    published: datetime | None = None  # last time

    @property
    def is_public(self) -> bool:
        return self.stage in PUBLIC


@dataclass(frozen=True, slots=True)
class Waived:
    criterion: str
    code: str
    starts: date
    ends: date
    owner: str
    approver: str
    reason: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    as_of: datetime
    entries: tuple[Entry, ...]
    waivers: tuple[Waived, ...] = ()
    by_code: Mapping[str, Entry] = field(default_factory=dict)


def snapshot(connection: Connection, as_of: datetime, *, only: str = "") -> Snapshot:
    """Everything added up to `as_of`; `only`: one code."""

    def rows(table: Table) -> list[Mapping[str, Any]]:
        query = select(table).where(table.c.at <= as_of).order_by(table.c.id)
        if only and "code" in table.c:
            query = query.where(table.c.code == only)
        return [dict(row) for row in connection.execute(query).mappings()]

    named = {row["code"]: row for row in rows(services)}
    walked: dict[str, list[tuple[Stage, datetime]]] = {}
    for row in rows(stages):
        walked.setdefault(row["code"], []).append((Stage(row["stage"]), row["at"]))
    plans: dict[str, dict[Stage, date]] = {}
    for row in rows(deadlines):
        plans.setdefault(row["code"], {})[Stage(row["stage"])] = row["due"]
    decided = _decided(rows(decisions), rows(runs), rows(failures))
    published = {row["code"]: row["at"] for row in rows(publications)}
    entries = tuple(
        Entry(
            code, str(named[code]["name"]), named[code]["field"], named[code]["agency"], named[code]["level"],
            named[code]["portal"], way[-1][0], way[-1][1],
            dict(reversed(way)),
            {stage: due for stage, due in plans.get(code, {}).items() if due},
            decided.get(code), published.get(code),
        )
        for code, way in sorted(walked.items())
        if code in named
    )  # fmt: skip
    held = {(w["criterion"], w["code"]): Waived(**{k: w[k] for k in Waived.__slots__}) for w in rows(waivers)}
    return Snapshot(as_of, entries, tuple(held.values()), {entry.code: entry for entry in entries})


def _decided(
    made: list[Mapping[str, Any]], run_rows: list[Mapping[str, Any]], failed: list[Mapping[str, Any]]
) -> dict[str, Decided]:
    """The latest decision of each service by the time of its evidence, not of its recording."""
    run_of = {row["id"]: row for row in run_rows}
    found: dict[int, list[Mapping[str, Any]]] = {}
    for row in failed:
        found.setdefault(row["decision"], []).append(row)
    latest: dict[str, Decided] = {}
    since: dict[str, dict[str, datetime]] = {}  # code → fingerprint → first seen
    for row in sorted(made, key=lambda one: (run_of[one["run"]]["ended"], one["id"])):
        run, code = run_of[row["run"]], row["code"]
        before = since.get(code, {})
        mine = found.get(row["id"], [])
        since[code] = {one["fingerprint"]: before.get(one["fingerprint"], run["ended"]) for one in mine}
        latest[code] = Decided(
            row["id"], row["decision"], run["ended"], row["at"], run["run"], run["digest"], run["portal_build"],
            run["signer"], run["demo"], run["trusted_time"], row["profile"], tuple(json.loads(row["reasons"])),
            tuple(
                Failure(one["criterion"], one["state"], one["title"], one["severity"], one["owner"],
                        one["fingerprint"], since[code][one["fingerprint"]])
                for one in mine
            ),
            run["place"],
        )  # fmt: skip
    return latest
