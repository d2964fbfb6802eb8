"""Choosing from lists that a page draws by itself: pressed, searched by typing, one entry or several."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Sequence
from itertools import count
from typing import Any

from playwright.async_api import Error, Request

from harness.portal.forms.control import Control
from harness.portal.forms.inspect import once_changed
from harness.portal.forms.match import key, loose
from harness.portal.forms.refusing import refuse
from harness.portal.script import ask
from harness.portal.waiting import poll
from harness.portal.wording import nearest, perhaps

PATIENCE = 6.0  # seconds until a list that depends on another field, or on a server, offers the entry
BEGIN = 2.0  # until a press has any effect
OPENING = 0.5  # until a list that has opened shows the entry, counted from its last change
SEARCH = 1.5  # until a server has answered what was typed, counted likewise
_NOTHING = re.compile(  # what an empty list says of itself
    r"^(?:không có (?:dữ liệu|kết quả|lựa chọn)|không tìm thấy|no (?:data|results|options)|đang tải|loading)",
    re.IGNORECASE,
)
SERVER = 10.0  # until a request that typing has caused is answered
ROUNDS = 3  # at least, however slow the page is
STILL = 0.2  # for so long the entry must stay: each letter typed may bring an answer of its own
QUICK = 400  # ms: an entry in sight can be pressed by then, or it is not there any more
PRESS = 1500  # ms: a part that cannot be pressed is tried another way


async def choose(control: Control, wanted: Sequence[str]) -> None:
    """Makes the control hold exactly these entries. Raises Blocked when the list does not offer one."""
    several = len(wanted) > 1 or len(control.chosen) > 1
    extra = [words for words in control.chosen if several and not any(_same(words, want) for want in wanted)]
    missing = [want for want in wanted if not any(_same(words, want) for words in control.chosen)]
    for words in [*extra, *missing]:
        await _press_entry(control, words)
    if not await _is_closed(control, 0.2) and (confirm := await ask(control.frame, "confirming")):
        await press(control, confirm)  # a dialog of choices that wants to be told when it is over
    await close(control)


async def offered(control: Control) -> list[str]:
    """What the list offers before anything is typed; a long list may show its beginning only."""
    await open_list(control)
    found = await _entry(control, "\u2060", OPENING, begin=BEGIN)  # a word that no list has
    await close(control)
    return [str(words) for words in found["labels"] if not _NOTHING.search(words)]


async def _press_entry(control: Control, words: str) -> None:
    """Opens, looks, types, looks again; begins anew while the list may still be loading.

    Every other time by the keyboard: a press that came too late for one list closes it again at the next.
    """
    deadline = time.monotonic() + PATIENCE
    offered: list[str] = []
    typed = False
    for number in count(1):
        await open_list(control, by_keys=number % 2 == 0, anew=number % ROUNDS == 1)
        found = await _entry(control, words, OPENING, begin=BEGIN)
        if not found["tag"] and (box := await ask(control.frame, "typing"))["editable"]:
            typed = True
            found = await _searched(control, box, words)
        if found["tag"] and not await _pressed(control, found["tag"]):  # drawn anew as it opened: now it stands still
            found = await _entry(control, words, OPENING, STILL)
            found["tag"] = found["tag"] if found["tag"] and await _pressed(control, found["tag"]) else ""
        if found["tag"]:
            await once_changed(control, OPENING)
            return
        offered = found["labels"] or offered
        if time.monotonic() > deadline and number >= ROUNDS:
            break
        await close(control, surely=not found["labels"])
    if typed:
        await search(control, await ask(control.frame, "typing"), "")
    how = "đã mở danh sách và gõ tìm" if typed else "đã mở danh sách"
    raise refuse(control, words, f"{how}, không có lựa chọn này{perhaps(nearest(words, offered))}")


async def open_list(control: Control, *, by_keys: bool = False, anew: bool = True) -> None:
    """Presses what a person would press, unless the list is open already; or the arrow key that opens lists.

    What is on the page now is not in the list; unless `anew`, what was there at the last look counts.
    """
    aimed = await ask(control.frame, "aim", {"mark": control.tag, "anew": anew})
    if aimed["open"]:
        return
    if by_keys:
        with contextlib.suppress(Error):  # what takes no focus takes no keys either: it is pressed the next time
            await control.marked_locator(control.tag).press("ArrowDown", timeout=PRESS)
    else:
        await press(control, aimed["tag"] or control.tag)


async def press(control: Control, tag: str) -> None:
    locator = control.marked_locator(tag)
    try:
        await locator.click(timeout=PRESS)
    except Error:  # drawn over, or still moving: the event goes to the very part that was found
        await locator.dispatch_event("mousedown", timeout=PRESS)
        await locator.dispatch_event("mouseup", timeout=PRESS)
        await locator.dispatch_event("click", timeout=PRESS)


async def _pressed(control: Control, tag: str) -> bool:
    """False when the entry was drawn anew just as it was to be pressed."""
    locator = control.marked_locator(tag)
    try:
        await locator.click(timeout=QUICK, trial=True)  # nothing is pressed twice: in a list of several that undoes it
    except Error:
        if not await locator.count():
            return False
    try:
        await press(control, tag)
    except Error:
        return False
    return True


async def _searched(control: Control, box: dict[str, str], words: str) -> dict[str, Any]:
    """Types, and looks for the entry until the server has answered what was typed."""
    asking: set[Request] = set()

    def began(request: Request) -> None:
        if request.resource_type in {"xhr", "fetch"}:
            asking.add(request)

    def ended(request: Request) -> None:
        asking.discard(request)

    async def answered() -> bool | None:
        return not asking or None

    page = control.frame.page
    page.on("request", began)
    page.on("requestfinished", ended)
    page.on("requestfailed", ended)
    try:
        await search(control, box, words)
        found = await _entry(control, words, SEARCH, STILL)
        while asking and not found["tag"] and await poll(answered, SERVER):
            found = await _entry(control, words, SEARCH, STILL)
        return found
    finally:
        page.remove_listener("request", began)
        page.remove_listener("requestfinished", ended)
        page.remove_listener("requestfailed", ended)


async def search(control: Control, box: dict[str, str], words: str) -> None:
    """Types into whatever has the focus: the search box may be in the list itself, far from the control."""
    keyboard = control.frame.page.keyboard
    if box["value"]:
        await keyboard.press("ControlOrMeta+a")
        await keyboard.press("Delete")
    await keyboard.type(words)


async def close(control: Control, *, surely: bool = False) -> None:
    """Leaves what has opened. Not by Tab: in many lists that chooses the entry under the cursor.

    `surely`: nothing seems to have opened, but it may have been open when we first looked.
    """
    if await _is_closed(control, 0.2) and not surely:
        return
    aside = await ask(control.frame, "neutral", control.tag)
    if not aside["modal"]:  # Escape would close the dialog that the form stands in
        await control.frame.page.keyboard.press("Escape")
        if await _is_closed(control, 0.4) and not surely:
            return
    if aside["tag"]:
        await control.marked_locator(aside["tag"]).click(position=aside["at"], force=True, timeout=PRESS)
        await _is_closed(control, 0.4)
    if surely:
        await ask(control.frame, "calm", {"still": 200, "budget": 1000})


async def _is_closed(control: Control, budget: float) -> bool:
    return bool(await ask(control.frame, "closed", {"budget": budget * 1000}))


async def _entry(control: Control, words: str, budget: float, still: float = 0, begin: float = 0) -> dict[str, Any]:
    given = {"mark": control.tag, "words": words, "begin": begin * 1000, "budget": budget * 1000, "still": still * 1000}
    answer: dict[str, Any] = await ask(control.frame, "choose", given)
    return answer


def _same(shown: str, wanted: str) -> bool:
    return key(shown) == key(wanted) or loose(shown) == loose(wanted)
