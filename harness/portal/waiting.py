"""Waiting until something holds, with a budget; and how patient each kind of wait is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from harness.portal.script import PageMoving

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. A step's own `budget:` goes before these."""

    control: float = 8.0  # until a control that a step names is there
    condition: float = 12.0  # wait, expect, until
    glimpse: float = 2.5  # if_seen: until what may or may not come is taken for absent
    facts: float = 1.0  # a fact on a page that is still asking its server
    settle: float = 10.0  # until the requests that a press caused are answered
    click: float = 8.0  # until a control lets itself be pressed
    navigation: float = 30.0


async def poll(attempt: Callable[[], Awaitable[T | None]], budget: float) -> T | None:
    """Asks again until the answer is not None or the budget is spent; a moving page counts as no answer."""
    deadline = time.monotonic() + budget
    pause = 0.02
    while True:
        try:
            answer = await attempt()
        except PageMoving:
            answer = None
        if answer is not None or time.monotonic() >= deadline:
            return answer
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, 0.2)
