"""Hash routes, popups that close themselves, codes in letters, files made in the page: portals of one page."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from harness.catalog.adapters import Adapter, Task
from harness.model import Persona
from harness.portal.stage import Stage
from harness.portal.waiting import poll
from harness.portal.window import Window
from tests.portal.conftest import PERSONA, SOON, Loop, Notebook, Site, adapter, place, seen, service, step

ROUTES = """<main id=m></main><script>
const draw = async () => { m.textContent = location.hash + " " + await (await fetch("/lan")).text(); };
addEventListener("hashchange", draw); draw();</script>"""


def counting(site: Site, path: str) -> None:
    asked: list[str] = []

    def answer(_method: str, _body: str) -> tuple[int, dict[str, str], bytes]:
        asked.append(path)
        return 200, {"content-type": "text/plain"}, f"lần {len(asked)}".encode()

    site.pages[path] = answer


def test_opening_a_hash_route_asks_the_server_anew(loop: Loop, window: Window, site: Site) -> None:
    site.html("/", ROUTES)
    counting(site, "/lan")

    async def walk() -> list[str]:
        shown = []
        for path in ("/#/a", "/#/b", "/#/b"):
            await window.goto(path)
            shown.append(await window.page.inner_text("main"))
        return shown

    async def back() -> str:
        await window.page.go_back()
        return window.page.url

    first, second, third = loop.run(walk())
    assert first == "#/a lần 1"
    assert second.startswith("#/b")
    assert third.startswith("#/b")
    assert second != third
    assert loop.run(back()).endswith("/#/a"), "the way back leads to where the person was"


BELIEVES = """<main id=m></main><script>
const inside = document.cookie.includes("phien");
const draw = () => { if (location.hash === "#/vao" && inside) location.hash = "#/"; m.textContent = location.hash; };
addEventListener("hashchange", draw); draw();</script>"""


def test_what_an_old_page_believes_does_not_answer_for_a_hash_route(loop: Loop, window: Window, site: Site) -> None:
    """A session that has ended: the page that is open still takes the person for signed in, a new one does not."""
    site.html("/", BELIEVES)

    async def walk() -> str:
        await window.context.add_cookies([{"name": "phien", "value": "1", "url": site.url}])
        await window.goto("/#/")
        await window.context.clear_cookies()
        await window.goto("/#/vao")
        return await window.page.inner_text("main")

    assert loop.run(walk()) == "#/vao"


def test_nothing_waits_for_what_a_closed_popup_had_asked(
    loop: Loop, window: Window, site: Site, notes: Notebook
) -> None:
    leave = threading.Event()

    def slow(_method: str, _body: str) -> tuple[int, dict[str, str], bytes]:
        leave.wait(5)
        return 200, {"content-type": "text/plain"}, b""

    site.pages["/cham"] = slow
    site.html("/bat-len", "<h1>Cửa sổ</h1><script>fetch('/cham'); setTimeout(() => window.close(), 1000)</script>")
    site.html("/", "<h1>Trang mở</h1>")

    async def _popup() -> Any:
        return window.page if len(window.pages) > 1 else None

    async def walk() -> str:
        await window.goto("/")
        await window.page.evaluate("void window.open('/bat-len')")
        popup = await poll(_popup, 5)
        assert popup is not None
        await poll(_closed(popup), 5)
        await window.settle()
        return await window.page.inner_text("h1")

    try:
        assert loop.run(walk()) == "Trang mở"
    finally:
        leave.set()
    assert "unsettled" not in [kind for kind, _fields in notes.events]


def _closed(page: Page) -> Callable[[], Awaitable[bool | None]]:
    async def closed() -> bool | None:
        return page.is_closed() or None

    return closed


@dataclass
class Letter:
    subject: str
    text: str
    links: list[str] = field(default_factory=list)
    attachments: list[tuple[str, bytes]] = field(default_factory=list)


def stage(declared: Adapter, notes: Notebook, browser: Browser, **more: Any) -> Stage:
    return Stage(declared, service(), PERSONA, notes, browser, patience=SOON, **more)


@pytest.mark.parametrize(("text", "code"), [
    ("Mã xác nhận của hồ sơ 000.00.00.H99-261123-0001 là 048213, có hạn tới 10/12/2026.", "048213"),
    ("Lệ phí 16.000 đ. Mã: 7341", "7341"),
])
def test_the_code_of_a_letter_can_be_typed(  # noqa: PLR0917 - the fixtures of a stage
    loop: Loop, browser: Browser, site: Site, notes: Notebook, text: str, code: str
) -> None:
    site.html("/", "<label>Mã xác nhận <input id=o></label><button onclick='t.textContent=o.value'>Gửi</button><h1 id=t>…</h1>")

    async def post(spec: Mapping[str, str], _persona: Persona | None) -> Letter | None:
        return Letter("Mã xác nhận nộp", text) if spec["subject"] in "Mã xác nhận nộp" else None

    declared = adapter(site.url, find=[
        step("open", address="/"), step("mail", mail={"subject": "Mã xác nhận"}),
        step("set", values={"Mã xác nhận": "@mail.code"}), step("press", place=place("button", "Gửi")),
        step("wait", condition=seen("heading", code)),
    ])

    async def walk() -> None:
        async with stage(declared, notes, browser, mailbox=post) as made:
            await made.perform("find")

    loop.run(walk())


def test_a_file_made_in_the_page_keeps_the_address_it_was_fetched_from(
    loop: Loop, browser: Browser, site: Site, notes: Notebook
) -> None:
    site.pages["/tep/1"] = lambda _method, _body: (200, {"content-type": "application/pdf"}, b"%PDF-1.7 ket qua")
    site.html("/", """<button onclick="fetch('/tep/1').then(r => r.blob()).then(b => {
        const a = document.createElement('a'); a.href = window.URL.createObjectURL(b); a.download = 'kq.pdf'; a.click(); })">Lưu</button>""")
    declared = adapter(site.url, find=[
        step("open", address="/"), step("fetch", facts={"result": place("button", "Lưu")})])

    async def walk() -> dict[str, str]:
        async with stage(declared, notes, browser) as made:
            await made.perform("find")
            return made.addresses

    assert loop.run(walk()) == {f"{site.url}/tep/1": "result"}
    assert notes.documents[0][:3] == ("result", b"%PDF-1.7 ket qua", "application/pdf")


def test_the_gateway_is_reached_in_a_popup_before_the_walk_stops(
    loop: Loop, browser: Browser, site: Site, notes: Notebook
) -> None:
    other = site.url.replace("localhost", "127.0.0.1")
    site.html("/ngan-hang", "<h1>Ngân hàng</h1>")
    site.html("/", f"""<button onclick="const w = window.open(''); setTimeout(() => w.location = '{other}/ngan-hang', 300)">Trả</button>""")
    steps = (step("open", address="/"), step("press", place=place("button", "Trả")), step("use", what="gateway"))
    declared = dataclasses.replace(
        adapter(site.url, find=list(steps)), gateway={"pay": Task("pay", (), ""), "cancel": Task("cancel", (), "")})

    async def walk() -> str:
        async with stage(declared, notes, browser) as made:
            await made.perform("find", mode="stop")
            return (await made.window()).page.url

    assert loop.run(walk()) == f"{other}/ngan-hang"
