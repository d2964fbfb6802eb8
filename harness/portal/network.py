"""Listens to one browser context: what was exchanged, what is still under way, how documents answered."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from playwright.async_api import BrowserContext, Error, Frame, Page, Request, Response

from harness.portal.ports import Recorder

AWAITED = {"document", "xhr", "fetch"}
PARTS = {"script", "stylesheet", "image", "font"}  # what a page is made of
FILES = ("application/pdf", "application/octet-stream", "application/zip", "application/vnd.", "application/msword",
         "image/")  # how the media types of documents begin
HTML = ("text/html", "application/xhtml")
EMPTY = {204, 205}  # answers that leave the page where it is
LAST_BODIES = 3.0  # seconds for bodies that are still being read when a journey ends
LAST_ASKED = 80  # requests that probes may look back at
ASKED_AGAIN = 8  # times that one address is answered during one wait: the page polls it, nothing waits for it
BODY_LIMIT = 16 * 1024  # bytes of a JSON answer that are worth keeping


class Network:
    """Counts requests under way so that a press can wait for its answers instead of for time."""

    def __init__(self, context: BrowserContext, recorder: Recorder) -> None:
        self._recorder = recorder
        self._under_way: set[Request] = set()
        self._answers: Counter[str] = Counter()  # of one address during the wait that is going on
        self._polled: set[str] = set()  # addresses that are asked for ever
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._bodies: set[asyncio.Task[None]] = set()
        self.documents: dict[Page, tuple[int, str, str]] = {}  # page → status, address, method of its document
        self._incomplete: set[Page] = set()  # an HTML document came, and its end has not been told yet
        self.visited: list[str] = []  # addresses of the documents that came, redirects too, asked by GET
        self.asked_since_document: dict[Page, int] = {}  # page → XHR requests since its document came
        self.files: list[tuple[str, str]] = []  # address and media type of what scripts fetched as files
        self.announced: dict[str, int] = {}  # address of a document that came as a file → bytes, as it said itself
        self.broken: list[tuple[str, int, str]] = []  # parts that did not come: address, status, kind
        self.going_round = False  # the browser has given up following redirects
        self.page_errors: list[str] = []
        self.asked: deque[Request] = deque(maxlen=LAST_ASKED)  # documents and XHR
        self.answered_in: list[dict[str, Any]] = []  # {url, kind, ms}: from the question to the answer's first byte
        self._listeners: list[tuple[str, Callable[..., Any]]] = [
            ("request", self._asked), ("response", self._answered),
            ("requestfinished", self._finished), ("requestfailed", self._failed), ("weberror", self._broke),
        ]
        for event, listener in self._listeners:
            context.on(event, listener)  # type: ignore[call-overload]

    def _asked(self, request: Request) -> None:
        if request.resource_type in AWAITED:
            self.asked.append(request)
            if _poll(request) not in self._polled:
                self._under_way.add(request)
                self._quiet.clear()
            page = _page_of(request)
            if page and request.resource_type != "document":
                self.asked_since_document[page] = self.asked_since_document.get(page, 0) + 1

    def _answered(self, response: Response) -> None:
        request, headers = response.request, response.headers  # made anew each time they are asked for
        media = headers.get("content-type", "")
        frame = _frame_of(request)
        if request.is_navigation_request() and not media.startswith("text/html"):
            self.announced[response.url] = int(headers.get("content-length") or 0)
        if request.is_navigation_request() and frame and not frame.parent_frame:
            self.documents[frame.page] = (response.status, response.url, request.method)
            if request.method == "GET":
                self.visited.append(response.url)
            self.forget(frame.page, besides=request)
            if media.startswith(HTML) and response.status not in EMPTY and "content-disposition" not in headers:
                self._incomplete.add(frame.page)
                self._quiet.clear()
            else:
                self.complete(frame.page)  # a file, or nothing: the page stays as it is
            self.asked_since_document[frame.page] = 0
        if request.resource_type in PARTS and response.status >= 400:
            self.broken.append((response.url, response.status, request.resource_type))
        if request.resource_type in {"xhr", "fetch"} and response.ok and media.startswith(FILES):
            self.files.append((response.url, media))
        small = int(headers.get("content-length") or BODY_LIMIT + 1) <= BODY_LIMIT
        if "json" in media and small:
            task = asyncio.ensure_future(self._with_body(response, media))
            self._bodies.add(task)
            task.add_done_callback(self._bodies.discard)
        else:
            self._recorder.exchange(request.method, response.url, response.status, request.resource_type, media)

    async def _with_body(self, response: Response, media: str) -> None:
        try:
            body = (await response.body()).decode("utf-8", "replace")
        except Error:
            body = ""  # the page left before its body could be read
        request = response.request
        self._recorder.exchange(request.method, response.url, response.status, request.resource_type, media, body)

    def forget(self, page: Page, besides: Request | None = None) -> None:
        """What a page that is closed or replaced had asked will not be answered, and nobody says so."""
        self._incomplete.discard(page)
        for request in [r for r in self._under_way if r is not besides and _page_of(r) in {page, None}]:
            self._under_way.discard(request)
        self._perhaps_quiet()

    def _finished(self, request: Request) -> None:
        timing = request.timing
        if request.resource_type in AWAITED and timing["responseStart"] >= 0:
            ms = round(timing["responseStart"] - max(0, timing["requestStart"]), 1)
            self.answered_in.append({"url": request.url.partition("?")[0], "kind": request.resource_type, "ms": ms})
        if request.method == "GET" and request.resource_type != "document":
            self._answers[_poll(request)] += 1
            if self._answers[_poll(request)] >= ASKED_AGAIN:
                self._polled.add(_poll(request))
                self._under_way = {one for one in self._under_way if _poll(one) not in self._polled}
        self._ended(request)

    def _ended(self, request: Request) -> None:
        self._under_way.discard(request)
        self._perhaps_quiet()

    def _perhaps_quiet(self) -> None:
        if not self._under_way and not self._incomplete:
            self._quiet.set()

    def _failed(self, request: Request) -> None:
        self._ended(request)
        frame = _frame_of(request)
        aborted = "ERR_ABORTED" in (request.failure or "")  # a download, or a page left on purpose
        if request.is_navigation_request() and frame and not frame.parent_frame:
            self.complete(frame.page)
            if not aborted:
                self.documents[frame.page] = (0, request.url, request.method)
                self.going_round = "TOO_MANY_REDIRECTS" in (request.failure or "")
        if request.resource_type in AWAITED:
            self._recorder.event("request-failed", method=request.method, url=request.url, why=request.failure or "")

    def _broke(self, error: Any) -> None:
        self.page_errors.append(str(error.error))
        self._recorder.event("page-error", message=str(error.error)[:500])

    def complete(self, page: Page) -> None:
        """The page's document has been read to its end, or will not come."""
        self._incomplete.discard(page)
        self._perhaps_quiet()

    async def settle(self, page: Page, budget: float) -> None:
        """Until no document or XHR is under way and every page's document is complete; gives up silently.

        From what was heard: each question to Playwright about a page's load costs three messages.
        """
        self._answers.clear()
        try:
            async with asyncio.timeout(budget):
                await self._quiet.wait()
        except TimeoutError:
            self._recorder.event("unsettled", url=page.url, under_way=[r.url for r in self._under_way][:5])
            self._under_way.clear()  # a request that hangs for good must not slow every later step
            self._incomplete.clear()
            self._quiet.set()

    async def finish(self) -> None:
        """Waits for bodies still being read, before the evidence is sealed."""
        if self._bodies:  # the body of a page that was closed never comes
            await asyncio.wait(self._bodies, timeout=LAST_BODIES)
            for task in self._bodies:
                task.cancel()


def _poll(request: Request) -> str:
    """The address without what only keeps it from being remembered."""
    return re.sub(r"\d{10,}", "", request.url) if request.method == "GET" else ""


def _frame_of(request: Request) -> Frame | None:
    try:
        return request.frame
    except Error:
        return None  # a service worker's request, or a document not yet committed


def _page_of(request: Request) -> Page | None:
    frame = _frame_of(request)
    return frame.page if frame else None
