"""Text of portals and people as a page can hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

ZERO = "\u200b"  # a place where a line may break
_LONG = re.compile(r"\S{28,}")


def plain(value: Any) -> Any:
    """NFC, nothing that a page cannot show, and places to break in what is longer than a cell."""
    if isinstance(value, str):
        return _LONG.sub(_breakable, clean(value))
    if isinstance(value, Mapping):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, list) else value


def _breakable(found: re.Match[str]) -> str:
    """Addresses and digests may go over the edge of their cell: places to break are added, nothing is cut."""
    return ZERO.join(re.findall(r".{1,20}?[/._=&?-]+|.{1,20}", found[0]))


def clean(text: str) -> str:
    """NFC, without control characters and halves of surrogates."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
