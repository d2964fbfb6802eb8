"""The closed vocabulary: one function a verb, one table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from harness.catalog.adapters import Step
from harness.portal.verbs.fetching import fetch_step
from harness.portal.verbs.mailing import mail_step
from harness.portal.verbs.reading import read_step
from harness.portal.verbs.setting import set_step
from harness.portal.verbs.walking import as_step, expect_step, if_seen_step, open_step, press_step, use_step, wait_step
from harness.portal.walk import Walk

VERBS: dict[str, Callable[[Walk, Step], Awaitable[None]]] = {
    "open": open_step,
    "press": press_step,
    "set": set_step,
    "wait": wait_step,
    "expect": expect_step,
    "read": read_step,
    "fetch": fetch_step,
    "mail": mail_step,
    "as": as_step,
    "use": use_step,
    "if_seen": if_seen_step,
}
