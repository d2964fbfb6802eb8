"""Where the data that judges rely on lies."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CATALOG = ROOT / "catalog"
SCHEMAS = ROOT / "schemas"
