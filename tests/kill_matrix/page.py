"""The kill matrix as a page that a person reads."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any


def write_page(report: dict[str, Any], path: Path) -> None:
    summary = report["summary"]
    lines = [
        "# Ma trận gieo lỗi",
        "",
        ("Sinh bằng `make kill-matrix`; không sửa tay. Mỗi dòng là một lỗi gieo vào cổng mẫu, các tiêu chí mà lỗi đó "
         "phải làm đỏ và kết quả đo được."),
        "",
        (f"{summary['ok']}/{summary['faults']} lỗi bị phát hiện đúng như dự kiến; "
         f"{summary['criteria_killed']} tiêu chí có ít nhất một lỗi làm đỏ; "
         f"chưa chứng minh: {', '.join(summary['unproven']) or 'không có'}."),
        "",
        "| Lỗi | Người dân gặp | DVC | Phải đỏ | Đã đỏ | Sống sót | Đỏ ngoài dự kiến | Chưa kiểm được |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in report["rows"]:
        cells = [f"`{row['fault']}` {row['title']}", row["citizen"], row["service"]]
        cells += [", ".join(i.removeprefix("L4-") for i in row[key]) or "–"
                  for key in ("expected", "killed", "survived", "unexpected")]
        cells.append(str(len(row["blank"])))
        lines.append("| " + " | ".join(cells) + " |")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_table(report: dict[str, Any], path: Path) -> None:
    """The rows once more, for a spreadsheet."""
    plain = ("fault", "title", "citizen", "service", "ok", "decision", "seconds", "commit")
    lists = ("expected", "killed", "survived", "unexpected")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([*plain, *lists])
        for row in report["rows"]:
            table.writerow([*(row.get(name, "") for name in plain), *(" ".join(row[name]) for name in lists)])
