"""What the portal's own pages ask of a person on the way in, and how a service invites to apply."""

from __future__ import annotations

from functools import partial
from operator import is_
from typing import Any

from harness.catalog.adapters import Place, Step
from harness.portal.locate import look
from harness.portal.script import ask
from harness.portal.stage import Stage
from harness.portal.waiting import poll

_ACTS = {"press", "set"}
_MOST = 3  # pages of one's own that a sign-in goes through


async def entry_pages(stage: Stage) -> list[dict[str, Any]]:
    """Every page of the portal itself that a sign-in shows: {url, passwords, registers}."""
    rows: list[dict[str, Any]] = []
    acts = [step for step in stage.adapter.tasks["sign_in"].steps if step.verb in _ACTS][:_MOST]
    for wanted in acts:
        walk = await stage.perform("sign_in", actor="visitor", stop_before=partial(is_, wanted))
        page = walk.window.page
        if not page.url.startswith(walk.window.origin):
            break
        seen = await poll(partial(ask, page, "ownEntry"), walk.window.patience.control)  # it may be on its way still
        if not seen or not page.url.startswith(walk.window.origin):
            break
        rows.append({"url": page.url, **seen})
    return rows


async def invitation(stage: Stage, actor: str = "visitor") -> dict[str, Any]:
    """On the page of the service as it stands: its words, and whether the control that begins can be pressed."""
    window = await stage.window(actor)
    text = str(await ask(window.page, "whole"))
    place = _beginning(stage.adapter.tasks["start"].steps)
    hits = await look(window.page, place) if place else []
    enabled = bool(hits) and await hits[0][0].locator(f'[data-kt="{hits[0][1]["tag"]}"]').is_enabled()
    return {"text": text, "control": place.name if place else "", "there": bool(hits), "enabled": enabled}


def _beginning(steps: tuple[Step, ...]) -> Place | None:
    return next((step.place for step in steps if step.verb == "press"), None)
