"""Values of adapters and profiles: literal text, or ``@source.key`` asked of the source."""

from __future__ import annotations

import asyncio
import inspect
import re
import time
from collections.abc import Mapping

from harness.model import Blocked, Persona, Service
from harness.portal.ports import Source, Sources

# Not inside a word: nguyen@example.vn is an address, not a reference.
REFERENCE = re.compile(r"(?<![\w@.])@([a-z_]+)(?:\.([a-z_]+))?")


class Resolver:
    """Resolves references; sources answer in the name of the persona who acts."""

    def __init__(self, sources: Sources, *, budget: float = 10.0) -> None:
        self.sources: dict[str, Source] = dict(sources)
        self.budget = budget  # seconds to wait for what arrives later, e.g. a one-time code

    async def text(self, written: str, persona: Persona | None = None) -> str:
        """The text with every reference replaced. Raises Blocked when a source is unknown or stays silent."""
        parts: list[str] = []
        at = 0
        for found in REFERENCE.finditer(written):
            parts += [written[at : found.start()], await self._ask(found, persona)]
            at = found.end()
        return "".join([*parts, written[at:]])

    async def _ask(self, found: re.Match[str], persona: Persona | None) -> str:
        source = self.sources.get(found[1])
        if source is None:
            raise Blocked(f"không biết lấy giá trị «{found[0]}» ở đâu", owner="bộ kết nối", candidates=tuple(
                f"@{name}" for name in self.sources))
        budget = max(self.budget, _LONGER.get(found[1], 0))
        deadline = time.monotonic() + budget
        while True:
            answer = source(found[2] or "", persona)
            value = await answer if inspect.isawaitable(answer) else answer
            if value is not None:
                return value
            if time.monotonic() > deadline:
                owner = _OWNERS.get(found[1], "bộ kết nối")
                raise Blocked(f"chờ {budget:.0f} giây mà chưa có giá trị «{found[0]}»", owner=owner)
            await asyncio.sleep(0.05)  # the other side delivers when it delivers; there is no event to wait for


_LONGER = {"totp": 32.0}  # seconds: an authenticator app shows a new code every thirty
_OWNERS = {"inbox": "nhà cung cấp định danh", "dossier": "cổng dịch vụ công"}


def attributes(thing: object) -> Source:
    """A source that answers with the attributes of a value, e.g. ``@service.code``."""

    def source(key: str, _persona: Persona | None) -> str | None:
        if not hasattr(thing, key):
            raise Blocked(f"«{type(thing).__name__.lower()}» không có thuộc tính «{key}»", owner="bộ kết nối")
        return str(getattr(thing, key))

    return source


def mapping(values: Mapping[str, str]) -> Source:
    return lambda key, _persona: values.get(key)


def of_service(service: Service) -> Source:
    return attributes(service)
