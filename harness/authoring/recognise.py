"""Walks a portal that nobody has described, reading only, and recognises what it can."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.authoring import synonyms as words
from harness.authoring.page_facts import Found, read_facts
from harness.authoring.page_view import Link, View, view
from harness.catalog.adapters import Place
from harness.catalog.facts import Fact
from harness.model import Trouble
from harness.portal import snapshots
from harness.portal.failures import origin_of
from harness.portal.forms import Wanted, fill
from harness.portal.forms.match import clean
from harness.portal.locate import candidates
from harness.portal.moving import press
from harness.portal.parsers import fold
from harness.portal.ports import Recorder
from harness.portal.reading_only import in_sentences
from harness.portal.waiting import poll
from harness.portal.window import Window

ASIDES = {"help": words.HELP, "complaint": words.COMPLAINT, "statistics": words.STATISTICS, "forms": words.FORMS,
          "dossiers": words.DOSSIERS}  # fmt: skip
CHANGED = 4.0  # seconds that a press may take to show something new
CONVENTION = "/.well-known/moi-truong"


@dataclass(slots=True)
class Portal:
    """What was recognised; "" where a person must say it."""

    origin: str
    home: str = "/"
    name: str = ""
    proof: tuple[str, str] = ("", "")  # address, words
    version: Found | None = None
    search_page: str = ""
    search_box: str = ""
    search_button: str = ""
    results: str = ""  # heading or list of what was found
    service_link: str = ""  # the service that was opened, as the portal calls it
    service_facts: dict[str, Found] = field(default_factory=dict)
    apply: str = ""
    sign_in: Link | None = None
    sign_in_page: str = ""
    identity: str = ""  # button or link that leads to an identity provider
    username: str = ""
    password: str = ""
    go_on: str = ""
    lookup_page: str = ""
    lookup_box: str = ""
    lookup_button: str = ""
    asides: dict[str, tuple[str, str]] = field(default_factory=dict)  # what → words of the link, address
    notes: list[str] = field(default_factory=list)


class Explorer:
    def __init__(self, window: Window, recorder: Recorder, facts: Mapping[str, Fact], stopped: list[str], *,
                 told: Callable[[str], None]) -> None:  # fmt: skip
        self.window, self.recorder, self.facts, self.stopped, self.told = window, recorder, facts, stopped, told

    async def run(self, url: str, query: str) -> Portal:
        """Raises Trouble when the first page cannot be opened; what comes later is only noted."""
        async with in_sentences(self.window):
            home = await self._open(url, "trang-chu")
        portal = Portal(origin_of(home.url), home.path)
        called = [*re.split(r"\s[|–—-]\s", home.title), *home.headings]
        portal.name = next((name for name in called if name and not words.GENERIC.fullmatch(name)), "")
        portal.version = (await read_facts(self.window, {"portal.version": self.facts["portal.version"]}, home.rows))[
            "portal.version"]  # fmt: skip
        steps = {
            "dấu hiệu môi trường thử nghiệm": self._proof, "tìm kiếm và danh sách dịch vụ": self._search,
            "đăng nhập": self._sign_in, "tra cứu hồ sơ": self._lookup, "các trang khác": self._asides,
        }  # fmt: skip
        for doing, step in steps.items():
            self.told(doing)
            try:
                async with in_sentences(self.window):
                    await step(portal, home, query)
            except Trouble as stopped:
                portal.notes.append(f"{doing}: {stopped.sentence}")
        return portal

    async def _open(self, address: str, name: str) -> View:
        await self.window.goto(address)
        return await self._seen(name)

    async def _seen(self, name: str) -> View:
        found = await view(self.window)
        picture = await snapshots.picture(self.window, self.recorder.hidden)
        self.recorder.page(name, found.url, await snapshots.aria(self.window), picture)
        return found

    async def _follow(self, link: Link, name: str) -> View:
        """By address where there is one: nothing is pressed that may do more than lead somewhere."""
        before = await view(self.window)
        if link.href:
            await self.window.goto(link.href)
        else:
            await press(self.window, Place("button", (link.words,)))
        return await self._after(before, name)

    async def _proof(self, portal: Portal, home: View, _query: str) -> None:
        said = words.PROOF.search(home.text)
        if said:
            portal.proof = (home.path, words.bare(said[0]))
            return
        answer = await self.window.context.request.get(portal.origin + CONVENTION)
        said = words.PROOF.search(await answer.text()) if answer.ok else None
        if said:
            portal.proof = (CONVENTION, words.bare(said[0]))

    async def _search(self, portal: Portal, home: View, query: str) -> None:
        page = home
        box = page.box(words.SEARCH_BOX) or _typed_search(page)
        for link in [one for one in home.links if words.SERVICES.search(one.words)][:3] if box is None else []:
            page = await self._follow(link, "danh-sach-dich-vu")
            box = page.box(words.SEARCH_BOX) or _typed_search(page)
            if box:
                break
        if box:
            portal.search_page, portal.search_box = page.path, clean(box.label)
            portal.search_button = page.button(words.SEARCH)
        if box and portal.search_button:
            if self.window.page.url != page.url:
                await self.window.goto(page.url)
            await fill(self.window, [Wanted("", portal.search_box, query)])
            await press(self.window, Place("button", (portal.search_button,)))
            page = await self._after(page, "ket-qua-tim")
            fresh = [h for h in page.headings if h not in home.headings]
            portal.results = next((h for h in fresh if words.RESULTS.search(h)), next(iter(fresh), ""))
        await self._service(portal, home, page, query)

    async def _after(self, before: View, name: str) -> View:
        """The page after a press: one that draws itself has new headings once it is there."""

        async def changed() -> bool | None:
            later = {fold(one) for one in await candidates(self.window.page, "heading")}
            return bool(later - set(before.headings)) or None

        await poll(changed, CHANGED)
        return await self._seen(name)

    async def _service(self, portal: Portal, home: View, page: View, query: str) -> None:
        """Opens the service that the page offers and reads what is published there."""
        known = {link.words for link in home.links} if page is not home else set()
        asked = fold(query).casefold()
        named = [one for one in page.links if asked in one.words.casefold() and len(one.words) > len(asked)]
        likely = [one for one in page.links if words.looks_like_service(one.words)]
        named = named or [one for one in likely if one.words not in known] or likely
        if not named:
            portal.notes.append(f"không thấy dịch vụ nào ứng với «{query}»; hãy cho một tên dịch vụ bằng --query")
            return
        service = await self._follow(named[0], "trang-thu-tuc")
        portal.service_link = named[0].words
        portal.apply = service.button(words.APPLY)
        published = {
            name: fact for name, fact in self.facts.items() if name.startswith("published.") and fact.by == "adapter"
        }
        portal.service_facts = await read_facts(
            self.window, published, [*service.rows, *service.lists, *service.headings]
        )

    async def _sign_in(self, portal: Portal, home: View, _query: str) -> None:
        link = home.link(words.SIGN_IN) or home.link(words.IDENTITY)
        if link is None:
            return
        portal.sign_in = link
        if not link.href and self.window.page.url != home.url:
            await self.window.goto(home.url)
        page = await self._follow(link, "dang-nhap")
        portal.sign_in_page = page.path if origin_of(page.url) == portal.origin and page.url != home.url else ""
        if page.password() is None:
            way = page.link(words.IDENTITY)
            if way is None:
                return
            portal.identity = way.words
            page = await self._follow(way, "dinh-danh")
        secret, user = page.password(), page.box(words.USERNAME, ("text",))
        if secret:
            portal.username, portal.password = clean(user.label) if user else "", clean(secret.label)
            portal.go_on = page.button(words.GO_ON)

    async def _lookup(self, portal: Portal, home: View, _query: str) -> None:
        link = home.link(words.LOOKUP)
        if link is None:
            return
        if not link.href:
            await self.window.goto(home.url)
        page = await self._follow(link, "tra-cuu")
        box = page.box(words.DOSSIER_BOX)
        if box:
            portal.lookup_page, portal.lookup_box = page.path, clean(box.label)
            inside = [name for name in page.buttons if words.LOOK_UP.search(name)]
            portal.lookup_button = min(inside, key=len, default="")

    async def _asides(self, portal: Portal, home: View, _query: str) -> None:
        """Only noted: their address and the words of the link."""
        for what, looks in ASIDES.items():
            link = home.link(looks)
            if link:
                portal.asides[what] = (link.words, link.href.removeprefix(portal.origin))
        portal.notes += [f"đã chặn một yêu cầu gửi đi: {one}" for one in dict.fromkeys(self.stopped)]


def _typed_search(page: View) -> Any:
    """A box that says by its type that it searches; else the only text box of the page."""
    boxes = [c for c in page.controls if c.kind in {"text", "combobox"}]
    typed = [c for c in boxes if c.limits.get("type") == "search"]
    return next(iter(typed), boxes[0] if len(boxes) == 1 and page.password() is None else None)
