"""What a stranger may have put into findings.json: a sentence, never a stack trace, never a whole run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.verdict.record import UnreadableRunError, read_run

ROW = {"criterion": "L4-PAY-03", "service": "2.000635", "state": "pass"}
SOUND: dict[str, Any] = {
    "schema": 1, "services": ["2.000635"], "criteria": ["L4-PAY-03"], "filtered": False, "complete": True,
    "started": "2026-11-22T23:10:05+07:00", "findings": [ROW],
}  # fmt: skip


def left(folder: Path, content: Any) -> Path:
    (folder / "findings.json").write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return folder


def test_a_sound_run_is_read(tmp_path: Path) -> None:
    run = read_run(left(tmp_path, SOUND))
    assert [f.criterion for f in run.findings] == ["L4-PAY-03"]
    assert run.selection.complete
    assert run.shard is None


STRANGE: dict[str, Callable[[], Any]] = {
    "cut": lambda: json.dumps(SOUND)[:-9],
    "a list": lambda: [SOUND],
    "a finding": lambda: {**ROW},
    "no findings": lambda: {k: v for k, v in SOUND.items() if k != "findings"},
    "findings are words": lambda: {**SOUND, "findings": ["đạt"]},
    "finding without state": lambda: {**SOUND, "findings": [{"criterion": "L4-PAY-03", "service": "2.000635"}]},
    "unknown state": lambda: {**SOUND, "findings": [{**ROW, "state": "great"}]},
    "state is a number": lambda: {**SOUND, "findings": [{**ROW, "state": 1}]},
    "criterion is a list": lambda: {**SOUND, "findings": [{**ROW, "criterion": []}]},
    "extra is null": lambda: {**SOUND, "findings": [{**ROW, "extra": None}]},
    "shard is a word": lambda: {**SOUND, "shard": "1/3"},
    "shard beyond its number": lambda: {**SOUND, "shard": {"index": 4, "of": 3, "planned": []}},
    "nested without end": lambda: '{"services": ' + "[" * 200_000,
    "newer": lambda: {**SOUND, "schema": 2, "findings": [{**ROW, "state": "a-new-one"}]},
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableRunError) as told:
        read_run(left(tmp_path, STRANGE[name]()))
    assert "findings.json" in str(told.value)
    assert ("mới hơn" in str(told.value)) == (name == "newer")


@pytest.mark.parametrize("said", ["true", "false", 1, None, "no"])
def test_only_a_plain_true_is_complete_and_only_a_plain_false_is_unfiltered(tmp_path: Path, said: object) -> None:
    selection = read_run(left(tmp_path, {**SOUND, "complete": said, "filtered": said})).selection
    assert not selection.complete
    assert selection.filtered
