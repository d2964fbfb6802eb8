"""Sections that a person repeats: one more row for one more child."""

from __future__ import annotations

from collections.abc import Sequence

from harness.model import Blocked
from harness.portal.forms.control import Control
from harness.portal.forms.inspect import inspect_form
from harness.portal.forms.match import Wanted, match, numbered
from harness.portal.script import ask, frames
from harness.portal.waiting import poll
from harness.portal.window import Window

PATIENCE = 3.0  # seconds until the row that was asked for is there


async def add_row(window: Window, left: Sequence[Wanted], controls: Sequence[Control]) -> bool:
    """Presses «Thêm …» once when a value is for the row after the last of its section, or for the first of none.

    False when no value needs a row here. Raises Blocked when the button cannot be told, or adds nothing.
    """
    for want in left:
        section, row = numbered(want.section)
        if not row or (row > 1 and not _stands(Wanted(f"{section} [{row - 1}]", want.label, want.value), controls)):
            continue
        for frame in frames(window.page):
            found = await ask(frame, "adder", section)
            if found["count"] > 1:
                raise Blocked(f"có {found['count']} nút thêm dòng ở «{section}», không biết bấm nút nào",
                              owner="cổng dịch vụ công", page=window.page.url)
            if found["tag"]:
                await frame.locator(f'[data-kt="{found["tag"]}"]').click()
                await window.settle()
                return await _until_there(window, want, section, row)
    return False


def _stands(want: Wanted, controls: Sequence[Control]) -> bool:
    return bool(match([want], controls).pairs)


async def _until_there(window: Window, want: Wanted, section: str, row: int) -> bool:
    async def attempt() -> bool | None:
        return _stands(want, await inspect_form(window.page)) or None

    if await poll(attempt, PATIENCE) is None:
        raise Blocked(f"bấm thêm dòng ở «{section}» nhưng không có ô «{want.label}» của dòng {row}",
                      owner="cổng dịch vụ công", page=window.page.url)
    return True
