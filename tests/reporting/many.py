"""Prepared runs of any size: services of several fields and agencies, findings in every state, and their files."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.model import Criterion, Finding, Ruleset, Service, State
from harness.verdict.record import RunRecord
from harness.verdict.selection import Selection
from harness.verdict.verdict_file import judge
from tests.reporting.prepared import GROUPS, criterion, service

FIELDS = (
    ("ho-tich", "Hộ tịch"), ("cu-tru", "Cư trú"), ("xay-dung", "Xây dựng"), ("dat-dai", "Đất đai"),
    ("bao-tro-xa-hoi", "Bảo trợ xã hội"), ("giao-duc", "Giáo dục và Đào tạo"), ("y-te", "Y tế"),
)  # fmt: skip
AGENCIES = ("Ủy ban nhân dân xã Mẫu", "Sở Tư pháp tỉnh Mẫu", "Sở Xây dựng tỉnh Mẫu", "Công an tỉnh Mẫu")
NAMES = (
    "Cấp bản sao Trích lục hộ tịch", "Đăng ký tạm trú", "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    "Đăng ký biến động quyền sử dụng đất", "Thực hiện hỗ trợ chi phí mai táng", "Chuyển trường đối với học sinh",
    "Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm",
)  # fmt: skip
ODD = (State.FAIL, State.BLOCKED, State.COMPROMISED, State.REVIEW, State.FLAKY, State.ERROR, State.NOT_RUN)


def ruleset(count: int) -> Ruleset:
    """``count`` criteria over the real groups, each tenth only recommended."""
    rows: list[Criterion] = []
    while len(rows) < count:
        number, group = divmod(len(rows), len(GROUPS))
        name = f"L4-{GROUPS[group]}-{number + 1:02}"
        title = f"Tiêu chí số {len(rows) + 1} về việc người dân làm được trọn thủ tục trên mạng"
        rows.append(criterion(name, "recommended" if len(rows) % 10 == 9 else "mandatory", title=title))
    titles = dict(zip(GROUPS, ("Thông tin công khai", "Tìm kiếm và tiếp cận", "Đăng nhập, định danh",
        "Biểu mẫu điện tử", "Nộp và tiếp nhận hồ sơ", "Thanh toán trực tuyến", "Theo dõi xử lý", "Trả kết quả",
        "Kết nối, chia sẻ dữ liệu", "Chất lượng dữ liệu TTHC", "An toàn thông tin", "Đánh giá, giám sát"),
        strict=True))  # fmt: skip
    return Ruleset(
        "toan-trinh", "Dịch vụ công trực tuyến toàn trình", "1.0.0", "2022-08-15", tuple(rows), groups=titles
    )


def services(count: int, start: int = 0) -> tuple[Service, ...]:
    made = []
    for number in range(start, start + count):
        field, name = FIELDS[number % len(FIELDS)], NAMES[number % len(NAMES)]
        one = service(f"3.{number:06}", f"{name} ({number + 1})", *field)
        made.append(replace(one, agency=AGENCIES[number % len(AGENCIES)]))
    return tuple(made)


def findings(chosen: Sequence[Service], rules: Ruleset, seed: int = 5) -> list[Finding]:
    """Two services of three pass; the others carry what real runs carry. The same seed gives the same run."""
    dice = random.Random(seed)
    found = []
    for number, one in enumerate(chosen):
        troubled = number % 3 == 1
        for c in rules.criteria:
            state = dice.choice(ODD) if troubled and dice.random() < 0.03 else State.PASS
            if state is State.PASS and dice.random() < 0.06:
                found.append(Finding(c.id, one.code, State.BLOCKED if troubled else State.PASS, journey="complete"))
                continue
            required, seen = (
                ("như quy định", f"cổng cho thấy khác ở bước {dice.randrange(9)}")
                if state is not State.PASS
                else ("", "")
            )
            found.append(
                Finding(
                    c.id,
                    one.code,
                    state,
                    required,
                    seen,
                    (f"{one.code}/complete/pages/011-pay.aria.txt",) if seen else (),
                    "complete",
                )
            )
    return found


def run(
    folder: Path, count: int, criteria: int = 60, start: int = 0, ended: str = "2026-11-22T23:11:40+07:00"
) -> dict[str, Any]:
    """The answer of one run over ``count`` services."""
    chosen, rules = services(count, start), ruleset(criteria)
    record = RunRecord(
        folder, tuple(findings(chosen, rules, start)), Selection.of(rules, tuple(s.code for s in chosen)),
        "2026-11-22T23:10:05+07:00", ended,
        {"portal": "mau", "portal_name": "Cổng dịch vụ công mẫu", "environment": "test"},
    )  # fmt: skip
    return judge(record, rules, chosen)
