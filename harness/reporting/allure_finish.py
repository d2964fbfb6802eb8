"""Last hand on Allure's page: it reports to nobody, has Vietnamese letters and named buttons, and opens at once."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

from harness.reporting.typesetting import TEMPLATES

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
html body pre, html body code, html body pre * { font-family: "Noto Sans Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace !important; }
</style>"""  # noqa: E501 – CSS
_TREE = re.compile(r'd\("widgets/tree\.json",\s*"([^"]+)"\)')
# Allure opens every branch that holds a failure and remembers in ``collapsedTrees`` what a reader folded. Once for each
# report we fold its fields beforehand; what the reader opens afterwards stays open.
_FOLD = """<script>try {
  if (localStorage.getItem("kiemthu-folded") !== %(run)s) {
    const folded = JSON.parse(localStorage.getItem("collapsedTrees") ?? "[]");
    localStorage.setItem("collapsedTrees", JSON.stringify([...new Set([...folded, ...%(branches)s])]));
    localStorage.setItem("kiemthu-folded", %(run)s);
  }
} catch { /* no storage: the branches stand open */ }</script>"""


def finish(page: Path, *, folded: bool = False) -> None:
    """``folded``: hundreds of services are drawn when their field is opened, not before the first row can be read."""
    html = page.read_text("utf-8")
    html = _TRACKER.sub("", html, count=1)
    names = f"<script>{(TEMPLATES / 'allure.js').read_text('utf-8')}</script>"
    head = f"<head>{_POLICY}{_LETTERS}{names}{_fold(html, page.parent.parent.name) if folded else ''}"
    html = html.replace('lang="en"', 'lang="vi"', 1).replace("<head>", head, 1)
    page.write_text(html, "utf-8")


def _fold(html: str, run: str) -> str:
    found = _TREE.search(html)
    branches = json.loads(base64.b64decode(found.group(1)))["root"]["groups"] if found else []
    told = {"run": run, "branches": branches}
    return _FOLD % {name: json.dumps(value).replace("<", "\\u003c") for name, value in told.items()}
