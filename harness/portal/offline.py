"""The network goes while a form is being filled in, and comes back: what is said, and what is left."""

from __future__ import annotations

import contextlib
import re
from typing import Any

from playwright.async_api import Error

from harness.model import Blocked
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.compare import held
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import Pair, clean
from harness.portal.forms.setters import set_value
from harness.portal.forms.settle import leave_field
from harness.portal.hostile import is_free_text
from harness.portal.moving import press
from harness.portal.restoring import return_to, same_field
from harness.portal.script import PageMoving, ask
from harness.portal.waiting import poll
from harness.portal.window import Window

NOTICED = 3.0  # seconds until a page says that the network is gone
BACK = 2.0  # until what was typed stands in the form again
UNSENT = "đang khai dở"
_SAID = re.compile(
    r"[^.!?\n]*(?:không kết nối được|kiểm tra (?:lại )?(?:kết nối|mạng|đường truyền)|mất (?:kết nối|mạng)"
    r"|không có (?:kết nối|mạng)|ngoại tuyến|offline|(?:kết nối|mạng|đường truyền)[^.\n]{0,20}"
    r"(?:gián đoạn|bị mất|lỗi))[^.!?\n]*",
    re.IGNORECASE,
)


async def lose_network(page: FormPage) -> dict[str, Any] | None:
    """None when this page has nothing that a person types by himself. Ends with the page as it was."""
    pair = next((p for p in page.pairs if is_free_text(p.controls[0], p.wanted.source, p.wanted.value)), None)
    if pair is None or page.next is None:
        return None
    window = page.window
    kept, address = await inspect_form(window.page), window.page.url
    field = same_field(kept, pair.controls[0])
    if field is None:
        return None
    typed = await _type(window, pair, field)
    await window.context.set_offline(True)
    try:
        with contextlib.suppress(Error, Blocked, PageMoving):  # what comes of pressing is what is looked at
            await press(window, page.next)
        said = await poll(lambda: _message(window), NOTICED) or ""
        stayed = await _holds(window, field, typed)
    finally:
        await window.context.set_offline(False)
    await window.goto(address)
    restored = await poll(lambda: _now_holds(window, field, typed), BACK) or False
    shown = await _value(window, field)
    await return_to(window, address, kept)
    return {"section": field.section, "label": clean(field.label), "sent": typed, "said": said, "stayed": stayed,
            "restored": restored, "shown": shown}  # fmt: skip


async def _type(window: Window, pair: Pair, field: Control) -> str:
    room = field.limits.get("maxlength") or 300
    typed = f"{pair.wanted.value} ({UNSENT})"[:room]
    await set_value(field, typed)
    await leave_field(window)
    return typed


async def _message(window: Window) -> str | None:
    try:
        found = _SAID.search(str(await ask(window.page, "whole")))
    except Error:
        return None  # the browser's own error page
    return found[0].strip() if found and not window.page.url.startswith("chrome-error:") else None


async def _value(window: Window, field: Control) -> str:
    try:
        present = same_field(await inspect_form(window.page), field)
    except (Error, PageMoving):
        return ""
    return held(present) if present else ""


async def _holds(window: Window, field: Control, typed: str) -> bool:
    return await _value(window, field) == typed


async def _now_holds(window: Window, field: Control, typed: str) -> bool | None:
    return await _holds(window, field, typed) or None
