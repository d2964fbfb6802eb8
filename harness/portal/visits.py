"""Opening an address as somebody: what came back, judged by content and never by status alone."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from harness.portal.asking import ask_for
from harness.portal.parsers import fold
from harness.portal.script import ask
from harness.portal.window import Window


@dataclass(frozen=True, slots=True)
class Visit:
    url: str  # where it ended, after redirects
    status: int
    media_type: str
    content: bytes
    text: str  # what a person reads; empty for files

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def reveals(self, words: Iterable[str]) -> list[str]:
        """Which of the words (a name, a number) are on the page."""
        shown = fold(self.text).casefold()
        return [word for word in words if word and fold(word).casefold() in shown]


async def visit(window: Window, url: str) -> Visit:
    """Asks with the window's own cookies. A hash route answers nothing by itself: the page is opened."""
    address = window.address(url)
    if "#/" in address or "#!" in address:
        response = await window.goto(address)
        text = str(await ask(window.page, "whole"))
        return Visit(window.page.url, response.status if response else 200, "text/html", text.encode(), text)
    answer = await ask_for(window, address)
    media = answer.media_type
    textual = "html" in media or "json" in media or media.startswith("text/")
    return Visit(answer.url, answer.status, media, answer.content, _words(answer.content) if textual else "")


def _words(content: bytes) -> str:
    source = content.decode("utf-8", "replace")
    source = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", source)
    return fold(html.unescape(re.sub(r"<[^>]+>", " ", source)))
