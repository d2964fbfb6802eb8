"""Requests that are held on their way, cut, or sent again by somebody else: the moment of handing in, looked at."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.async_api import Error, Request, Route

from harness.portal.window import Window

SAFE = {"GET", "HEAD", "OPTIONS"}
FOREIGN = "https://ke-xau.example"
KEPT = 6000  # characters of an answer
_TOKEN = re.compile(r"csrf|xsrf|token|verif|authenticity", re.IGNORECASE)
_PART = re.compile(r'(name="[^"]*(?:csrf|xsrf|token|verif)[^"]*"\r?\n\r?\n)[^\r\n]*', re.IGNORECASE)


class Held:
    """Every request of the window that changes something waits until `release`."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.requests: list[Request] = []
        self.came = asyncio.Event()
        self._go = asyncio.Event()

    async def __aenter__(self) -> Held:
        await self.window.context.route("**/*", self._meet)
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.release()
        await self.window.restore()

    def release(self) -> None:
        self._go.set()

    async def _meet(self, route: Route) -> None:
        if route.request.method not in SAFE and not self._go.is_set():
            self.requests.append(route.request)
            self.came.set()
            await self._go.wait()
        with contextlib.suppress(Error):  # a second press has taken the place of this one
            await route.continue_()


class Cut:
    """The network breaks at the first request that changes something. `after`: only its answer is lost."""

    def __init__(self, window: Window, *, after: bool) -> None:
        self.window = window
        self.after = after
        self.cut = 0

    async def __aenter__(self) -> Cut:
        await self.window.context.route("**/*", self._meet)
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.window.restore()

    async def _meet(self, route: Route) -> None:
        with contextlib.suppress(Error):
            if route.request.method in SAFE:
                await route.continue_()
                return
            if self.after and not self.cut:
                await route.fetch(max_redirects=0)
            self.cut += 1
            await route.abort("connectionreset")


async def forge(window: Window, request: Request) -> list[dict[str, Any]]:
    """The same request as others would send it, with this person's cookies: {variant, status, answer}."""
    headers = {k: v for k, v in (await request.all_headers()).items()
               if not k.startswith(":") and k not in {"cookie", "content-length", "host"}}  # fmt: skip
    body = request.post_data or ""
    bare = {k: v for k, v in headers.items() if not _TOKEN.search(k)}
    own = f"{urlsplit(request.url).scheme}://{urlsplit(request.url).netloc}"
    home = {"origin": own, "referer": f"{own}/"}
    abroad = {"origin": FOREIGN, "referer": f"{FOREIGN}/"}
    variants = [("foreign-origin", bare | abroad, _without(body))]
    if bare != headers or _without(body) != body:
        spoilt = {k: "x" * len(v) if _TOKEN.search(k) else v for k, v in headers.items()}
        variants = [("no-token", bare | home, _without(body)), ("wrong-token", spoilt | home, _without(body, "x" * 32)),
                    *variants]  # fmt: skip
    rows = []
    for name, sent, content in variants:
        try:
            answer = await window.context.request.fetch(
                request.url, method=request.method, headers=sent, data=content, max_redirects=0)
            text = f"{answer.headers.get('location', '')}\n{await answer.text()}"[:KEPT]
            rows.append({"variant": name, "status": answer.status, "answer": text})
        except Error as error:
            rows.append({"variant": name, "status": 0, "answer": error.message[:200]})
    return rows


def _without(body: str, by: str = "") -> str:
    """The body with its tokens taken out, or exchanged."""
    if not body:
        return body
    if "form-data;" in body:
        return _PART.sub(rf"\g<1>{by}", body)
    with contextlib.suppress(ValueError):
        given = json.loads(body)
        if isinstance(given, dict):
            kept = {k: (by if _TOKEN.search(k) else v) for k, v in given.items() if by or not _TOKEN.search(k)}
            return body if kept == given else json.dumps(kept)
    pairs = parse_qsl(body, keep_blank_values=True)
    if not any(_TOKEN.search(name) for name, _ in pairs):
        return body
    return urlencode([(k, by if _TOKEN.search(k) else v) for k, v in pairs if by or not _TOKEN.search(k)])
