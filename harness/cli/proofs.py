"""What the attestation says of a run, in the words of the gate."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from harness.attestation import verify
from harness.attestation.covered import ENVELOPE, MANIFEST, kept, stays_inside
from harness.attestation.manifest import builds
from harness.verdict.proof import Proof
from harness.verdict.record import RunRecord

SOURCE = "evidence_from"  # the fact that names the run whose evidence was judged again


def proof_of(record: RunRecord, root: Path, keys: Iterable[Path] = (), tsa_roots: Iterable[Path] = ()) -> Proof:
    """Of a run on disk. A run judged again is only as good as the run that left the evidence."""
    keys, roots = list(keys), list(tsa_roots)
    again = tuple(_of_source(record, keys, roots))
    if not _is_signed(record.folder):
        return Proof(problems=again, builds=builds(record.folder))
    # The decision is taken from the findings again, so verdict.json need not be followed here.
    found = verify(record.folder, keys, tsa_roots=roots, follow=False)
    return Proof(
        signer=found.signer,
        problems=(*found.problems, *again),
        demo=found.demo,
        trusted_time=bool(found.trusted_time),
        builds=found.portal_build or builds(record.folder),
        changed=() if found.problems else tuple(_changed(record, root)),
    )


def own_proof(record: RunRecord) -> Proof:
    """Of a run that this process has just recorded and seals next."""
    return Proof(own=True, problems=tuple(_of_source(record, [], [])), builds=builds(record.folder))


def _changed(record: RunRecord, root: Path) -> Iterator[str]:
    """Services whose profile is not the one that the manifest lists: what was approved has moved on."""
    listed = json.loads((record.folder / MANIFEST).read_text("utf-8"))["specifications"]
    digests = {row["path"]: row["sha256"] for row in listed}
    for name, digest in digests.items():
        path = PurePosixPath(name)
        if path.parts[0] == "features" and path.suffix == ".yaml" and path.stem in record.selection.services:
            now = root / path
            if now.is_file() and kept(root, now).sha256 != digest:
                yield path.stem


def _of_source(record: RunRecord, keys: list[Path], roots: list[Path]) -> Iterator[str]:
    name = str(record.facts.get(SOURCE) or "")
    if not name:
        return
    folder = record.folder.parent / name
    if not stays_inside(name) or not folder.is_dir():
        yield f"xét lại bằng chứng của lượt «{name}», mà lượt ấy không còn bên cạnh để đối chiếu"
    elif _is_signed(folder):
        for problem in verify(folder, keys, tsa_roots=roots, follow=False).problems:
            yield f"lượt gốc {name}: {problem}"
    elif not record.folder.is_dir() or _is_signed(record.folder):
        yield f"lượt gốc {name}: bằng chứng không có chữ ký"


def _is_signed(folder: Path) -> bool:
    """A half of the proof is a proof too: what is missing of it is then told."""
    return any((folder / name).exists() for name in (MANIFEST, ENVELOPE))
