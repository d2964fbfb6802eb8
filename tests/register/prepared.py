"""Services, runs and decisions to put into a register."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from harness.model import FeeItem, Finding, Result, Service, State, TimeLimit
from harness.register.acts import Judged, Tested

PROFILE = "ab" * 32


def service(code: str = "2.000635", name: str = "Cấp bản sao Trích lục hộ tịch") -> Service:
    return Service(
        code=code, name=name, field="ho-tich", field_name="Hộ tịch", agency="Ủy ban nhân dân xã Mẫu", portal="sandbox",
        ruleset="toan-trinh", level="toàn trình", applicant="", case={}, form=(), papers=(),
        fees=(FeeItem("LP", "Lệ phí", 8000),), time_limit=TimeLimit(1, "working_day"),
        result=Result("Bản sao", "signed_pdf", ("online",)),
    )  # fmt: skip


def a_run(run: str = "luot-1", *, ended: datetime = datetime(2026, 11, 20, 3, tzinfo=UTC), demo: bool = False,
          signer: str = "khóa của Sở", waived: Sequence[dict[str, object]] = ()) -> Tested:  # fmt: skip
    return Tested(run, hashlib.sha256(run.encode()).hexdigest(), ended, "2026.11.1", "toan-trinh", "0.1.0", signer,
                  demo, "", f"reports/runs/{run}", waived)  # fmt: skip


def judged(
    one: Service, decision: str = "publish", failing: Sequence[str] = (), *, waived: Sequence[str] = ()
) -> Judged:
    found = [(Finding(c, one.code, State.FAIL, owner="bảng phí"), f"Tiêu chí {c}", "mandatory", f"dau-{c}")
             for c in failing]  # fmt: skip
    found += [(Finding(c, one.code, State.WAIVED), f"Tiêu chí {c}", "recommended", f"dau-{c}") for c in waived]
    reasons = ("không đạt: " + ", ".join(failing),) if failing else ("mọi tiêu chí đều đạt",)
    return Judged(one, decision, reasons, {"fail": len(failing)}, found, PROFILE)
