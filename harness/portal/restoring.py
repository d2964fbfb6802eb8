"""A page of a form put back as it was before something was tried on it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from harness.model import Blocked
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.compare import held
from harness.portal.forms.match import key
from harness.portal.forms.setters import set_value
from harness.portal.forms.settle import leave_field
from harness.portal.probes import empty
from harness.portal.waiting import poll
from harness.portal.window import Window

DRAWN = 3.0  # seconds until a page that scripts draw stands there
ROUNDS = 2  # a list that depends on another one can be set only after that one


def same_field(controls: Sequence[Control], field: Control) -> Control | None:
    """The field on the page as it stands now, also when the page has been drawn anew and its marks with it."""
    found = [c for c in controls if key(c.label) == key(field.label) and c.kind == field.kind]
    coded = [c for c in found if c.code and c.code == field.code]
    if len(coded) == 1:
        return coded[0]
    near = [c for c in found if c.section == field.section]
    return next(iter(near or found), None)


async def restore(window: Window, kept: Sequence[Control]) -> None:
    """Every control holds again what it held in `kept`; files and locked fields are left alone."""
    controls = await inspect_form(window.page)
    for _round in range(ROUNDS):
        changed = False
        for field in kept:
            if field.kind == "file" or field.disabled or field.readonly:
                continue
            present = same_field(controls, field)
            if present is None or present.value == field.value:
                continue
            changed = True
            with contextlib.suppress(Blocked):  # the second round finds the list loaded
                await _put_back(present, field)
            await window.settle()
            controls = await inspect_form(window.page)
        if not changed:
            break
    await leave_field(window)


async def _put_back(present: Control, field: Control) -> None:
    if not field.value:
        await empty(present)
    else:
        await set_value(present, "\n".join(field.chosen) if len(field.chosen) > 1 else held(field))


async def return_to(window: Window, address: str, kept: Sequence[Control]) -> None:
    """To the page whose controls are `kept`, holding what it held. Raises Blocked when that cannot be done."""

    async def there() -> bool | None:
        return _alike(await inspect_form(window.page)) == _alike(kept) or None

    if window.page.url != address or not await there():
        await window.goto(address)
        if not await poll(there, DRAWN):
            await window.page.go_back(wait_until="domcontentloaded")
            await window.settle()
    if not await poll(there, DRAWN):
        raise Blocked("không quay lại được trang biểu mẫu đang thử", owner="cổng dịch vụ công", page=window.page.url)
    await restore(window, kept)


def _alike(controls: Sequence[Control]) -> list[tuple[str, str]]:
    """By their words: identifiers in the source may be made anew with every drawing."""
    return [(key(control.label), control.kind) for control in controls]
