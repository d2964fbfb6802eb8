"""One walk over the steps of a task: who acts, which data the steps refer to, what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from harness.catalog.adapters import Condition, Place, Step
from harness.portal.window import Window

if TYPE_CHECKING:
    from harness.portal.stage import Stage


class TaskOver(Exception):  # noqa: N818 — a signal: the rest of the task has nothing to do
    """The task ends here, in order: what it offers is not offered, or the caller wanted to stop."""


@dataclass(slots=True)
class Reading:
    """A fact read, waiting for the file that shows it."""

    fact: str
    value: Any
    place: str


@dataclass(slots=True)
class Walk:
    stage: Stage
    task: str
    actor: str
    data: Mapping[str, Any]
    window: Window
    stop_before: Callable[[Step], bool] | None = None
    readings: list[Reading] = field(default_factory=list)
    step: Step | None = None  # the step under way, for messages
    following: Step | None = None
    leaving: bool = False  # the browser is about to be shut: documents that do not come are meant not to come

    async def act_as(self, actor: str) -> None:
        self.actor = actor
        self.window = await self.stage.window(actor)
        await self.stage.note_inbox(actor)

    async def text(self, written: str) -> str:
        return await self.stage.resolve(written, self.actor, self.data)

    async def place(self, place: Place) -> Place:
        """The place with its references resolved."""
        return replace(
            place,
            words=tuple([await self.text(word) for word in place.words]),
            column=await self.text(place.column),
            of=await self.place(place.of) if place.of else None,
            within=await self.place(place.within) if place.within else None,
        )

    async def condition(self, condition: Condition) -> Condition:
        return replace(condition, place=await self.place(condition.place), equals=await self.text(condition.equals))

    async def run(self, steps: Iterable[Step]) -> None:
        listed = list(steps)
        after = self.following
        for step, following in zip(listed, [*listed[1:], after], strict=True):
            if self.stop_before and self.stop_before(step):
                raise TaskOver
            self.following = following
            if step.when and not self.stage.applies(step.when):
                continue
            self.step = step
            await self.stage.take(self, step)
        self.following = after
