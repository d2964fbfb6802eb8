"""What stands in the evidence in place of a person's data: the same value gives the same mask, in any encoding.

«người 1: họ tên» says whose and which; a further word says how it was written, so that a reader can still see that
a portal turned a name into capitals or dropped its diacritics.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from harness.evidence.written import Form, forms

REMEMBERED = 200  # characters of a text whose answer is kept: keys, titles and places come hundreds of times
MOST = 20_000  # answers kept
SHORTEST = 4  # characters; a shorter value hides among ordinary words


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of one person. ``kind``: name | number | date | text decides how it may be written."""

    whose: str  # "người 1"
    what: str  # "họ tên"
    value: str
    kind: str = "text"


class Answers(dict[str, str]):
    """Short texts and what became of them; made anew with everything that is learnt, so that none is stale."""

    def keep(self, text: str, answer: str) -> str:
        if len(text) <= REMEMBERED:
            if len(self) >= MOST:
                self.clear()
            self[text] = answer
        return answer


class Masks:
    """Finds every value that it was told of in one pass; cheap to make, cheaper to use."""

    def __init__(self, data: Iterable[Datum] = ()) -> None:
        self._forms: dict[str, tuple[Datum, Form]] = {}
        self._automaton: AhoCorasick | None = None
        self._answers = Answers()
        self.data: list[Datum] = []
        self.learn(data)

    def __bool__(self) -> bool:
        return bool(self._forms)

    def learn(self, data: Iterable[Datum]) -> None:
        """Of two persons with one value, the first keeps it: equal values must look equal."""
        known = {datum.value for datum in self.data}
        fresh = [d for d in data if len(d.value.strip()) >= SHORTEST and _nfc(d.value) not in known]
        for datum in fresh:
            own = Datum(datum.whose, datum.what, _nfc(datum.value), datum.kind)
            if own.value in known:
                continue
            known.add(own.value)
            self.data.append(own)
            for form in forms(own.value, own.kind):
                self._forms.setdefault(form.text, (own, form))
        if fresh:
            self._names = list(self._forms)
            self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
            self._answers = Answers()

    def text(self, text: str) -> str:
        """``text`` (in NFC) with a mask for each value. Text without any is given back as it is."""
        answers = self._answers
        known = answers.get(text)  # one look: another thread may empty it meanwhile
        if known is not None:
            return known
        parts, at = [], 0
        for start, end, datum, form in self.found(text):
            parts += [text[at:start], self.mask(datum, form, text[start:end])]
            at = end
        return answers.keep(text, "".join([*parts, text[at:]]) if at else text)

    def value(self, value: Any) -> Any:
        """The same JSON-like value with every text in it masked; the very same object when there was nothing."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self.text(str(key)): self.value(inner) for key, inner in value.items()}
        return [self.value(inner) for inner in value] if isinstance(value, (list, tuple)) else value

    def found(self, text: str) -> Iterator[tuple[int, int, Datum, Form]]:
        if self._automaton is None or not text:
            return
        low = lowered(text)
        for number, start, end in self._automaton.find_matches_as_indexes(low):
            datum, form = self._forms[self._names[number]]
            if not form.alone or _alone(low, start, end):
                yield start, end, datum, form

    def mask(self, datum: Datum, form: Form, seen: str) -> str:
        """Unequal ways of writing give unequal masks."""
        hows = [form.how, "" if seen == form.shown else _case(seen, form.shown)]
        return f"«{datum.whose}: {', '.join([datum.what, *(how for how in hows if how)])}»"


def lowered(text: str) -> str:
    """Lower case of the same length, so that places in it are places in the text."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _case(seen: str, value: str) -> str:
    """What happened to the letters' case; the number tells two odd ways apart and nothing of the letters."""
    if seen == value.upper():
        return "chữ hoa"
    if seen == value.lower():
        return "chữ thường"
    pattern = "".join("1" if c.isupper() else "0" for c in seen)
    return f"kiểu chữ {zlib.crc32(pattern.encode()) & 0xFFFF:04x}"


def _alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit())


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
