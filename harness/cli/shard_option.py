"""``--shard i/n``: a part of the chosen services, the same on every machine, told in the run's folder."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from harness.cli.screen import UsageProblemError
from harness.evidence.recorder import write_atomically
from harness.evidence.run_file import SHARD
from harness.model import Service
from harness.verdict.shards import Shard


def shard_of(given: str, chosen: Sequence[Service]) -> Shard | None:
    """``2/3`` of the chosen services; None when nothing was asked."""
    if not given:
        return None
    told = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", given)
    if not told or int(told[1]) > int(told[2]):
        raise UsageProblemError(f"Tùy chọn --shard cần dạng i/n với i từ 1 đến n, ví dụ 2/3, không nhận «{given}».")
    shard = Shard(int(told[1]), int(told[2]), tuple(sorted(service.code for service in chosen)))
    if not shard.services:
        most = len(chosen)
        raise UsageProblemError(
            f"Phần {shard} không có dịch vụ nào: chỉ chọn {most} dịch vụ; hãy chia nhiều nhất {most} phần."
        )
    return shard


def tell(folder: Path, shard: Shard | None) -> None:
    """Beside the findings, which repeat it."""
    if shard is not None:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / SHARD, json.dumps(shard.row(), ensure_ascii=False) + "\n")
