"""`make controls`: portals whose every verdict is known beforehand, held against what was expected of them.

Arguments: names of control portals to try only those; `--accept` writes down what was found as expected, for a person
to read in the diff.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rich.progress import track

from harness.cli.sandbox_process import variants
from tests.kill_matrix.runner import ROOT, SERVICES, judge

OUT = ROOT / "docs" / "control-portals.json"
STEADY = {"random-delay"}  # conforms, only unsteadily: the one control that may be published
WORDS = {"pass": "đạt", "fail": "không đạt", "warn": "nên sửa", "blocked": "chưa kiểm được", "error": "lỗi bộ kiểm thử",
         "compromised": "bị ảnh hưởng từ bên ngoài", "not-applicable": "không áp dụng", "not-run": "chưa chạy",
         "review": "chờ người xét"}  # fmt: skip


def main(arguments: list[str]) -> int:
    only = [word for word in arguments if not word.startswith("--")]
    controls = {str(row["name"]): str(row["title"]) for row in variants(ROOT) if row["kind"] == "control"}
    wanted = [name for name in controls if not only or name in only]
    known = expected()
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(wanted, track(pool.map(_judged, wanted), "Cổng đối chứng", total=len(wanted)), strict=True))
    wrong = [sentence for name, row in found.items() for sentence in differences(known.get(name, {}), name, row)]
    wrong += [f"{name}: {c} không được xét" for name, row in found.items()
              for c in sorted(set(known.get(name, {}).get("states", {})) - set(row["states"]))]  # fmt: skip
    print("\n".join(wrong) or "mọi kết luận đúng như đã biết trước")
    if "--accept" in arguments:
        rows = {name: known.get(name, {}) | {"title": controls[name]} | found.get(name, {}) for name in controls}
        OUT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
        _page(rows, OUT.with_suffix(".md"))
        return 0
    return 1 if wrong else 0


def expected() -> dict[str, dict[str, Any]]:
    """Control portal → its decision, and criterion → state."""
    return dict(json.loads(OUT.read_text("utf-8"))) if OUT.is_file() else {}


def differences(known: dict[str, Any], name: str, row: dict[str, Any]) -> list[str]:
    """Where what was judged, which may be a part, is not as was known beforehand."""
    states = known.get("states", {})
    found = [f"{name}: {c} là {state}, đã biết trước là {states.get(c, 'không có')}"
             for c, state in sorted(row["states"].items()) if states.get(c) != state]
    if name not in STEADY and row["decision"] == "publish":
        found.append(f"{name}: được công bố")
    return found


def _judged(name: str) -> dict[str, Any]:
    states, decision, _ = judge(SERVICES[0], "--variant", name)
    return {"decision": decision, "states": dict(sorted(states.items()))}


def _page(rows: dict[str, dict[str, Any]], path: Path) -> None:
    names = [name for name in rows if rows[name].get("states")]
    criteria = sorted({c for name in names for c in rows[name]["states"]})
    lines = ["# Cổng đối chứng", "",
             ("Sinh bằng `make controls`; không sửa tay. Kết luận của mọi tiêu chí ở những cổng mà ta biết trước là "
             "không phục vụ ai, hay nói dối; cổng chỉ chậm thất thường thì vẫn phải đạt."), ""]  # fmt: skip
    lines += [f"* `{name}`: {rows[name]['title']} → **{rows[name]['decision']}**" for name in names]
    lines += ["", f"| Tiêu chí | {' | '.join(f'`{n}`' for n in names)} |", "|---|" + "---|" * len(names)]
    for c in criteria:
        cells = [WORDS.get(rows[n]["states"].get(c, ""), "–") for n in names]
        lines.append(f"| {c.removeprefix('L4-')} | {' | '.join(cells)} |")
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
