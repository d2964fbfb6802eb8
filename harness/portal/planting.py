"""Markup typed as text, and whether any page takes it for markup."""

from __future__ import annotations

from typing import Any

from harness.portal.forms import inspect_form
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.forms.setters import set_value
from harness.portal.hostile import is_free_text
from harness.portal.restoring import same_field
from harness.portal.script import ask
from harness.portal.stage import Stage

NAME = "kt-song"
MARKUP = f"{NAME} <b data-{NAME}>x</b><img src=x onerror=ran_kt_song=1>"


async def plant(page: FormPage) -> list[str]:
    """Into the first field of the page that a person writes in freely; gives its label, or nothing."""
    for pair in page.pairs:
        control = pair.controls[0]
        if not is_free_text(control, pair.wanted.source, pair.wanted.value):
            continue
        room = control.limits.get("maxlength")
        present = same_field(await inspect_form(page.window.page), control)
        if present and (not room or int(room) >= len(MARKUP)):
            await set_value(present, MARKUP)
            return [clean(control.label)]
    return []


async def planted(stage: Stage, where: str) -> dict[str, Any]:
    """On the applicant's page as it stands: {page, alive, ran, told}."""
    window = await stage.window()
    return {"page": where, **await ask(window.page, "planted", {"name": NAME})}
