"""The form engine fills one form in eight component libraries: the same pairs in, the same JSON out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from harness.model import Blocked
from harness.portal.forms import FieldRecord, Filling
from harness.portal.forms.compare import parts_of
from harness.portal.forms.fill import fill
from harness.portal.parsers import flag, fold
from harness.portal.waiting import Patience
from harness.portal.window import Window
from tests.portal.conftest import Loop, Notebook
from tests.widgets.values import FIELDS, SENT, WANTED

LIBRARIES = {
    "native": "HTML", "bootstrap": "Bootstrap 5 + select2 + jQuery UI", "vuetify": "Vuetify 3", "antd": "Ant Design",
    "element": "Element Plus", "angular": "Angular Material", "formio": "Form.io",
    "flatpickr": "flatpickr + Tom Select",
}  # fmt: skip
BENCH = Path(__file__).parents[2] / "docs/bench/widgets.json"
Row = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def matrix() -> Iterator[dict[str, Row]]:
    """Library → field → what happened; written to docs/bench when KIEMTHU_BENCH is set and the whole matrix was run."""
    rows: dict[str, Row] = {}
    yield rows
    if set(rows) == set(LIBRARIES) and os.environ.get("KIEMTHU_BENCH"):
        BENCH.parent.mkdir(parents=True, exist_ok=True)
        table = {name: {"library": title, "fields": rows[name]} for name, title in LIBRARIES.items()}
        BENCH.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_same_pairs_give_the_same_json(library: str, pages: str, loop: Loop, browser: Browser,
                                           matrix: dict[str, Row]) -> None:
    sent, filling, trouble = loop.run(_filled(browser, f"{pages}/{library}.html"))
    records = {record.label: record for record in filling.records}
    matrix[library] = {field: _row(field, sent, records.get(FIELDS[field][1])) for field in FIELDS}
    assert sent == SENT, trouble
    assert not trouble
    for field, (_section, label, value, _sent) in FIELDS.items():
        assert _as_shown(field, records[label].read_back) == _as_shown(field, value)


async def _filled(browser: Browser, url: str) -> tuple[dict[str, Any], Filling, str]:
    window = await Window.open(browser, url, None, Notebook(), Patience(settle=3, click=2))
    try:
        await window.page.goto(url)
        await window.page.wait_for_function("() => window.submission", timeout=30_000)
        filling, trouble = Filling(), ""
        try:
            await fill(window, WANTED, into=filling)
        except Blocked as blocked:
            trouble = blocked.sentence
        return await window.page.evaluate("() => window.submission()"), filling, trouble
    finally:
        await window.close()


def _row(field: str, sent: dict[str, Any], record: FieldRecord | None) -> dict[str, Any]:
    right = sent.get(field) == SENT[field]
    if record is None:
        return {"kind": "", "rung": "", "way": "", "ok": False, "ms": 0}
    return {"kind": record.kind, "rung": record.rung, "way": record.way, "ok": right, "ms": round(record.spent * 1000)}


def _as_shown(field: str, text: str) -> object:
    """What a person would call the same: digits of a masked number, entries of a list in any order."""
    if isinstance(SENT[field], bool):
        return flag(text)
    if isinstance(SENT[field], int) or text.replace(" ", "").isdigit():
        return "".join(filter(str.isdigit, text))
    if isinstance(SENT[field], list):
        return sorted(parts_of(text))
    return fold(text)[:5] if field == "birth_time" else fold(text)
