"""One question to each frame: which controls are there, and what do they hold?"""

from __future__ import annotations

import unicodedata
from typing import Any

from playwright.async_api import Frame, Page

from harness.portal.forms.control import Control, Option
from harness.portal.script import ask, frames

_LIMITS = ("type", "accept", "multiple", "pattern", "maxlength", "min", "max", "inputmode")


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
        value=unicodedata.normalize("NFC", raw["value"] or ""),
        options=tuple(Option(o["label"], o["value"], o["tag"], o["click"], o["checked"]) for o in raw["options"]),
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
