"""What pipelines read: well formed, pointing at the scenario, and no portal's text breaks out of it."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console

from harness.catalog.gherkin import criteria_places
from harness.model import DEMO_SIGNED, Finding, State, Waiver
from harness.reporting.formats import WRITERS
from harness.reporting.formats.terminal import print_gate
from harness.verdict.fingerprint import fingerprint
from harness.verdict.gate_file import gate_answer
from harness.verdict.proof import OWN
from harness.verdict.ruling import Terms, rule
from tests.reporting.prepared import RULESET, SERVICES, findings, record

ROOT = Path(__file__).parents[2]
PLACES = criteria_places(ROOT)
EVIL = "a%0A::error::xin chào\n::set-output name=x::1 | <img src=x onerror=1> @all `x` \x00\x1b[31m ]]> & [a](http://x)"
CONTRAST = Finding("L4-ACC-01", "1.004194", State.FAIL, seen="tương phản 2,1:1")


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A failure, a blank, a warning, a waived failure, and a failure whose text comes from a hostile portal."""
    evil = Finding("L4-INF-01", "1.009141", State.FAIL, seen=EVIL, journey="complete")
    special = {(f.service, f.criterion): f for f in (CONTRAST, evil)}
    found = [special.get((f.service, f.criterion), f) for f in findings()]
    run = record(tmp_path_factory.mktemp("run"), found)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    today = now.date()
    covering = Waiver(
        "tuong-phan", CONTRAST.criterion, CONTRAST.service, fingerprint(CONTRAST), "mẫu chung của tỉnh", "Trần Văn A",
        "Lê Thị B", "https://example.vn/1", today - timedelta(days=1), today + timedelta(days=9), 1,
    )  # fmt: skip
    ruling = rule([run], RULESET, SERVICES, Terms(now, waivers=(covering,), proofs={run.id: OWN}))
    return gate_answer(ruling, RULESET, SERVICES)


@pytest.mark.parametrize("name", WRITERS)
def test_a_waived_failure_and_its_approver_are_in_every_layout(answer: dict[str, Any], name: str) -> None:
    text = WRITERS[name](answer, PLACES)
    assert "L4-ACC-01" in text
    if name != "gitlab":  # has no room for more than the finding
        assert "Lê Thị B" in text


def test_sarif_points_at_the_scenario_and_says_what_only_a_failure_may(answer: dict[str, Any]) -> None:
    log = json.loads(WRITERS["sarif"](answer, PLACES))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = [location["physicalLocation"] for location in result["locations"]]
        path, line = ROOT / place["artifactLocation"]["uri"], place["region"]["startLine"]
        assert result["ruleId"] in path.read_text("utf-8")
        if path.suffix == ".feature":
            assert "Tình huống" in path.read_text("utf-8").splitlines()[line - 1]
        assert result["message"]["text"]
        assert result["partialFingerprints"]["kiemthu/v1"]
        assert (result["level"] == "none") == (result["kind"] != "fail")  # SARIF 2.1.0, 3.27.9 and 3.27.10
    states = {r["properties"]["state"]: r for r in run["results"]}
    assert states["waived"]["suppressions"][0]["status"] == "accepted"
    assert states["fail"]["level"] == "error"
    assert states["fail"]["suppressions"] == []
    assert states["blocked"]["kind"] == "open"
    assert run["invocations"][0]["exitCode"] == 1


def test_junit_counts_what_it_holds_and_a_blank_is_no_pass(answer: dict[str, Any]) -> None:
    root = ET.fromstring(WRITERS["junit"](answer, PLACES))
    suites = root.findall("testsuite")
    assert len(suites) == len(SERVICES)
    for tag, name in (("testcase", "tests"), ("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert int(root.get(name, "-1")) == len(root.findall(f".//{tag}"))
    expected = sum(len(s["passed"]) + len(s["exempt"]) + len(s["findings"]) for s in answer["services"])
    assert int(root.get("tests", "0")) == expected
    assert [e.get("type") for e in root.iter("error")] == ["blocked"]


def test_junit_alone_shows_what_stands_against_the_release(answer: dict[str, Any]) -> None:
    concerned = {**answer, "services": [], "concerns": [{"exit_code": 7, "sentence": "thiếu phần 2/3"}]}
    root = ET.fromstring(WRITERS["junit"](concerned, PLACES))
    assert root.get("errors") == "1"
    nothing = ET.fromstring(WRITERS["junit"]({**answer, "services": [], "concerns": []}, PLACES))
    assert int(nothing.get("errors", "0")) > 0


def test_github_annotations_are_one_line_each_and_no_command_slips_in(answer: dict[str, Any]) -> None:
    lines = WRITERS["github"](answer, PLACES).splitlines()
    open_ones = sum(len(s["findings"]) for s in answer["services"])
    assert len(lines) == 1 + len(answer["concerns"]) + open_ones
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    (evil,) = [line for line in lines if "xin chào" in line]
    assert "%250A::error::" in evil
    assert evil.count("line=") == 1


def test_gitlab_rows_have_all_that_gitlab_demands_and_fingerprints_of_their_own(answer: dict[str, Any]) -> None:
    rows = json.loads(WRITERS["gitlab"](answer, PLACES))
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1
    assert len({row["fingerprint"] for row in rows}) == len(rows)


def test_markdown_keeps_a_portals_words_as_words(answer: dict[str, Any]) -> None:
    text = WRITERS["markdown"](answer, PLACES)
    assert text.startswith("## ⛔ Kiểm thử dịch vụ công: CHƯA CÔNG BỐ")
    assert "<img" not in text
    assert "@all" not in text
    assert "\\[a\\](http" in text
    table = [line for line in text.splitlines() if line.startswith("| 2.000635")]
    assert len(table) == 1


def test_markdown_of_very_many_findings_stays_a_comment(answer: dict[str, Any]) -> None:
    many = {**answer, "services": answer["services"] * 300}
    assert len(WRITERS["markdown"](many, PLACES)) < 60_000  # GitHub refuses comments beyond 65,536 characters


@pytest.mark.parametrize("demo", [True, False])
def test_who_reads_the_decision_reads_that_a_demo_key_signed(answer: dict[str, Any], *, demo: bool) -> None:
    (run,) = answer["runs"]
    told = {**answer, "runs": [{**run, "demo_key": demo}]}
    screen = Console(file=io.StringIO(), width=200)
    print_gate(screen, told)
    for text in (WRITERS["markdown"](told, PLACES), screen.file.getvalue()):  # type: ignore[attr-defined]
        assert (DEMO_SIGNED in text) is demo
