"""``--shard i/n``: a part of the chosen services, the same on every machine, told in the run's folder."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from harness.cli.screen import UsageProblemError
from harness.evidence.recorder import write_atomically
from harness.model import Service
from harness.verdict.shards import Shard

FILE = "shard.json"  # beside the findings, which repeat it


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


def options(folder: Path, shard: Shard | None) -> list[str]:
    """For the journey plugin: where the shard is told."""
    if shard is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    write_atomically(path, json.dumps(shard.row(), ensure_ascii=False) + "\n")
    return ["--shard-of", str(path)]
