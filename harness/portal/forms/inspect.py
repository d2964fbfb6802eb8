"""One question to each frame: which controls are there, and what do they hold?"""

from __future__ import annotations

import unicodedata
from typing import Any

from playwright.async_api import Frame, Page

from harness.portal.forms.control import Control, Option
from harness.portal.script import ask, frames

_LIMITS = ("type", "accept", "multiple", "pattern", "maxlength", "min", "max", "inputmode", "placeholder")


async def look_again(control: Control) -> Control | None:
    """The control as it stands now; None when the page has drawn it anew or taken it away."""
    raw = await ask(control.frame, "one", control.tag)
    return _control(control.frame, raw) if raw else None


async def once_changed(control: Control, budget: float) -> Control | None:
    """The control once it holds something else than `control` does; None when it does not within the budget (s)."""
    raw = await ask(control.frame, "changed", {"mark": control.tag, "value": control.value, "budget": budget * 1000})
    return _control(control.frame, raw) if raw else None


async def inspect_form(page: Page, within: dict[str, Any] | None = None) -> list[Control]:
    """Every control of the page, in the order of the page. `within`: a place spec that scopes it."""
    controls: list[Control] = []
    for frame in frames(page):
        controls += [_control(frame, raw) for raw in await ask(frame, "form", within)]
    return controls


def _control(frame: Frame, raw: dict[str, Any]) -> Control:
    return Control(
        frame=frame,
        tag=raw["tag"],
        kind=raw["kind"],
        names=tuple((name["rung"], name["text"]) for name in raw["names"]),
        sections=tuple(raw["sections"]),
        group=raw.get("group", ""),
        part=raw.get("part", ""),
        value=unicodedata.normalize("NFC", raw["value"] or ""),
        options=tuple(Option(o["label"], o["value"], o["tag"], o["click"], o["checked"]) for o in raw["options"]),
        chosen=tuple(unicodedata.normalize("NFC", words) for words in raw.get("chosen", ())),
        required=raw["required"],
        marked=raw["marked"],
        disabled=raw["disabled"],
        readonly=raw["readonly"],
        click=raw["click"],
        hint=raw["hint"],
        error=raw["error"],
        invalid=raw["invalid"],
        validity=raw["validity"],
        code=raw["code"],
        limits={key: raw[key] for key in _LIMITS if raw.get(key)},
    )
