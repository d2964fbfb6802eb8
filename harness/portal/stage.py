"""One journey's cast on one portal: a window for each actor, and the tasks they perform."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error

from harness.catalog.adapters import Adapter, Step, Task
from harness.catalog.facts import facts
from harness.model import Blocked, Persona, Service, Trouble
from harness.portal import snapshots
from harness.portal.failures import Blame, check_document, placed, translated
from harness.portal.ports import Mailbox, Recorder, Source, Sources
from harness.portal.safety import LOOKING, prove_test_environment
from harness.portal.script import PageMoving
from harness.portal.values import Resolver, attributes
from harness.portal.verbs import VERBS
from harness.portal.verbs.offering import is_there, refuse_if_renamed
from harness.portal.waiting import Patience
from harness.portal.walk import Reading, TaskOver, Walk
from harness.portal.window import Window

ROOT = Path(__file__).parents[2]
MOVES = {"open", "press", "use", "set", "fetch"}


class Stage:
    """``await stage.perform("submit")``; raises Blocked or Compromised, never anything of the browser's.

    `adapter` has its variables resolved. `persona` is the applicant; `others` gives further actors theirs.
    `sources` answer `@inbox.otp`, `@card.number` …; `third_parties`: address → who answers for it.
    """

    def __init__(  # noqa: PLR0913 — the whole cast
                 self, adapter: Adapter, service: Service, persona: Persona | None, recorder: Recorder,
                 browser: Browser, *, others: Mapping[str, Persona] | None = None, sources: Sources | None = None,
                 third_parties: Mapping[str, str] | None = None, mailbox: Mailbox | None = None,
                 patience: Patience | None = None, pictures: bool = True) -> None:  # fmt: skip
        self.adapter = adapter
        self.service = service
        self.recorder = recorder
        self.mailbox = mailbox
        self.patience = patience or Patience()
        self.dossier = ""
        self.addresses: dict[str, str] = {}  # what the owner of the dossier saw: address → what it is
        self.pictures = pictures
        self._browser = browser
        self._personas = {"applicant": persona, **(others or {})}
        self._windows: dict[str, Window] = {}
        self._proved = False
        self._blame = Blame(adapter, third_parties or {})
        self._sources = dict(sources or {})
        self.spoken_for = frozenset(snapshots.words_of(adapter))

    async def __aenter__(self) -> Stage:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    async def close(self) -> None:
        for window in self._windows.values():
            with contextlib.suppress(Error):  # the browser may have gone before us
                await window.close()

    # ── the cast ──────────────────────────────────────────────────────────────────────────────

    def persona_of(self, actor: str) -> Persona | None:
        return self._personas.get(actor)

    async def window(self, actor: str = "applicant") -> Window:
        if actor not in self._windows:
            known = self.adapter.actors.get(actor)
            if known is None:
                raise Blocked(f"bộ kết nối không khai vai «{actor}»", owner="bộ kết nối",
                              candidates=tuple(self.adapter.actors))
            self._windows[actor] = await Window.open(
                self._browser, self.adapter.origins[known.origin], self.persona_of(actor), self.recorder, self.patience)
        return self._windows[actor]

    async def new_window(self, actor: str = "applicant") -> Window:
        """The actor comes back in a browser that remembers nothing."""
        old = self._windows.pop(actor, None)
        if old:
            await old.close()
        return await self.window(actor)

    # ── tasks ─────────────────────────────────────────────────────────────────────────────────

    async def perform(self, task: str, *, actor: str = "applicant",
                      stop_before: Callable[[Step], bool] | None = None, **data: Any) -> Walk:
        """Walks the task's steps. `data`: query=, mode= (of the gateway), values=, papers=, at_page=."""
        walk = await self._walk(task, actor, data, stop_before)
        trouble: Trouble | None = None
        try:
            await self._prove(walk)
            with contextlib.suppress(TaskOver):
                await walk.run(self._task(task).steps)
        except (Trouble, Error, PageMoving) as error:
            self.recorder.event("trouble", task=task, step=walk.step.written if walk.step else "", words=str(error))
            trouble = placed(translated(error, walk.window, self._blame), task, walk.step, walk.window)
            raise trouble from None
        finally:
            await self._milestone(walk, f"{task}-loi" if trouble else task)
        self._note_page(walk)
        return walk

    async def is_offered(self, task: str, *, actor: str = "applicant", **data: Any) -> bool:
        """Walks the task up to its offered control and says whether it is there; presses nothing."""
        offered: Step = next(step for step in self._task(task).every_step() if step.offered)
        walk = await self.perform(task, actor=actor, stop_before=lambda step: step is offered, **data)
        place = offered.place or next(iter(offered.facts.values()))
        resolved = await walk.place(place)
        there = await is_there(walk, resolved)
        if not there:
            await refuse_if_renamed(walk, resolved)
        return there

    async def _walk(self, task: str, actor: str, data: Mapping[str, Any],
                    stop_before: Callable[[Step], bool] | None) -> Walk:  # fmt: skip
        try:
            window = await self.window(actor)
        except Error as error:
            raise placed(translated(error, None, self._blame), task, None, None) from error
        return Walk(self, task, actor, data, window, stop_before)

    def _task(self, name: str) -> Task:
        if name not in self.adapter.tasks:
            raise Blocked(f"bộ kết nối không khai việc «{name}»", owner="bộ kết nối", file=str(self.adapter.file),
                          candidates=tuple(self.adapter.tasks))
        return self.adapter.tasks[name]

    async def take(self, walk: Walk, step: Step) -> None:
        await VERBS[step.verb](walk, step)
        if not walk.leaving:
            check_document(walk.window, self._blame)

    async def _prove(self, walk: Walk) -> None:
        if walk.task in LOOKING or self._proved:
            return
        applicant = next(iter(self.adapter.actors.values()))
        on_portal = walk.window.origin == self.adapter.origins[applicant.origin]
        window = walk.window if on_portal else await self.window(applicant.id)
        await prove_test_environment(self.adapter, window)
        self._proved = True

    def applies(self, when: str) -> bool:
        conditions = {
            "fee": self.service.fee > 0,
            "document": self.service.result.is_document,
            "form": bool(self.service.form),
            "papers": bool(self.service.papers),
        }
        return conditions.get(when, False)

    # ── values ────────────────────────────────────────────────────────────────────────────────

    async def resolve(self, written: str, actor: str, data: Mapping[str, Any]) -> str:
        return await Resolver(self._all_sources(actor, data)).text(written, self.persona_of(actor))

    def _all_sources(self, actor: str, data: Mapping[str, Any]) -> dict[str, Source]:
        persona = self.persona_of(actor)
        known = self.adapter.actors.get(actor)
        applicant = self.persona_of("applicant")
        return {
            "service": attributes(self.service),
            **({"applicant": attributes(applicant)} if applicant else {}),
            **({"actor": attributes(persona or known)} if persona or known else {}),
            "dossier": lambda _key, _persona: self._dossier_code(),
            "query": lambda _key, _persona: str(data.get("query", "")),
            "pay": lambda _key, _persona: str(data.get("mode", "pay")),
            "case": lambda key, _persona: self.service.case.get(key, ""),
            **self._sources,
        }

    def _dossier_code(self) -> str:
        if not self.dossier:
            raise Blocked("chưa có mã hồ sơ: cổng không cho mã sau khi nộp", owner="cổng dịch vụ công")
        return self.dossier

    # ── what is seen ──────────────────────────────────────────────────────────────────────────

    def kind_of(self, fact: str) -> str:
        known = facts(ROOT).get(fact)
        return known.type if known else "text"

    def read(self, walk: Walk, fact: str, value: Any, place: str) -> None:
        walk.readings.append(Reading(fact, value, place))
        if fact == "submission.code" and value:
            self.dossier = str(value)

    def flag(self, walk: Walk, fact: str, value: bool, place: str) -> None:
        self.read(walk, fact, value, place)

    async def after_read(self, walk: Walk) -> None:
        """When the walk goes on to other pages, what was read needs a file of its own."""
        if walk.following and walk.following.verb in MOVES:
            aria = await snapshots.aria(walk.window)
            self._flush(walk, self.recorder.page(walk.task, walk.window.page.url, aria, None))

    def saw_address(self, walk: Walk, url: str, what: str) -> None:
        if walk.actor == "applicant" and url:
            self.addresses.setdefault(url, what)

    def _note_page(self, walk: Walk) -> None:
        url = walk.window.page.url
        if self.dossier and self.dossier in url and "?" not in url:
            self.saw_address(walk, url, "dossier")

    async def _milestone(self, walk: Walk, name: str) -> None:
        """A picture and the accessible tree at the end of a task, never in between."""
        aria, picture = await asyncio.gather(snapshots.aria(walk.window), self._picture(walk.window))
        self._flush(walk, self.recorder.page(name, walk.window.page.url, aria, picture))

    async def _picture(self, window: Window) -> bytes | None:
        return await snapshots.picture(window) if self.pictures else None

    def _flush(self, walk: Walk, file: str) -> None:
        for reading in walk.readings:
            self.recorder.fact(reading.fact, reading.value, reading.place, file)
        walk.readings.clear()
