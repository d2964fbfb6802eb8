"""The page of all criteria: every row decided, every decided row provable, and the page in docs/ not stale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.catalog import load
from harness.cli import main
from harness.cli.criteria_command import PAGE, rows_of
from harness.reporting.criteria_page import Row, counts, page

ROOT = Path(__file__).parents[2]
RULESET = load(ROOT).rulesets["toan-trinh"]


@pytest.fixture(scope="module")
def found() -> tuple[Row, ...]:
    return rows_of(ROOT, RULESET)


def test_the_page_is_not_stale(found: tuple[Row, ...]) -> None:
    assert (ROOT / PAGE).read_text("utf-8") == page(found, RULESET.groups), "chạy: make criteria"


def test_every_criterion_is_decided_once(found: tuple[Row, ...]) -> None:
    assert sorted(row.id for row in found) == sorted(c.id for c in RULESET.criteria)
    assert sum(counts(found).values()) == 223


def test_every_state_has_what_it_needs(found: tuple[Row, ...]) -> None:
    for row in found:
        needed = {
            "automated": bool(row.journeys and row.faults),
            "lint": bool(row.journeys and row.proof),
            "review": bool(row.journeys and row.reason.endswith((".", "?")) and row.proof),
            "not-testable": bool(row.reason and not row.faults),
        }
        assert needed[row.state], row
        assert not row.proof or row.id in (ROOT / row.proof).read_text("utf-8") or row.state == "review", row


def test_the_page_marks_what_was_not_compared_with_the_original(found: tuple[Row, ...]) -> None:
    told = page(found, RULESET.groups)
    assert told.count("(chưa đối chiếu bản gốc)") == sum(not row.original_text_checked for row in found)


def test_the_command_tells_in_json_and_sees_a_stale_page(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["criteria", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(told["counts"].values()) == 223
    assert {row["state"] for row in told["criteria"]} <= {"automated", "lint", "review", "not-testable"}
    monkeypatch.setattr("harness.cli.criteria_command.PAGE", "docs/kill-matrix.md")
    assert main(["criteria", "--check"]) == 1
    assert "make criteria" in capsys.readouterr().out
