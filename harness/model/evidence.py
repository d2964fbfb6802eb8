"""What was seen while one journey was driven: facts with their witnesses, and documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from harness.model.trouble import NotObserved


class Outcome(StrEnum):
    """How driving ended. Only ``done`` says that the whole journey was walked."""

    DONE = "done"
    BLOCKED = "blocked"  # could not be tested: portal changed, adapter does not fit
    COMPROMISED = "compromised"  # a third party or the environment failed
    ERROR = "error"  # the harness is broken
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Witness:
    """One reading of one fact at one place. ``value`` is JSON-like; money is int đồng, time ISO 8601."""

    fact: str
    value: Any
    place: str  # in words: "trang chi tiết hồ sơ › Trạng thái"
    at: str
    file: str = ""  # evidence file, relative to the journey's folder


@dataclass(frozen=True, slots=True)
class Document:
    """A file that the portal or a mail delivered, judged by its bytes."""

    name: str  # closed name: "slip", "receipt", "result", "attachment:<label>"
    path: Path
    media_type: str  # as the portal declared it
    sha256: str
    size: int
    place: str = ""
    unseal: Callable[[bytes], bytes] | None = field(default=None, repr=False, compare=False)  # None: kept in clear

    def content(self) -> bytes:
        """The bytes as recorded; raises NotObserved when the file is not what was recorded."""
        data = self.path.read_bytes()
        if self.unseal is not None:
            data = self._unsealed(data, self.unseal)
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise NotObserved(self.name, "tệp bằng chứng đã bị thay đổi sau khi ghi")
        return data

    def _unsealed(self, data: bytes, unseal: Callable[[bytes], bytes]) -> bytes:
        try:
            return unseal(data)
        except Exception as wrong:
            raise NotObserved(self.name, str(wrong)) from wrong


class Masked(Witness):
    """A reading whose value holds a person's data, read back without its owner's key. Nothing can be judged by it."""

    __slots__ = ()

    @property
    def value(self) -> Any:
        raise NotObserved(self.fact, "giá trị có dữ liệu cá nhân, đã niêm phong; cần khóa của chủ lượt chạy")

    @value.setter
    def value(self, _given: Any) -> None:
        """Whatever was there is not kept."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sealed record of one (service, journey). Read-only; checks take it and nothing else."""

    service: str
    journey: str
    portal: str
    outcome: Outcome
    reason: str  # Vietnamese sentence when the outcome is not done
    owner: str  # who must act then: "cổng dịch vụ công", "bộ kết nối", "cổng thanh toán", …
    folder: Path
    started: str
    ended: str
    witnesses: tuple[Witness, ...] = ()
    documents: tuple[Document, ...] = ()
    applicant: dict[str, str] = field(default_factory=dict)  # the persona that drove, as a mapping
    trouble: dict[str, str] = field(default_factory=dict)  # where it got stuck: task, step, page, file, candidates

    def all(self, fact: str) -> list[Witness]:
        """Every reading of the fact, oldest first; empty when it was never read."""
        return [w for w in self.witnesses if w.fact == fact]

    def last(self, fact: str) -> Witness:
        """The latest reading; raises NotObserved when there is none."""
        readings = self.all(fact)
        if not readings:
            raise NotObserved(fact, self.reason)
        return readings[-1]

    def fact(self, fact: str) -> Any:
        """The latest value; raises NotObserved when the fact was never read."""
        return self.last(fact).value

    def has(self, fact: str) -> bool:
        return any(w.fact == fact for w in self.witnesses)

    def document(self, name: str) -> Document:
        for document in self.documents:
            if document.name == name:
                return document
        raise NotObserved(name, self.reason)

    def documents_of(self, prefix: str) -> Iterator[Document]:
        return (d for d in self.documents if d.name.startswith(prefix))
