"""Every prepared run gets its exit code and its sentence, through the command line as a pipeline calls it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from harness.catalog import Catalog
from harness.cli import main, screen
from tests.gate.cases import CASES, Case
from tests.gate.page import JSON_PAGE, PAGE, as_json, as_page
from tests.gate.place import ROOT, Place
from tests.reporting.prepared import RULESET, SERVICES

Told = Callable[..., tuple[int, str]]
_BOTH = [json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8")) for name in ("gate", "verdict")]
_REGISTRY: Registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in _BOTH)
SCHEMA = jsonschema.Draft202012Validator(_BOTH[0], registry=_REGISTRY)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    root = tmp_path / "du-an"
    for folder in ("features", "catalog/policies", "catalog/waivers", "reports/runs"):
        (root / folder).mkdir(parents=True)
    shutil.copy(ROOT / "catalog/policies/default.yaml", root / "catalog/policies")
    catalog = Catalog(
        root,
        {s.code: s for s in SERVICES},
        {},
        {},
        {r: replace(RULESET, id=r) for r in ("toan-trinh", "muc-do-4")},
        {},
        {},
    )
    monkeypatch.setattr("harness.cli.gate_command.load", lambda _root: catalog)
    monkeypatch.chdir(root)
    monkeypatch.setattr(screen.output, "_width", 400)
    monkeypatch.setattr(screen.errors, "_width", 400)
    return Place(root)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def run(*words: str | Path) -> tuple[int, str]:
        code = main(["gate", *map(str, words)])
        seen = capsys.readouterr()
        return code, seen.out + seen.err

    return run


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_prepared_run_gets_its_code_and_its_sentence(case: Case, place: Place, told: Told) -> None:
    target = place.root / "quyet-dinh.json"
    code, text = told(*case.prepare(place), "--format", "json", "--out", target, "--format", "table")
    assert code == case.code, text
    assert case.says in text, text
    assert ("Cả đợt:  ĐƯỢC CÔNG BỐ" in text) == (case.code == 0)
    if target.is_file():  # else there was nothing that could be read
        answer = json.loads(target.read_text("utf-8"))
        SCHEMA.validate(answer)
        assert answer["exit_code"] == case.code
        assert (answer["release"]["decision"] == "publish") == (case.code == 0)
    else:
        assert code in {2, 7}


def test_case_names_are_their_own() -> None:
    assert len({case.id for case in CASES}) == len(CASES) >= 30


def test_the_published_table_is_this_one() -> None:
    """Mended by ``python -m tests.gate``."""
    assert JSON_PAGE.read_text("utf-8") == as_json(CASES)
    assert PAGE.read_text("utf-8") == as_page(CASES)
