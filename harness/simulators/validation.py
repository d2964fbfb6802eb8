"""Do messages keep to their JSON Schemas? Departures are recorded beside the message, never hidden."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from harness.catalog import schemas


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schemas.schema(name), format_checker=FormatChecker())


def problems(name: str, message: Any) -> tuple[str, ...]:
    """Every departure from ``schemas/<name>.schema.json`` as «field: sentence», in the schema's words."""
    errors = sorted(_validator(name).iter_errors(message), key=lambda e: e.json_path)
    return tuple(f"{e.json_path.removeprefix('$').lstrip('.') or '(gói tin)'}: {e.message}" for e in errors)
