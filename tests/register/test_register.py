"""Rows that can only be added, read as of any day, by one writer at a time."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from harness.register import Register, RegisterError, acts
from harness.register.audit import breaks
from harness.register.life import Stage
from harness.register.snapshot import Snapshot, snapshot
from harness.register.tables import audit, runs, stages
from tests.register.prepared import a_run, judged, service

LATER = datetime.now(UTC) + timedelta(days=1)
LINE = {"code": "2.000635", "name": "Cấp bản sao", "field": "Hộ tịch", "agency": "UBND xã Mẫu", "level": "toàn trình"}


def seen(register: Register, as_of: datetime = LATER) -> Snapshot:
    with register.reading() as connection:
        return snapshot(connection, as_of)


def test_a_service_walks_from_the_plan_to_conforming(register: Register) -> None:
    with register.writing("Lê Kế Hoạch") as ledger:
        assert acts.enter(ledger, LINE, {Stage.PUBLISHED: date(2026, 12, 31)}, Stage.ELIGIBLE, "kế hoạch.xlsx")
        assert not acts.enter(ledger, LINE, {Stage.PUBLISHED: date(2026, 12, 15)}, Stage.ELIGIBLE, "kế hoạch 2.xlsx")
        acts.move(ledger, "2.000635", Stage.APPROVED, "QĐ 12/QĐ-UBND")
    with register.writing("máy") as ledger:
        assert acts.record(ledger, a_run(), [judged(service())])
        assert not acts.record(ledger, a_run(), [judged(service())])  # the same run once
    entry = seen(register).by_code["2.000635"]
    assert entry.stage is Stage.CONFORMING
    assert list(entry.reached) == [Stage.CONFORMING, Stage.TESTING, Stage.BUILT, Stage.APPROVED, Stage.ELIGIBLE]
    assert entry.plan == {Stage.PUBLISHED: date(2026, 12, 15)}
    assert entry.name == "Cấp bản sao Trích lục hộ tịch"  # as the approved profile calls it
    assert entry.decided
    assert entry.decided.decision == "publish"


def test_a_failed_re_test_takes_back_what_is_not_public_and_keeps_since_when_it_fails(register: Register) -> None:
    first, second = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 8, tzinfo=UTC)
    with register.writing("máy") as ledger:
        acts.record(ledger, a_run("a", ended=first), [judged(service())])
        acts.record(ledger, a_run("b", ended=second), [judged(service(), "hold", ["L4-PAY-03"])])
        acts.record(ledger, a_run("c", ended=second + timedelta(1)), [judged(service(), "hold", ["L4-PAY-03"])])
        acts.record(ledger, a_run("old", ended=first - timedelta(1)), [judged(service())])  # entered late
    entry = seen(register).by_code["2.000635"]
    assert entry.decided
    assert entry.decided.run == "c"
    assert [(f.criterion, f.since) for f in entry.decided.failures] == [("L4-PAY-03", second)]


def test_the_past_reads_as_it_was(register: Register) -> None:
    monday = datetime(2026, 11, 16, 9, tzinfo=UTC)
    with register.writing("a", at=monday) as ledger:
        acts.enter(ledger, LINE, {}, Stage.ELIGIBLE, "kế hoạch")
    with register.writing("a", at=monday + timedelta(days=2)) as ledger:
        acts.move(ledger, "2.000635", Stage.APPROVED, "QĐ")
    assert seen(register, monday - timedelta(hours=1)).entries == ()
    assert seen(register, monday + timedelta(days=1)).by_code["2.000635"].stage is Stage.ELIGIBLE
    assert seen(register, monday + timedelta(days=3)).by_code["2.000635"].stage is Stage.APPROVED


def test_what_may_not_follow_leaves_no_trace(register: Register) -> None:
    def entered_and_moved(to: Stage) -> None:
        with register.writing("a") as ledger:
            acts.enter(ledger, LINE, {}, Stage.ELIGIBLE, "kế hoạch")
            acts.move(ledger, "2.000635", to, "QĐ")

    with pytest.raises(RegisterError, match="chỉ chuyển được sang"):
        entered_and_moved(Stage.INTEGRATED)
    with pytest.raises(RegisterError, match="kiemthu publish"):
        entered_and_moved(Stage.PUBLISHED)
    with pytest.raises(RegisterError, match="chưa có trong sổ"), register.writing("a") as ledger:
        acts.move(ledger, "1.004194", Stage.APPROVED, "QĐ")
    assert seen(register).entries == ()


@pytest.mark.parametrize("act", ["update", "delete"])
def test_rows_are_never_changed(register: Register, act: str) -> None:
    with register.writing("a") as ledger:
        acts.enter(ledger, LINE, {}, Stage.ELIGIBLE, "kế hoạch")
    wrong = update(stages).values(stage="published") if act == "update" else delete(audit)
    with pytest.raises(RegisterError, match="chỉ được thêm"), register.writing("kẻ gian") as ledger:
        ledger.connection.execute(wrong)
    assert seen(register).by_code["2.000635"].stage is Stage.ELIGIBLE


def test_the_chain_of_acts_shows_a_row_slipped_in(register: Register) -> None:
    with register.writing("a") as ledger:
        acts.enter(ledger, LINE, {}, Stage.ELIGIBLE, "kế hoạch")
        acts.move(ledger, "2.000635", Stage.APPROVED, "QĐ")
    assert told(register) == []
    with register.writing("kẻ gian") as ledger:
        row = {"at": datetime.now(UTC), "by": "x", "act": "publish", "subject": "2.000635", "detail": "{}"}
        ledger.connection.execute(insert(audit).values(**row, before="0" * 64, digest="1" * 64))
    assert "bị đứt" in told(register)[0]


def told(register: Register) -> list[str]:
    with register.reading() as connection:
        rows = connection.execute(select(audit).order_by(audit.c.id)).mappings()
        return list(breaks(dict(row) for row in rows))


def _write(url: str, writer: int, times: int) -> None:
    register = Register(url)
    for number in range(times):
        with register.writing(f"máy {writer}") as ledger:
            acts.enter(ledger, LINE | {"code": f"1.{writer:03}{number:03}"}, {}, Stage.BUILT, "song song")
            acts.record(ledger, a_run(f"luot-{writer}-{number}"), [judged(service("2.000635"))])


def test_parallel_writers_lose_nothing(url: str) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(url, number, 6)) for number in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert [one.exitcode for one in writers] == [0, 0, 0, 0]
    register = Register(url)
    assert len(seen(register).entries) == 4 * 6 + 1
    with register.reading() as connection:
        assert len(connection.execute(select(runs.c.id)).all()) == 24
        assert len(connection.execute(select(audit.c.id)).all()) == 48
    assert told(register) == []


def test_a_register_held_by_another_says_so_and_keeps_nothing(url: str) -> None:
    held, hasty = Register(url), Register(url, patience=0.2)
    with held.writing("a") as ledger:
        acts.enter(ledger, LINE, {}, Stage.ELIGIBLE, "kế hoạch")
        with pytest.raises(RegisterError, match="tiến trình khác giữ"), hasty.writing("b") as other:
            acts.enter(other, LINE, {}, Stage.ELIGIBLE, "kế hoạch")
    assert len(seen(held).entries) == 1


def test_a_newer_or_broken_register_is_left_alone(tmp_path: Path) -> None:
    broken = tmp_path / "hong.db"
    broken.write_bytes(b"khong phai so dang ky" * 100)
    with pytest.raises(RegisterError, match="bị hỏng"):
        Register(f"sqlite:///{broken}")
    with pytest.raises(RegisterError, match="địa chỉ cơ sở dữ liệu"):
        Register("so-dang-ky")
    newer = Register(f"sqlite:///{tmp_path / 'moi.db'}")
    with newer.writing("a") as ledger:
        ledger.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegisterError, match="mới hơn"):
        Register(f"sqlite:///{tmp_path / 'moi.db'}")
