"""A window that can look and cannot send: nothing but GET and HEAD leaves it."""

from __future__ import annotations

from playwright.async_api import Route

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
