"""Allure results as people read them: a small suite is run in a process of its own and its files are read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FEATURE = """# language: vi
Tính năng: Thanh toán

  @L4-PAY-03
  Tình huống: Số tiền phải trả đúng mức phí
    Biết hồ sơ đã đi trọn quy trình
    Thì số tiền bằng mức phí
"""
TEST = """
from pathlib import Path
import pytest
from pytest_bdd import scenarios, given, then
from harness.model import Evidence, Outcome

scenarios("{feature}")

@pytest.fixture
def evidence():
    return Evidence("2.000635", "complete", "sandbox", Outcome.DONE, "", "", Path("{folder}"), "", "")

@given("hồ sơ đã đi trọn quy trình")
def _(evidence):
    pass

@then("số tiền bằng mức phí")
def _(evidence):
    assert False, "thu 20.000 đ"
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The suite is written where the service's file would be collected from: the node id names the service."""
    folder = tmp_path_factory.mktemp("suite")
    (folder / "pages").mkdir()
    for number in range(6):
        (folder / "pages" / f"0{number}-buoc.jpg").write_bytes(b"\xff\xd8")
    (folder / "journal.jsonl").write_text("{}\n")
    feature = folder / "thanh-toan.feature"
    feature.write_text(FEATURE, "utf-8")
    (folder / "test_pay.py").write_text(TEST.format(feature=feature, folder=folder), "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n  L4-PAY-03: x\n")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "harness.reporting.allure_titles",
         "-c", str(folder / "pytest.ini"),
         "--rootdir", str(folder),
         "--alluredir", str(folder / "run/allure-results"), str(folder / "test_pay.py")],
        cwd=Path(__file__).parents[2], check=False, capture_output=True,
    )  # fmt: skip
    return folder / "run" / "allure-results"


@pytest.fixture(scope="module")
def result(results: Path) -> dict[str, object]:
    (path,) = results.glob("*-result.json")
    return dict(json.loads(path.read_text("utf-8")))


def test_the_title_and_the_steps_are_the_scenario_in_vietnamese(result: dict) -> None:
    assert result["name"] == "Số tiền phải trả đúng mức phí"
    assert [s["name"] for s in result["steps"]] == ["Biết hồ sơ đã đi trọn quy trình", "Thì số tiền bằng mức phí"]
    assert [s["status"] for s in result["steps"]] == ["passed", "failed"]


def test_evidence_is_attached_to_the_step_that_failed(result: dict) -> None:
    names = [a["name"] for a in result["steps"][1]["attachments"]]
    assert names == [*(f"trọn quy trình: 0{n}-buoc" for n in (2, 3, 4, 5)), "trọn quy trình: nhật ký hành trình"]


def test_fixtures_and_paths_of_this_machine_are_not_shown(results: Path, result: dict) -> None:
    for path in results.glob("*-container.json"):
        container = json.loads(path.read_text("utf-8"))
        assert not container.get("befores")
        assert not container.get("afters")
    assert str(results.parents[1]) not in json.dumps(result)


def test_the_folder_says_what_the_run_was(results: Path) -> None:
    assert json.loads((results / "categories.json").read_text("utf-8"))[0]["name"] == "Dịch vụ không đạt tiêu chí"
    assert json.loads((results / "executor.json").read_text("utf-8"))["name"] == "kiemthu"
    assert "pytest-bdd = " in (results / "environment.properties").read_text("utf-8")
