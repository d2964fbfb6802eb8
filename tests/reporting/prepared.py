"""A prepared answer: a ruleset with a row of each kind, three services, findings in every state."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from harness.model import Criterion, FeeItem, Finding, Result, Ruleset, Service, State, TimeLimit
from harness.verdict.record import RunRecord
from harness.verdict.selection import Selection
from harness.verdict.verdict_file import judge

GROUPS = ("INF", "ACC", "IDN", "FRM", "SUB", "PAY", "PRC", "RES", "INT", "DAT", "SEC", "MON")


def criterion(id_: str, severity: str = "mandatory", *, tested: bool = True, **more: Any) -> Criterion:
    return Criterion(
        id=id_,
        group=id_.split("-")[1],
        title_vi=more.get("title", f"Tiêu chí {id_} được bảo đảm"),
        title_en=id_,
        severity=severity,
        basis="law",
        legal_basis=more.get("legal", "TT 01/2023"),
        original_text_checked=False,
        applies_when=more.get("applies", "always"),
        tested=tested,
        not_tested_reason="" if tested else "cần kết nối thật với Cổng Dịch vụ công quốc gia",
        owner=more.get("owner", ""),
        citizen=more.get("citizen", ""),
    )


PAY_03 = criterion(
    "L4-PAY-03",
    title="Số tiền phải trả đúng mức phí đã công bố",
    legal="NĐ 45/2020 Đ13.3",
    owner="bảng phí của cổng dịch vụ công",
    citizen="bị thu nhiều hơn 4.000 đ so với mức công bố",
)
RULESET = Ruleset(
    id="toan-trinh",
    title="Dịch vụ công trực tuyến toàn trình",
    version="2022-07",
    effective_from="2022-08-08",
    groups={"PAY": "Thanh toán", "INF": "Thông tin công khai"},
    criteria=(
        *(criterion(f"L4-{g}-01", "recommended" if g == "MON" else "mandatory") for g in GROUPS),
        criterion("L4-PAY-02", applies="no-fee"),
        PAY_03,
        criterion("L4-TST-01", tested=False),
        criterion("L4-INF-02", tested=False),
    ),
)


def service(code: str, name: str, field: str = "ho-tich", field_name: str = "Hộ tịch") -> Service:
    return Service(
        code=code,
        name=name,
        field=field,
        field_name=field_name,
        agency="Ủy ban nhân dân xã Mẫu",
        portal="sandbox",
        ruleset="toan-trinh",
        level="toàn trình",
        applicant="",
        case={},
        form=(),
        papers=(),
        fees=(FeeItem("LP", "Lệ phí", 8000),) if code == "2.000635" else (),
        time_limit=TimeLimit(1, "working_day"),
        result=Result("Bản sao", "signed_pdf", ("online",)),
    )


SERVICES = (
    service("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"),
    service("1.004194", "Đăng ký tạm trú", "cu-tru", "Cư trú"),
    service("1.009141", "Cấp mới, cấp lại Giấy chứng nhận số nhà", "xay-dung", "Xây dựng"),
)
OVERPAID = Finding(
    "L4-PAY-03",
    "2.000635",
    State.FAIL,
    required="8.000 đ × 2 bản = 16.000 đ",
    seen="cổng thanh toán thu 20.000 đ",
    files=("2.000635/complete/payment.json",),
    journey="complete",
)
RENAMED = Finding(
    "L4-RES-01",
    "1.004194",
    State.BLOCKED,
    seen="không thấy nút «Tải kết quả»; có lẽ đã đổi tên thành «Tải về kết quả»",
    journey="complete",
    owner="bộ kết nối",
    extra={
        "task": "result",
        "step": "fetch: link «Tải kết quả»",
        "file": "catalog/portals/sandbox.yaml:138",
        "candidates": "Tải về kết quả",
    },
)


def passes(code: str) -> list[Finding]:
    return [
        Finding(c.id, code, State.PASS, seen="như yêu cầu", journey="complete")
        for c in RULESET.criteria
        if c.tested and (c.id, code) != ("L4-PAY-02", "2.000635")
    ]


def findings() -> list[Finding]:
    special = [
        OVERPAID,
        RENAMED,
        Finding("L4-MON-01", "2.000635", State.FAIL, seen="chỉ có 2 mức đánh giá"),
    ]
    taken = {(f.service, f.criterion) for f in special}
    return special + [f for s in SERVICES for f in passes(s.code) if (f.service, f.criterion) not in taken]


def record(folder: Path, found: list[Finding] | None = None, *, complete: bool = True) -> RunRecord:
    selection = Selection.of(RULESET, tuple(s.code for s in SERVICES), complete=complete)
    facts = {
        "portal": "Cổng dịch vụ công mẫu",
        "browser": "Chromium 156",
        "at_once": 4,
        "faults": ["phi-cong-them"],
    }
    return RunRecord(
        folder,
        tuple(findings() if found is None else found),
        selection,
        "2026-11-22T23:10:05+07:00",
        "2026-11-22T23:11:40+07:00",
        facts,
    )


def answer(folder: Path, **how: Any) -> dict[str, Any]:
    return judge(record(folder, **how), RULESET, SERVICES)


def seal(folder: Path, key: str) -> None:
    """An envelope as far as reports read it: whose key it names."""
    envelope = {"payload": "", "payloadType": "", "signatures": [{"keyid": key, "sig": ""}]}
    (folder / "attestation.dsse.json").write_text(json.dumps(envelope), "utf-8")
