"""The whole answer as JSON, as schemas/gate.schema.json describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from harness.reporting.formats.places import Places


def write(answer: Mapping[str, Any], places: Places) -> str:  # noqa: ARG001 – every format is called alike
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
