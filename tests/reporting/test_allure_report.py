"""What our hand adds to Allure's report: history without a server, waivers, the fold of large runs, no calls home."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.model import DEMO_KEY, DEMO_SIGNED, State
from harness.reporting import allure_folding
from harness.reporting.allure_finish import finish
from harness.reporting.allure_folding import folded
from harness.reporting.allure_history import HISTORY, before, keep, points
from harness.reporting.allure_html import about
from harness.reporting.allure_notes import MINUTES, annotate
from harness.reporting.allure_titles import judged
from tests.reporting import allure_results
from tests.reporting.prepared import OVERPAID, RENAMED, seal

ENDED = {"mot": "2026-11-20T10:00:00+07:00", "hai": "2026-11-21T10:00:00+07:00", "ba": "2026-11-22T10:00:00+07:00"}


def built(folder: Path, run: str) -> Path:
    """As Allure leaves it: the lines it was given, then its own with the hour of the building."""
    made = folder / f"made-{run}"
    made.write_text(
        before(folder / HISTORY, run, ENDED[run]) + json.dumps({"name": "x", "timestamp": 9e15, "run": run})
    )
    return made


def test_runs_are_kept_in_the_order_they_ended_whatever_order_they_are_built_in(tmp_path: Path) -> None:
    for run in ("ba", "mot", "hai", "ba"):
        keep(tmp_path / HISTORY, built(tmp_path, run), run, ENDED[run])
    assert [p["name"] for p in points(tmp_path / HISTORY)] == ["mot", "hai", "ba"]


def test_a_run_looks_back_only_on_what_came_before_it(tmp_path: Path) -> None:
    for run, ended in ENDED.items():
        keep(tmp_path / HISTORY, built(tmp_path, run), run, ended)
    seen = before(tmp_path / HISTORY, "hai", ENDED["hai"])
    assert [json.loads(line)["name"] for line in seen.splitlines()] == ["mot"]


def test_a_line_cut_off_by_a_crash_costs_only_that_run(tmp_path: Path) -> None:
    keep(tmp_path / HISTORY, built(tmp_path, "mot"), "mot", ENDED["mot"])
    with (tmp_path / HISTORY).open("a") as file:
        file.write('{"name": "hai", "timest')
    keep(tmp_path / HISTORY, built(tmp_path, "ba"), "ba", ENDED["ba"])
    assert [p["name"] for p in points(tmp_path / HISTORY)] == ["mot", "ba"]


def result(folder: Path, status: str) -> tuple[Path, dict[str, Any]]:
    for path in sorted((folder / "allure-results").glob("*-result.json")):
        row = json.loads(path.read_text("utf-8"))
        if row["status"] == status:
            return path, row
    raise AssertionError(status)


def test_a_waived_failure_is_a_known_one_and_says_by_whom(tmp_path: Path) -> None:
    answer = allure_results.prepare(tmp_path, 12, 60)
    path, row = result(tmp_path, "failed")
    criterion = next(one["value"] for one in row["labels"] if one["name"] == "criterion")
    service = row["parameters"][0]["value"]
    told = {"waiver": "mau.yaml", "waiver_reason": "chờ bản vá", "waiver_owner": "ông A", "waiver_approver": "bà B",
            "waiver_end": "2026-12-30", "waiver_issue": "https://example.vn/1"}  # fmt: skip
    finding = next(
        f for s in answer["services"] for f in s["findings"] if (s["service"], f["criterion"]) == (service, criterion)
    )
    finding |= {"state": "waived", "extra": told}
    for _ in range(2):  # again changes nothing
        annotate(tmp_path, tmp_path / "allure-results", answer)
        details = json.loads(path.read_text("utf-8"))["statusDetails"]
        assert details["known"] is True
        assert details["message"].count("Được miễn trừ: chờ bản vá (ông A chịu trách nhiệm, bà B duyệt") == 1


def test_a_result_leads_to_the_minutes_once_they_are_there(tmp_path: Path) -> None:
    answer = allure_results.prepare(tmp_path, 2, 24)
    annotate(tmp_path, tmp_path / "allure-results", answer)
    path, row = result(tmp_path, "passed")
    assert row["links"] == []
    service = row["parameters"][0]["value"]
    (tmp_path / "bien-ban").mkdir()
    (tmp_path / "bien-ban" / f"{service}.pdf").write_bytes(b"%PDF")
    annotate(tmp_path, tmp_path / "allure-results", answer)
    (link,) = json.loads(path.read_text("utf-8"))["links"]
    assert (link["name"], link["url"]) == (MINUTES, f"../bien-ban/{service}.pdf")


def test_a_large_run_is_folded_by_service_and_every_message_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allure_results.prepare(tmp_path / "run", 12, 60)
    results, few = tmp_path / "run" / "allure-results", tmp_path / "few"
    assert not folded(results, few)
    monkeypatch.setattr(allure_folding, "ABOVE", 100)
    assert folded(results, few)
    whole = [json.loads(p.read_text("utf-8")) for p in results.glob("*-result.json")]
    kept = [json.loads(p.read_text("utf-8")) for p in few.glob("*-result.json")]
    told = "\n".join(r["statusDetails"]["message"] for r in kept if r["status"] in {"failed", "broken"})
    loud = [r["statusDetails"]["message"] for r in whole if r["status"] in {"failed", "broken"}]
    assert loud
    assert all(message in told for message in loud)
    lines = sum(len(r["description"].splitlines()) for r in kept if r["status"] == "passed")
    assert lines == sum(r["status"] == "passed" for r in whole)
    assert {r["parameters"][0]["value"] for r in kept} == {r["parameters"][0]["value"] for r in whole}
    assert len(kept) < len(whole) / 3
    assert (few / "environment.properties").is_file()


def test_the_page_tells_nobody_that_it_was_opened(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<html dir="ltr" lang="en"><head></head><body><script>window.a = 1;</script>\n'
        '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>\n'
        "<script>\nfunction gtag(){dataLayer.push(arguments);}\ngtag('config', 'G-1', {});\n</script>"
        "<script>window.b = 2;</script></body></html>"
    )
    finish(page)
    html = page.read_text("utf-8")
    assert "google" not in html
    assert "gtag" not in html
    assert "window.a = 1" in html
    assert "window.b = 2" in html
    assert 'lang="vi"' in html
    assert "Content-Security-Policy" in html


def test_a_report_of_hundreds_opens_with_its_fields_folded_and_a_small_one_does_not(tmp_path: Path) -> None:
    tree = base64.b64encode(json.dumps({"root": {"groups": ["nhanh-</script>"]}}).encode()).decode()
    for large in (True, False):
        page = tmp_path / "index.html"
        page.write_text(f'<html><head></head><script>d("widgets/tree.json","{tree}")</script></html>')
        finish(page, folded=large)
        html = page.read_text("utf-8")
        assert ("nhanh-\\u003c/script>" in html) is large
        assert html.count("</script>") == html.count("<script>")


def test_what_a_demo_key_signed_says_so_at_the_top_and_at_every_criterion(tmp_path: Path) -> None:
    answer = allure_results.prepare(tmp_path, 2, 24)
    environment = tmp_path / "allure-results" / "environment.properties"
    seal(tmp_path, "demo-0123")
    for _ in range(2):  # again changes nothing
        annotate(tmp_path, tmp_path / "allure-results", answer)
        _, row = result(tmp_path, "passed")
        assert row["description"].count(DEMO_KEY) == 1
        assert environment.read_text("utf-8").count(DEMO_SIGNED) == 1
    assert about(tmp_path, answer, tmp_path / HISTORY, large=True)["variables"]["Chữ ký"] == DEMO_SIGNED
    seal(tmp_path, "0123")
    annotate(tmp_path, tmp_path / "allure-results", answer)
    assert DEMO_KEY not in result(tmp_path, "passed")[1]["description"]
    assert DEMO_KEY not in environment.read_text("utf-8")
    assert "Chữ ký" not in about(tmp_path, answer, tmp_path / HISTORY, large=True)["variables"]


def test_each_blank_goes_into_the_drawer_of_who_must_act() -> None:
    assert judged(RENAMED) == "cổng đã đổi"
    assert judged(replace(RENAMED, owner="cổng dịch vụ công")) == "chưa kiểm được"
    assert judged(replace(RENAMED, state=State.COMPROMISED)) == "bên thứ ba"
    assert judged(replace(RENAMED, state=State.REVIEW)) == "chờ người xét"
    assert judged(replace(RENAMED, state=State.ERROR)) == "lỗi bộ kiểm thử"
    assert judged(OVERPAID) == "không đạt"
