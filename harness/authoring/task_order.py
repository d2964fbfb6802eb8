"""In which order an adapter's tasks can be tried, and what each needs to have worked before. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.catalog.adapters import Adapter
from harness.catalog.schemas import schema
from harness.model import Service


@dataclass(frozen=True, slots=True)
class Turn:
    """One task's turn: after which tasks, as whom, with which data."""

    task: str
    after: tuple[str, ...] = ()
    actor: str = "applicant"
    data: Mapping[str, Any] = field(default_factory=dict)
    apart: bool = False  # needs a dossier in a state of its own: a journey brings it there
    looks: bool = False  # only whether its control is offered: there is nothing to pay


LOOKING = {"about": (), "search": (), "find": (), "forms": ("find",), "filters": (), "help": (), "statistics": ()}
FILLING = {  # task → what must have worked
    "complaint": (), "sign_in": (), "start": ("sign_in",), "fill": ("start",), "estimate": ("fill",),
    "from_store": ("fill",), "attach": ("fill",), "declaration": ("attach",), "review": ("attach",),
    "submit": ("attach", "review"),
}  # fmt: skip
AFTERWARDS = {"track": ("submit",), "papers_back": ("submit",), "mine": ("submit",), "lookup": ("submit",),
              "rate": ("deliver", "result"), "sign_out": ("sign_in",)}  # fmt: skip
OFFICERS = ("receive", "process", "issue", "deliver")
AS_VISITOR = frozenset({*LOOKING, "complaint", "lookup"})
PIECES = frozenset({"officer_read"})  # walked with the tasks that use them


def turns(adapter: Adapter, service: Service) -> Iterator[Turn]:
    """Every task that the language knows, in an order that gives each its preconditions."""
    for task, after in LOOKING.items():
        yield _turn(adapter, service, task, after)
    for task, after in FILLING.items():
        yield _turn(adapter, service, task, after)
    last = "submit"
    yield _turn(adapter, service, "officer_sign_in", ())
    for task in _processing(adapter):
        after = ("submit",) if task in {"pay", "result"} else (last,)
        yield _turn(adapter, service, task, (*after, *(("issue",) if task == "result" else ())))
        last = task if task in OFFICERS else last
    for task, needed in AFTERWARDS.items():
        known = tuple(one for one in needed if one in adapter.tasks) or ("submit",)
        yield _turn(adapter, service, task, known)
    ordered = {*LOOKING, *FILLING, *AFTERWARDS, *_processing(adapter), "officer_sign_in", *PIECES}
    for task in names():
        if task not in ordered:
            yield Turn(task, apart=True)


def names() -> list[str]:
    """The closed list of tasks, as the schema has it."""
    return [*schema("portal")["properties"]["tasks"]["properties"]]


def walked_within(adapter: Adapter, task: str) -> list[str]:
    """Tasks that `use` this one: it is tried with them."""
    return [
        one.name for one in adapter.tasks.values() if any(s.verb == "use" and s.what == task for s in one.every_step())
    ]


def _processing(adapter: Adapter) -> list[str]:
    """When payment falls is data; handing over follows the issue where it is a step of its own."""
    found: list[str] = []
    for task in adapter.order or ("pay", *OFFICERS, "result"):
        found += [task] if task != "submit" and task not in found else []
        found += ["deliver"] if task == "issue" and "deliver" not in (*adapter.order, *found) else []
    return found


def _turn(adapter: Adapter, service: Service, task: str, after: tuple[str, ...]) -> Turn:
    actor = "visitor" if task in AS_VISITOR and "visitor" in adapter.actors else "applicant"
    if task in {"officer_sign_in", *OFFICERS} and "officer" in adapter.actors:
        actor = "officer"
    data: dict[str, Any] = {}
    if task == "search":
        data["query"] = " ".join(service.name.split()[:4])
    if task == "from_store" and service.papers:
        data["paper"] = service.papers[0].label
    if task == "pay":
        data["mode"] = "pay"
    return Turn(task, after, actor, data, looks=task == "pay" and not service.fee)
