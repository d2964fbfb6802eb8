"""The two readings of a schema, the fast one and the one that explains, say the same of every document."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.catalog import yamltext
from harness.catalog.schemas import validator

ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    "service": "features/*/*.yaml", "portal": "catalog/portals/*.yaml", "persona": "catalog/personas/*.yaml",
    "procedure": "catalog/procedures/2.*.json",
}  # fmt: skip
WRONG = ("", " ", "Số 1", "٣", "-1", "1.5", "2026-13-01", {}, [], {"lạ": "x"})  # some fit somewhere; both must say so


def read(pattern: str) -> Iterator[Any]:
    for path in sorted(ROOT.glob(pattern))[:2]:
        document = yamltext.read(path, ROOT, [])
        assert document is not None
        yield document.value


def spoilt(value: dict[str, Any]) -> Iterator[Any]:
    """One field less, or one field otherwise, at the top and a level below."""
    yield {**value, "truong_la": "x"}
    for key, inner in value.items():
        yield {name: one for name, one in value.items() if name != key}
        for wrong in WRONG:
            yield {**value, key: wrong}
        if isinstance(inner, dict):
            for name in inner:
                yield {**value, key: {**inner, name: {"lạ": "x"}}}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_fast_and_thorough_agree(name: str) -> None:
    both, seen = validator(name), set()
    for value in read(DOCUMENTS[name]):
        for one in (value, *spoilt(copy.deepcopy(value))):
            fits = both.quick.is_valid(one)
            seen.add(fits)
            assert fits == both.thorough.is_valid(one), one
            assert bool([*both.iter_errors(one)]) != fits
    assert seen == {True, False}
