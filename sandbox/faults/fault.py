"""A seeded defect: one small class that overrides what the conforming portal decides."""

from __future__ import annotations

from typing import ClassVar

from sandbox.core.behaviour import Conforming


class Fault(Conforming):
    """`expects` names the criteria that must turn red on `service` when the fault is on."""

    id: ClassVar[str]
    title: ClassVar[str]
    citizen: ClassVar[str]  # what a citizen meets, in Vietnamese
    expects: ClassVar[frozenset[str]]
    service: ClassVar[str] = "2.000635"

    def after_heading(self, html: str, fragment: str, *, only: bool) -> str:
        """A fragment more below the page's title."""
        return self.replace(html, "</h1>", f"</h1>{fragment}", only=only)

    @staticmethod
    def replace(html: str, fragment: str, by: str, *, only: bool = True) -> str:
        """Exchanges a fragment of a rendered page; a fault whose fragment is gone is broken, and says so."""
        if not only:
            return html
        if fragment not in html:
            raise LookupError(f"trang không còn đoạn cần thay: {fragment!r}")
        return html.replace(fragment, by)
