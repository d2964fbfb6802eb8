"""One journey's cast on one portal: a window for each actor, and the tasks they perform."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error

from harness.catalog.adapters import Adapter, Step, Task
from harness.catalog.facts import facts
from harness.model import Blocked, Lacking, Persona, Service, Trouble
from harness.portal import snapshots
from harness.portal.audit import language, misspelt, violations
from harness.portal.cast import Cast
from harness.portal.explore import Trail, explore
from harness.portal.failures import Blame, check_document, placed, translated
from harness.portal.forms import Control, inspect_form
from harness.portal.obstacles import behind
from harness.portal.ports import Mailbox, Recorder, Sources
from harness.portal.safety import LOOKING, prove_test_environment
from harness.portal.script import PageMoving, ask
from harness.portal.verbs import VERBS
from harness.portal.verbs.offering import is_there, refuse_if_renamed
from harness.portal.visits import Visit, visit
from harness.portal.waiting import Patience, poll
from harness.portal.walk import Reading, TaskOver, Walk
from harness.portal.window import Window

ROOT = Path(__file__).parents[2]
MOVES = {"open", "press", "use", "set", "fetch"}


# A picture costs as much as a page: what went wrong always has one, and of what went well these.
PICTURED = frozenset({"find", "review", "submit", "pay", "lookup", "rate", "supplement", "withdraw"})


async def nothing() -> None:
    """No picture."""


class Stage(Cast):
    """``await stage.perform("submit")``; raises Blocked or Compromised, never anything of the browser's.

    `adapter` has its variables resolved. `persona` is the applicant; `others` gives further actors theirs.
    `sources` answer `@inbox.otp`, `@card.number` …; `third_parties`: address → who answers for it.
    """

    def __init__(  # noqa: PLR0913 — everybody and everything a journey needs
        self, adapter: Adapter, service: Service, persona: Persona | None, recorder: Recorder, browser: Browser, *,
        others: Mapping[str, Persona] | None = None, sources: Sources | None = None,
        third_parties: Mapping[str, str] | None = None, mailbox: Mailbox | None = None,
        patience: Patience | None = None, pictures: bool = True,
    ) -> None:  # fmt: skip
        personas = {"applicant": persona, **(others or {})}
        super().__init__(adapter, service, personas, recorder, browser, sources or {}, patience or Patience())
        self.mailbox = mailbox
        self.pictures = pictures
        self.addresses: dict[str, str] = {}  # what the owner of the dossier saw: address → what it is
        self.spoken_for = frozenset(snapshots.words_of(adapter))
        self._proved = False
        self._blame = Blame(adapter, third_parties or {})

    async def __aenter__(self) -> Stage:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    # ── tasks ─────────────────────────────────────────────────────────────────────────────────

    async def perform(self, task: str, *, actor: str = "applicant",
                      stop_before: Callable[[Step], bool] | None = None, steps: Iterable[Step] = (),
                      **data: Any) -> Walk:
        """Walks the task's steps, or `steps`. `data`: query=, mode= (of the gateway), values=, papers=, at_page=."""
        walk = await self._walk(task, actor, data, stop_before)
        await self.note_inbox(actor)
        trouble: Trouble | None = None
        since = len(walk.window.network.visited)
        try:
            await self._prove(walk)
            with contextlib.suppress(TaskOver):
                await walk.run(steps or self._task(task).steps)
        except (Trouble, Error, PageMoving) as error:
            self.recorder.event("trouble", task=task, step=walk.step.written if walk.step else "", words=str(error))
            plain = translated(error, walk.window, self._blame)
            met = await behind(plain, walk.window, task, self._blame, since=since)
            trouble = placed(met, task, walk.step, walk.window)
            raise trouble from None
        finally:
            await self._milestone(walk, f"{task}-loi" if trouble else task)
        self._note_page(walk)
        if task == "sign_in":
            walk.window.inside = True
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
        if name in self.adapter.absent and name not in self.adapter.tasks:
            raise Lacking(f"cổng không có việc «{name}»: {self.adapter.absent[name]}", owner="cổng dịch vụ công",
                          file=str(self.adapter.file))
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

    # ── looking around ────────────────────────────────────────────────────────────────────────

    @asynccontextmanager
    async def _sentences(self, doing: str, window: Window) -> AsyncIterator[None]:
        """Whatever the browser says while doing this becomes a sentence of ours."""
        try:
            yield
        except (Trouble, Error, PageMoving) as error:
            self.recorder.event("trouble", task=doing, words=str(error))
            raise placed(translated(error, window, self._blame), doing, None, window) from None

    async def audit(self, page: str, *, actor: str = "applicant") -> list[dict[str, Any]]:
        """axe-core on the actor's page as it stands; records page.audit and page.language. `page`: its name."""
        window = await self.window(actor)
        async with self._sentences("audit", window):
            pace = await ask(window.page, "pace")  # before axe, whose own work would count
            rows = [{"page": page, "url": window.page.url, **row} for row in await violations(window.page)]
            lang = await language(window.page)
            broken = await misspelt(window.page)
        self.recorder.fact("page.pace", {"page": page, "url": window.page.url, **pace}, page)
        self.recorder.fact("page.audit", rows, page)
        self.recorder.fact("page.spelling", [{"page": page, "url": window.page.url, "samples": broken}], page)
        self.recorder.fact("page.language", {"page": page, "url": window.page.url, "lang": lang}, page)
        return rows

    async def explore(self, target: str, *, actor: str = "visitor", most_clicks: int = 4) -> Trail:
        """Clicks from the home page to `target`; records find.clicks (None: not reached) and find.path."""
        window = await self.window(actor)
        names = (self.service.name, self.service.field_name, self.service.agency)
        async with self._sentences("explore", window):
            trail = await explore(window, target, names, most_clicks=most_clicks)
        self.recorder.fact("find.clicks", trail.clicks, f"từ trang chủ, đã mở {trail.pages} trang")
        self.recorder.fact("find.path", list(trail.path), "các liên kết đã bấm")
        return trail

    async def visit(self, url: str, *, actor: str) -> Visit:
        """Asks for an address with the actor's own cookies, without leaving the page they are on."""
        window = await self.window(actor)
        async with self._sentences("visit", window):
            return await visit(window, url)

    async def go(self, url: str, *, actor: str = "applicant") -> str:
        """Opens an address in the actor's browser; gives what the page says."""
        window = await self.window(actor)
        async with self._sentences("open", window):
            await window.goto(url)
            return str(await poll(lambda: ask(window.page, "whole"), self.patience.control) or "")

    async def form_inspect(self, *, actor: str = "applicant") -> list[Control]:
        window = await self.window(actor)
        async with self._sentences("inspect", window):
            return await inspect_form(window.page)

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
        url, _, fragment = walk.window.page.url.partition("#")
        if fragment.startswith(("/", "!")):  # a hash route is part of the address, a place to scroll to is not
            url = walk.window.page.url
        if self.dossier and self.dossier in url and "?" not in url:
            self.saw_address(walk, url, "dossier")

    async def _milestone(self, walk: Walk, name: str) -> None:
        """The accessible tree at the end of every task; a picture where a reader would look for one."""
        wanted = self.pictures and (name not in self.adapter.tasks or name in PICTURED)
        aria, picture = await asyncio.gather(
            snapshots.aria(walk.window), snapshots.picture(walk.window, self.recorder.hidden) if wanted else nothing()
        )
        self._flush(walk, self.recorder.page(name, walk.window.page.url, aria, picture))

    def _flush(self, walk: Walk, file: str) -> None:
        for reading in walk.readings:
            self.recorder.fact(reading.fact, reading.value, reading.place, file)
        walk.readings.clear()
