"""The actors of one journey: a window for each, and the values that steps refer to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error

from harness.catalog.adapters import Adapter
from harness.model import Blocked, Persona, Service
from harness.portal.codes import AUTHENTICATOR, HttpInbox
from harness.portal.ports import Recorder, Source, Sources
from harness.portal.values import Resolver, attributes
from harness.portal.waiting import Patience
from harness.portal.window import Window


def _given(data: Mapping[str, Any], name: str) -> Source:
    """What the walk gives with the task: an officer's words, an amount, a day, a file."""
    return lambda _key, _persona: str(data.get(name, ""))


class Cast:
    def __init__(  # noqa: PLR0913, PLR0917 — everybody and everything a journey needs
        self, adapter: Adapter, service: Service, personas: Mapping[str, Persona | None], recorder: Recorder,
        browser: Browser, sources: Sources, patience: Patience,
    ) -> None:  # fmt: skip
        self.adapter = adapter
        self.service = service
        self.recorder = recorder
        self.patience = patience
        self.dossier = ""
        self.mailed: dict[str, str] = {}  # what the last `mail` step found: code
        self._browser = browser
        self._personas = dict(personas)
        self._sources = dict(sources)
        self._windows: dict[str, Window] = {}
        self._inbox = HttpInbox(adapter.inbox_after)
        self._noted: set[str] = set()  # actors whose inbox was looked at before they began
        self.on_a_phone = False  # windows opened from now on
        self.traces: Path | None = None  # folder for Playwright traces, one a window; None: no tracing

    async def close(self) -> None:
        for index, (actor, window) in enumerate(self._windows.items()):
            with contextlib.suppress(Error):  # the browser may have gone before us
                if self.traces:
                    name = f"trace-{actor}.zip" if index else "trace.zip"
                    await window.context.tracing.stop(path=self.traces / name)
                await window.close()
        self._windows.clear()

    def use(self, browser: Browser) -> None:
        """Windows opened from now on are of this browser."""
        self._browser = browser

    def persona_of(self, actor: str) -> Persona | None:
        return self._personas.get(actor)

    def has_window(self, actor: str) -> bool:
        return actor in self._windows

    async def window(self, actor: str = "applicant") -> Window:
        """The actor's window, opened when first asked for."""
        if actor not in self._windows:
            known = self.adapter.actors.get(actor)
            if known is None:
                raise Blocked(f"bộ kết nối không khai vai «{actor}»", owner="bộ kết nối",
                              candidates=tuple(self.adapter.actors))
            self._windows[actor] = await Window.open(
                self._browser, self.adapter.origins[known.origin], self.persona_of(actor), self.recorder, self.patience,
                phone=self.on_a_phone)
            if self.traces:  # without pictures: they cost most, and milestones have their own
                await self._windows[actor].context.tracing.start(screenshots=False, snapshots=True)
        return self._windows[actor]

    async def pretend(self, moment: str, actor: str = "applicant") -> None:
        """The portal takes the actor's requests as sent at this moment (ISO 8601) from now on; "" ends that."""
        header = self.adapter.clock_header
        if not header:
            raise Blocked("cổng không có đồng hồ thử nên không thử được ngoài giờ làm việc", owner="bộ kết nối",
                          file=str(self.adapter.file))
        await (await self.window(actor)).context.set_extra_http_headers({header: moment} if moment else {})

    @contextlib.contextmanager
    def about(self, service: Service) -> Iterator[None]:
        """Tasks are about another service of the same portal meanwhile."""
        own, self.service = self.service, service
        try:
            yield
        finally:
            self.service = own

    async def new_window(self, actor: str = "applicant") -> Window:
        """The actor comes back in a browser that remembers nothing."""
        old = self._windows.pop(actor, None)
        if old:
            await old.close()
        return await self.window(actor)

    async def resolve(self, written: str, actor: str, data: Mapping[str, Any]) -> str:
        if "@" not in written:
            return written
        return await Resolver(self._all_sources(actor, data)).text(written, self.persona_of(actor))

    def _all_sources(self, actor: str, data: Mapping[str, Any]) -> dict[str, Source]:
        persona = self.persona_of(actor)
        known = self.adapter.actors.get(actor)
        applicant = self.persona_of("applicant")
        inbox = {"inbox": self._read_inbox(actor)} if self.adapter.inbox_address else {}
        return {
            "service": attributes(self.service),
            **({"applicant": attributes(applicant)} if applicant else {}),
            **({"actor": attributes(persona or known)} if persona or known else {}),
            "dossier": lambda _key, _persona: self._dossier_code(),
            "mail": lambda key, _persona: self.mailed.get(key),
            "paper": lambda _key, _persona: str(data.get("paper", "")),
            **{name: _given(data, name) for name in ("words", "amount", "day", "file")},
            "query": lambda _key, _persona: str(data.get("query", "")),
            "pay": lambda _key, _persona: str(data.get("mode", "pay")),
            "case": lambda key, _persona: self.service.case.get(key, ""),
            "totp": lambda _key, _persona: self._secret(AUTHENTICATOR.code(known)),
            **self._sources,
            **inbox,
        }

    def _read_inbox(self, actor: str) -> Source:
        async def newest(_key: str, _persona: Persona | None) -> str | None:
            address = await self.resolve(self.adapter.inbox_address, actor, {})
            return self._secret(await self._inbox.newest(await self.window(actor), address))

        return newest

    def _secret(self, code: str | None) -> str | None:
        """A one-time code, which no evidence may show."""
        if code:
            self.recorder.learn(code)
        return code

    async def note_inbox(self, actor: str) -> None:
        """Before the actor's first step: letters that are in the inbox already are not answers to what he will do."""
        if not self.adapter.inbox_address or actor in self._noted:
            return
        self._noted.add(actor)
        with contextlib.suppress(Blocked):  # nobody is this actor, or the inbox is silent: told where a code is needed
            address = await self.resolve(self.adapter.inbox_address, actor, {})
            await self._inbox.note(await self.window(actor), address)

    def _dossier_code(self) -> str:
        if not self.dossier:
            raise Blocked("chưa có mã hồ sơ: cổng không cho mã sau khi nộp", owner="cổng dịch vụ công")
        return self.dossier
