"""`make kill-matrix`: every fault, three at a time, written to docs/kill-matrix.json.

Arguments: fault ids or criterion ids to try only those; `--whole` to drive every walk for every fault; `--keep` to
leave published rows as they are and add those that are asked for, or, when none is, those that are missing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from rich.progress import track

from tests.kill_matrix.page import write_page, write_table
from tests.kill_matrix.runner import ROOT, SERVICES, faults, judge, try_fault

OUT = ROOT / "docs" / "kill-matrix.json"
AT_ONCE = 3  # on two cores: a walk waits for its portal now and then


def main(arguments: list[str]) -> int:
    began = time.monotonic()
    options = {word for word in arguments if word.startswith("--")}
    only = [word for word in arguments if word not in options]
    whole, commit = "--whole" in options, _commit()
    listed = faults()
    wanted = [f for f in listed if not only or f["id"] in only or set(only) & set(f["expects"])]  # type: ignore[call-overload]
    kept = _kept({str(f["id"]) for f in listed}) if "--keep" in options else {"clean": {}, "rows": {}}
    if "--keep" in options and not only:
        wanted = [f for f in wanted if f["id"] not in kept["rows"]]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        clean = {} if only else dict(zip(SERVICES, pool.map(judge, SERVICES), strict=True))
        rows = []
        for row in track(pool.map(partial(try_fault, whole=whole), wanted), "Gieo lỗi và chấm", total=len(wanted)):
            rows.append(row.as_dict() | {"commit": commit})
            print(f"{'✓' if row.ok else '✗'} {row.fault} {row.seconds} s: sống sót {row.survived}, "
                  f"đỏ ngoài dự kiến {row.unexpected}, chưa kiểm được {len(row.blank)}", flush=True)
            if "--keep" in options:  # a long measurement that is stopped has not been for nothing
                _publish(_report(kept["clean"], _sorted(kept["rows"], rows)), whole=whole)
    found = {s: {"decision": decision, "pass": sorted(c for c, state in states.items() if state == "pass")}
             for s, (states, decision, _) in clean.items()}  # fmt: skip
    report = _report(kept["clean"] | found, _sorted(kept["rows"], rows))
    if not only or "--keep" in options:
        _publish(report, whole=whole, began=None if kept["rows"] else began)
    print(json.dumps(report["summary"], ensure_ascii=False))
    return 0 if all(row["ok"] for row in rows) else 1


def _sorted(kept: dict[str, Any], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    every = kept | {row["fault"]: row for row in rows}
    return [every[name] for name in sorted(every)]


def _publish(report: dict[str, Any], *, whole: bool, began: float | None = None) -> None:
    """`began`: of a matrix that was driven in one go; of others only what the rows took together is known."""
    taken = sum(row["seconds"] for row in report["rows"]) / 60
    walks = "all" if whole else "those that the fault can show in"
    report["summary"] |= {"walks": walks, "row_minutes": round(taken, 1), "at_once": AT_ONCE,
                          "command": "make kill-matrix"}  # fmt: skip
    if began is not None:
        report["summary"]["minutes"] = round((time.monotonic() - began) / 60, 1)
    OUT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    write_page(report, OUT.with_suffix(".md"))
    write_table(report, OUT.with_suffix(".csv"))


def _kept(known: set[str]) -> dict[str, Any]:
    """What the published matrix says of faults that still exist."""
    if not OUT.is_file():
        return {"clean": {}, "rows": {}}
    before = json.loads(OUT.read_text("utf-8"))
    return {"clean": before["clean"], "rows": {r["fault"]: r for r in before["rows"] if r["fault"] in known}}


def _report(clean: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    killed = {c for row in rows for c in row["killed"]}
    passed = {c for found in clean.values() for c in found["pass"]}
    return {
        "summary": {
            "faults": len(rows),
            "ok": sum(row["ok"] for row in rows),
            "criteria_killed": len(killed),
            "unproven": sorted(passed - killed),
        },
        "clean": clean,
        "rows": rows,
    }


def _commit() -> str:
    """Which state of the project a row was measured at."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
