"""Keys that lie open in the scripts and pages that every browser is given. Says which and where, never the key."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from playwright.async_api import Page

from harness.portal.stage import Stage

_KEY = re.compile(
    r"""(?P<name>[\w-]*(?:secret|api[_-]?key|private[_-]?key|hash[_-]?key|client[_-]?secret|access[_-]?token|matkhau))"""
    r"""["']?\s*[:=]\s*["'](?P<key>[A-Za-z0-9+/_=-]{16,})["']""",
    re.IGNORECASE,
)
_MOST = 12  # scripts of a page that are read
_LEAST = 8  # characters: a shorter secret would be found by chance


async def client_code(stage: Stage, page: Page, address: str, secrets: Collection[str]) -> list[dict[str, Any]]:
    """The page as it stands, the one at `address`, their scripts: one row a file, {url, size, secrets}.

    `secrets`: what the portal has to keep to itself; of what a file gives away only the name is told.
    """
    scripts: list[str] = await page.evaluate("() => [...document.scripts].map((s) => s.src).filter(Boolean)")
    rows = []
    for url in list(dict.fromkeys([page.url, address, *scripts]))[: _MOST + 2]:
        seen = await stage.visit(url, actor="visitor")
        code = seen.content.decode("utf-8", "replace")
        rows.append({"url": url, "size": len(code), "secrets": given_away(code, secrets)})
    return rows


def given_away(code: str, secrets: Collection[str]) -> list[str]:
    """Names of the keys in the code: those that the portal was given, and what is written as a key."""
    own = ["khóa bí mật đã cấp cho cổng" for secret in secrets if len(secret) >= _LEAST and secret in code]
    written = [found["name"] for found in _KEY.finditer(code) if _is_random(found["key"])]
    return list(dict.fromkeys([*own, *written]))


def _is_random(key: str) -> bool:
    """Letters and digits mixed: not a word, not a sentence with dashes."""
    return bool(re.search(r"\d", key) and re.search(r"[A-Za-z]", key)) and len(set(key)) >= _LEAST
