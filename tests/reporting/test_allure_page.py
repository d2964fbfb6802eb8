"""A report that Allure really built, opened from disk in a real browser. Without Node.js this fails and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from harness.portal.audit import violations
from harness.reporting.allure_html import build_allure
from tests.reporting import allure_results
from tests.reporting.prepared import seal
from tests.reporting.viewing import Look, fonts, look_at

ROOT = Path(__file__).parents[2]
# Allure writes to itself when a result opens, and a file has no origin to write to: its own, and harmless.
OWN_NOISE = "Failed to execute 'postMessage' on 'DOMWindow'"


async def read(page: Page) -> dict[str, object]:
    """The tree of fields, services and criteria; then one criterion."""
    await page.get_by_test_id("tree-leaf").last.wait_for()
    said: dict[str, object] = {"unfit": await violations(page)}
    said["fonts"] = await fonts(page, "[data-testid=tree-section-title], [data-testid=tree-leaf-title]")
    said["tree"] = await page.locator("body").inner_text()
    await page.get_by_test_id("tree-leaf").last.click()
    await expect(page.get_by_role("button", name="Kết quả sau")).to_be_visible()
    said["arrows"] = await page.get_by_role("button", name="Mở hoặc gập «").count()
    said["criterion"] = await page.frame_locator("iframe").get_by_text("Bằng chứng").inner_text()
    return said


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    run = tmp_path_factory.mktemp("allure") / "luot-thu"
    answer = allure_results.prepare(run, 2, 24)
    seal(run, "demo-0123")
    built = build_allure(run, ROOT / "reports", answer, print, history=run.parent / "lich-su.jsonl")
    if built.page is None:
        pytest.fail(f"không dựng được báo cáo Allure để nhìn: {built.reason}")
    return look_at({"allure": (built.page, read)})["allure"]


def test_it_is_quiet_and_asks_for_nothing_outside_itself(look: Look) -> None:
    assert [text for text in look.complaints if not text.startswith(OWN_NOISE)] == []
    assert [address for address in look.outside if not address.startswith(("data:", "blob:"))] == []


def test_it_is_open_to_everyone_its_bare_icons_named(look: Look) -> None:
    assert look.unfit == []
    assert look.answer["unfit"] == []
    assert look.answer["arrows"] > 0


def test_vietnamese_letters_come_from_the_same_font_as_the_others(look: Look) -> None:
    assert len(look.answer["fonts"]) == 1, look.answer["fonts"]


def test_fields_services_and_criteria_are_told_and_whose_key_signed(look: Look) -> None:
    assert "Hộ tịch" in look.answer["tree"] or "Cư trú" in look.answer["tree"]
    assert "ký bằng khóa dùng thử" in look.answer["tree"]
    assert "Bằng chứng ký bằng khóa dùng thử" in look.answer["criterion"]
