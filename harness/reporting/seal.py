"""What a paper report can be checked against: the strongest sealed file of its run, by name and digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from harness.attestation.keys import DEMO

# Strongest first: the signed statement, the list of hashes, the bare answer.
_SEALED = ("attestation.dsse.json", "manifest.json", "verdict.json")


@dataclass(frozen=True, slots=True)
class Seal:
    file: str
    sha256: str
    signed: bool
    demo: bool = False  # by a key that the harness made for itself: every report says so

    @property
    def command(self) -> str:
        """How a reader of the paper holds it against the run's folder."""
        return "kiemthu verify THƯ-MỤC-LƯỢT-CHẠY" if self.file != _SEALED[-1] else f"sha256sum {self.file}"


def seal_of(run: Path) -> Seal:
    """The seal of a run's folder; a run without any of the files has an empty one."""
    for name in _SEALED:
        path = run / name
        if path.is_file():
            content = path.read_bytes()
            signed = name == _SEALED[0]
            return Seal(name, hashlib.sha256(content).hexdigest(), signed, signed and _is_demo(content))
    return Seal("", "", signed=False)


def _is_demo(envelope: bytes) -> bool:
    """As the envelope names its key; whether the signature holds is what ``kiemthu verify`` is for."""
    try:
        return any(str(one["keyid"]).startswith(DEMO) for one in json.loads(envelope)["signatures"])
    except (ValueError, KeyError, TypeError):
        return False
