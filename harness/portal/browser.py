"""Finding a browser and launching it, the same way everywhere."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Playwright, async_playwright

from harness.model import Compromised
from harness.portal.script import SOURCE

# Headless shells before full browsers: a page costs half as much there.
HEADLESS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HEADED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No frame-rate or process hacks: they make it slower or break it.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


def executable(playwright: Playwright, *, headed: bool = False) -> Path | None:
    """The browser to start; None lets Playwright take its own. Raises Compromised when there is none."""
    chosen = os.environ.get("KIEMTHU_BROWSER", "")
    if _own_is_installed(playwright, headed=headed):
        return None
    if chosen:
        if not Path(chosen).is_file():
            raise Compromised(f"KIEMTHU_BROWSER trỏ tới «{chosen}» nhưng không có tệp đó", owner="máy kiểm thử")
        return Path(chosen)
    for name in HEADED if headed else HEADLESS:
        found = shutil.which(name)
        if found:
            return Path(found)
    raise Compromised(
        "máy này chưa có trình duyệt; hãy cài chromium hoặc đặt biến môi trường KIEMTHU_BROWSER", owner="máy kiểm thử"
    )


def find(*, headed: bool = False) -> Path | None:
    """The same answer for a caller that has no Playwright running."""

    async def ask() -> Path | None:
        async with async_playwright() as playwright:
            return executable(playwright, headed=headed)

    return asyncio.run(ask())


def _own_is_installed(playwright: Playwright, *, headed: bool) -> bool:
    full = Path(playwright.chromium.executable_path)
    if headed:
        return full.is_file()
    # Playwright keeps the shell in a sibling folder of the full browser: chromium_headless_shell-1234.
    revision = next((part for part in full.parts if part.startswith("chromium-")), "")
    if not revision:
        return full.is_file()
    cache = Path(*full.parts[: full.parts.index(revision)])
    return any(cache.glob(f"chromium_headless_shell-{revision.removeprefix('chromium-')}/*/*headless*shell*"))


def arguments() -> list[str]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if root else [])]  # Chromium refuses its sandbox to root


async def start(playwright: Playwright, *, headed: bool = False) -> Browser:
    path = executable(playwright, headed=headed)
    return await playwright.chromium.launch(
        executable_path=path, headless=not headed, args=arguments(), chromium_sandbox=False if path is None else None,
        handle_sigint=False,  # Ctrl-C is for us: what is under way is sealed before the browser goes
    )


@asynccontextmanager
async def browser(*, headed: bool = False) -> AsyncIterator[Browser]:
    """One browser for a whole run."""
    async with async_playwright() as playwright:
        started = await start(playwright, headed=headed)
        try:
            yield started
        finally:
            await started.close()


def firefox() -> Path:
    """The second engine. Raises Compromised when this machine has none."""
    found = os.environ.get("KIEMTHU_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if not found or not Path(found).is_file():
        raise Compromised("máy này chưa có Firefox nên chưa thử được trình duyệt thứ hai; hãy cài firefox-esr hoặc đặt "
                          "biến môi trường KIEMTHU_FIREFOX", owner="máy kiểm thử")  # fmt: skip
    return Path(found)


@asynccontextmanager
async def second_engine() -> AsyncIterator[Browser]:
    """Playwright's own Firefox, or the distribution's, which can be driven over WebDriver BiDi."""
    async with async_playwright() as playwright:
        own = Path(playwright.firefox.executable_path).is_file() and not os.environ.get("KIEMTHU_FIREFOX")
        how: dict[str, Any] = {} if own else {"channel": "moz-firefox", "executable_path": firefox()}
        try:
            started = await playwright.firefox.launch(handle_sigint=False, **how)
        except Error as error:
            raise Compromised(f"Firefox không khởi động được: {error.message[:200]}", owner="máy kiểm thử") from error
        try:
            yield started
        finally:
            await started.close()


PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2,
}  # fmt: skip


async def new_context(browser: Browser, *, phone: bool = False) -> BrowserContext:
    """A person's own browser window: Vietnamese, in Vietnam, remembering nothing of others."""
    screen: dict[str, Any] = PHONE if phone else {"viewport": {"width": 1280, "height": 900}}
    context = await browser.new_context(
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", accept_downloads=True, **screen
    )
    await context.add_init_script(SOURCE)
    return context
