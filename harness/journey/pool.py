"""Applicants are leased: two walks at once never use one account."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from harness.model import Persona


class Pool:
    """Of one event loop. A lease waits until the person asked for is free."""

    def __init__(self, personas: Iterable[Persona]) -> None:
        self._free = list(personas)
        self._size = len(self._free)
        self._known = {persona.id: persona for persona in self._free}
        self._changed = asyncio.Condition()

    def __len__(self) -> int:
        return self._size

    @asynccontextmanager
    async def lease(self, wanted: str = "", *, other_than: str = "") -> AsyncIterator[Persona]:
        """``wanted``: id of a persona, "" for any; ``other_than``: an id that must not be given."""
        if (wanted and wanted not in self._known) or not set(self._known) - {other_than}:
            raise LookupError(f"no persona {wanted or f'other than {other_than}'}")
        async with self._changed:
            await self._changed.wait_for(lambda: self._fitting(wanted, other_than) is not None)
            persona = self._fitting(wanted, other_than)
            assert persona is not None  # noqa: S101 — the condition just held
            self._free.remove(persona)
        try:
            yield persona
        finally:
            async with self._changed:
                self._free.append(persona)
                self._changed.notify_all()

    def _fitting(self, wanted: str, other_than: str) -> Persona | None:
        """The one who was free for the longest."""
        for persona in self._free:
            if persona.id != other_than and (not wanted or persona.id == wanted):
                return persona
        return None
