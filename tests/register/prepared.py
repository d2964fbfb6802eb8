"""Services, runs and decisions to put into a register."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from harness.model import FeeItem, Finding, Result, Service, State, TimeLimit
from harness.register.acts import Judged, Tested
from harness.register.life import WAY, Stage
from harness.register.snapshot import Decided, Entry, Failure, Snapshot, Waived

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


def office(known: Sequence[Service], now: datetime) -> Snapshot:
    """An office in the middle of its year: every stage, dates kept and missed, open defects, waivers that end."""
    entries = tuple(_entry(one, number, now) for number, one in enumerate(known))
    waiver = Waived("L4-ACC-05", known[0].code, now.date() - timedelta(days=60), now.date() + timedelta(days=12),
                    "Trần Văn Chủ", "Lê Thị Duyệt", "nhà cung cấp sửa giao diện di động trong tháng tới")  # fmt: skip
    return Snapshot(now, entries, (waiver,), {one.code: one for one in entries})


def _entry(one: Service, number: int, now: datetime) -> Entry:
    stage = (Stage.INTEGRATED, Stage.PUBLISHED, Stage.CONFORMING, Stage.TESTING, Stage.BUILT, Stage.APPROVED,
             Stage.PUBLISHED, Stage.TESTING, Stage.ELIGIBLE)[number % 9]  # fmt: skip
    way = WAY[: WAY.index(stage) + 1]
    reached = {each: now - timedelta(days=12 * (len(way) - place) + number) for place, each in enumerate(way)}
    plan = {Stage.BUILT: now.date() - timedelta(days=70 - 4 * number),
            Stage.PUBLISHED: now.date() + timedelta(days=9 * number - 40)}  # fmt: skip
    failing = ("L4-PAY-03", "L4-RES-04")[: 1 + number % 2] if number % 5 == 1 or stage is Stage.TESTING else ()
    ended = now - timedelta(days=3 * number)
    failures = tuple(
        Failure(c, "fail", {"L4-PAY-03": "Số tiền đúng mức công bố", "L4-RES-04": "Chữ ký số của cơ quan hợp lệ"}[c],
                "mandatory", {"L4-PAY-03": "bảng phí của cổng", "L4-RES-04": "phần ký số"}[c], c,
                ended - timedelta(days=number))
        for c in failing
    )  # fmt: skip
    decided = Decided(number, "hold" if failing else "publish", ended, ended, f"luot-{number}", "", "1", "khóa", False,
                      "", PROFILE, (f"{len(failing)} tiêu chí không đạt",) if failing else (), failures)  # fmt: skip
    tested = stage in WAY[3:]
    return Entry(one.code, one.name, one.field_name, one.agency, one.level, one.portal, stage, reached[stage], reached,
                 plan, decided if tested else None, reached.get(Stage.PUBLISHED))  # fmt: skip
