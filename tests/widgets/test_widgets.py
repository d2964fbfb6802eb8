"""The form engine fills one form in eight component libraries: the same pairs in, the same JSON out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser

from tests.portal.conftest import Loop
from tests.widgets.matrix import Row, note, same_pairs_same_json

LIBRARIES = {
    "native": "HTML", "bootstrap": "Bootstrap 5 + select2 + jQuery UI", "vuetify": "Vuetify 3", "antd": "Ant Design",
    "element": "Element Plus", "angular": "Angular Material", "formio": "Form.io",
    "flatpickr": "flatpickr + Tom Select",
}  # fmt: skip


@pytest.fixture(scope="module")
def matrix() -> Iterator[dict[str, Row]]:
    rows: dict[str, Row] = {}
    yield rows
    note(rows, LIBRARIES)


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_same_pairs_give_the_same_json(library: str, pages: str, loop: Loop, browser: Browser,
                                           matrix: dict[str, Row]) -> None:
    matrix[library] = same_pairs_same_json(f"{pages}/{library}.html", loop, browser)
