"""Writes down what one journey sees, as it sees it: an append-only journal, files beside it, a seal at the end."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from pathlib import Path
from typing import Any

from harness.evidence.reader import BOXES, JOURNAL, PICTURES, SEAL, SEALED_FORM
from harness.evidence.redaction import Redaction
from harness.evidence.vault import SEALED, Vault
from harness.model import Document, Evidence, NotObserved, Outcome, Persona, Trouble, Witness

EXCHANGES = "http.jsonl"  # folded at the end to a tenth; a walk that was cut off leaves it plain
WORTH = 64 << 10  # bytes; below it a file of its own name is worth more than the room that it takes
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_KINDS = {  # by their first bytes: what a file is, not what it is called
    b"%PDF": ".pdf", b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"PK\x03\x04": ".zip", b"<!DO": ".html",
    b"<htm": ".html", b"<?xm": ".xml",
}  # fmt: skip


def now() -> str:
    """ISO 8601 with offset, Vietnamese time, milliseconds."""
    return datetime.now(VIETNAM).isoformat(timespec="milliseconds")


def jsonlike(value: Any) -> Any:
    """Dataclasses, dates, enums, paths and tuples as JSON holds them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: jsonlike(getattr(value, f.name)) for f in dataclasses.fields(value) if f.repr}
    if isinstance(value, Mapping):
        return {str(key): jsonlike(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [jsonlike(inner) for inner in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value


class Recorder:
    """Of one (service, journey), used by one thread. Every event is on disk before the next one happens."""

    def __init__(self, folder: Path, service: str, journey: str, *, portal: str = "",  # noqa: PLR0913 — all of a record's head
                 applicant: Persona | None = None, redaction: Redaction | None = None,
                 vault: Vault | None = None) -> None:  # fmt: skip
        self.folder = folder
        self.service = service
        self.journey = journey
        self.redaction = redaction or Redaction()
        self.started = now()
        self.sealed: Evidence | None = None
        self._portal = portal
        self._vault = vault
        self._applicant = _as_mapping(applicant)
        self._shown: list[dict[str, Any]] = []  # the witnesses as they may be written
        # By SHA-256: one file for what was delivered twice, in whichever journey of the service.
        self._kept: dict[str, Path] = vault.kept(folder.parent) if vault else {}
        self._pages: dict[str, str] = {}  # trees that stand in a file already
        self._witnesses: list[Witness] = []
        self._documents: list[Document] = []
        self._files = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._journal = folder / JOURNAL
        self._journal.touch(exist_ok=False)  # a second attempt has its own folder
        self._seq = 0
        self._sealed_row("applicant", self._applicant)
        self.event("started", service=service, journey=journey, portal=portal, applicant=self._applicant)

    def begin(self) -> None:
        """The journey's turn has come: one walk may leave the evidence of several journeys, one after the other."""
        self.started = now()
        self.event("begun")

    def fact(self, name: str, value: Any, place: str, file: str = "") -> None:
        """One reading of one fact at one place; ``file`` is relative to the journey's folder."""
        witness = Witness(name, self.redaction.clear(jsonlike(value)), self.redaction.text(place), now(), file)
        shown = dataclasses.asdict(witness) | {"value": self.redaction.people.value(witness.value)}
        if shown["value"] != witness.value:
            self._sealed_row(str(len(self._witnesses)), witness.value)
        self._witnesses.append(witness)
        self._shown.append(shown)
        self._write("fact", shown)

    def last(self, name: str, default: Any = None) -> Any:
        """The latest value of the fact in this journey so far."""
        return next((w.value for w in reversed(self._witnesses) if w.fact == name), default)

    def latest(self, name: str) -> Document:
        """The document kept last under this name; raises NotObserved when there is none with content."""
        found = next((d for d in reversed(self._documents) if d.name == name and d.size), None)
        if found is None:
            raise NotObserved(name)
        return found

    def document(self, name: str, content: bytes, media_type: str, place: str) -> Document:
        """Keeps the bytes as they came, with their SHA-256; sealed, because papers carry persons' data."""
        suffix = next((ext for start, ext in _KINDS.items() if content.lower().startswith(start.lower())), ".bin")
        digest = hashlib.sha256(content).hexdigest()
        path = self._kept.get(digest)
        if path is None:
            path = self._next("documents", name, suffix + (SEALED if self._vault else ""))
            path.write_bytes(self._vault.seal(content) if self._vault else content)
            if len(content) >= WORTH:
                self._kept[digest] = path
        unseal = self._vault.unseal if self._vault else None
        found = Document(name, path, media_type, digest, len(content), self.redaction.text(place), unseal)
        self._documents.append(found)
        self.event("document", **self._as_row(found))
        return found

    def page(self, name: str, url: str, aria: str, picture: bytes | None) -> str:
        """The accessible tree and the picture of a page; gives the file that witnesses can point to.

        A page that has not changed since the journey saw it last, and has no new picture, stands in its file already.
        """
        text = self.redaction.text(f"# {url}\n{aria}\n")
        file = self._pages.get(text, "") if picture is None else ""
        if not file:
            path = self._next("pages", name, ".aria.txt")
            path.write_text(text, "utf-8")
            self._pages[text] = file = str(path.relative_to(self.folder))
            if picture is not None:
                suffix = PICTURES[0] if picture.startswith(b"RIFF") else PICTURES[1]
                path.with_name(path.name.removesuffix(".aria.txt") + suffix).write_bytes(picture)
        self.event("page", name=name, url=url, file=file, picture=picture is not None)
        return file

    def exchange(  # noqa: PLR0913, PLR0917 — one row of a log
        self, method: str, url: str, status: int, kind: str, media_type: str = "", body: str = ""
    ) -> None:
        """One HTTP exchange of the browser; kept apart because there are many."""
        row = {"at": now(), "method": method, "url": url, "status": status, "kind": kind,
               "media_type": media_type, "body": body}  # fmt: skip
        with (self.folder / EXCHANGES).open("a", encoding="utf-8") as file:
            file.write(_line(self.redaction.value(row)))

    def keep(self, kind: str, name: str, text: str) -> str:
        """A text beside the journal (a mail, a packet) in the folder ``kind``; gives its relative path."""
        path = self._next(kind, name, ".txt")
        path.write_text(self.redaction.text(text), "utf-8")
        return str(path.relative_to(self.folder))

    def event(self, kind: str, **fields: Any) -> None:
        self._write(kind, self.redaction.value(jsonlike(fields)))

    def _write(self, kind: str, masked: Mapping[str, Any]) -> None:
        if self.sealed is not None:
            raise RuntimeError(f"evidence of {self.service}/{self.journey} is sealed: {kind}")
        self._seq += 1
        row = {"seq": self._seq, "at": now(), "kind": kind, **masked}
        with self._journal.open("a", encoding="utf-8") as file:
            file.write(_line(row))

    def seal(self, outcome: Outcome, reason: str = "", owner: str = "", *, trouble: Trouble | None = None) -> Evidence:
        """Ends the record; after it nothing can be added. Sealing twice gives the first seal."""
        if self.sealed is not None:
            return self.sealed
        reason = self.redaction.text(reason)
        self.event("sealed", outcome=outcome, reason=reason, owner=owner)
        self._fold(self.folder / EXCHANGES)
        details = self.redaction.value(_details(trouble)) if trouble else {}
        ended = now()
        row = {
            "schema": SEALED_FORM, "service": self.service, "journey": self.journey, "portal": self._portal,
            "outcome": outcome.value, "reason": reason, "owner": owner, "trouble": details,
            "started": self.started, "ended": ended, "applicant": self.redaction.value(self._applicant),
            "witnesses": self._shown,
            "documents": [self._as_row(d) for d in self._documents],
            "journal": {"file": JOURNAL, "sha256": _digest(self._journal), "events": self._seq},
        }  # fmt: skip
        write_atomically(self.folder / SEAL, _line(row))
        self.sealed = Evidence(
            self.service, self.journey, self._portal, outcome, reason, owner, self.folder, self.started,
            ended, tuple(self._witnesses), tuple(self._documents), self._applicant, details,
        )  # fmt: skip
        return self.sealed

    @staticmethod
    def _fold(path: Path) -> None:
        if path.is_file():
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
            path.unlink()

    def _as_row(self, document: Document) -> dict[str, Any]:
        return {
            "name": self.redaction.text(document.name), "file": os.path.relpath(document.path, self.folder),
            "media_type": document.media_type, "sha256": document.sha256, "size": document.size,
            "place": document.place, **({"sealed": True} if document.unseal else {}),
        }  # fmt: skip

    def _sealed_row(self, at: str, clear: Any) -> None:
        """What was masked, for the owner alone; on disk before the mask is."""
        if self._vault and clear:
            box = base64.b64encode(self._vault.seal(json.dumps(clear, ensure_ascii=False).encode())).decode()
            with (self.folder / BOXES).open("a", encoding="utf-8") as file:
                file.write(_line({"at": at, "box": box}))

    def _next(self, folder: str, name: str, suffix: str) -> Path:
        self._files += 1
        path = self.folder / folder / f"{self._files:03d}-{slug(name)}{suffix}"
        path.parent.mkdir(exist_ok=True)
        return path


def slug(name: str) -> str:
    """A file name without diacritics: «attachment:Đơn đề nghị» → attachment-don-de-nghi."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9._]+", "-", letters).strip("-.")[:60] or "tep"


def write_atomically(path: Path, text: str) -> None:
    """Either the old file or the new one, never half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def _as_mapping(persona: Persona | None) -> dict[str, str]:
    return {k: str(v) for k, v in jsonlike(persona).items()} if persona else {}


def _details(trouble: Trouble) -> dict[str, str]:
    found = {name: getattr(trouble, name) for name in ("task", "step", "page", "file")}
    found["candidates"] = ", ".join(trouble.candidates)
    return {name: value for name, value in found.items() if value}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _line(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
