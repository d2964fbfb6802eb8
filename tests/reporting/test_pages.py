"""The pages as managers open them: from disk, in a real browser, on a desk and on a telephone."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from harness.attestation import attest
from harness.evidence.recorder import Recorder
from harness.model import Outcome, State
from harness.model.verification import DEMO_KEY
from harness.reporting.bundle import bundle
from harness.reporting.portfolio import Portfolio, read_runs, write_portfolio
from harness.reporting.statistics import statistics
from harness.reporting.statistics_files import write_page
from harness.reporting.statistics_view import sheets
from harness.reporting.summary import write_summary
from harness.verdict.outline import read_outline
from harness.verdict.verdict_file import write_verdict
from tests.attestation.runs import ROOT, finished
from tests.register.prepared import office
from tests.reporting import many
from tests.reporting.prepared import SERVICES, answer, seal, service
from tests.reporting.viewing import Act, Look, look_at

NOW, AGE = datetime(2026, 11, 22, 9, tzinfo=UTC), timedelta(days=30)
HOSTILE = '</script><img src=x onerror="document.title=1">'


async def search(page: Page) -> dict[str, Any]:
    """Types without diacritics, filters, opens a service, opens a group of it, then prints."""
    said: dict[str, Any] = {"drawn": await page.locator("#rows > tr").count()}
    await page.locator("#q").fill("dang ky tam tru")
    said["found"] = await page.locator("#count").inner_text()
    await page.locator("#q").fill("3.000001")
    await page.get_by_role("button", name="Đăng ký tạm trú (2)").click()
    said["drill"] = await page.locator(".drill").inner_text()
    said["links"] = await page.locator(".drill a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    await page.locator(".drill summary").filter(has_text="Thanh toán").click()
    await expect(page.locator(".drill details[open] li")).to_have_count(5)
    await page.locator("#q").fill("")
    await page.locator("#d").select_option("untested")
    said["untested"] = await page.locator("#rows").inner_text()
    await page.locator("#d").select_option("")
    await page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    said["printed"] = await page.locator("#rows > tr").count()
    return said


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Look]:
    folder = tmp_path_factory.mktemp("luot")
    pages: dict[str, tuple[Path, Act | None]] = {}
    for count in (1, 19):
        (folder / f"luot-{count}").mkdir()
        pages[f"summary-{count}"] = (
            write_summary(folder / f"luot-{count}", many.run(folder / f"luot-{count}", count)),
            None,
        )
    pages["summary-3"] = write_summary(folder, answer(folder)), None
    for name, count, ended in (("nay", 240, "2026-11-22T23:11:40+07:00"), ("truoc", 2, "2026-11-20T10:00:00+07:00")):
        (folder / name).mkdir()
        made = many.run(folder / name, count, ended=ended)
        made["services"][1]["findings"][0] |= {"seen": HOSTILE, "state": State.FAIL}
        write_verdict(folder / name, made)
    portfolio = Portfolio(folder / "danh-muc.html")
    (folder / "hong").mkdir()
    (folder / "hong" / "verdict.json").write_text("{")
    read_runs(portfolio, [folder / "nay", folder / "truoc", folder / "hong"], read_outline, strict=False)
    portfolio.untested([*SERVICES, service("9.000001", HOSTILE)])
    pages["portfolio"] = write_portfolio(portfolio), search
    known = [*SERVICES, *(service(f"3.{n:06}", f"Dịch vụ {n}") for n in range(9))]
    told = statistics(office(known, NOW), NOW.date(), max_age=AGE)
    pages["statistics"] = write_page(folder / "thong-ke.html", told, sheets(told)), None
    pages["bundle"] = bundled(folder / "goi"), find
    return look_at(pages)


def bundled(folder: Path) -> Path:
    """The reading page of a bundle, unpacked as a vendor unpacks it."""
    with zipfile.ZipFile(_packed(folder)) as archive:
        archive.extractall(folder / "mo")
    return folder / "mo" / "index.html"


def _packed(folder: Path) -> Path:
    run = finished(folder / "luot")
    code = SERVICES[0].code
    recorder = Recorder(run / code / "supplement", code, "supplement", portal="sandbox")
    recorder.page("submit", "http://localhost/nop", "- heading: Nộp hồ sơ", seen())
    recorder.exchange("GET", "http://localhost/", 200, "document")
    recorder.seal(Outcome.DONE)
    attest(run, ROOT, ())
    assert bundle(run, folder / "goi.zip").ok
    return folder / "goi.zip"


def seen() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (960, 600), (40, 90, 150)).save(out, "WEBP")
    return out.getvalue()


async def find(page: Page) -> dict[str, Any]:
    """Types without diacritics, filters, opens the evidence of a journey."""
    said: dict[str, Any] = {"all": await page.locator("#count").inner_text()}
    await page.locator("#q").fill("so tien phai tra")
    said["found"] = await page.locator("#count").inner_text()
    await page.locator("#q").fill("")
    await page.locator("details summary").filter(has_text="(1 hình").click()
    picture = page.get_by_role("img", name="trang đã xem").filter(visible=True)
    await expect(picture).to_have_js_property("naturalWidth", 960)
    said["text"] = await page.locator("main").inner_text()
    said["dead"] = [one for one in await page.locator("a").evaluate_all("all => all.map((a) => a.href)")
                    if not Path(unquote(urlsplit(one).path)).exists()]  # fmt: skip
    return said


PAGES = ["summary-1", "summary-3", "summary-19", "portfolio", "statistics", "bundle"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_whole_and_open_to_everyone(looks: dict[str, Look], name: str) -> None:
    look = looks[name]
    assert look.complaints == []
    assert look.outside == []
    assert look.unfit == []
    assert look.too_wide == []


@pytest.mark.parametrize("name", PAGES)
def test_vietnamese_letters_come_from_the_same_font_as_the_others(looks: dict[str, Look], name: str) -> None:
    text = {font for font in looks[name].fonts if "Mono" not in font}
    assert len(text) == 1, looks[name].fonts


def test_the_portfolio_is_searched_without_diacritics_and_opens_to_the_evidence(looks: dict[str, Look]) -> None:
    said = looks["portfolio"].answer
    assert said["drawn"] <= 200  # of 244: rows are drawn when they are scrolled to
    assert said["found"].endswith("trên 244 dịch vụ")
    assert int(said["found"].split()[0]) == 36  # every seventh of 240, and one profile that no run judged
    assert "Cần xử lý" in said["drill"]
    assert "Trước đó: 20/11/2026 10:00:00" in said["drill"]
    assert "nay/3.000001/complete/pages/011-pay.aria.txt" in said["links"]
    assert "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh" in said["untested"]
    assert said["printed"] == 244


def test_a_bundle_is_read_from_disk_with_all_that_it_links_to(looks: dict[str, Look]) -> None:
    said = looks["bundle"].answer
    assert said["all"].endswith(" tiêu chí")
    assert 0 < int(said["found"].split()[0]) < int(said["all"].split()[0])
    assert "Ký bằng khóa dùng thử" in said["text"]
    assert said["dead"] == []


def test_a_portals_words_stay_words(looks: dict[str, Look]) -> None:
    assert looks["portfolio"].title == "Danh mục dịch vụ công đã kiểm thử"
    assert HOSTILE in looks["portfolio"].answer["drill"]
    assert HOSTILE in looks["portfolio"].answer["untested"]


def test_the_portfolio_says_which_runs_a_demo_key_signed(tmp_path: Path) -> None:
    for name, key in (("thu", "demo-0123"), ("that", "so-tu-phap")):
        (tmp_path / name).mkdir()
        write_verdict(tmp_path / name, many.run(tmp_path / name, 1))
        seal(tmp_path / name, key)
    portfolio = Portfolio(tmp_path / "danh-muc.html")
    read_runs(portfolio, [tmp_path / "thu", tmp_path / "that"], read_outline, strict=True)
    assert [DEMO_KEY in row[0] for row in portfolio.runs.rows] == [True, False]
