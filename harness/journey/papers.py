"""Text of the PDFs that a portal gives, as a reader sees it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from harness.model import Document, NotObserved

_MONEY = re.compile(r"(\d{1,3}(?:[.,]\d{3})+|\d{4,})\s*(?:đ\b|đồng|VNĐ|VND|₫)", re.IGNORECASE)


def text_of(document: Document) -> str:
    """All pages; raises NotObserved when it is not a PDF that opens."""
    try:
        pdf = pypdfium2.PdfDocument(document.content())
    except pypdfium2.PdfiumError as broken:
        raise NotObserved(document.name, "không mở được tệp PDF") from broken
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def amount_on(receipt: str) -> int | None:
    """The largest amount of đồng that a receipt names; None when it names none."""
    amounts = [int(re.sub(r"\D", "", found[1])) for found in _MONEY.finditer(receipt)]
    return max(amounts, default=None)


def further_paper(folder: Path, code: str) -> Path:
    """A PDF of one page that no other dossier has: its size carries the dossier's serial number."""
    path = folder / "giay-to-bo-sung.pdf"
    serial = int(re.sub(r"\D", "", code)[-4:] or 0)
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(400 + serial % 200, 600)
    try:
        pdf.save(path)
    finally:
        pdf.close()
    return path
