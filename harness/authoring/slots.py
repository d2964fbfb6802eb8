"""Upload slots → papers of a profile: a sample file that the slot takes, and the component's code. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from harness.catalog.headers import plain
from harness.catalog.procedures import Procedure

_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(KB|MB|kilobyte|megabyte)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.?\b(pdf|docx?|xlsx?|jpe?g|png|zip|xml)\b", re.IGNORECASE)
_MEDIA = {
    "image/*": {"jpg", "jpeg", "png"},
    "image/jpeg": {"jpg", "jpeg"},
    "image/png": {"png"},
    "application/pdf": {"pdf"},
}
SAME = 80  # of 100: how alike a slot and a component of the catalogue must be called


@dataclass(frozen=True, slots=True)
class Slot:
    label: str
    required: bool
    accept: str = ""
    hint: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    label: str
    file: Path | None  # None: no sample file is of a kind that the slot takes
    code: str
    required: bool


def propose(slots: Iterable[Slot], samples: Sequence[Path], record: Procedure | None, hint: str = "") -> list[Proposed]:
    """``hint``: what the page says of all its slots."""
    return [Proposed(slot.label, _file(slot, samples, hint), slot.code or _code(slot, record), slot.required)
            for slot in slots]  # fmt: skip


def _file(slot: Slot, samples: Sequence[Path], hint: str) -> Path | None:
    """Of the right kind and size; then the one whose name is most like the label; the smaller first."""
    kinds = _kinds(slot.accept) or _kinds(f"{slot.hint}") or _kinds(hint)
    most = _bytes(slot.hint) or _bytes(hint)
    fitting = [f for f in samples if (not kinds or f.suffix.lstrip(".").lower() in kinds)
               and (not most or f.stat().st_size <= most)]  # fmt: skip
    label = plain(slot.label)
    ranked = sorted(fitting, key=lambda f: (-round(fuzz.token_set_ratio(label, f.stem.replace("-", " ")) / 10),
                                            f.suffix != ".pdf", f.stat().st_size))  # fmt: skip
    return ranked[0] if ranked else None


def _kinds(words: str) -> set[str]:
    found = {suffix.lower() for suffix in _SUFFIX.findall(words)}
    for media, suffixes in _MEDIA.items():
        found |= suffixes if media in words else set()
    return found | ({"jpg", "jpeg"} if found & {"jpg", "jpeg"} else set())


def _bytes(words: str) -> int:
    sizes = [float(number.replace(",", ".")) * (2**20 if unit.lower().startswith("m") else 2**10)
             for number, unit in _SIZE.findall(words)]  # fmt: skip
    return int(min(sizes, default=0))


def _code(slot: Slot, record: Procedure | None) -> str:
    best, score = "", float(SAME)
    for component in record.components if record else ():
        alike = fuzz.token_sort_ratio(plain(slot.label), plain(component.name))
        if component.code and alike >= score:
            best, score = component.code, alike
    return best
