"""`make kill-matrix`: every fault, two at a time, written to docs/kill-matrix.json.

Arguments: fault ids or criterion ids to try only those; `--whole` to drive every walk for every fault.
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from rich.progress import track

from tests.kill_matrix.page import write_page
from tests.kill_matrix.runner import ROOT, SERVICES, faults, judge, try_fault

OUT = ROOT / "docs" / "kill-matrix.json"


def main(arguments: list[str]) -> int:
    began = time.monotonic()
    whole = "--whole" in arguments
    only = [word for word in arguments if word != "--whole"]
    wanted = [f for f in faults() if not only or f["id"] in only or set(only) & set(f["expects"])]  # type: ignore[call-overload]
    with ThreadPoolExecutor(2) as pool:
        clean = {} if only else dict(zip(SERVICES, pool.map(judge, SERVICES), strict=True))
        rows = []
        for row in track(pool.map(partial(try_fault, whole=whole), wanted), "Gieo lỗi và chấm", total=len(wanted)):
            rows.append(row)
            print(f"{'✓' if row.ok else '✗'} {row.fault} {row.seconds} s: sống sót {row.survived}, "
                  f"đỏ ngoài dự kiến {row.unexpected}, chưa kiểm được {len(row.blank)}", flush=True)
    passed = {s: sorted(c for c, state in states.items() if state == "pass") for s, (states, _, _) in clean.items()}
    killed = sorted({c for row in rows for c in row.killed})
    report = {
        "summary": {
            "faults": len(rows),
            "ok": sum(row.ok for row in rows),
            "criteria_killed": len(killed),
            "unproven": sorted({c for ids in passed.values() for c in ids} - set(killed)),
            "walks": "all" if whole else "those that the fault can show in",
            "minutes": round((time.monotonic() - began) / 60, 1),
            "command": "make kill-matrix",
        },
        "clean": {s: {"decision": decision, "pass": passed[s]} for s, (_, decision, _) in clean.items()},
        "rows": [row.as_dict() for row in rows],
    }
    print(json.dumps(report["summary"], ensure_ascii=False))
    if not only:
        OUT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
        write_page(report, Path(OUT).with_suffix(".md"))
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
