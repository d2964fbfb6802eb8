"""What stands at an address, asked for with a window's own cookies, and never more of it than is worth keeping."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from http.cookies import Morsel, SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from playwright.async_api import BrowserContext, Download, Error

from harness.model import Blocked, Compromised
from harness.portal.window import Window

LARGEST = 50 << 20  # bytes; the largest papers that portals take are below it
PATIENCE = 30.0  # seconds for one file, so that one that drips for ever ends too
HOPS = 10
_PORTAL = "cổng dịch vụ công"
_SAME_SITE: Mapping[str, str] = {"strict": "Strict", "lax": "Lax", "none": "None"}


@dataclass(frozen=True, slots=True)
class Answer:
    url: str  # where it ended, after redirects
    status: int
    media_type: str
    content: bytes

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


async def ask_for(window: Window, url: str) -> Answer:
    """Follows redirects as a browser does. Blocked: larger than LARGEST, never complete, or turning in a circle."""
    try:
        async with asyncio.timeout(PATIENCE), _client(await window.agent()) as client:
            return await _follow(client, window.context, url)
    except (TimeoutError, httpx.TimeoutException) as late:
        raise Blocked(f"{url} không trả lời xong trong {PATIENCE:.0f} giây", owner=_PORTAL, page=url) from late
    except httpx.HTTPError as failed:
        raise Compromised(f"không truy cập được {url}", page=url) from failed
    except httpx.InvalidURL as odd:
        raise Blocked(f"địa chỉ không đọc được: {url}", owner=_PORTAL, page=url) from odd


def too_large(url: str) -> Blocked:
    limit = f"{LARGEST >> 20} MB"
    return Blocked(f"tệp tại {url} lớn hơn {limit}: bộ kiểm thử không tải tệp lớn như vậy nên không xét được",
                   owner=_PORTAL, page=url)  # fmt: skip


async def downloaded(window: Window, download: Download) -> bytes | None:
    """What the browser put on disk; None when it did not come whole. Ends like ``ask_for``."""
    if window.network.announced.get(download.url, 0) > LARGEST:
        await download.cancel()
        raise too_large(download.url)
    try:
        async with asyncio.timeout(PATIENCE):
            path = Path(await download.path())
    except TimeoutError as late:
        await download.cancel()
        raise Blocked(f"tải {download.url} không xong trong {PATIENCE:.0f} giây", owner=_PORTAL) from late
    except Error:
        return None
    if path.stat().st_size > LARGEST:
        await download.delete()
        raise too_large(download.url)
    return path.read_bytes()


async def _follow(client: httpx.AsyncClient, context: BrowserContext, url: str) -> Answer:
    for _hop in range(HOPS):
        async with client.stream("GET", url, headers=await _cookies(context, url)) as answer:
            await _keep_cookies(context, answer)
            if answer.has_redirect_location:
                url = urljoin(str(answer.url), answer.headers["location"])
                continue
            content = await _body(answer)
        return Answer(str(answer.url), answer.status_code, answer.headers.get("content-type", ""), content)
    raise Blocked(f"{url} chuyển hướng quá {HOPS} lần", owner=_PORTAL, page=url)


async def _body(answer: httpx.Response) -> bytes:
    content = bytearray()
    if int(answer.headers.get("content-length") or 0) > LARGEST:
        raise too_large(str(answer.url))
    async for piece in answer.aiter_bytes(64 << 10):
        content += piece
        if len(content) > LARGEST:
            raise too_large(str(answer.url))
    return bytes(content)


async def _cookies(context: BrowserContext, url: str) -> dict[str, str]:
    """Those that the browser itself would send there."""
    kept = "; ".join(f"{one['name']}={one['value']}" for one in await context.cookies(url))
    return {"cookie": kept} if kept else {}


async def _keep_cookies(context: BrowserContext, answer: httpx.Response) -> None:
    """A portal that renews a session with a file goes on knowing its visitor."""
    for written in answer.headers.get_list("set-cookie"):
        for morsel in SimpleCookie(written).values():
            await context.add_cookies([_as_kept(morsel, str(answer.url))])


def _as_kept(morsel: Morsel[str], url: str) -> Any:  # Playwright keeps the name of this shape to itself
    """With all its attributes: criteria look at how a portal's cookies are protected."""
    kept: dict[str, Any] = {
        "name": morsel.key, "value": morsel.coded_value, "path": morsel["path"] or "/",
        "domain": morsel["domain"] or urlsplit(url).hostname or "", "httpOnly": bool(morsel["httponly"]),
        "secure": bool(morsel["secure"]), "expires": _until(morsel),
    }  # fmt: skip
    same_site = _SAME_SITE.get(str(morsel["samesite"]).lower())
    return kept if same_site is None else kept | {"sameSite": same_site}


def _until(morsel: Morsel[str]) -> float:
    """Seconds since 1970; -1: until the browser is closed."""
    try:
        if morsel["max-age"]:
            return max(1.0, time.time() + int(morsel["max-age"]))
        return max(1.0, parsedate_to_datetime(morsel["expires"]).timestamp()) if morsel["expires"] else -1
    except (TypeError, ValueError):
        return -1


def _client(agent: str) -> httpx.AsyncClient:
    headers = {"user-agent": agent, "accept": "*/*", "accept-language": "vi-VN,vi;q=0.9"}
    return httpx.AsyncClient(headers=headers, timeout=PATIENCE, verify=_trusted(), follow_redirects=False,
                             trust_env=False)  # fmt: skip


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()
