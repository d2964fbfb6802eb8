"""What the office reads from the register, as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from harness.register import Register, acts
from harness.register.life import WAY, Stage
from harness.register.snapshot import Decided, Entry, Failure, Snapshot, snapshot
from harness.reporting.statistics import AHEAD, DUE_SOON, LATE, ON_TIME, changes, statistics
from harness.reporting.statistics_files import safe, write_page, write_workbook
from harness.reporting.statistics_view import headline, sheets
from tests.register.prepared import a_run, judged, service

DAY = date(2026, 11, 26)
MOMENT = datetime(2026, 11, 26, 16, tzinfo=UTC)
MAX_AGE = timedelta(days=90)


def entry(code: str, stage: Stage = Stage.TESTING, **more: object) -> Entry:
    facts = {"name": f"Dịch vụ {code}", "field": "Hộ tịch", "agency": "Sở Tư pháp", "level": "toàn trình",
             "portal": "sandbox", "since": MOMENT, "reached": {stage: MOMENT}, "plan": {}} | more  # fmt: skip
    return Entry(code=code, stage=stage, **facts)  # type: ignore[arg-type]


def decided(decision: str = "publish", *failing: str, ended: datetime = MOMENT) -> Decided:
    failures = tuple(Failure(c, "fail", f"Tiêu chí {c}", "mandatory", "bảng phí", c, ended) for c in failing)
    return Decided(1, decision, ended, ended, "luot", "00", "1", "khóa", False, "", "ab", ("vì",), failures)


def held(*entries: Entry) -> Snapshot:
    return Snapshot(MOMENT, entries, (), {one.code: one for one in entries})


@given(st.lists(st.sampled_from(Stage), max_size=30))
def test_every_service_is_counted_once(stages: list[Stage]) -> None:
    told = statistics(held(*(entry(f"1.{n:06}", stage) for n, stage in enumerate(stages))), DAY, max_age=MAX_AGE)
    assert sum(told.totals.values()) + told.dropped == len(stages)
    assert sum(sum(counts.values()) for _, _, counts in told.table) == len(told.entries)
    assert told.share[0] == sum(stage in {Stage.PUBLISHED, Stage.INTEGRATED} for stage in stages)


@pytest.mark.parametrize(
    ("reached", "due", "state"),
    [
        ({Stage.BUILT: datetime(2026, 11, 1, tzinfo=UTC)}, date(2026, 11, 1), ON_TIME),
        ({Stage.BUILT: datetime(2026, 11, 2, tzinfo=UTC)}, date(2026, 11, 1), LATE),
        ({Stage.TESTING: datetime(2026, 10, 2, tzinfo=UTC)}, date(2026, 11, 1), ON_TIME),  # further on: built before
        ({Stage.APPROVED: datetime(2026, 10, 2, tzinfo=UTC)}, date(2026, 11, 25), LATE),
        ({Stage.APPROVED: datetime(2026, 10, 2, tzinfo=UTC)}, date(2026, 11, 26), DUE_SOON),
        ({Stage.APPROVED: datetime(2026, 10, 2, tzinfo=UTC)}, date(2027, 3, 1), AHEAD),
    ],
)
def test_a_date_of_the_plan_is_kept_or_not(reached: dict[Stage, datetime], due: date, state: str) -> None:
    one = entry("1.000001", next(iter(reached)), reached=reached, plan={Stage.BUILT: due})
    assert [m.state for m in statistics(held(one), DAY, max_age=MAX_AGE).milestones] == [state]


def test_defects_are_counted_by_criterion_and_public_services_that_fail_stand_out() -> None:
    told = statistics(
        held(
            entry("1.000001", Stage.PUBLISHED, decided=decided("hold", "L4-PAY-03")),
            entry("1.000002", decided=decided("hold", "L4-PAY-03", "L4-RES-01")),
            entry("1.000003", Stage.CONFORMING, decided=decided(ended=MOMENT - timedelta(days=80))),
        ),
        DAY,
        max_age=MAX_AGE,
    )
    assert [(top.criterion, top.services) for top in told.top] == [
        ("L4-PAY-03", ("1.000001", "1.000002")), ("L4-RES-01", ("1.000002",))
    ]  # fmt: skip
    assert [one.code for one in told.follow_up] == ["1.000001"]
    assert [(one.entry.code, (one.last_day - DAY).days) for one in told.lapses] == [("1.000003", 10)]
    assert ("Lỗi đang mở", "3") in headline(told)


def test_two_days_are_compared() -> None:
    before = held(entry("1.000001", decided=decided("hold", "L4-PAY-03")), entry("1.000002"))
    after = held(entry("1.000001", Stage.CONFORMING, decided=decided()), entry("1.000002"), entry("1.000003"))
    found = {one.code: one for one in changes(before, after)}
    assert set(found) == {"1.000001", "1.000003"}
    assert found["1.000001"].mended == ("L4-PAY-03",)
    assert (found["1.000001"].before, found["1.000001"].after) == ("đang kiểm thử", "đạt yêu cầu")
    assert found["1.000003"].before == "chưa có trong sổ"


def test_workbook_and_page_tell_the_same(tmp_path: Path) -> None:
    register = Register(f"sqlite:///{tmp_path / 'so.db'}")
    waiver = {"criterion": "L4-ACC-05", "code": "2.000635", "starts": DAY, "ends": DAY + timedelta(days=9),
              "owner": "Trần Chủ", "approver": "Lê Duyệt", "reason": "=HYPERLINK(1)"}  # fmt: skip
    with register.writing("máy") as ledger:
        line = {"code": "2.000635", "name": "Cấp bản sao", "field": "Hộ tịch", "agency": "Xã Mẫu"}
        acts.enter(ledger, line, {Stage.PUBLISHED: date(2026, 11, 1)}, Stage.APPROVED, "kế hoạch")
        acts.record(ledger, a_run(waived=[waiver]), [judged(service(), "hold", ["L4-PAY-03"], waived=["L4-ACC-05"])])
    with register.reading() as connection:
        told = statistics(snapshot(connection, datetime.now(UTC) + timedelta(days=1)), DAY, max_age=MAX_AGE)
    tables = sheets(told)
    book = load_workbook(write_workbook(tmp_path / "thong-ke.xlsx", told, tables))
    page = write_page(tmp_path / "thong-ke.html", told, tables).read_text("utf-8")
    assert book.sheetnames[0] == "Tổng hợp"
    words = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    for shown in ("Hộ tịch", "L4-PAY-03", "trễ hạn", "Lê Duyệt"):
        assert shown in words
        assert shown in page
    assert "=HYPERLINK(1)" not in words  # a reason is words, never a formula
    assert "01/11/2026" in page
    for table in tables:
        assert all(len(row) == len(table.headings) for row in table.rows), table.title


@given(st.text(max_size=20))
def test_no_words_become_a_formula(text: str) -> None:
    assert not str(safe(text)).startswith(("=", "+", "-", "@"))


def test_all_stages_have_a_column() -> None:
    told = statistics(held(*(entry(f"1.{n:06}", stage) for n, stage in enumerate(WAY))), DAY, max_age=MAX_AGE)
    assert sheets(told)[0].rows[-1][2:9] == [1] * 7


@pytest.mark.parametrize("demo", [True, False])
def test_decisions_that_a_demo_key_signed_are_counted_at_the_top_of_the_page(tmp_path: Path, *, demo: bool) -> None:
    told = statistics(held(entry("1.000001", decided=replace(decided(), demo=demo)), entry("1.000002")), DAY,
                      max_age=MAX_AGE)  # fmt: skip
    page = write_page(tmp_path / "thong-ke.html", told, sheets(told)).read_text("utf-8")
    assert ("quyết định của 1 dịch vụ ký bằng khóa dùng thử" in page) is demo
