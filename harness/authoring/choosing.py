"""Which entry of a list a person would choose. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from harness.authoring.meanings import Meaning, key

_NO_CHOICE = re.compile(r"^(?:-+|\.+|\[?-*\s*(?:chọn|vui lòng chọn|select|choose|tất cả|all)\b.*)$", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:khác|other)\b", re.IGNORECASE)
ALIKE = 88  # of 100


def choose(options: Sequence[str], likely: Sequence[str], meaning: Meaning | None, *,
           avoided: Sequence[str] = ()) -> tuple[str, bool]:  # fmt: skip
    """(entry, guessed): the value itself, what the meaning prefers, what is spelt alike, else the first usual one."""
    real = [option for option in options if option.strip() and not _NO_CHOICE.match(option.strip())]
    real = [option for option in real if option not in avoided] or real
    by_key = {key(option): option for option in reversed(real)}
    for value in likely:
        if key(value) in by_key:
            return by_key[key(value)], False
    for word in meaning.prefer if meaning else ():
        found = next((option for option in real if f" {word} " in f" {key(option)} "), "")
        if found:
            return found, False
    spared = [o for o in real if not any(f" {word} " in f" {key(o)} " for word in (meaning.avoid if meaning else ()))]
    for value in likely:
        near = process.extractOne(value, spared, scorer=fuzz.WRatio, score_cutoff=ALIKE)
        if near and meaning:
            return str(near[0]), False
    usual = [option for option in spared or real if not _OTHER.search(option)]
    return (usual or spared or real or [""])[0], True
