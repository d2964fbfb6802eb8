"""axe-core on the page as it stands: WCAG 2 A and AA. The declared language is reported apart."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.async_api import Page

from harness.portal.script import ask

LANGUAGE_RULES = ("html-has-lang", "html-lang-valid")  # a criterion of their own
_MOST_FADING = 1500  # ms: what moves for longer is judged as it moves
# What is just coming or going is pale for a moment: a toast that fades is no lack of contrast.
_RUN = """async ({ ignored, most }) => {
  const brief = document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime < most);
  await Promise.race([Promise.allSettled(brief.map((a) => a.finished)), new Promise((over) => setTimeout(over, most))]);
  const found = await window.axe.run(document, {
    resultTypes: ["violations"], runOnly: { type: "tag", values: ["wcag2a", "wcag2aa"] },
    rules: Object.fromEntries(ignored.map((rule) => [rule, { enabled: false }])),
  });
  return found.violations.map((v) => ({ rule: v.id, impact: v.impact, help: v.help,
    nodes: v.nodes.slice(0, 5).map((n) => n.target.flat().join(" ")), count: v.nodes.length }));
}"""


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


async def violations(page: Page) -> list[dict[str, Any]]:
    """One row a broken rule: {rule, impact, help, nodes, count}. 130–200 ms a page."""
    if not await page.evaluate("() => !!window.axe"):
        await page.evaluate(_axe())
    rows: list[dict[str, Any]] = await page.evaluate(_RUN, {"ignored": list(LANGUAGE_RULES), "most": _MOST_FADING})
    return rows


async def misspelt(page: Page) -> list[str]:
    """Words with broken letters: U+FFFD, or the old TCVN3 and VNI encodings shown as they are."""
    found: list[str] = await ask(page, "misspelt")
    return found


async def language(page: Page) -> str:
    """What the page declares in `<html lang>`; empty when it declares nothing."""
    return str(await page.evaluate("() => document.documentElement.getAttribute('lang') || ''")).strip()
