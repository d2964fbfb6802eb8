"""PDF files by their bytes: do they open, what do they say. pypdfium2 reads them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pypdfium2
from pypdfium2 import raw

from harness.checks.judges.wording import plain

_WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")
_HIDDEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW | raw.FPDF_ANNOT_FLAG_INVISIBLE
_LEAST_SIDE = 20.0  # points: a smaller mark cannot be read
_SNIFFED = 1024  # bytes; PDF 1.7 implementation note: the header stands within the first 1024


@dataclass(frozen=True, slots=True)
class Pdf:
    """What could be read of a file. ``problem`` is a Vietnamese clause, empty when the file is a sound PDF."""

    problem: str
    text: str = ""  # NFC, single blanks
    pages: int = 0
    pictures: int = 0


@lru_cache(maxsize=64)
def read(content: bytes) -> Pdf:
    """Never raises: a file that cannot be read says why in ``problem``."""
    found = _not_a_pdf(content)
    if found:
        return Pdf(found)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as wrong:
        return Pdf(
            "tệp PDF bị khóa bằng mật khẩu" if "password" in str(wrong).lower() else "tệp PDF hỏng, không mở được"
        )
    try:
        return _read(document)
    except pypdfium2.PdfiumError:
        return Pdf("tệp PDF hỏng, không đọc được trang", pages=len(document))
    finally:
        document.close()


def signature_marks(content: bytes) -> list[str]:
    """What each signature that shows on a page says there; empty when none shows."""
    if _not_a_pdf(content):
        return []
    try:
        document = pypdfium2.PdfDocument(content)
        document.init_forms()
        return [text for number in range(len(document)) for text in _marks(document, number)]
    except pypdfium2.PdfiumError:
        return []


def _marks(document: pypdfium2.PdfDocument, number: int) -> list[str]:
    """The text inside the box of each signature field, once appearances have become part of the page (in memory)."""
    page = document[number]
    boxes = [box for index in range(raw.FPDFPage_GetAnnotCount(page)) if (box := _box(page, index))]
    if not boxes:
        return []
    page.flatten()
    page.close()
    layer = document[number].get_textpage()
    return [plain(layer.get_text_bounded(*box)) for box in boxes]


def _box(page: pypdfium2.PdfPage, index: int) -> tuple[float, float, float, float] | None:
    """Of a signature field that has an appearance and a size that can be read."""
    mark = raw.FPDFPage_GetAnnot(page, index)
    try:
        rect = raw.FS_RECTF()
        signs = raw.FPDFAnnot_GetFormFieldType(page.formenv, mark) == raw.FPDF_FORMFIELD_SIGNATURE
        shows = raw.FPDFAnnot_HasKey(mark, b"AP") and not raw.FPDFAnnot_GetFlags(mark) & _HIDDEN
        if not (signs and shows and raw.FPDFAnnot_GetRect(mark, rect)):
            return None
        left, right = sorted((rect.left, rect.right))
        bottom, top = sorted((rect.bottom, rect.top))
        large = right - left > _LEAST_SIDE and top - bottom > _LEAST_SIDE
        return (left, bottom, right, top) if large else None
    finally:
        raw.FPDFPage_CloseAnnot(mark)


def _not_a_pdf(content: bytes) -> str:
    if not content:
        return "tệp rỗng (0 byte)"
    head = content[:_SNIFFED]
    if head.lstrip().lower().startswith(_WEB_PAGE):
        return "tệp là một trang web (HTML), không phải PDF"
    return "" if b"%PDF-" in head else "tệp không phải PDF"


def _read(document: pypdfium2.PdfDocument) -> Pdf:
    texts: list[str] = []
    pictures = 0
    for page in document:
        layer = page.get_textpage()
        texts.append(layer.get_text_bounded())
        pictures += sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        layer.close()
        page.close()
    text = plain(" ".join(texts))
    if not texts:
        return Pdf("tệp PDF không có trang nào")
    if not text and not pictures:
        return Pdf("tệp PDF chỉ có trang trắng", pages=len(texts))
    return Pdf("", text, len(texts), pictures)
