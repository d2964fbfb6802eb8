"""``verdict.json`` of many runs at once: only what lists show, typed, in a tenth of the time and memory."""

from __future__ import annotations

from pathlib import Path

import msgspec

from harness.model import Decision, State
from harness.verdict.record import UnreadableRunError
from harness.verdict.verdict_file import VERDICT


class FindingRow(msgspec.Struct, gc=False):
    criterion: str
    state: State
    seen: str = ""
    files: tuple[str, ...] = ()
    journey: str = ""
    extra: dict[str, str] | None = None


class CriterionRow(msgspec.Struct):
    id: str
    group: str
    title_vi: str
    severity: str
    legal_basis: str
    original_text_checked: bool


class ServiceRow(msgspec.Struct):
    service: str
    name: str
    field: str
    field_name: str
    agency: str
    decision: Decision
    reasons: list[str]
    findings: list[FindingRow]


class RulesetRow(msgspec.Struct):
    id: str
    title: str
    version: str
    groups: dict[str, str]


class Outline(msgspec.Struct):
    """One run: what it asked, what it found, without the words that only its own report shows."""

    run: str
    ruleset: RulesetRow
    started: str
    ended: str
    complete: bool
    filtered: bool
    selected: list[str]
    services: list[ServiceRow]
    criteria: list[CriterionRow]


_DECODER = msgspec.json.Decoder(Outline)


def read_outline(folder: Path) -> Outline:
    """Raises UnreadableRunError with a sentence; what it does not read it does not check."""
    path = folder / VERDICT
    try:
        return _DECODER.decode(path.read_bytes())
    except FileNotFoundError:
        raise UnreadableRunError(f"{folder} chưa có {VERDICT}; hãy chạy: kiemthu judge {folder}") from None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as wrong:
        raise UnreadableRunError(f"{path} không đúng khuôn dạng: {wrong}") from wrong
