"""An editor explains every key of what people write: a Vietnamese title, a sentence, and an example to copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from harness.catalog.schemas import schema, validator

WRITTEN = ("service", "portal", "persona", "review", "proposals")
VIETNAMESE = re.compile(r"[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]", re.IGNORECASE)
WITHOUT_DIACRITICS = {"Chữ", "Nghĩa", "Vai", "Xem"}


def keys(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that a person can write a key or a value for, with its place in the schema."""
    if not isinstance(node, dict):
        return
    for name, inner in (*node.get("properties", {}).items(), *node.get("$defs", {}).items()):
        yield f"{path}.{name}", inner
        yield from keys(inner, f"{path}.{name}")
    for word in ("additionalProperties", "items"):
        if isinstance(node.get(word), dict):
            yield f"{path}.*", node[word]
            yield from keys(node[word], f"{path}.*")
    for branch in (*node.get("anyOf", ()), *node.get("oneOf", ())):  # one key written in several ways
        named = ((place, inner) for place, inner in keys(branch, path) if place != f"{path}.*" or "properties" in inner)
        yield from named


def told(name: str) -> list[tuple[str, dict[str, Any]]]:
    definitions = schema(name).get("$defs", {})
    found = []
    for path, node in keys(schema(name)):
        meant = definitions.get(str(node.get("$ref", "")).rpartition("/")[2], {})
        found.append((path, {**meant, **node}))
    return found


@pytest.mark.parametrize("name", WRITTEN)
def test_every_key_has_a_title_and_a_sentence(name: str) -> None:
    rows = told(name)
    assert rows
    silent = [
        path
        for path, node in rows
        if not str(node.get("title", "")).strip() or not str(node.get("description", "")).strip()
    ]
    assert silent == []


@pytest.mark.parametrize("name", WRITTEN)
def test_the_words_are_vietnamese(name: str) -> None:
    foreign = [path for path, node in told(name) if not VIETNAMESE.search(f"{node['title']} {node['description']}")]
    assert foreign == []


@pytest.mark.parametrize("name", WRITTEN)
def test_free_text_has_an_example_that_fits(name: str) -> None:
    """A choice shows its choices; everything else shows how it is written."""
    whole = schema(name)
    for path, node in told(name):
        if node.get("type") in ("object", "array") or {"enum", "anyOf", "oneOf", "const"} & set(node):
            continue
        assert node.get("examples"), f"{name}{path} has no example"
        for example in node["examples"]:
            checked = validator(name).thorough.evolve(schema={**node, "$defs": whole.get("$defs", {})})
            assert checked.is_valid(example), f"{name}{path}: {example!r}"
