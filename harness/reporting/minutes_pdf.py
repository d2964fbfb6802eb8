"""Sets the minutes with Typst: tagged PDF in Vietnamese, its own fonts, empty signature fields where people sign."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import segno
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from harness.reporting.minutes import Hand, minutes, qr_text
from harness.reporting.seal import seal_of
from harness.reporting.typesetting import compiler, set_pdf

PLACES = "<truong-ky>"
WIDTH, HEIGHT, PAGE_HEIGHT = 200.0, 80.0, 841.89  # points; the size of con-dau.typ, the height of A4


def minutes_pdf(folder: Path, answer: Mapping[str, Any], service: Mapping[str, Any], hand: Hand) -> bytes:
    """The unsigned paper of one service."""
    view = minutes(folder, answer, service, hand)
    code = io.BytesIO()
    segno.make(qr_text(answer, service, seal_of(folder)), error="m", micro=False).save(code, kind="svg", border=2)
    press = compiler("bien-ban.typ", view | {"qr": code.getvalue().decode()})
    # The day of the run, not of the printing.
    paper = set_pdf(press, timestamp=_stamp(answer["ended"]))
    return _with_fields(paper, json.loads(press.query(PLACES, field="value")))


def _with_fields(paper: bytes, places: list[Mapping[str, Any]]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(paper))
    for place in places:
        left, top = _points(place["x"]), PAGE_HEIGHT - _points(place["y"])
        box = (round(left), round(top - HEIGHT), round(left + WIDTH), round(top))
        append_signature_field(writer, SigFieldSpec(place["name"], on_page=place["page"] - 1, box=box))
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _points(length: str) -> float:
    return float(length.removesuffix("pt"))


def _stamp(iso: str) -> int | None:
    try:
        return int(datetime.fromisoformat(iso).timestamp())
    except ValueError:
        return None
