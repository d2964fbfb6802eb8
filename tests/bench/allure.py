"""The Allure report of 300 services: seconds to build, size, seconds until it reads in a browser."""

from __future__ import annotations

import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from harness.portal import browser as browsers
from harness.reporting.allure_html import build_allure
from tests.bench.setting import ROOT, machine
from tests.reporting import allure_results

SERVICES, CRITERIA = 300, 130
GOAL_SECONDS = 3.0
LOOKS = 3


async def opened(page_file: Path) -> dict[str, float]:
    """Median from disk in headless Chromium: load event and first row painted by the clock, and the main thread's own
    seconds until then, which a busy machine does not lengthen."""
    loads, rows, threads = [], [], []
    async with browsers.browser() as browser:
        for _ in range(LOOKS):
            page = await browser.new_page()
            session = await page.context.new_cdp_session(page)
            await session.send("Performance.enable", {"timeDomain": "threadTicks"})
            began = time.perf_counter()
            await page.goto(page_file.as_uri())
            await page.wait_for_selector("[data-testid=tree-section-title]", timeout=120_000)
            rows.append(time.perf_counter() - began)
            metrics = {m["name"]: m["value"] for m in (await session.send("Performance.getMetrics"))["metrics"]}
            threads.append(metrics["TaskDuration"])
            loads.append(await page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"))
            await page.close()
    middle = LOOKS // 2
    return {
        "load_s": round(sorted(loads)[middle], 2),
        "first_row_s": round(sorted(rows)[middle], 2),
        "main_thread_s": round(sorted(threads)[middle], 2),
    }


async def allure() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for count in (3, SERVICES):
        with tempfile.TemporaryDirectory() as folder:
            run = Path(folder) / f"luot-{count}"
            answer = allure_results.prepare(run, count, CRITERIA)
            began = time.perf_counter()
            built = build_allure(run, ROOT / "reports", answer, lambda _: None, history=Path(folder) / "lich-su.jsonl")
            if built.page is None:
                raise RuntimeError(built.reason)
            found[f"services_{count}"] = {
                "results": len(list((run / "allure-results").glob("*-result.json"))),
                "build_s": round(time.perf_counter() - began, 1),
                "page_megabytes": round(built.page.stat().st_size / 1e6, 2),
                **await opened(built.page),
            }
    # By the clock, as a reader waits; a busy machine lengthens it, so the main thread's own seconds stand beside it.
    return found | {
        "goal_seconds": GOAL_SECONDS,
        "met": found[f"services_{SERVICES}"]["first_row_s"] < GOAL_SECONDS,
        "met_by_main_thread": found[f"services_{SERVICES}"]["main_thread_s"] < GOAL_SECONDS,
        "load_average": round(os.getloadavg()[0], 1),
        "command": "python -m tests.bench allure",
        "machine": machine(),
        "packages": json.loads((ROOT / "reports/package.json").read_text("utf-8"))["dependencies"],
    }
