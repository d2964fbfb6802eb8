"""One zip of a run, for the vendor or the auditor: everything that ``verify`` needs, and a page to read it by."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.attestation import CannotSignError, verify
from harness.attestation.covered import PROOF, files
from harness.attestation.opening import opened
from harness.model import Verification
from harness.reporting.reading_page import page_of
from harness.verdict.verdict_file import read_verdict

PAGE = "index.html"
MOMENT = (2000, 1, 1, 0, 0, 0)  # of every entry: the same run gives the same bytes
PACKED = {".webp", ".jpg", ".png", ".zip", ".sealed", ".gz"}  # folded already


def bundle(folder: Path, target: Path, services: Sequence[str] = (), keys: Sequence[Path] = ()) -> Verification:
    """Writes the zip whole or not at all, opens it again and verifies what is in it.

    ``services``: the page shows these alone; the evidence of the others stays in, because the signature covers it.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(beside, "w") as archive:
            for name, path in _entries(folder):
                _add(archive, name, path.read_bytes())
            _add(archive, PAGE, page_of(folder, read_verdict(folder), services).encode())
        with opened(beside) as back:
            found = verify(back, keys)
        beside.replace(target)
    except OSError as wrong:
        why = wrong.strerror or wrong
        raise CannotSignError(f"Không ghi được gói {target}: {why}. Gói cũ, nếu có, còn nguyên.") from wrong
    finally:
        beside.unlink(missing_ok=True)
    return found


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is signed, its proof, and the minutes; reports that can be drawn again stay behind."""
    proof = [folder / name for name in PROOF]
    minutes = (folder / "bien-ban").rglob("*")
    for path in sorted({*files(folder), *proof, *minutes}):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in PACKED else zipfile.ZIP_DEFLATED
    entry.create_system = 3  # as on Unix, wherever it is made
    archive.writestr(entry, content)
