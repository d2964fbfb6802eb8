"""`make false-alarms`: every lawful variant of the sandbox, every kind of service; none may turn a criterion red.

Arguments: names of variants to try only those; `--keep` leaves published rows of the others as they are.
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

OUT = ROOT / "docs" / "false-alarms.json"
PLAIN = "as-usual"
# A variant is tried where it can show; every kind of service is tried on the portal as it usually is.
KINDS = {
    "2.000635": "có phí theo số bản, kết quả ký số",
    "1.004194": "phí giảm khi nộp trực tuyến, kết quả cập nhật vào cơ sở dữ liệu",
    "1.009141": "không thu phí",
    "2.002516": "người nộp thuộc diện miễn phí",
    "3.000333": "người nộp thuộc diện giảm phí",
    "1.000656": "kết quả trả qua bưu chính",
}
GREEN = {"pass", "not-applicable"}


def main(arguments: list[str]) -> int:
    only = [word for word in arguments if not word.startswith("--")]
    lawful = {str(row["name"]): str(row["title"]) for row in variants(ROOT) if row["kind"] == "conforming"}
    tries = [(PLAIN, service) for service in KINDS] + [(name, SERVICES[0]) for name in lawful]
    wanted = [(name, service) for name, service in tries if not only or name in only]
    rows = _kept() if "--keep" in arguments else {}
    found = []
    with ThreadPoolExecutor(2) as pool:
        judged = pool.map(lambda one: _row(*one, lawful), wanted)
        for row in track(judged, "Cổng làm khác mà đúng", total=len(wanted)):
            found.append(row)
            rows[row["variant"], row["service"]] = row
            _publish([rows[key] for key in sorted(rows)])  # what was measured stays, also when this is stopped
    return 0 if all(row["silent"] for row in found) else 1


def _publish(rows: list[dict[str, Any]]) -> None:
    summary = {"rows": len(rows), "silent": sum(row["silent"] for row in rows), "command": "make false-alarms"}
    report = {"summary": summary, "rows": rows}
    OUT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    _page(report, OUT.with_suffix(".md"))


def _row(name: str, service: str, lawful: dict[str, str]) -> dict[str, Any]:
    states, decision, seconds = judge(service, *(() if name == PLAIN else ("--variant", name)))
    loud = {criterion: state for criterion, state in sorted(states.items()) if state not in GREEN}
    row = {"variant": name, "title": lawful.get(name, f"Cổng như thường lệ; dịch vụ {KINDS[service]}"),
           "service": service, "judged": len(states), "decision": decision, "loud": loud, "silent": not loud,
           "seconds": seconds}  # fmt: skip
    print(f"{'✓' if row['silent'] else '✗'} {name} {service} {seconds} s: {decision} {loud}", flush=True)
    return row


def _kept() -> dict[tuple[str, str], dict[str, Any]]:
    if not OUT.is_file():
        return {}
    return {(r["variant"], r["service"]): r for r in json.loads(OUT.read_text("utf-8"))["rows"]}


def _page(report: dict[str, Any], path: Path) -> None:
    lines = [
        "# Báo động giả", "",
        ("Sinh bằng `make false-alarms`; không sửa tay. Mỗi dòng là một cổng làm khác đi mà vẫn đúng luật: không tiêu "
        "chí nào được đỏ, không tiêu chí nào được bỏ trống."), "",
        f"{report['summary']['silent']}/{report['summary']['rows']} cổng không gây báo động giả nào.", "",
        "| Cổng | DVC | Đã xét | Quyết định | Kêu oan |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for row in report["rows"]:
        loud = ", ".join(f"{c.removeprefix('L4-')} ({s})" for c, s in row["loud"].items()) or "–"
        cells = (f"`{row['variant']}` {row['title']}", row["service"], str(row["judged"]), row["decision"], loud)
        lines.append(f"| {' | '.join(cells)} |")
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
