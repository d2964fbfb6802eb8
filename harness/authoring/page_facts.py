"""Where a page shows a fact: at the usual words, at words like them, or nowhere that can be recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from harness.authoring import synonyms
from harness.authoring.meanings import key
from harness.catalog.adapters import PLACE_KINDS, Place
from harness.catalog.facts import Fact
from harness.portal.locate import spec
from harness.portal.script import ask, frames
from harness.portal.window import Window

LONGEST = 60  # letters of a name; what is longer is a text
LIKE = 85  # of 100: how alike words of the page and usual words must be


@dataclass(frozen=True, slots=True)
class Found:
    """``words`` "" when the usual ones are right; ``value`` "" when nothing was found."""

    value: str
    words: str = ""


async def read_facts(window: Window, facts: Mapping[str, Fact], names: Sequence[str]) -> dict[str, Found]:
    """``names``: what the page calls its rows, lists and headings."""
    found: dict[str, Found] = {}
    for name, fact in facts.items():
        kind = next((one for one in PLACE_KINDS if one in fact.usual), "")
        if not kind:
            continue
        value = await _value(window, Place(kind, _words(fact.usual[kind])))
        others = [] if value or kind == "heading" else _others(fact, kind, names, {one.words for one in found.values()})
        other = ""
        for other in others:
            value = await _value(window, Place(kind, (other,)))
            if value:
                break
        found[name] = Found(value, other if value else "")
    return found


async def _value(window: Window, place: Place) -> str:
    for frame in frames(window.page):
        answer = await ask(frame, "value", spec(place))
        value = answer["value"]
        if value:
            return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return ""


def _others(fact: Fact, kind: str, names: Sequence[str], taken: set[str]) -> list[str]:
    """Words of the page that may stand for the fact, the likeliest first; none that stands for another one."""
    like = _like(fact, kind, names)
    known = synonyms.FACTS.get(fact.name)
    called = [name for name in names if known and len(name) <= LONGEST and known.search(name)]
    return [one for one in dict.fromkeys([*([like] if like else []), *called]) if one not in taken]


def _like(fact: Fact, kind: str, names: Sequence[str]) -> str:
    """The page's own words for the fact, by its usual words and its title."""
    pool = {key(name): name for name in names if 0 < len(name) <= LONGEST}
    best, score = "", float(LIKE)
    for word in (*_words(fact.usual[kind]), fact.title):
        near = process.extractOne(key(word), [*pool], scorer=fuzz.token_sort_ratio, score_cutoff=score)
        if near:
            best, score = pool[near[0]], near[1]
    return best


def _words(written: object) -> tuple[str, ...]:
    return tuple(map(str, written)) if isinstance(written, (list, tuple)) else (str(written),)
