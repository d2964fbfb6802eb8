"""Steps of an adapter as written → steps to walk: shared pieces put in their place, usual words of facts looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from harness.catalog.adapters import PLACE_KINDS, VERBS, Condition, Place, Step, Task
from harness.catalog.facts import Fact
from harness.catalog.messages import unknown
from harness.catalog.partners import Partner
from harness.catalog.yamltext import Document, Keys

USUAL = "usual"
_GIVEN = re.compile(r"@given\.([a-z_]+)")
_LOOKS_INTO = ("options", "count")


class Reader:
    """Reads the steps of one adapter; what is wrong with shared pieces and usual words goes to ``problems``."""

    def __init__(self, document: Document, facts: Mapping[str, Fact], partners: Mapping[str, Partner],
                 problems: list[str]) -> None:
        self._document = document
        self._facts = facts
        self._problems = problems
        self._pieces: dict[str, tuple[Document, Keys]] = {
            name: (document, ("shared", name)) for name in document.value.get("shared", {})
        }
        for partner, other in partners.items():
            self._pieces |= {f"{partner}.{name}": (other.document, ("tasks", name)) for name in other.tasks}
        self._used: set[str] = set()
        self._under_way: list[str] = []

    def task(self, keys: Keys, document: Document | None = None) -> Task:
        document = document or self._document
        return Task(str(keys[-1]), self._steps(document, keys, _at(document, keys)), document.at(*keys))

    def tell_unused(self) -> None:
        for name in self._document.value.get("shared", {}):
            if name not in self._used:
                where = self._document.at("shared", name)
                self._problems.append(f"{where}: Đoạn dùng chung «{name}» không việc nào dùng; hãy bỏ đi.")

    def _steps(self, document: Document, keys: Keys, rows: list[Any]) -> tuple[Step, ...]:
        found: list[Step] = []
        for index, row in enumerate(rows):
            name = row.get("use", "")
            if name in self._pieces and name not in self._document.value["tasks"]:
                found.extend(self._piece(document.at(*keys, index), row, name))
            else:
                found.append(self._step(document, (*keys, index), row))
        return tuple(found)

    def _piece(self, where: str, row: Mapping[str, Any], name: str) -> Iterator[Step]:
        """The shared steps with the given words in them; each keeps the line where it is written."""
        self._used.add(name)
        document, keys = self._pieces[name]
        if name in self._under_way:
            self._problems.append(f"{where}: Đoạn dùng chung «{name}» gọi lại chính nó.")
            return
        rows = _at(document, keys)
        given, wanted = row.get("with", {}), set(_GIVEN.findall(repr(rows)))
        for missing in sorted(wanted - set(given)):
            self._problems.append(f"{where}: «use: {name}» còn thiếu «with: {{{missing}: …}}».")
        for extra in sorted(set(given) - wanted):
            self._problems.append(unknown(where, "chỗ nhận", f"@given.{extra}", [f"@given.{one}" for one in wanted]))
        self._under_way.append(name)
        for step in self._steps(document, keys, _filled(rows, given)):
            yield replace(step, when=step.when or row.get("when", ""))
        self._under_way.pop()

    def _step(self, document: Document, keys: Keys, row: Mapping[str, Any]) -> Step:
        verb = next(name for name in VERBS if name in row)
        what = row[verb]
        looks = verb in {"wait", "expect", "if_seen"}
        return Step(
            verb=verb,
            where=document.at(*keys),
            written=_written(row),
            address=what if verb == "open" else "",
            place=place(document, (*keys, verb), what) if verb == "press" else None,
            condition=_condition(document, (*keys, verb), what) if looks else None,
            values=what if verb == "set" and isinstance(what, dict) else {},
            what=what if isinstance(what, str) and verb in {"set", "use", "as"} else "",
            facts=self._named_places(document, (*keys, verb), what) if verb in {"read", "fetch"} else {},
            mail=what if verb == "mail" else {},
            until=_condition(document, (*keys, "until"), row["until"]) if "until" in row else None,
            next=place(document, (*keys, "next"), row["next"]) if "next" in row else None,
            offered=row.get("offered", ""),
            when=row.get("when", ""),
            budget=float(row["budget"]) if "budget" in row else None,
            then=self._steps(document, (*keys, "then"), row.get("then", [])),
        )

    def _named_places(self, document: Document, keys: Keys, what: Any) -> dict[str, Place]:
        """Fact or document → place. A name alone (``usual``) stands for the fact's usual place, words rename it."""
        if not isinstance(what, dict):
            what = dict.fromkeys([what] if isinstance(what, str) else what, USUAL)
        found: dict[str, Place] = {}
        for name, at in what.items():
            if isinstance(at, dict):
                found[name] = place(document, (*keys, name), at)
            else:
                usual = self._usual(document.at(*keys, name), name)
                usual = {fact: where for fact, where in usual.items() if fact not in what or fact == name}
                found |= usual if at == USUAL else {fact: _called(where, at) for fact, where in usual.items()}
        return found

    def _usual(self, where: str, name: str) -> dict[str, Place]:
        readable = {fact.name: fact for fact in self._facts.values() if fact.by == "adapter"}
        chosen = [fact for fact in readable if fnmatchcase(fact, name)]
        words = {fact: place(_USUAL_WORDS, (), readable[fact].usual, where) for fact in chosen if readable[fact].usual}
        if not words and chosen:
            self._problems.append(f"{where}: Dữ kiện «{name}» không có chữ thường gặp trong catalog/facts.yaml; "
                                  f"hãy ghi chỗ đọc, ví dụ «{chosen[0]}: {{row: …}}».")
        elif not chosen and name not in self._facts:
            groups = {f"{fact.split('.')[0]}.*" for fact in readable}
            self._problems.append(unknown(where, "dữ kiện", name, groups if "*" in name else readable))
        elif not chosen:
            self._problems.append(f"{where}: Dữ kiện «{name}» do bộ kiểm thử tự ghi, bộ kết nối không đọc.")
        return words


