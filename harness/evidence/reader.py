"""Reads back what a recorder left. A folder without a seal reads as interrupted, with all that was seen."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from harness.catalog.schemas import validator
from harness.evidence.vault import Locked, opened
from harness.model import Document, Evidence, Masked, NotObserved, Outcome, Witness

JOURNAL = "journal.jsonl"
SEAL = "evidence.json"
SEALED_FORM = 1
BOXES = "masked.jsonl"  # what was masked, sealed to the owner of the run
LOCKED = object()
PICTURES = (".webp", ".jpg")  # newest first: runs recorded before keep what they have
INTERRUPTED = "lượt chạy bị dừng trước khi hành trình này đi xong"


class Unverifiable(Exception):  # noqa: N818 — a state of the evidence, said in words
    """The evidence is not what was sealed. Exit code 7."""


def read(folder: Path) -> Evidence:
    """The evidence of one (service, journey). Raises Unverifiable when it was changed after sealing."""
    seal = folder / SEAL
    if not seal.is_file():
        return _unsealed(folder)
    try:
        row = json.loads(seal.read_text("utf-8"))
    except ValueError as wrong:
        raise Unverifiable(f"{seal}: không phải JSON ({wrong})") from wrong
    for error in validator("evidence").iter_errors(row):
        raise Unverifiable(f"{seal}: {error.json_path}: {error.message[:200]}")
    journal = folder / row["journal"]["file"]
    if not journal.is_file() or hashlib.sha256(journal.read_bytes()).hexdigest() != row["journal"]["sha256"]:
        raise Unverifiable(f"{journal}: nhật ký đã bị thay đổi hoặc mất sau khi niêm phong")
    boxes = _boxes(folder)
    return Evidence(
        service=row["service"],
        journey=row["journey"],
        portal=row["portal"],
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
        owner=row["owner"],
        folder=folder,
        started=row["started"],
        ended=row["ended"],
        witnesses=tuple(_witness(w, boxes.get(str(at))) for at, w in enumerate(row["witnesses"])),
        documents=tuple(_document(folder, d) for d in row["documents"]),
        applicant=_applicant(row["applicant"], boxes),
        trouble=row["trouble"],
    )


def picture_of(page: Path) -> Path | None:
    """The picture of a page whose accessible tree this is, when one was taken."""
    found = (page.with_name(page.name.removesuffix(".aria.txt") + suffix) for suffix in PICTURES)
    return next((path for path in found if path.is_file()), None)


def journeys(run: Path) -> Iterator[tuple[str, str]]:
    """Every (service, journey) that left a folder in the run."""
    for journal in sorted(run.glob(f"*/*/{JOURNAL}")):
        yield journal.parent.parent.name, journal.parent.name


def events(folder: Path) -> Iterator[dict[str, Any]]:
    """The journal's events; a last line cut off by a crash is left out."""
    path = folder / JOURNAL
    if not path.is_file():
        return
    for line in path.read_text("utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            return


def _unsealed(folder: Path) -> Evidence:
    rows = list(events(folder))
    first: Mapping[str, Any] = rows[0] if rows else {}
    applicant: dict[str, str] = next((r["applicant"] for r in reversed(rows) if r.get("applicant")), {})
    facts, boxes = [r for r in rows if r["kind"] == "fact"], _boxes(folder)
    return Evidence(
        service=first.get("service", folder.parent.name),
        journey=first.get("journey", folder.name),
        portal=first.get("portal", ""),
        outcome=Outcome.INTERRUPTED,
        reason=INTERRUPTED,
        owner="bộ kiểm thử",
        folder=folder,
        started=first.get("at", ""),
        ended=rows[-1]["at"] if rows else "",
        witnesses=tuple(_witness(r, boxes.get(str(at))) for at, r in enumerate(facts)),
        documents=tuple(_document(folder, r) for r in rows if r["kind"] == "document"),
        applicant=_applicant(applicant, boxes),
    )


def _witness(row: Mapping[str, Any], box: Any = None) -> Witness:
    """``box``: the clear value, LOCKED without the owner's key, None when nothing was masked."""
    if box is LOCKED:
        return Masked(row["fact"], None, row["place"], row["at"], row["file"])
    return Witness(row["fact"], row["value"] if box is None else box, row["place"], row["at"], row["file"])


def _document(folder: Path, row: Mapping[str, Any]) -> Document:
    unseal = opened(folder.parents[1]).unseal if row.get("sealed") else None
    path = Path(os.path.normpath(folder / row["file"]))  # maybe of another journey, which was given the same
    return Document(
        row["name"], path, row["media_type"], row["sha256"], row["size"], row.get("place", ""), unseal
    )


class _LockedApplicant(dict[str, str]):
    """Masks are no data: a check that asks for the applicant's own gets no answer."""

    def __getitem__(self, key: str) -> str:
        raise NotObserved(f"applicant.{key}", "dữ liệu người nộp đã niêm phong; cần khóa của chủ lượt chạy")

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ARG002 – the same answer as for any other key
        return self[key]


def _applicant(shown: dict[str, str], boxes: Mapping[str, Any]) -> dict[str, str]:
    box = boxes.get("applicant")
    return _LockedApplicant(shown) if box is LOCKED else shown if box is None else box


def _boxes(folder: Path) -> dict[str, Any]:
    """Place → the clear value, or LOCKED. A last line cut off by a crash is left out."""
    path = folder / BOXES
    found: dict[str, Any] = {}
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        try:
            row = json.loads(line)
            found[row["at"]] = json.loads(opened(folder.parents[1]).unseal(base64.b64decode(row["box"])))
        except Locked:
            found[row["at"]] = LOCKED
        except ValueError:
            break
    return found
