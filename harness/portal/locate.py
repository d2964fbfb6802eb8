"""The locator ladder: from the words a person reads to one element, or an error that names the candidates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from playwright.async_api import Frame, Locator, Page

from harness.catalog.adapters import Place
from harness.model import Blocked
from harness.portal.script import ask, frames
from harness.portal.waiting import poll
from harness.portal.wording import named, nearest, perhaps


@dataclass(frozen=True, slots=True)
class Found:
    """One element and how it was reached: label, name, placeholder, near, text or css."""

    locator: Locator
    frame: Frame
    rung: str
    name: str
    href: str = ""
    value: str | None = None


def spec(place: Place) -> dict[str, Any]:
    """The place as the script in the page takes it."""
    return {
        "kind": place.kind,
        "words": list(place.words),
        "column": place.column,
        "of": spec(place.of) if place.of else None,
        "within": spec(place.within) if place.within else None,
    }


def marked(frame: Frame, tag: str) -> Locator:
    return frame.locator(f'[data-kt="{tag}"]')


async def look(page: Page, place: Place) -> list[tuple[Frame, dict[str, Any]]]:
    """Every hit, from the first frame that has one."""
    given = spec(place)
    for frame in frames(page):
        answer = await ask(frame, "look", given)
        if answer["hits"]:
            return [(frame, hit) for hit in answer["hits"]]
    return []


class HasPage(Protocol):
    """A window: its page may become another one (a new tab) while we look."""

    @property
    def page(self) -> Page: ...


async def locate(window: HasPage, place: Place, budget: float) -> Found:
    """Exactly one element, as soon as it is there. Raises Blocked when there is none, or more than one."""

    async def attempt() -> list[tuple[Frame, dict[str, Any]]] | None:
        return await look(window.page, place) or None

    hits = await poll(attempt, budget)
    if not hits:
        raise await missing(window.page, place)
    if len(hits) > 1:
        raise ambiguous(place, [hit for _frame, hit in hits], window.page.url)
    frame, hit = hits[0]
    return Found(marked(frame, hit["tag"]), frame, hit["rung"], hit["name"], hit["href"], hit["value"])


async def seen(page: Page, place: Place, equals: str = "") -> bool:
    given = {"place": spec(place), "equals": equals}
    for frame in frames(page):
        if await ask(frame, "seen", given):
            return True
    return False


async def candidates(page: Page, kind: str) -> list[str]:
    """Names on the page that a person could mean by a place of this kind."""
    names: list[str] = []
    for frame in frames(page):
        names += await ask(frame, "nearby", kind)
    return names


async def passing(page: Page) -> list[str]:
    """What the page says in passing: toasts, dialogs, status lines. Not every one of them is a complaint."""
    return [str(words) for frame in frames(page) for words in await ask(frame, "passing")]


async def alerts(page: Page) -> list[str]:
    """What the page complains about: alerts, inline errors, native validity messages."""
    words: list[str] = []
    for frame in frames(page):
        words += await ask(frame, "alerts")
    return words


async def missing(page: Page, place: Place) -> Blocked:
    if place.within and not await look(page, _innermost(place.within)):
        return await missing(page, place.within)
    near = nearest(place.name, await candidates(page, place.kind))
    said = await alerts(page)
    sentence = f"không tìm thấy {named(place)} trên trang{perhaps(near)}"
    if said:
        sentence += f" Trang đang báo: «{said[0]}»."
    return Blocked(sentence, owner="bộ kết nối hoặc cổng dịch vụ công", page=page.url, candidates=near)


def _innermost(place: Place) -> Place:
    return place if place.within is None else replace(place, within=_innermost(place.within))


def ambiguous(place: Place, hits: list[dict[str, Any]], url: str) -> Blocked:
    names = tuple(f"{hit['name']} ({hit['context']})" if hit.get("context") else hit["name"] for hit in hits)
    return Blocked(
        f"có {len(hits)} chỗ khớp với {named(place)}: " + "; ".join(f"«{name}»" for name in names[:5])
        + "; hãy nói rõ chỗ nào bằng `in:`",
        owner="bộ kết nối", page=url, candidates=names,
    )
