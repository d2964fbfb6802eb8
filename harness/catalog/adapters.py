"""A portal as its adapter declares it: tasks, each a list of steps from a closed vocabulary (version 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.model import SpecificationError

VERBS = ("open", "press", "set", "wait", "expect", "read", "fetch", "mail", "as", "use", "if_seen")
MODIFIERS = ("until", "offered", "when", "next", "budget", "then")
PLACE_KINDS = (
    "button", "link", "label", "heading", "row", "list", "table", "region", "text", "role",
    "options", "count", "links", "group", "css", "url", "gone",
)  # fmt: skip
_VARIABLE = re.compile(r"\$\{([A-Z][A-Z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is on a page, by what a person sees. ``words`` may hold the same name in two languages.

    ``heading``: words, or a level "1"–"6". ``role``: an ARIA role. ``options`` and ``count`` look into
    ``of``; ``table`` needs ``column``; ``within`` scopes the place (`in:` of the adapter).
    ``css`` is the last resort.
    """

    kind: str  # one of PLACE_KINDS, never "gone" (that is a condition)
    words: tuple[str, ...] = ()
    column: str = ""
    of: Place | None = None
    within: Place | None = None
    where: str = ""  # file:line

    @property
    def name(self) -> str:
        """The first spelling of the words, for messages; of what it looks into when it has none itself."""
        return self.words[0] if self.words else (self.of.name if self.of else "")


@dataclass(frozen=True, slots=True)
class Condition:
    """What `wait`, `expect`, `until` and `if_seen` look for: a place seen, with a value, or gone."""

    place: Place
    equals: str = ""  # {row: …, is: …}: the value that the place must show
    gone: bool = False  # {gone: {…}}


@dataclass(frozen=True, slots=True)
class Step:
    """One step. Only the fields of its verb are filled; values may hold ``@references``."""

    verb: str
    where: str  # file:line
    written: str  # as a person wrote it, one line, for messages
    address: str = ""  # open
    place: Place | None = None  # press
    condition: Condition | None = None  # wait, expect, if_seen
    values: Mapping[str, str] = field(default_factory=dict)  # set: label → value
    what: str = ""  # set: "form" | "papers"; use: task or "gateway"; as: actor
    facts: Mapping[str, Place] = field(default_factory=dict)  # read: fact → place; fetch: document → place
    mail: Mapping[str, str] = field(default_factory=dict)  # mail: {subject, text, follow, attachment}
    until: Condition | None = None
    next: Place | None = None  # the control that turns the page of a wizard
    offered: str = ""  # flag fact: False when neither the control nothing like it is there
    when: str = ""  # "fee" | "document" (the result is one) | "form" | "papers"
    budget: float | None = None  # seconds
    then: tuple[Step, ...] = ()  # if_seen


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    steps: tuple[Step, ...]
    where: str  # file:line

    def every_step(self) -> Iterator[Step]:
        waiting = [*reversed(self.steps)]
        while waiting:
            step = waiting.pop()
            yield step
            waiting.extend(reversed(step.then))


@dataclass(frozen=True, slots=True)
class Actor:
    """``pool`` "personas": drawn from the personas; otherwise a fixed account, or nobody (a visitor)."""

    id: str
    origin: str  # key of Adapter.origins
    pool: str = ""
    username: str = ""
    password: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)  # of an authenticator app (TOTP), base32


@dataclass(frozen=True, slots=True)
class Adapter:
    """``catalog/portals/<id>.yaml``. ``${VARIABLES}`` stay as written until ``resolved``."""

    id: str
    name: str
    environment: str  # "test" | "production"; only test may be submitted to
    proof_address: str  # path that proves a test environment at run time …
    proof_text: str  # … by showing these words
    origins: Mapping[str, str]
    actors: Mapping[str, Actor]
    tasks: Mapping[str, Task]
    gateway: Mapping[str, Task]  # the gateway's own pages: pay, cancel
    order: tuple[str, ...]
    status: Mapping[str, int]  # the portal's words → canonical 1–10
    payment_status: Mapping[str, str]  # the portal's words → paid | unpaid | pending | none
    simulators: tuple[str, ...] = ()
    absent: Mapping[str, str] = field(default_factory=dict)  # capability → why the portal has not got it
    busy: tuple[str, ...] = ()  # css of marks that say "still loading"
    inbox_address: str = ""  # where a test service shows messages over HTTP, newest first; "": the mailbox simulator
    inbox_after: str = ""  # the words before the code
    clock_header: str = ""  # tells the test portal to take a request as sent at that moment; "": it cannot
    bill_lookup: str = ""  # path of the portal's own service that says what is owed for a dossier code; "": none
    deep_link: str = ""  # path that the national portal was given, with @service.code; "": not registered
    hosts: tuple[str, ...] = ()  # further hosts that the browser may visit
    publishing_hook: str = ""  # what `kiemthu publish` asks to publish a service; its variables are filled in then
    file: Path = Path()

    def resolved(self, environ: Mapping[str, str]) -> Adapter:
        """The same adapter with every ``${VARIABLE}`` replaced; all that are missing are told at once."""
        missing: list[str] = []

        def put(text: str) -> str:
            missing.extend(name for name in _VARIABLE.findall(text) if not environ.get(name))
            return _VARIABLE.sub(lambda found: environ.get(found[1], ""), text)

        result = replace(
            self,
            inbox_address=put(self.inbox_address),
            origins={key: put(value).rstrip("/") for key, value in self.origins.items()},
            actors={
                key: replace(actor, username=put(actor.username), password=put(actor.password),
                             secret=put(actor.secret))
                for key, actor in self.actors.items()
            },
        )
        if missing:
            raise SpecificationError(
                [
                    f"{self.file}: Biến môi trường {name} chưa có giá trị; hãy đặt {name} rồi chạy lại."
                    for name in dict.fromkeys(missing)
                ]
            )
        return result
