"""Typst as this project uses it: a template of reports/templates, data as JSON, the fonts of reports/fonts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

REPORTS = Path(__file__).parents[2] / "reports"
TEMPLATES, FONTS = REPORTS / "templates", REPORTS / "fonts"


def compiler(template: str, data: Mapping[str, Any]) -> typst.Compiler:
    """Fonts of the machine are left out: a paper looks the same wherever it is set."""
    return typst.Compiler(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)]),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )


def set_pdf(press: typst.Compiler, *, timestamp: int | None = None) -> bytes:
    """One PDF file; ua-1 refuses a paper that a screen reader could not follow."""
    found = press.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    if not isinstance(found, bytes):  # several files only come from picture formats
        raise TypeError(f"a PDF was expected, not {type(found).__name__}")
    return found
