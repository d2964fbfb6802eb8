"""The table of prepared runs as docs/gate-of-the-gate.json and a page to read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.gate.cases import Case
from tests.gate.place import ROOT

JSON_PAGE = ROOT / "docs/gate-of-the-gate.json"
PAGE = ROOT / "docs/gate-of-the-gate.md"
CODES = {
    0: "được công bố",
    1: "chưa công bố",
    2: "sai lệnh hoặc sai tệp mô tả",
    3: "chưa kết luận được",
    4: "lỗi bộ kiểm thử",
    5: "miễn trừ không dùng được",
    6: "lộ dữ liệu trong bằng chứng",
    7: "bằng chứng không đầy đủ hoặc không đối chiếu được",
}


def as_json(cases: Sequence[Case]) -> str:
    rows = [{"id": c.id, "prepared": c.title, "exit_code": c.code, "says": c.says} for c in cases]
    content = {"command": "kiemthu gate", "held_by": "tests/gate", "cases": rows}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_page(cases: Sequence[Case]) -> str:
    lines = [
        "# Kiểm chính cổng quyết định",
        "",
        f"{len(cases)} lượt chạy dựng sẵn, mỗi lượt gọi `kiemthu gate` như một đường ống gọi, kèm mã thoát và",
        "câu phải có. Bảng do `python -m tests.gate` lập từ chính các trường hợp trong `tests/gate/cases.py`;",
        "một phép thử giữ cho bảng luôn khớp.",
        "",
    ]
    for code, words in CODES.items():
        mine = [c for c in cases if c.code == code]
        if mine:
            lines += [f"## {code}: {words}", "", "| Lượt chạy | Mã | Câu phải có |", "|---|---|---|"]
            lines += [f"| {c.title} | `{c.id}` | {c.says} |" for c in mine]
            lines.append("")
    return "\n".join(lines)
