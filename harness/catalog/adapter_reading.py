"""Reads catalog/portals/*.yaml into adapters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from harness.catalog import adapter_references, messages, yamltext
from harness.catalog.adapters import PLACE_KINDS, VERBS, Actor, Adapter, Condition, Place, Step, Task
from harness.catalog.facts import Fact
from harness.catalog.schemas import validator
from harness.catalog.yamltext import Document, Keys

_IN_A_STEP = 3  # tasks › name › index
_LOOKS_INTO = ("options", "count")


def load(root: Path, facts: Mapping[str, Fact], problems: list[str]) -> dict[str, Adapter]:
    found: dict[str, Adapter] = {}
    for path in sorted((root / "catalog/portals").glob("*.yaml")):
        document = yamltext.read(path, root, problems, "portal")
        if document is None:
            continue
        wrong = messages.misfits(document, validator("portal"), problems)
        if not _set_aside(document, wrong):
            continue
        if document.value["id"] != path.stem:
            problems.append(f"{document.at('id')}: Mã cổng «{document.value['id']}» khác tên tệp «{path.stem}».")
        adapter = build(document)
        problems.extend(adapter_references.broken(adapter, document, facts))
        found[path.stem] = adapter
    return found


def _set_aside(document: Document, wrong: list[Keys]) -> bool:
    """Put a neutral step where one could not be understood, so that the others are still checked.

    False when something other than a step is wrong: then nothing more can be said.
    """
    for keys in wrong:
        if len(keys) < _IN_A_STEP or keys[0] not in {"tasks", "gateway"}:
            return False
        document.value[keys[0]][keys[1]][keys[2]] = {"expect": {"text": "…"}}
    return True


def build(document: Document) -> Adapter:
    """The adapter of a document that conforms to schemas/portal.schema.json."""
    row = document.value
    return Adapter(
        id=row["id"],
        name=row["name"],
        environment=row["environment"],
        proof_address=row["proof"]["open"],
        proof_text=row["proof"]["text"],
        origins=row["origins"],
        actors={
            name: Actor(
                name,
                actor["origin"],
                actor.get("pool", ""),
                actor.get("username", ""),
                actor.get("password", ""),
            )
            for name, actor in row["actors"].items()
        },
        tasks={name: _task(document, ("tasks", name), steps) for name, steps in row["tasks"].items()},
        gateway={name: _task(document, ("gateway", name), steps) for name, steps in row.get("gateway", {}).items()},
        order=tuple(row.get("order", ())),
        status={words: int(code) for words, code in row["status"].items()},
        payment_status=row.get("payment_status", {}),
        simulators=tuple(row.get("simulators", ())),
        absent=row.get("absent", {}),
        clock_header=row.get("clock", {}).get("header", ""),
        busy=tuple(row.get("busy", ())),
        hosts=tuple(row.get("hosts", ())),
        file=Path(document.file),
    )


def _task(document: Document, keys: Keys, steps: list[Any]) -> Task:
    return Task(str(keys[-1]), _steps(document, keys, steps), document.at(*keys))


def _steps(document: Document, keys: Keys, steps: list[Any]) -> tuple[Step, ...]:
    return tuple(_step(document, (*keys, index), row) for index, row in enumerate(steps))


def _step(document: Document, keys: Keys, row: Mapping[str, Any]) -> Step:
    verb = next(name for name in VERBS if name in row)
    what = row[verb]
    named = verb in {"read", "fetch"}
    looks = verb in {"wait", "expect", "if_seen"}
    return Step(
        verb=verb,
        where=document.at(*keys),
        written=_written(row),
        address=what if verb == "open" else "",
        place=_place(document, (*keys, verb), what) if verb == "press" else None,
        condition=_condition(document, (*keys, verb), what) if looks else None,
        values=what if verb == "set" and isinstance(what, dict) else {},
        what=what if isinstance(what, str) and verb in {"set", "use", "as"} else "",
        facts={name: _place(document, (*keys, verb, name), at) for name, at in what.items()} if named else {},
        mail=what if verb == "mail" else {},
        until=_condition(document, (*keys, "until"), row["until"]) if "until" in row else None,
        next=_place(document, (*keys, "next"), row["next"]) if "next" in row else None,
        offered=row.get("offered", ""),
        when=row.get("when", ""),
        budget=float(row["budget"]) if "budget" in row else None,
        then=_steps(document, (*keys, "then"), row.get("then", [])),
    )


def _condition(document: Document, keys: Keys, row: Mapping[str, Any]) -> Condition:
    if "gone" in row:
        return Condition(_place(document, (*keys, "gone"), row["gone"]), gone=True)
    return Condition(_place(document, keys, row), equals=row.get("is", ""))


def _place(document: Document, keys: Keys, row: Mapping[str, Any]) -> Place:
    kind = next(name for name in PLACE_KINDS if name in row)
    words = row[kind]
    inner = _place(document, (*keys, kind), words) if kind in _LOOKS_INTO else None
    return Place(
        kind=kind,
        words=() if inner else (words,) if isinstance(words, str) else tuple(words),
        column=row.get("column", ""),
        of=inner,
        within=_place(document, (*keys, "in"), row["in"]) if "in" in row else None,
        where=document.at(*keys),
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
