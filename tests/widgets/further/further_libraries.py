"""The same form in nine libraries that the engine was not made with. Run by `make widgets`, not by `make test`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.portal.conftest import Loop
from tests.widgets.conftest import build, serving
from tests.widgets.matrix import Row, note, same_pairs_same_json

LIBRARIES = {
    "primevue": "PrimeVue 5", "naive": "Naive UI", "quasar": "Quasar", "mui": "MUI + MUI X date pickers",
    "mantine": "Mantine", "shoelace": "Shoelace (shadow DOM)", "fomantic": "Fomantic UI (Semantic UI)",
    "reactmix": "react-select + react-datepicker + Radix",
    "jquery": "Chosen + bootstrap-select + bootstrap-datepicker + Choices + Cleave + Inputmask",
}  # fmt: skip


@pytest.fixture(scope="module")
def matrix() -> Iterator[dict[str, Row]]:
    rows: dict[str, Row] = {}
    yield rows
    note(rows, LIBRARIES)


@pytest.fixture(scope="module")
def further_pages() -> Iterator[str]:
    with serving(build(Path(__file__).parent)) as address:
        yield address


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_same_pairs_give_the_same_json(library: str, further_pages: str, loop: Loop, browser: Browser,
                                           matrix: dict[str, Row]) -> None:
    matrix[library] = same_pairs_same_json(f"{further_pages}/{library}.html", loop, browser)
