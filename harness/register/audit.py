"""The chain of acts: a row that is changed, left out or slipped in later breaks every digest behind it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def digest(before: str, row: Mapping[str, Any]) -> str:
    """SHA-256 over the digest before and the row's own words."""
    told = {name: row[name] for name in ("by", "act", "subject", "detail")} | {"at": _utc(row["at"])}
    text = json.dumps({"before": before, **told}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def breaks(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A Vietnamese sentence for each row, in order, that does not fit to the one before."""
    before = GENESIS
    for row in rows:
        where = f"dòng {row['id']} ({row['act']} {row['subject']}, {_utc(row['at'])})"
        if row["before"] != before:
            yield f"Nhật ký bị đứt trước {where}: có dòng bị bỏ hoặc chèn thêm."
        elif row["digest"] != digest(before, row):
            yield f"Nhật ký bị sửa ở {where}: nội dung không khớp mã băm."
        before = row["digest"]


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
