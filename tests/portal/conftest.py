"""One browser and one event loop for all tests of the portal room; pages are served from memory."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.async_api import Browser, async_playwright

from harness.catalog.adapters import Actor, Adapter, Condition, Place, Step, Task
from harness.model import Document, FeeItem, FormSection, Persona, Result, Service, TimeLimit
from harness.portal import browser as browsers
from harness.portal.stage import Stage
from harness.portal.waiting import Patience
from harness.portal.window import Window

T = TypeVar("T")
SOON = Patience(control=0.5, condition=0.8, glimpse=0.4, facts=0.3, settle=3, click=4)


class Loop:
    """Runs coroutines on a loop of its own thread: tests stay plain functions."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    runner = Loop()
    yield runner
    runner.stop()


@pytest.fixture(scope="session")
def browser(loop: Loop) -> Iterator[Browser]:
    async def begin() -> tuple[Any, Browser]:
        playwright = await async_playwright().start()
        return playwright, await browsers.start(playwright)

    playwright, started = loop.run(begin())
    yield started

    async def end() -> None:
        await started.close()
        await playwright.stop()

    loop.run(end())


Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A tiny web site: path → HTML, or path → function(method, body) → (status, headers, bytes)."""

    url: str = ""
    pages: dict[str, str | Callable[[str, str], Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def html(self, path: str, body: str, title: str = "Trang thử") -> str:
        self.pages[path] = f"<!doctype html><html lang=vi><meta charset=utf-8><title>{title}</title><body>{body}"
        return self.url + path


@pytest.fixture(scope="session")
def server() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            site.asked.append(f"{self.command} {self.path}")
            length = int(self.headers.get("content-length") or 0)
            body = self.rfile.read(length).decode("utf-8", "replace")
            page = site.pages.get(path)
            if page is None:
                status, headers, content = 404, {"content-type": "text/html"}, b"<h1>404</h1>"
            elif callable(page):
                status, headers, content = page(self.command, body or self.path.partition("?")[2])
            else:
                status, headers, content = 200, {"content-type": "text/html; charset=utf-8"}, page.encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://localhost:{httpd.server_port}"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield site
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.fixture
def site(server: Site) -> Site:
    server.pages.clear()
    server.asked.clear()
    server.pages["/moi-truong"] = "<p>môi trường thử nghiệm</p>"
    return server


@dataclass
class Notebook:
    """A recorder that keeps everything in memory."""

    facts: list[tuple[str, Any, str, str]] = field(default_factory=list)
    documents: list[tuple[str, bytes, str, str]] = field(default_factory=list)
    events: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    pages: list[tuple[str, str, str, bytes | None]] = field(default_factory=list)
    exchanges: list[tuple[Any, ...]] = field(default_factory=list)
    hide: tuple[str, ...] = ()  # words that no picture may show

    def fact(self, name: str, value: Any, place: str, file: str = "") -> None:
        self.facts.append((name, value, place, file))

    def document(self, name: str, content: bytes, media_type: str, place: str) -> Document:
        self.documents.append((name, content, media_type, place))
        return Document(name, Path(), media_type, "", len(content), place)

    def event(self, kind: str, **fields: Any) -> None:
        self.events.append((kind, fields))

    def page(self, name: str, url: str, aria: str, picture: bytes | None) -> str:
        self.pages.append((name, url, aria, picture))
        return f"pages/{name}"

    def learn(self, secret: str) -> None:
        self.hide = (*self.hide, secret)

    def hidden(self, text: str) -> list[tuple[int, int]]:
        return [found.span() for word in self.hide for found in re.finditer(re.escape(word), text)]

    def exchange(self, *row: Any) -> None:
        self.exchanges.append(row)

    def value(self, name: str) -> Any:
        return next(value for fact, value, _place, _file in reversed(self.facts) if fact == name)


@pytest.fixture
def notes() -> Notebook:
    return Notebook()


@pytest.fixture
def window(loop: Loop, browser: Browser, site: Site, notes: Notebook) -> Iterator[Window]:
    opened = loop.run(Window.open(browser, site.url, None, notes, SOON))
    yield opened
    loop.run(opened.close())


def place(kind: str, *words: str, **more: Any) -> Place:
    return Place(kind, tuple(words), **more)


def seen(kind: str, *words: str, equals: str = "") -> Condition:
    return Condition(place(kind, *words), equals)


def step(verb: str, **fields: Any) -> Step:
    return Step(verb, "adapter.yaml:7", f"{verb}: …", **fields)


PERSONA = Persona("mau", "Nguyễn Văn Mẫu", "001099000001", "01/02/1999", "Nam", "0912345678", "mau@example.vn",
                  "Số 1, phố Mẫu", "Hà Nội", "Xã Mẫu", "bí mật")  # fmt: skip


def service(form: dict[str, dict[str, str]] | None = None, **more: Any) -> Service:
    sections = tuple(FormSection(title, fields) for title, fields in (form or {}).items())
    return Service(
        code="2.000635", name="Cấp bản sao Trích lục hộ tịch", field="ho-tich", field_name="Hộ tịch", agency="UBND xã Mẫu",
        portal="thu", ruleset="toan-trinh", level="toàn trình", applicant="mau", case={}, form=sections,
        papers=more.pop("papers", ()), fees=(FeeItem("LP", "Lệ phí", 8000),), time_limit=TimeLimit(1, "working_day"),
        result=Result("Trích lục", "signed_pdf", ("online",)), **more)  # fmt: skip


def adapter(url: str, **tasks: list[Step]) -> Adapter:
    return Adapter(
        id="thu", name="Cổng thử", environment="test", proof_address="/moi-truong", proof_text="môi trường thử nghiệm",
        origins={"portal": url}, actors={"applicant": Actor("applicant", "portal", "personas"),
                                         "officer": Actor("officer", "portal", "", "can-bo", "bí mật")},
        tasks={name: Task(name, tuple(steps), "adapter.yaml:1") for name, steps in tasks.items()},
        gateway={}, order=(), status={"Được tiếp nhận": 2, "Đang xử lý": 4},
        payment_status={"Đã thanh toán": "paid", "Chưa thanh toán": "unpaid"}, file=Path("adapter.yaml"))  # fmt: skip


@pytest.fixture
def stage_of(loop: Loop, browser: Browser, notes: Notebook) -> Any:
    def make(declared: Any, **more: Any) -> Stage:
        made.append(Stage(declared, more.pop("of", service()), PERSONA, notes, browser, patience=SOON, **more))
        return made[-1]

    made: list[Stage] = []
    yield make
    for stage in made:
        loop.run(stage.close())
