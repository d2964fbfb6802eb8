"""A window that can look and cannot send: nothing but GET and HEAD leaves it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Error, Route

from harness.model import Blocked, Compromised
from harness.portal.failures import PORTAL
from harness.portal.script import PageMoving
from harness.portal.window import Window

HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})


async def only_read(window: Window) -> list[str]:
    """From now on whatever would send something is stopped; the list given grows with what was stopped."""
    stopped: list[str] = []

    async def guard(route: Route) -> None:
        request = route.request
        if request.method in HARMLESS:
            await route.continue_()
        else:
            stopped.append(f"{request.method} {request.url.partition('?')[0]}")
            await route.abort("blockedbyclient")

    await window.context.route("**/*", guard)
    return stopped


@asynccontextmanager
async def in_sentences(window: Window) -> AsyncIterator[None]:
    """Whatever the browser says while looking becomes a sentence of ours; a page of errors is no page."""
    try:
        yield
    except PageMoving:
        raise Blocked("trang tự chuyển liên tục nên không đọc được", owner=PORTAL, page=window.page.url) from None
    except Error as error:
        named = re.search(r"net::(\w+)", error.message)
        if named:
            raise Compromised(f"không mở được trang ({named[1]})", owner="môi trường kiểm thử",
                              page=window.page.url) from None  # fmt: skip
        raise Blocked("trang không phản hồi như mong đợi", owner=PORTAL, page=window.page.url) from None
    status, url, _method = window.document()
    if status >= 400:
        raise Blocked(f"trang {url} trả lời mã {status}", owner=PORTAL, page=url)
