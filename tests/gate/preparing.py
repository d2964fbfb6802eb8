"""How a run, a waiver or a policy is prepared before the gate is asked about it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from harness.model import Finding, State
from harness.verdict.shards import Shard
from tests.gate.place import LOW_CONTRAST, SERVICES, A, B, C, Made, Place, day, edit
from tests.reporting.prepared import passes

WHOLE = Made()
ALL = tuple(sorted((A, B, C)))
Prepare = Callable[[Place], list[str | Path]]


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    title: str  # what was prepared
    code: int
    says: str  # a part of what the reader is told
    prepare: Prepare


def made(**how: object) -> Prepare:
    """One run, made so."""
    return lambda place: [place.run(replace(WHOLE, **how))]


def states(state: State, seen: str = "cổng không mở được") -> Prepare:
    """Every criterion of every service in one state."""
    return made(instead=[Finding(f.criterion, s.code, state, seen=seen) for s in SERVICES for f in passes(s.code)])


def one(state: State, seen: str) -> Prepare:
    return made(instead=[Finding("L4-RES-01", B, state, seen=seen)])


def after(change: Callable[[Path], object], **how: object) -> Prepare:
    """A signed run that somebody changed afterwards."""

    def prepare(place: Place) -> list[str | Path]:
        folder = place.run(replace(WHOLE, **how))
        change(folder)
        return [folder]

    return prepare


def waived(*findings: Finding, **waiver: str) -> Prepare:
    """A low contrast that a waiver speaks of, the waiver changed so."""

    def prepare(place: Place) -> list[str | Path]:
        place.waiver(finding=findings[0] if findings else LOW_CONTRAST, **waiver)
        return [place.run(replace(WHOLE, instead=list(findings or (LOW_CONTRAST,))))]

    return prepare


def unused_waiver(place: Place) -> list[str | Path]:
    place.waiver()
    return [place.run(WHOLE)]


def over_cap(place: Place) -> list[str | Path]:
    place.waiver()
    return [place.run(replace(WHOLE, instead=[LOW_CONTRAST], more=[LOW_CONTRAST]))]


def twice_waived(place: Place) -> list[str | Path]:
    place.waiver("mot")
    place.waiver("hai")
    return [place.run(replace(WHOLE, instead=[LOW_CONTRAST]))]


def many_wrong_waivers(place: Place) -> list[str | Path]:
    place.waiver("het-han", end=day(-1))
    place.waiver("tu-duyet", approver="TRAN VAN MAU, Giám đốc", criterion="L4-INF-01")
    return [place.run(replace(WHOLE, instead=[LOW_CONTRAST]))]


def wrong_waiver_field(place: Place) -> list[str | Path]:
    path = place.waiver()
    edit(path, "approver", "aprover")
    return [place.run(WHOLE)]


def with_policy(*changes: tuple[str, str], **how: object) -> Prepare:
    def prepare(place: Place) -> list[str | Path]:
        return [place.run(replace(WHOLE, **how)), "--policy", place.policy("rieng", *changes)]

    return prepare


def two(second: Made, first: Made = WHOLE) -> Prepare:
    return lambda place: [place.run(first), place.run(second)]


def part(index: int, *codes: str, of: int = 3, **how: object) -> Made:
    """A shard with the services it should have, or with those named."""
    shard = Shard(index, of, ALL)
    chosen = codes or shard.services
    services = [s for s in SERVICES if s.code in chosen]
    return replace(WHOLE, name=f"phan-{index}-{len(chosen)}", services=services, shard=shard, **how)


def parts(*members: Made) -> Prepare:
    return lambda place: [place.run(member) for member in members]


def wrong_key(place: Place) -> list[str | Path]:
    secret, _ = place.keys("la")
    _, public = place.keys("don-vi")
    return [place.run(replace(WHOLE, key=secret)), "--key", public]


def right_key(place: Place) -> list[str | Path]:
    secret, public = place.keys("don-vi")
    return [place.run(replace(WHOLE, key=secret)), "--key", public]


def unreadable_key(place: Place) -> list[str | Path]:
    (place.root / "hong.pem").write_text("không phải khóa", "utf-8")
    return [place.run(WHOLE), "--key", place.root / "hong.pem"]


def newer(folder: Path) -> None:
    edit(folder / "findings.json", '"schema": 1', '"schema": 9')


def path_outside(folder: Path) -> None:
    content = json.loads((folder / "manifest.json").read_text("utf-8"))
    content["files"][0]["path"] = "../../../etc/passwd"
    (folder / "manifest.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def lose_evidence(folder: Path) -> None:
    next(folder.glob("*/complete/documents/*")).unlink()


def edit_evidence(folder: Path) -> None:
    slip = next(folder.glob("*/complete/documents/*"))
    slip.write_bytes(slip.read_bytes()[:-1] + b"\0")


def judged_again(place: Place) -> list[str | Path]:
    """Old evidence judged today: the judgement is young, what it rests on is not."""
    old = place.run(replace(WHOLE, name="cu", ago=timedelta(days=40)))
    ended = json.loads((old / "findings.json").read_text("utf-8"))["ended"]
    return [place.run(replace(WHOLE, name="cu-xet-lai-1", facts={"evidence_from": "cu", "evidence_ended": ended}))]


def source_lost(place: Place) -> list[str | Path]:
    return [place.run(replace(WHOLE, facts={"evidence_from": "khong-con"}))]


def edit_source(place: Place) -> list[str | Path]:
    old = place.run(replace(WHOLE, name="goc"))
    edit_evidence(old)
    return [place.run(replace(WHOLE, name="goc-xet-lai-1", facts={"evidence_from": "goc"}))]


def profile_changed(place: Place) -> list[str | Path]:
    """The fee table of a service was approved anew after it had been tested."""
    file = place.root / "features/ho-tich" / f"{A}.yaml"
    file.parent.mkdir()
    file.write_text("fees: 8000\n", "utf-8")
    tested = [replace(SERVICES[0], file=file.relative_to(place.root)), *SERVICES[1:]]
    folder = place.run(replace(WHOLE, services=tested))
    file.write_text("fees: 9000\n", "utf-8")
    return [folder]


def copied(place: Place) -> list[str | Path]:
    """One run under two names, to make up for the second attempt that the policy asks for."""
    folder = place.run(WHOLE)
    again = shutil.copytree(folder, folder.with_name("lan-2"))
    return [folder, again, "--policy", place.policy("rieng", ('repeats: "1"', 'repeats: "2"'))]


def nothing_recorded(place: Place) -> list[str | Path]:
    folder = place.root / "reports/runs/trong"
    folder.mkdir(parents=True)
    return [folder]
