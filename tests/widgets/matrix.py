"""One page filled and what became of each field: the row of a library in docs/bench/widgets.json."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

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

BENCH = Path(__file__).parents[2] / "docs/bench/widgets.json"
Row = dict[str, dict[str, Any]]


def same_pairs_same_json(url: str, loop: Loop, browser: Browser) -> Row:
    """Fills the page; what it would send, and what is read back, must be what was given."""
    sent, filling, trouble = loop.run(_filled(browser, url))
    records = {record.label: record for record in filling.records}
    assert sent == SENT, trouble
    assert not trouble
    for field, (_section, label, value, _sent) in FIELDS.items():
        assert _as_shown(field, records[label].read_back) == _as_shown(field, value)
    return {field: _row(field, sent, records[FIELDS[field][1]]) for field in FIELDS}


def note(rows: dict[str, Row], titles: dict[str, str]) -> None:
    """Into docs/bench when KIEMTHU_BENCH is set and every library of the table was equal; others stay as they are."""
    if set(rows) != set(titles) or not os.environ.get("KIEMTHU_BENCH"):
        return
    held = json.loads(BENCH.read_text("utf-8")) if BENCH.is_file() else {}
    held |= {name: {"library": title, "fields": rows[name]} for name, title in titles.items()}
    BENCH.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


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


def _row(field: str, sent: dict[str, Any], record: FieldRecord) -> dict[str, Any]:
    right = sent.get(field) == SENT[field]
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
