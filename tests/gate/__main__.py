"""``python -m tests.gate``: writes the table of prepared runs to docs/."""

from __future__ import annotations

from tests.gate.cases import CASES
from tests.gate.page import JSON_PAGE, PAGE, as_json, as_page

JSON_PAGE.write_text(as_json(CASES), "utf-8")
PAGE.write_text(as_page(CASES), "utf-8")
