"""Covers what a picture shows of persons and secrets, with boxes at the very places where the page shows it."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable

from PIL import Image, ImageDraw
from playwright.async_api import Error, Frame, Page

from harness.portal.script import PageMoving, ask, frames

# (start, end) of everything in a text in NFC that must not be shown.
Hidden = Callable[[str], Iterable[tuple[int, int]]]
Box = tuple[float, float, float, float]
INK = (70, 74, 82)
EDGE = 2  # pixels around a text: letters with diacritics stand out of their line
QUALITY = 40  # of what is kept
EFFORT = 2  # of 6: more takes twice as long for a twentieth less
TAKEN = 80  # of what is taken, before it is made smaller
WIDEST = 960  # pixels


async def boxes(page: Page, hidden: Hidden) -> set[Box]:
    """Where the page shows such texts now, frames included. Raises PageMoving when it is being replaced."""
    found: set[Box] = set()
    for frame in frames(page):
        texts: list[str] = await ask(frame, "showing") or []
        spans = [[number, *span] for number, text in enumerate(texts) for span in _spans(text, hidden)]
        if not spans:
            continue
        left, top = await _corner(frame)
        found |= {(a + left, b + top, c + left, d + top) for a, b, c, d in await ask(frame, "covers", spans)}
    return found


def _spans(text: str, hidden: Hidden) -> Iterable[tuple[int, int]]:
    """In the text as the page has it: when composing letters changes its length, the whole run is covered."""
    composed = unicodedata.normalize("NFC", text)
    spans = list(hidden(composed))
    return [(0, len(text))] if spans and len(composed) != len(text) else spans


async def _corner(frame: Frame) -> tuple[float, float]:
    if frame.parent_frame is None:
        return 0.0, 0.0
    try:
        place = await (await frame.frame_element()).bounding_box()
    except Error as error:
        raise PageMoving from error
    return (place["x"], place["y"]) if place else (0.0, 0.0)


def covered(picture: bytes, places: Iterable[Box]) -> bytes:
    """The picture with a box over each place, no wider than a reader needs: pictures are the most of the evidence.

    WebP takes two thirds of a JPEG of the same quality, and 9 ms more.
    """
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB")
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in places:
        if right > left and bottom > top:
            draw.rectangle((left - EDGE, top - EDGE, right + EDGE, bottom + EDGE), fill=INK)
    image.thumbnail((WIDEST, WIDEST * 4))
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=EFFORT)
    return out.getvalue()
