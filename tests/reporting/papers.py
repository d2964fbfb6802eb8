"""PDF pages as a reader meets them: their text, where each letter stands, their pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2
from PIL.Image import Image


def texts(paper: bytes) -> list[str]:
    """Page by page, as a reader copies it out."""
    with pypdfium2.PdfDocument(paper) as document:
        return [page.get_textpage().get_text_range() for page in document]


def edges(paper: bytes) -> Iterator[tuple[int, float, float, float]]:
    """Of each page: its number, the leftmost and rightmost edge of any run of text, and the page's width."""
    with pypdfium2.PdfDocument(paper) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            boxes = [text.get_rect(i) for i in range(text.count_rects())]
            yield number, min(b[0] for b in boxes), max(b[2] for b in boxes), page.get_width()


def pictures(paper: bytes, scale: float = 2.0) -> list[Image]:
    """Signatures' faces are form fields: they are drawn as well."""
    with pypdfium2.PdfDocument(paper) as document:
        document.init_forms()
        return [page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB") for page in document]


def faces(paper: bytes) -> str:
    """The text of a paper with the faces of its signatures, which are form fields, laid into the pages."""
    flat = io.BytesIO()
    with pypdfium2.PdfDocument(paper) as document:
        document.init_forms()
        for page in document:
            page.flatten()
        document.save(flat)
    return re.sub(r"\s+", " ", " ".join(texts(flat.getvalue())))
