"""The one place that reads schemas/*.schema.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

FOLDER = Path(__file__).parents[2] / "schemas"


@cache
def schema(name: str) -> dict[str, Any]:
    """``service`` → the content of schemas/service.schema.json."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return content


def title(name: str, keys: Sequence[str | int]) -> str:
    """The Vietnamese name of the field at the path, "" when the schema has none."""
    whole = schema(name)
    node: Any = whole
    for key in keys:
        if "items" in node:
            node = node["items"]
        else:
            node = node.get("properties", {}).get(key) or node.get("additionalProperties") or {}
        if not isinstance(node, dict):
            return ""
        while "$ref" in node:
            file, _, within = node["$ref"].partition("#")
            whole = schema(file.removesuffix(".schema.json")) if file else whole
            node = {**whole["$defs"][within.split("/")[-1]], **{k: v for k, v in node.items() if k != "$ref"}}
    return str(node.get("title", ""))


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), registry=_registry())


@cache
def _registry() -> Registry[Any]:
    """All schemas, so that one may refer to another's definitions."""
    names = [path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json")]
    return Registry().with_resources([(schema(name)["$id"], Resource.from_contents(schema(name))) for name in names])
