"""manifest.json: the SHA-256 of everything that a verdict rests on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from harness.attestation.covered import LATER, MANIFEST, Kept, files, kept
from harness.catalog.schemas import validator
from harness.evidence.reader import SEAL
from harness.evidence.recorder import now
from harness.model import Service
from harness.verdict.verdict_file import read_verdict

FORM = 1
# What says what is true of a service and what must be true of it.
COMMON = (
    "catalog/facts.yaml", "catalog/rulesets/**/*.yaml", "catalog/personas/*.yaml", "catalog/holidays/*.yaml",
    "catalog/trust/*", "catalog/samples/*", "catalog/policies/*", "catalog/waivers/*", "features/muc-do-4/*.feature",
    "schemas/*.json",
)  # fmt: skip
CODE = ("harness/**/*.py", "harness/**/*.js", "steps/**/*.py", "conftest.py")


def build(folder: Path, root: Path, services: Sequence[Service]) -> dict[str, Any]:
    """The whole manifest of a run that is over. Raises UnreadableRunError when there is no verdict."""
    answer = read_verdict(folder)
    facts = answer["facts"]
    return {
        "schema": FORM,
        "run": answer["run"],
        "made": now(),
        "started": answer["started"],
        "ended": answer["ended"],
        "exit_code": answer["exit_code"],
        "decisions": {row["service"]: row["decision"] for row in answer["services"]},
        "ruleset": {key: answer["ruleset"][key] for key in ("id", "title", "version")},
        "harness": {"version": facts.get("version", ""), "code_sha256": code(root)},
        "machine": {key: str(facts[key]) for key in ("machine", "python", "browser") if facts.get(key)},
        "portal": {key: str(facts.get(key, "")) for key in ("portal", "portal_url", "environment")},
        "portal_build": builds(folder),
        "evidence_from": str(facts.get("evidence_from", "")),
        "specifications": [asdict(k) for k in specifications(root, services)],
        "files": [asdict(kept(folder, path)) for path in files(folder) if not path.is_symlink()],
        "not_covered": dict(LATER),
    }


def specifications(root: Path, services: Sequence[Service]) -> Iterator[Kept]:
    found = {path for pattern in COMMON for path in root.glob(pattern)}
    for service in services:
        own = root / service.file
        names = (f"portals/{service.portal}.yaml", f"reviews/{service.portal}.yaml", f"procedures/{service.code}.json")
        found |= {own, own.parent / f"{own.stem}.feature", *(root / "catalog" / name for name in names)}
    return (kept(root, path) for path in sorted(found) if path.is_file() and path.is_relative_to(root))


def code(root: Path) -> str:
    """One hash over the engine's own source: file names and contents, in order."""
    digest = hashlib.sha256()
    for path in sorted({p for pattern in CODE for p in root.glob(pattern)}):
        digest.update(f"{path.relative_to(root).as_posix()}\0{kept(root, path).sha256}\n".encode())
    return digest.hexdigest()


def builds(folder: Path) -> dict[str, str]:
    """Portal → the version it states of itself; several when it changed under the run, which is worth seeing."""
    told: dict[str, list[str]] = {}
    for seal in sorted(folder.glob(f"*/*/{SEAL}")):
        row = json.loads(seal.read_text("utf-8"))
        seen = told.setdefault(row["portal"], [])
        for witness in row["witnesses"]:
            if witness["fact"] == "portal.version" and str(witness["value"]) not in seen:
                seen.append(str(witness["value"]))
    return {portal: ", ".join(seen) for portal, seen in told.items() if portal and seen}


def problems_in(content: Any) -> Iterable[str]:
    """Why this is no manifest that can be read here."""
    if isinstance(content, Mapping) and isinstance(content.get("schema"), int) and content["schema"] > FORM:
        newer = content["schema"]
        return [f"{MANIFEST}: khuôn dạng {newer}, bản kiemthu này đọc tới {FORM}; hãy dùng bản kiemthu mới hơn"]
    errors = validator("manifest").iter_errors(content)
    return [f"{MANIFEST}: {error.json_path}: {error.message[:160]}" for error in errors]
