"""Portals that do it another lawful way. None of them may turn a criterion red."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import datetime

from sandbox.core.behaviour import Conforming
from sandbox.core.models import Dossier
from sandbox.core.procedures import FormPage, Procedure, Section

ENGLISH = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mau Province Public Services</title></head>
<body><main><h1>Public services of Mau Province</h1>
<p>Apply online, pay and follow your application. Guidance in English; forms are in Vietnamese.</p>
<p><a href="/" lang="vi" hreflang="vi">Tiếng Việt</a></p></main></body></html>"""

WORDS = re.compile(r">[^<]+<")  # between two tags


class EnglishOffered(Conforming):
    """A link to English pages; the Vietnamese ones stay as they are."""

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        return (200, ENGLISH) if origin == "portal" and path == "/en" else super().answer(origin, path)

    def html(self, template: str, html: str) -> str:
        link = '<a class="button second small" href="/en" lang="en" hreflang="en">English</a>'
        return super().html(template, html).replace('<div class="who">', f'<div class="who">{link}', 1)


class SlowNetwork(Conforming):
    """Conforming; only the way there is long."""


class DistrictCodes(Conforming):
    """TT 01/2018 Đ19: the code names the receiving unit; numbers are drawn for several windows."""

    def dossier_code(self, day: datetime, serial: int) -> str:
        return f"000.25.36.H99-{day:%y%m%d}-{(serial * 37) % 9000 + 1000:04d}"


class PayAfterReception(Conforming):
    """The officer receives first; what is due is paid then."""

    def reception_obstacle(self, dossier: Dossier) -> str:  # noqa: ARG002 - as the conforming one
        return ""

    def payment_offered(self, dossier: Dossier) -> bool:
        return dossier.status != 1 and super().payment_offered(dossier)


class FieldsReordered(Conforming):
    def arranged(self, procedure: Procedure) -> Procedure:
        return replace(procedure, pages=tuple(_reversed(page) for page in super().arranged(procedure).pages))


def _reversed(page: FormPage) -> FormPage:
    sections = tuple(Section(one.title, one.fields[::-1]) for one in page.sections[::-1])
    return FormPage(page.title, sections)


class OnePageForm(Conforming):
    def arranged(self, procedure: Procedure) -> Procedure:
        pages = super().arranged(procedure).pages
        whole = FormPage(pages[0].title, tuple(section for page in pages for section in page.sections))
        return replace(procedure, pages=(whole,))


class DecomposedText(Conforming):
    """Words in decomposed Unicode: they look the same to a person. What is sent stays composed."""

    def html(self, template: str, html: str) -> str:
        return WORDS.sub(lambda found: unicodedata.normalize("NFD", found[0]), super().html(template, html))
