"""What stands around the service's page: its forms, help, the public list, complaints, statistics, search engines."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from harness.journey.scene import Scene
from harness.portal.visits import Visit

FROM_THE_PAGE = ("forms", "help", "complaint")  # tasks that begin on the service's page
MOST_TEXT = 2000  # characters of a page that are kept
OF_THE_PORTAL = ("filters", "statistics")
_NOINDEX = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
_META = re.compile(r"""<meta\b[^>]*\bname\s*=\s*["']?(?:robots|googlebot)\b[^>]*>""", re.IGNORECASE)
_CANONICAL = re.compile(r"""<link\b[^>]*\brel\s*=\s*["']?canonical\b[^>]*>""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LOCATION = re.compile(r"<loc>\s*([^<]+?)\s*</loc>", re.IGNORECASE)


async def look_around(scene: Scene, address: str) -> None:
    """`address`: of the service's page. Each errand stands alone; a task that is not declared is told as such."""
    for task in FROM_THE_PAGE:
        async with scene.attempt():
            await scene.stage.go(address, actor="visitor")
            before = len(scene.relay.kept)
            await scene.stage.perform(task, actor="visitor")
            if task == "forms":
                scene.fact("forms.links", len(scene.relay.kept) - before, "trang dịch vụ › mẫu đơn, tờ khai")
    for task in OF_THE_PORTAL:
        async with scene.attempt():
            await scene.stage.perform(task, actor="visitor")
    async with scene.attempt():
        await ask_as_a_search_engine(scene, address)
    async with scene.attempt():
        await come_from_the_national_portal(scene)


async def come_from_the_national_portal(scene: Scene) -> None:
    """Opens the address that the national portal was given for this service, as whoever presses it there."""
    link = scene.stage.adapter.deep_link.replace("@service.code", scene.service.code)
    if not link:
        return
    shown = await scene.stage.go(link, actor="visitor")
    window = await scene.stage.window("visitor")
    entry = {"link": link, "status": window.document()[0], "ended_at": window.page.url, "text": shown[:MOST_TEXT]}
    scene.fact("national.entry", entry, "địa chỉ đã khai với Cổng DVC quốc gia")


async def ask_as_a_search_engine(scene: Scene, address: str) -> None:
    """The page's source as it is sent, robots.txt and the site map: what a crawler knows of the service."""
    origin = (await scene.stage.window("visitor")).origin
    robots = await _source(scene, f"{origin}/robots.txt")
    listed = await _listed(scene, origin, robots)
    own = [url for url in listed if scene.service.code in url]
    # A page that scripts draw has an address for people; the site map may name one for search engines.
    pages = list(dict.fromkeys([*own, *([] if "#" in address else [address])]))
    rows = [await _page(scene, url) for url in pages[:2]]
    told: dict[str, Any] = {"url": address, "robots": robots, "listed": own, "pages": rows}
    scene.fact("page.indexing", told, "robots.txt, sơ đồ trang và mã nguồn của trang dịch vụ")


async def _source(scene: Scene, url: str) -> str:
    seen = await scene.stage.visit(url, actor="visitor")
    return seen.content.decode("utf-8", "replace") if seen.status == 200 else ""


async def _listed(scene: Scene, origin: str, robots: str) -> list[str]:
    """Addresses of the site map that robots.txt names, else of the usual one; one level of an index is followed."""
    named = re.findall(r"(?im)^\s*sitemap\s*:\s*(\S+)", robots) or [f"{origin}/sitemap.xml"]
    found: list[str] = []
    for url in named[:3]:
        for inner in _LOCATION.findall(await _source(scene, url)):
            link = html.unescape(inner)
            deeper = urlsplit(link).path.endswith(".xml")
            found += _LOCATION.findall(await _source(scene, link)) if deeper else [link]
    return [html.unescape(link) for link in found]


async def _page(scene: Scene, url: str) -> dict[str, Any]:
    seen: Visit = await scene.stage.visit(url, actor="visitor")
    source = seen.content.decode("utf-8", "replace")
    canonical = next((_HREF.search(tag) for tag in _CANONICAL.findall(source)), None)
    return {
        "url": url, "status": seen.status, "ended_at": seen.url,
        "noindex": any(_NOINDEX.search(tag) for tag in _META.findall(source)),
        "canonical": urljoin(seen.url, html.unescape(canonical[1])) if canonical else "",
        "named": bool(seen.reveals([scene.service.name])),
    }  # fmt: skip
