"""How much evidence a service leaves: ``python -m tests.bench.evidence RUN…``, writes docs/bench/evidence.json.

Takes finished runs, because driving them is what ``kiemthu run`` is for. The bytes are those of the files.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from harness.verdict.verdict_file import read_verdict
from tests.bench.setting import machine

OUT = Path(__file__).parents[2] / "docs" / "bench" / "evidence.json"
GOALS = {"publish": 5.0, "hold": 20.0, "cannot-say": 20.0}  # MB a service
KINDS = {
    ".webp": "hình", ".jpg": "hình", ".sealed": "giấy tờ niêm phong", ".zip": "vết", ".jsonl": "nhật ký",
    ".gz": "trao đổi HTTP", ".txt": "cây tiếp cận, thư", ".json": "bằng chứng đã đọc",
}  # fmt: skip
REPORTS = {"allure-results", "allure", "bien-ban", "phieu-loi"}


def service(folder: Path, code: str, decision: str) -> dict[str, Any]:
    sizes: Counter[str] = Counter()
    for path in (p for p in (folder / code).rglob("*") if p.is_file()):
        sizes[KINDS.get(path.suffix, "khác")] += path.stat().st_size
    megabytes = sum(sizes.values()) / 1e6
    return {
        "run": folder.name,
        "service": code,
        "decision": decision,
        "mb": round(megabytes, 2),
        "goal_mb": GOALS[decision],
        "ok": megabytes <= GOALS[decision],
        "by_kind_mb": {kind: round(size / 1e6, 2) for kind, size in sizes.most_common()},
    }


def around(folder: Path) -> dict[str, float]:
    """What a run leaves once for all its services, and what Allure makes of it."""
    tops = {p.name: p.stat().st_size for p in folder.iterdir() if p.is_file()}
    reports = {n: sum(p.stat().st_size for p in (folder / n).rglob("*") if p.is_file()) for n in REPORTS}
    return {name: round(size / 1e6, 2) for name, size in {**tops, **reports}.items() if size >= 10_000}


def main(runs: list[str]) -> int:
    rows, shared = [], {}
    for folder in map(Path, runs):
        shared[folder.name] = around(folder)
        rows += [service(folder, row["service"], row["decision"]) for row in read_verdict(folder)["services"]]
    command = "python -m tests.bench.evidence RUN…"
    told = {"services": rows, "around_mb": shared, "command": command, "machine": machine()}
    OUT.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for row in rows:
        print(f"{'✓' if row['ok'] else '✗'} {row['service']} {row['decision']}: {row['mb']} MB / {row['goal_mb']} MB")
    return 0 if rows and all(row["ok"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
