"""What to type under a label that nobody has described yet: catalog/proposals.yaml, read and asked. Pure."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import rstr

from harness.catalog import messages, yamltext
from harness.catalog.headers import plain
from harness.catalog.schemas import validator
from harness.model import SpecificationError

TABLE = "catalog/proposals.yaml"
DATES = frozenset({"date", "typed-date", "picker", "month", "datetime"})
_EXAMPLE = re.compile(r"(?:ví dụ|chẳng hạn|vd|e\.g\.|for example)\s*[:.]?\s*[«\"“]?([^;»\"”)\n]+)", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})\s*(?:chữ số|ký tự số|số|digits)", re.IGNORECASE)
_ZERO = re.compile(r"bắt đầu (?:bằng|từ) (?:chữ )?(?:số )?0", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """One control, as far as its meaning and its limits go."""

    section: str
    label: str
    kind: str
    hint: str = ""  # help text and placeholder
    limits: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_date(self) -> bool:
        return self.kind in DATES

    @property
    def is_number(self) -> bool:
        typed = self.limits.get("type") == "number" or self.limits.get("inputmode") in {"numeric", "decimal"}
        return self.kind in {"number", "range"} or (typed and not self.is_date)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row of the table: words of labels → what to write."""

    name: str
    words: tuple[str, ...]
    values: tuple[str, ...] = ()
    person: str = ""
    days: int | None = None
    prefer: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Someone:
    """Whose data a control asks for; the applicant's own when ``data`` is empty."""

    words: tuple[str, ...]
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    meanings: tuple[Meaning, ...]
    people: tuple[Someone, ...]
    text: tuple[str, ...]
    number: tuple[str, ...]
    days: int

    def meaning(self, question: Question) -> Meaning | None:
        """The row whose words fit the label best; of a date only what can be a date."""
        fitting = [
            one for one in self.meanings if not question.is_date or one.days is not None or one.person == "birth_date"
        ]
        found: Meaning | None = _best(key(question.label), [(word, one) for one in fitting for word in one.words])
        return found

    def whose(self, question: Question) -> Mapping[str, str]:
        """Data of the person whom the label, or else the section, names; empty for the applicant."""
        rows = [(word, one) for one in self.people for word in one.words]
        found: Someone | None = _best(key(question.label), rows) or _best(key(question.section), rows)
        return found.data if found else {}

    def candidates(self, question: Question, today: date, complaint: str = "") -> Iterator[str]:
        """Values as a profile writes them, the likeliest first; the control's limits are not looked at."""
        yield from _told(complaint)
        meaning = self.meaning(question)
        if meaning:
            yield from self._meant(meaning, question, today)
        yield from _examples(question.hint)
        pattern = str(question.limits.get("pattern") or "")
        if pattern:
            yield from _generated(pattern)
        if question.is_date:
            yield from (_day(today, days) for days in (self.days, 30, -3650))
            return
        yield from self.number if question.is_number else self.text

    def _meant(self, meaning: Meaning, question: Question, today: date) -> Iterator[str]:
        if meaning.person:
            data = self.whose(question)
            yield data.get(meaning.person) or f"@applicant.{meaning.person}"
        if meaning.days is not None:
            yield _day(today, meaning.days)
        yield from meaning.values


def load(root: Path) -> Table:
    """Raises SpecificationError with everything that is wrong in the table."""
    problems: list[str] = []
    document = yamltext.read(root / TABLE, root, problems, "proposals")
    if document is None or not messages.conforms(document, validator("proposals"), problems):
        raise SpecificationError(problems)
    row = document.value
    return Table(
        tuple(_meaning(one) for one in row["values"]),
        tuple(Someone(_keys(one["words"]), one.get("person", {})) for one in row["people"]),
        tuple(row["fallback"]["text"]), tuple(row["fallback"]["number"]), int(row["fallback"]["days"]),
    )  # fmt: skip


def key(text: str) -> str:
    """Words without case and punctuation: «Họ, chữ đệm, tên» → «họ chữ đệm tên»."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def refused(question: Question, value: str) -> str:
    """Why the control's own limits do not take the value; "" when they do."""
    limits = question.limits
    pattern = str(limits.get("pattern") or "")
    if pattern and not question.is_date and not matches(pattern, value):
        return f"không đúng mẫu {pattern}"
    longest = limits.get("maxlength")
    if longest and len(value) > int(longest):
        return f"dài hơn {longest} ký tự"
    if limits.get("type") == "email" and "@" not in value:
        return "không phải địa chỉ thư"
    if not question.is_number:
        return ""
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        return "không phải số"
    low, high = limits.get("min"), limits.get("max")
    return "ngoài giới hạn" if (low and number < float(low)) or (high and number > float(high)) else ""


def matches(pattern: str, value: str) -> bool:
    try:
        return re.fullmatch(pattern, value) is not None
    except re.error:  # JavaScript's dialect: the page itself will say
        return True


def _best(text: str, rows: Sequence[tuple[str, Any]]) -> Any:
    """Of the rows whose words stand in the text: the whole text, then the longest, then the earliest in it."""
    if text == plain(text):  # a page without diacritics: «phuong» may be phường or phương, but it is all there is
        rows = [(plain(word), row) for word, row in rows]
    ranked = [((word == text, len(word), -text.find(word)), row) for word, row in rows if f" {word} " in f" {text} "]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _told(complaint: str) -> Iterator[str]:
    """What the page itself says that it wants."""
    yield from _examples(complaint)
    digits = _DIGITS.search(complaint)
    if digits:
        yield ("0990900001234567" if _ZERO.search(complaint) else "9990000001234567")[: int(digits[1])]


def _examples(text: str) -> Iterator[str]:
    for found in _EXAMPLE.findall(text):
        yield found.strip(' .:«»"')


def _generated(pattern: str) -> Iterator[str]:
    try:
        yield rstr.Rstr(random.Random(pattern)).xeger(pattern)  # noqa: S311 — the same pattern, the same value
    except (re.error, ValueError, KeyError, IndexError):
        return


def _day(today: date, days: int) -> str:
    return (today + timedelta(days=days)).strftime("%d/%m/%Y")


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(word) for word in words))


def _meaning(row: Mapping[str, Any]) -> Meaning:
    value = row.get("value", [])
    return Meaning(
        row["meaning"], _keys(row["words"]), (value,) if isinstance(value, str) else tuple(value),
        row.get("person", ""),
        int(row["days"]) if "days" in row else None, _keys(row.get("prefer", ())), _keys(row.get("avoid", ())),
        row.get("optional") == "true",
    )  # fmt: skip
