"""The one place that reads schemas/*.schema.json."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parents[2] / "schemas"


@cache
def schema(name: str) -> dict[str, Any]:
    """``service`` → the content of schemas/service.schema.json."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return content


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))
