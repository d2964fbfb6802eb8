"""A small finished run, signed: what the tests of the attestation tamper with."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from harness.attestation import attest
from harness.evidence.recorder import Recorder
from harness.model import Outcome
from harness.reporting.summary import write_summary
from harness.verdict.record import FINDINGS, read_run
from harness.verdict.verdict_file import judge, write_verdict
from tests.reporting.prepared import RULESET, SERVICES, passes

ROOT = Path(__file__).parents[2]


def finished(folder: Path) -> Path:
    """Every criterion of three services met; the portal states its version."""
    content = {
        "services": [s.code for s in SERVICES], "criteria": [c.id for c in RULESET.criteria if c.tested],
        "filtered": False, "complete": True, "started": "2026-11-22T23:10:05+07:00",
        "ended": "2026-11-22T23:12:00+07:00", "facts": {"machine": "Linux", "portal": "sandbox"},
        "findings": [asdict(f) for s in SERVICES for f in passes(s.code)],
    }  # fmt: skip
    folder.mkdir(parents=True)
    (folder / FINDINGS).write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    for service in SERVICES:
        recorder = Recorder(folder / service.code / "complete", service.code, "complete", portal="sandbox")
        recorder.fact("portal.version", "2026.11", "chân trang")
        recorder.document("slip", b"%PDF-1.7 giay tiep nhan " + service.code.encode(), "application/pdf", "hồ sơ")
        recorder.page("home", "http://localhost/", "- heading: Trang chủ", None)
        recorder.seal(Outcome.DONE)
    answer = judge(read_run(folder), RULESET, SERVICES)
    write_verdict(folder, answer)
    write_summary(folder, answer)
    return folder


def signed(folder: Path, environment: dict[str, str] | None = None) -> Path:
    finished(folder)
    attest(folder, ROOT, (), **({} if environment is None else {"environment": environment}))
    return folder
