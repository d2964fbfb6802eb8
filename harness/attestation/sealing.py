"""Signs a finished run: manifest, statement, envelope, time. Nothing may be written into the run after it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from securesystemslib.dsse import Envelope

from harness.attestation import timestamp
from harness.attestation.covered import ENVELOPE, MANIFEST, PUBLIC, STAMP
from harness.attestation.keys import DEMO, public_pem, signer
from harness.attestation.manifest import build
from harness.attestation.statement import PAYLOAD, statement
from harness.attestation.trouble import CannotSignError
from harness.model import DEMO_SIGNED, Service
from harness.verdict.verdict_file import read_verdict


def attest(
    folder: Path, root: Path, services: Sequence[Service], environment: Mapping[str, str] = os.environ
) -> list[str]:
    """Signs the run; gives sentences on what limits the proof. Signing again replaces the whole proof."""
    key = signer(environment)
    notes: list[str] = []
    try:
        manifest = build(folder, root, services)
        write(folder / MANIFEST, _json(manifest))
        authority = timestamp.configured(environment)
        told = statement(folder, manifest, read_verdict(folder), timestamped=bool(authority))
        envelope = Envelope(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(), PAYLOAD, {})
        signature = envelope.sign(key)
        write(folder / PUBLIC, public_pem(key.public_key))
        (folder / STAMP).unlink(missing_ok=True)
        if authority:
            try:
                write(folder / STAMP, timestamp.stamp(authority, bytes.fromhex(signature.signature)))
            except timestamp.NoStampError as wrong:
                notes.append(f"{timestamp.NO_TIME}: {wrong}")
        else:
            notes.append(f"{timestamp.NO_TIME}: chưa đặt {timestamp.ADDRESS}")
        write(folder / ENVELOPE, _json(envelope.to_dict()))
    except OSError as wrong:
        raise CannotSignError(f"Không ghi được bản kê và chữ ký vào {folder}: {wrong.strerror or wrong}.") from wrong
    if key.public_key.keyid.startswith(DEMO):
        notes.insert(0, f"{DEMO_SIGNED}; đặt KIEMTHU_SIGNING_KEY để ký thật")
    return notes


def write(path: Path, content: bytes) -> None:
    """The whole file or nothing; what was there before stays when the disk is full."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
