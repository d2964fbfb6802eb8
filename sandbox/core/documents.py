"""Sheets become PDF pages (A4, DejaVu Serif, text that can be selected and searched)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import segno
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from sandbox.core.sheets import Sheet
from sandbox.core.texts import day

FONTS = Path(__file__).parent.parent / "fonts"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@cache
def _styles() -> dict[str, ParagraphStyle]:
    """Fonts are registered once a process."""
    pdfmetrics.registerFont(TTFont("Serif", str(FONTS / "DejaVuSerif.ttf")))
    pdfmetrics.registerFont(TTFont("Serif-Bold", str(FONTS / "DejaVuSerif-Bold.ttf")))
    plain = ParagraphStyle("plain", fontName="Serif", fontSize=10.5, leading=15)
    bold = ParagraphStyle("bold", parent=plain, fontName="Serif-Bold")
    return {
        "plain": plain, "bold": bold,
        "centre": ParagraphStyle("centre", parent=plain, alignment=TA_CENTER),
        "heading": ParagraphStyle("heading", parent=bold, alignment=TA_CENTER, fontSize=9.5),
        "title": ParagraphStyle("title", parent=bold, fontSize=13, leading=20, alignment=TA_CENTER),
        "unit": ParagraphStyle("unit", parent=bold, alignment=TA_CENTER, fontSize=7.5, leading=12),
        "day": ParagraphStyle("day", parent=plain, alignment=TA_CENTER),
        "form": ParagraphStyle("form", parent=plain, fontSize=8.5, alignment=TA_RIGHT),
        "closing": ParagraphStyle("closing", parent=plain, leftIndent=6),
    }


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), _styles()[style])


def _draw_qr(canvas: Canvas, text: str) -> None:
    """At the top left of the page (TT 01/2023 Đ26), 28 mm wide."""
    modules = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    size = 28 * mm / len(modules)
    left, top = 12 * mm, A4[1] - 8 * mm
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                canvas.rect(left + x * size, top - (y + 1) * size, size, size, stroke=0, fill=1)


def render(sheet: Sheet) -> bytes:
    """The unsigned PDF of a sheet."""
    out = io.BytesIO()
    page = SimpleDocTemplate(out, pagesize=A4, topMargin=(40 if sheet.codes else 18) * mm, title=sheet.title,
                             author=sheet.agency, lang="vi-VN", leftMargin=20 * mm, rightMargin=20 * mm)
    number = [_text(f"Số: {sheet.number}", "centre")] if sheet.number else []
    rule = Table([["", "", ""]], colWidths=[24 * mm, 42 * mm, 24 * mm], rowHeights=[2 * mm])
    rule.setStyle(TableStyle([("LINEABOVE", (1, 0), (1, 0), 0.6, "black")]))
    unit = [_text(sheet.unit.upper(), "unit")] if sheet.unit else []
    head = Table([[[_text(sheet.agency.upper(), "heading"), *unit, *number],
                   [_text(NATION, "heading"), _text(MOTTO, "heading"), rule]]], colWidths=[76 * mm, 94 * mm])
    head.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
    rows = Table([[_text(label + ":", "plain"), _text(value, "bold")] for label, value in sheet.rows],
                 colWidths=[62 * mm, 108 * mm])
    rows.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]))
    signing = [*([_text(f"Ngày {day(sheet.at)}", "day")] if sheet.at else []),
               *([_text(f"Ký số bởi: {sheet.signed_by}", "heading")] if sheet.signed_by else [])]  # fmt: skip
    story = [
        *([_text(sheet.form, "form"), Spacer(1, 2 * mm)] if sheet.form else []),
        head, Spacer(1, 8 * mm), _text(sheet.title, "title"), Spacer(1, 5 * mm), rows,
        *([Spacer(1, 3 * mm), _text(sheet.closing, "closing")] if sheet.closing else []), Spacer(1, 8 * mm),
        *([Table([["", signing]], colWidths=[85 * mm, 85 * mm])] if signing else []),
        Spacer(1, 10 * mm), _text("Văn bản thử nghiệm, không có giá trị pháp lý.", "centre"),
    ]

    def first(canvas: Canvas, _document: SimpleDocTemplate) -> None:
        if sheet.codes:
            _draw_qr(canvas, sheet.codes)

    page.build(story, onFirstPage=first)
    return out.getvalue()


def stamp(lines: Sequence[str]) -> bytes:
    """One small page in red, framed: what a signature shows (NĐ 30/2020 PL I)."""
    _styles()  # registers the fonts
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(240, 50))
    canvas.setStrokeColorRGB(0.75, 0.05, 0.05)
    canvas.setFillColorRGB(0.75, 0.05, 0.05)
    canvas.rect(1, 1, 238, 48)
    for index, line in enumerate(lines):
        size = min(9.0, 9.0 * 228 / max(pdfmetrics.stringWidth(line, "Serif", 9), 1))
        canvas.setFont("Serif", size)
        canvas.drawString(6, 31 - 17 * index, line)
    canvas.save()
    return out.getvalue()
