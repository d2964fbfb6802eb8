"""The one place that reads schemas/*.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError
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


@dataclass(frozen=True, slots=True)
class Validator:
    """Says fast whether a document fits, and only of one that does not, slowly, why: most documents fit."""

    quick: jsonschema_rs.Validator
    thorough: Draft202012Validator

    def iter_errors(self, value: Any) -> Iterable[ValidationError]:
        return () if self.quick.is_valid(value) else self.thorough.iter_errors(value)

    def validate(self, value: Any) -> None:
        """Raises jsonschema.ValidationError."""
        if not self.quick.is_valid(value):
            self.thorough.validate(value)


@cache
def validator(name: str) -> Validator:
    quick = jsonschema_rs.Draft202012Validator(schema(name), registry=_quick_registry())
    return Validator(quick, Draft202012Validator(schema(name), registry=_registry()))


@cache
def _registry() -> Registry[Any]:
    """All schemas, so that one may refer to another's definitions."""
    return Registry().with_resources([(row["$id"], Resource.from_contents(row)) for row in _every()])


@cache
def _quick_registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(row["$id"], row) for row in _every()])


def _every() -> list[dict[str, Any]]:
    return [schema(path.name.removesuffix(".schema.json")) for path in FOLDER.glob("*.schema.json")]
