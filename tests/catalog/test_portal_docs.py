"""docs/portals.md: every example fits the schema, and everything the schema allows has an example."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from harness.catalog.schemas import schema, validator
from tests.catalog.conftest import PROJECT

DOC = (PROJECT / "docs/portals.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml (adapter|steps|places)\n(.*?)```", DOC, re.DOTALL)
KINDS = {"adapter": "", "steps": "steps", "places": "place"}


def fits(kind: str) -> Draft202012Validator:
    if kind == "adapter":
        return validator("portal").thorough
    one = {"$ref": f"portal.schema.json#/$defs/{KINDS[kind]}"}
    wanted = {"type": "array", "items": one} if kind == "places" else one
    return validator("portal").thorough.evolve(schema={"$id": schema("portal")["$id"], **wanted})


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.mark.parametrize(("kind", "text"), BLOCKS)
def test_an_example_fits_the_schema(kind: str, text: str) -> None:
    assert [error.message for error in fits(kind).iter_errors(loaded(text))] == []


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def test_everything_the_language_has_is_shown() -> None:
    shown = set().union(*(keys_of(loaded(text)) for _kind, text in BLOCKS))
    whole = schema("portal")
    inner = (whole["$defs"][name]["properties"] for name in ("step", "place", "condition"))
    language = set(whole["properties"]).union(*inner)
    assert language - shown == set()


def test_there_is_an_example_of_each_kind() -> None:
    assert {kind for kind, _text in BLOCKS} == set(KINDS)
