"""`make kill-matrix`: every fault, two at a time, written to docs/kill-matrix.json."""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.progress import track

from tests.kill_matrix.page import write_page
from tests.kill_matrix.runner import ROOT, SERVICES, faults, judge, try_fault

OUT = ROOT / "docs" / "kill-matrix.json"


def main(only: list[str]) -> int:
    began = time.monotonic()
    wanted = [f for f in faults() if not only or f["id"] in only or set(only) & set(f["expects"])]  # type: ignore[call-overload]
    with ThreadPoolExecutor(2) as pool:
        clean = dict(zip(SERVICES, pool.map(judge, SERVICES), strict=True))
        rows = list(track(pool.map(try_fault, wanted), "Gieo lỗi và chấm", total=len(wanted)))
    passed = {s: sorted(c for c, state in states.items() if state == "pass") for s, (states, _, _) in clean.items()}
    killed = sorted({c for row in rows for c in row.killed})
    report = {
        "summary": {
            "faults": len(rows),
            "ok": sum(row.ok for row in rows),
            "criteria_killed": len(killed),
            "unproven": sorted({c for ids in passed.values() for c in ids} - set(killed)),
            "minutes": round((time.monotonic() - began) / 60, 1),
            "command": "make kill-matrix",
        },
        "clean": {s: {"decision": decision, "pass": passed[s]} for s, (_, decision, _) in clean.items()},
        "rows": [row.as_dict() for row in rows],
    }
    for row in rows:
        if not row.ok:
            print(f"{row.fault}: sống sót {row.survived}, đỏ ngoài dự kiến {row.unexpected}, {row.decision}")
    print(json.dumps(report["summary"], ensure_ascii=False))
    if not only:
        OUT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
        write_page(report, Path(OUT).with_suffix(".md"))
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
