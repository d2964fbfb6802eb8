"""The pictures of the README: ``python -m tests.pictures RUN``, from a run of the sandbox with a fault switched on."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from PIL import Image
from playwright.async_api import Browser, Page

from harness.catalog import load
from harness.portal import browser as browsers
from harness.reporting.allure_html import build_allure
from harness.reporting.defects import write_defects
from harness.reporting.minutes import Hand
from harness.reporting.minutes_pdf import minutes_pdf
from harness.reporting.portfolio import Portfolio, read_runs, write_portfolio
from harness.reporting.statistics import statistics
from harness.reporting.statistics_files import write_page
from harness.reporting.statistics_view import sheets
from harness.reporting.summary import write_summary
from harness.verdict.outline import read_outline
from harness.verdict.verdict_file import read_verdict
from tests.register.prepared import office
from tests.reporting.papers import pictures

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "images"
LIMIT = 200_000  # bytes of a picture
WIDTH, HEIGHT = 1280, 860
HAND = Hand(testers=("Nguyễn Thị Lan, Chuyên viên",), place="Mẫu", parent="Ủy ban nhân dân tỉnh Mẫu")
SHEET = """<!doctype html><html lang="vi"><meta charset="utf-8"><base href="{base}/"><style>
body {{ font: 15px/1.5 "Noto Sans", "DejaVu Sans", Arial, sans-serif; max-width: 980px; margin: 24px auto }}
td {{ padding: 2px 12px 2px 0 }} code {{ background: #eef1f5; padding: 1px 6px }}
img {{ max-width: 60%; border: 1px solid #ccc }}</style>{body}</html>"""


def save(picture: Image.Image, name: str) -> None:
    """As few colours as keep it under the limit: pages of text need few."""
    for colours in (256, 128, 64, 32, 16):
        out = BytesIO()
        picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LIMIT:
            break
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.png").write_bytes(out.getvalue())


async def shoot(browser: Browser, address: str, name: str, act: Any = None, height: int = HEIGHT) -> None:
    page = await browser.new_page(viewport={"width": WIDTH, "height": height}, locale="vi-VN")
    await page.goto(address)
    if act:
        await act(page)
    save(Image.open(BytesIO(await page.screenshot())), name)
    await page.close()


async def drill(page: Page) -> None:
    await page.locator("#o").select_option("u")
    await page.evaluate("() => document.querySelector('.open').click()")


async def unfold(page: Page) -> None:
    await page.locator("button", has_text="Failed").last.click()
    await page.locator("[data-testid=tree-leaf]").last.click()
    await page.get_by_text("Thực tế").last.wait_for()


async def browse(run: Path, folder: Path, answer: dict[str, Any]) -> None:
    portfolio = Portfolio(folder / "danh-muc.html")
    read_runs(portfolio, [run], read_outline, strict=True)
    portfolio.untested(load(ROOT).services.values())
    sheet, *_ = write_defects(run, answer, run / "phieu-loi")
    told = folder / "phieu-loi.html"
    body = MarkdownIt().enable("table").render(sheet.read_text("utf-8"))
    told.write_text(SHEET.format(base=sheet.parent.as_uri(), body=body), "utf-8")
    built = build_allure(run, ROOT / "reports", answer, print)
    async with browsers.browser() as browser:
        await shoot(browser, write_summary(run, answer).as_uri(), "summary")
        await shoot(browser, write_portfolio(portfolio).as_uri(), "portfolio", drill)
        await shoot(browser, told.as_uri(), "defect", height=1000)
        await shoot(browser, counted(folder).as_uri(), "statistics", height=1100)
        if built.page:
            await shoot(browser, built.page.as_uri(), "allure", unfold)


def counted(folder: Path) -> Path:
    """An office in the middle of its year: the register of a demonstration knows three services only."""
    now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    told = statistics(office([*load(ROOT).services.values()], now), now.date(), max_age=timedelta(days=30))
    return write_page(folder / "thong-ke.html", told, sheets(told))


def minutes(run: Path, answer: dict[str, Any]) -> None:
    """First and last page side by side."""
    held = next((s for s in answer["services"] if s["decision"] == "hold"), answer["services"][0])
    pages = pictures(minutes_pdf(run, answer, held, HAND), scale=1.1)
    shown = [pages[0], pages[-1]]
    both = Image.new("RGB", (sum(p.width for p in shown) + 12, shown[0].height), "#9aa4b0")
    both.paste(shown[0], (0, 0))
    both.paste(shown[1], (shown[0].width + 12, 0))
    save(both, "minutes")


def main(given: list[str]) -> int:
    source = Path(given[0]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / source.name
        shutil.copytree(source, run)  # a run is not changed by having its picture taken
        answer = read_verdict(run)
        minutes(run, answer)
        asyncio.run(browse(run, Path(folder), answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