_USUAL_WORDS = Document("catalog/facts.yaml")


def _at(document: Document, keys: Keys) -> list[Any]:
    rows: list[Any] = document.value[keys[0]][keys[1]]
    return rows


def _filled(written: Any, given: Mapping[str, str]) -> Any:
    """The same steps with every ``@given.name`` replaced, in names as well as in values."""
    if isinstance(written, dict):
        return {_filled(key, given): _filled(value, given) for key, value in written.items()}
    if isinstance(written, list):
        return [_filled(value, given) for value in written]
    return _GIVEN.sub(lambda found: given.get(found[1], found[0]), written) if isinstance(written, str) else written


def _called(usual: Place, words: str) -> Place:
    """The fact's usual kind of place under other words: a row stays a row, a list a list."""
    return replace(usual, of=_called(usual.of, words)) if usual.of else replace(usual, words=(words,))


def _condition(document: Document, keys: Keys, row: Mapping[str, Any]) -> Condition:
    if "gone" in row:
        return Condition(place(document, (*keys, "gone"), row["gone"]), gone=True)
    return Condition(place(document, keys, row), equals=row.get("is", ""))


def place(document: Document, keys: Keys, row: Mapping[str, Any], where: str = "") -> Place:
    kind = next(name for name in PLACE_KINDS if name in row)
    words = row[kind]
    where = where or document.at(*keys)
    inner = place(document, (*keys, kind), words, where) if kind in _LOOKS_INTO else None
    return Place(
        kind=kind,
        words=() if inner else (words,) if isinstance(words, str) else tuple(words),
        column=row.get("column", ""),
        of=inner,
        within=place(document, (*keys, "in"), row["in"]) if "in" in row else None,
        where=where,
    )


def _written(value: Any) -> str:
    """The step on one line, the way a person writes it in the adapter."""
    return ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items() if key != "then")


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return str(value)
