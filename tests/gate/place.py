"""A small project and the runs in it, as a real run leaves them: findings, evidence, verdict, signature."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from harness.attestation import attest
from harness.catalog import applies
from harness.evidence.recorder import Recorder
from harness.model import Finding, Outcome, Ruleset, Service, State
from harness.verdict.fingerprint import fingerprint
from harness.verdict.record import FINDINGS, read_run
from harness.verdict.shards import Shard
from harness.verdict.verdict_file import judge, write_verdict
from tests.reporting.prepared import RULESET, SERVICES

ROOT = Path(__file__).parents[2]
TESTED = tuple(c.id for c in RULESET.criteria if c.tested)
A, B, C = (s.code for s in SERVICES)
LOW_CONTRAST = Finding("L4-ACC-01", A, State.FAIL, seen="chữ ở chân trang tương phản 2,1:1", journey="complete")
OVERPAID = Finding("L4-PAY-03", A, State.FAIL, seen="cổng thanh toán thu 20.000 đ", journey="complete")
POLICY = (ROOT / "catalog/policies/default.yaml").read_text("utf-8")


def iso(ago: timedelta = timedelta()) -> str:
    return (datetime.now(UTC) - ago).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Made:
    """How a run is made; as it stands, a whole one of all services in which everything is met."""

    name: str = "20261126-080000"
    services: Sequence[Service] = SERVICES
    instead: Sequence[Finding] = ()  # findings that stand where a pass would
    more: Sequence[Finding] = ()  # findings beside
    only: Sequence[str] | None = None  # None: every criterion that the ruleset tests
    rules: Ruleset = RULESET
    complete: bool = True
    filtered: bool = False
    ago: timedelta = timedelta(hours=1)  # since it ended
    lasted: timedelta = timedelta(minutes=3)
    build: str = "2026.11"
    leaks: Sequence[str] = ()
    shard: Shard | None = None
    key: Path | None = None
    signed: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """The project's folder."""

    root: Path

    def run(self, made: Made) -> Path:
        folder = self.root / "reports/runs" / made.name
        folder.mkdir(parents=True)
        _write(folder / FINDINGS, _findings(made))
        _write(folder / "run.json", {"run": made.name, "leaks": list(made.leaks)})
        for service in made.services:
            recorder = Recorder(folder / service.code / "complete", service.code, "complete", portal="sandbox")
            recorder.fact("portal.version", made.build, "chân trang")
            recorder.document("slip", b"%PDF-1.7 giay tiep nhan " + service.code.encode(), "application/pdf", "hồ sơ")
            recorder.page("home", "http://localhost/", "- heading: Trang chủ", b"\x89PNG anh chup")
            recorder.seal(Outcome.DONE)
        record = read_run(folder)
        write_verdict(folder, judge(record, made.rules, made.services))
        if made.signed:
            environment = dict(os.environ) | ({"KIEMTHU_SIGNING_KEY": str(made.key)} if made.key else {})
            attest(folder, self.root, made.services, environment)
        return folder

    def policy(self, name: str, *changes: tuple[str, str]) -> Path:
        """The default policy with some words changed; each must be there."""
        text = POLICY
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = self.root / "catalog/policies" / f"{name}.yaml"
        path.write_text(text, "utf-8")
        return path

    def waiver(self, name: str = "tuong-phan", finding: Finding = LOW_CONTRAST, **changes: str) -> Path:
        today = (datetime.now(UTC) + timedelta(hours=7)).date()
        row = {
            "criterion": finding.criterion,
            "service": finding.service,
            "fingerprint": fingerprint(finding),
            "reason": "Mẫu chung của tỉnh, sửa cùng đợt thay giao diện",
            "owner": "Trần Văn Mẫu, Trung tâm Phục vụ hành chính công",
            "approver": "Lê Thị Mẫu, Phó Giám đốc Sở",
            "issue": "https://theo-doi.example.vn/loi/123",
            "start": str(today - timedelta(days=5)),
            "end": str(today + timedelta(days=30)),
            "cap": "1",
        } | changes
        path = self.root / "catalog/waivers" / f"{name}.yaml"
        path.write_text("".join(f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in row.items()), "utf-8")
        return path

    def keys(self, name: str) -> tuple[Path, Path]:
        """A key pair of an organisation: private, public."""
        private = ed25519.Ed25519PrivateKey.generate()
        secret, public = self.root / f"{name}.pem", self.root / f"{name}.pub.pem"
        secret.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        public.write_bytes(private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
        return secret, public


def day(days: int) -> str:
    """So many days from today, as people write it in a waiver."""
    return str((datetime.now(UTC) + timedelta(hours=7, days=days)).date())


def _findings(made: Made) -> dict[str, Any]:
    taken = {(f.service, f.criterion) for f in made.instead}
    tested = [c for c in made.rules.criteria if c.tested and (made.only is None or c.id in made.only)]
    met = [
        Finding(c.id, s.code, State.PASS, seen="như yêu cầu", journey="complete")
        for s in made.services
        for c in tested
        if not applies(c, s)
    ]
    found = [*(f for f in met if (f.service, f.criterion) not in taken), *made.instead, *made.more]
    return {
        "schema": 1,
        "services": [s.code for s in made.services],
        "criteria": [c.id for c in tested],
        "filtered": made.filtered,
        "complete": made.complete,
        "started": iso(made.ago + made.lasted),
        "ended": iso(made.ago),
        "facts": {"machine": "Linux", "portal": "sandbox", **made.facts},
        **({"shard": made.shard.row()} if made.shard else {}),
        "findings": [asdict(f) for f in found],
    }


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def edit(path: Path, old: str, new: str) -> None:
    """One place changed by a stranger's hand."""
    text = path.read_text("utf-8")
    assert old in text, f"{old} not in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")
