"""One fact spoilt, the criterion that must turn red, and the words that must say so."""

from __future__ import annotations

from typing import Any, NamedTuple


class Defect(NamedTuple):
    criterion: str
    fact: str
    value: Any
    says: str
