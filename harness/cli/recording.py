"""A signed run enters the register: verified first, then its decisions as they are proven."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from harness.attestation import verify
from harness.attestation.covered import MANIFEST
from harness.catalog import Catalog
from harness.model import Finding, Service, State, Verification
from harness.register import Register, acts
from harness.verdict.fingerprint import fingerprint
from harness.verdict.verdict_file import read_verdict


@dataclass(frozen=True, slots=True)
class Entered:
    services: tuple[str, ...] = ()
    fresh: bool = False  # False: this very run was in the register already
    problems: tuple[str, ...] = ()


def enter_run(register: Register, folder: Path, catalog: Catalog, *, keys: Iterable[Path], by: str) -> Entered:
    """Nothing is recorded of a run that cannot be verified, or whose services are not known here."""
    proof = verify(folder, keys)
    if not proof.ok:
        return Entered(problems=proof.problems)
    answer = read_verdict(folder)
    unknown = [row["service"] for row in answer["services"] if row["service"] not in catalog.services]
    if unknown:
        return Entered(problems=(f"features/ không có hồ sơ của {', '.join(unknown)}; lượt chạy này của dự án khác?",))
    profiles = _profiles(folder)
    made = [_judged(row, catalog.services[row["service"]], answer, profiles) for row in answer["services"]]
    with register.writing(by) as ledger:
        fresh = acts.record(ledger, _tested(folder, answer, proof), made)
    return Entered(tuple(one.service.code for one in made), fresh)


def profile_digest(root: Path, service: Service) -> str:
    """SHA-256 of the approved profile as it is now."""
    return hashlib.sha256((root / service.file).read_bytes()).hexdigest()


def _profiles(folder: Path) -> Mapping[str, str]:
    """Path → SHA-256 of every specification that the run was made with."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    return {row["path"]: row["sha256"] for row in manifest["specifications"]}


def _tested(folder: Path, answer: Mapping[str, Any], proof: Verification) -> acts.Tested:
    return acts.Tested(
        run=answer["run"], digest=hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest(),
        ended=datetime.fromisoformat(str(answer["facts"].get("evidence_ended") or answer["ended"])),
        portal_build=", ".join(f"{portal} {build}" for portal, build in sorted(proof.portal_build.items())),
        ruleset=answer["ruleset"]["id"], version=str(answer["facts"].get("version", "")), signer=proof.signer,
        demo=proof.demo, trusted_time=proof.trusted_time, place=str(folder),
        waived=[_waived(row) for row in answer["waivers"] if row["honoured"]],
    )  # fmt: skip


def _waived(row: Mapping[str, Any]) -> dict[str, Any]:
    told = {key: row[key] for key in ("criterion", "owner", "approver", "reason")}
    days = {"starts": date.fromisoformat(row["start"]), "ends": date.fromisoformat(row["end"])}
    return told | days | {"code": row["service"]}


def _judged(
    row: Mapping[str, Any], service: Service, answer: Mapping[str, Any], profiles: Mapping[str, str]
) -> acts.Judged:
    about = {one["id"]: one for one in answer["criteria"]}
    findings = [
        (_finding(one, about), about[one["criterion"]]["title_vi"], about[one["criterion"]]["severity"], mark(one))
        for one in row["findings"]
    ]
    profile = profiles.get(service.file.as_posix(), "")
    return acts.Judged(service, row["decision"], row["reasons"], row["counts"], findings, profile)


def _finding(one: Mapping[str, Any], about: Mapping[str, Mapping[str, Any]]) -> Finding:
    owner = one["owner"] or about[one["criterion"]]["owner"]
    return Finding(one["criterion"], one["service"], State(one["state"]), one["required"], one["seen"], owner=owner)


def mark(one: Mapping[str, Any]) -> str:
    """The failure's fingerprint."""
    return fingerprint(Finding(one["criterion"], one["service"], State(one["state"]), one["required"], one["seen"]))
