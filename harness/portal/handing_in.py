"""The `submit` task taken apart at its last press: what goes before, the press itself, what comes after."""

from __future__ import annotations

from dataclasses import replace

from playwright.async_api import Locator

from harness.catalog.adapters import Condition, Step
from harness.model import Blocked
from harness.portal.conditions import holds
from harness.portal.locate import locate
from harness.portal.stage import Stage
from harness.portal.walk import Walk

TASK = "submit"


class HandingIn:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.steps = stage.adapter.tasks[TASK].steps
        presses = [index for index, step in enumerate(self.steps) if step.verb == "press" and step.place]
        if not presses:
            raise Blocked("bộ kết nối không nói bấm gì để nộp hồ sơ", owner="bộ kết nối", file=str(stage.adapter.file))
        self.at = presses[-1]
        self.walk: Walk | None = None

    async def prepare(self) -> Locator:
        """Everything up to the last press; gives the control that is to be pressed."""
        last = self.steps[self.at]
        self.walk = await self.stage.perform(TASK, stop_before=lambda step: step is last)
        assert last.place is not None  # noqa: S101 — chosen for having one
        found = await locate(self.walk.window, await self.walk.place(last.place), self.stage.patience.control)
        return found.locator

    async def finish(self) -> None:
        """What the task does after its last press."""
        last, after = self.steps[self.at], self.steps[self.at + 1 :]
        first = [replace(last, verb="wait", condition=last.until, until=None, place=None)] if last.until else []
        await self.stage.perform(TASK, steps=[*first, *after])

    async def claims_success(self) -> bool:
        """Whether the page says what it says after a dossier has been handed in."""
        sign = self._sign()
        if sign is None or self.walk is None:
            return False
        return await holds(self.walk.window.page, await self.walk.condition(sign))

    def _sign(self) -> Condition | None:
        steps: tuple[Step, ...] = self.steps[self.at :]
        return next((one for step in steps for one in (step.until, step.condition) if one), None)
