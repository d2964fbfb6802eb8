"""Last hand on Allure's page: it reports to nobody, and its letters are those of a Vietnamese reader."""

from __future__ import annotations

import re
from pathlib import Path

# Allure's page tells Google whenever somebody opens it, and has no setting against it.
_TRACKER = re.compile(
    r'<script async src="https://www\.googletagmanager\.com[^>]*></script>\s*<script>[^<]*gtag\([^<]*</script>'
)
# What the page may load: itself. A report is read inside an office, from disk.
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'unsafe-inline\' \'unsafe-eval\' data: blob:">'
)
# Its own font has no Vietnamese letters: every other letter came from another font.
_LETTERS = """<style>
html body, html body *:not(svg *) { font-family: "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif !important; }
html body pre, html body code, html body pre * { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace !important; }
</style>"""  # noqa: E501 – CSS


def finish(page: Path) -> None:
    html = page.read_text("utf-8")
    html = _TRACKER.sub("", html, count=1)
    html = html.replace('lang="en"', 'lang="vi"', 1).replace("<head>", f"<head>{_POLICY}{_LETTERS}", 1)
    page.write_text(html, "utf-8")
