"""What was sent to the national portal, and whether portal and one-stop system tell the same story."""

from __future__ import annotations

from collections.abc import Iterator

from harness.checks.judges import packets, wording
from harness.checks.processing import called, wrong_move
from harness.checks.reading import Row, rows, some, statuses
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Outcome, Service

_STATUS = frozenset({"TrangThaiHoSo"})  # empty or wrong: judged by L4-INT-07 alone
_ORDER = (("NgayNopHoSo", "NgayTiepNhan"), ("NgayTiepNhan", "NgayHenTra"), ("NgayTiepNhan", "NgayKetThucXuLy"),
          ("NgayKetThucXuLy", "NgayTra"))  # fmt: skip


def _received(evidence: Evidence) -> None:
    """Only a dossier that was received must be sent."""
    if not evidence.fact("received.at"):
        raise NotObserved("received.at", "hồ sơ chưa được tiếp nhận")


def _packets(evidence: Evidence) -> Iterator[Row]:
    for row in some(evidence, "national.dossiers"):
        yield from row["data"] if isinstance(row["data"], list) else [row["data"]]


@check("L4-INT-03")
def received_dossier_is_sent(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QĐ 31/2021 Đ32; QCVN 120:2019: a received dossier reaches the national portal."""
    _received(evidence)
    code = evidence.fact("submission.code")
    sent = rows(evidence, "national.dossiers")
    if not sent:
        return Shortfall(f"Cổng DVC quốc gia không nhận gói tin nào của hồ sơ {code}", "đồng bộ sau khi tiếp nhận",
                         evidence.last("national.dossiers"))  # fmt: skip
    return None


@check("L4-INT-04")
def mandatory_fields_are_filled(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QCVN 120:2019 (fields as public adapters know them): nothing mandatory is absent or empty."""
    for packet in _packets(evidence):
        missing = packets.missing_fields(packet, judged_elsewhere=_STATUS)
        if missing:
            named = ", ".join(f"{name} ({packets.title(name)})" for name in missing)
            return Shortfall(f"gói tin bỏ trống {named}", "đủ trường bắt buộc", evidence.last("national.dossiers"))
    return None


@check("L4-INT-06")
def dates_are_in_order(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Derived: sent ≤ received ≤ due; received ≤ processed ≤ given."""
    compared = 0
    for packet in _packets(evidence):
        for earlier, later in _ORDER:
            first, second = packets.time_of(packet.get(earlier)), packets.time_of(packet.get(later))
            if first is None or second is None:
                continue
            compared += 1
            if first > second:
                said = " sau ".join(
                    f"{packets.title(n)} {at:%d/%m/%Y %H:%M}" for n, at in ((earlier, first), (later, second))
                )
                return Shortfall(f"gói tin có {said}", f"{earlier} ≤ {later}", evidence.last("national.dossiers"))
    if not compared:
        raise NotObserved("national.dossiers", "không cặp ngày nào đọc được")
    return None


@check("L4-INT-07")
def statuses_sent_are_real_ones(evidence: Evidence, _service: Service) -> Shortfall | None:
    """National status list: 1–10, never empty, and none that the dossier never had."""
    had = _statuses_had(evidence)
    for packet in _packets(evidence):
        sent = packet.get("TrangThaiHoSo")
        status = packets.status_of(sent)
        if status is None:
            seen = f"gói tin gửi trạng thái «{sent}»" if wording.plain(sent) else "gói tin gửi trạng thái rỗng"
            return Shortfall(seen, "một số từ 1 đến 10", evidence.last("national.dossiers"))
        if had and status not in had:
            return Shortfall(f"gói tin gửi trạng thái {called(status)} mà hồ sơ chưa từng có", "trạng thái đã có",
                             evidence.last("national.dossiers"))  # fmt: skip
    return None


def _statuses_had(evidence: Evidence) -> set[object]:
    """What any of our own witnesses saw the dossier in; nothing when they did not see it to its end."""
    if evidence.outcome is not Outcome.DONE:
        return set()
    steps = rows(evidence, "status.steps") if evidence.has("status.steps") else []
    seen = {row[key] for row in steps for key in ("expected", "portal", "one_stop")}
    if evidence.has("history.portal"):
        seen.update(statuses(evidence, "history.portal"))
    return seen - {None}


@check("L4-INT-12")
def nothing_is_told_done_at_reception(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A defect of real adapters: a «processed» row with the moment of reception."""
    received = {packet.get("NgayTiepNhan") for packet in _packets(evidence)}
    finished = {packet.get("NgayKetThucXuLy") for packet in _packets(evidence)}  # in the same second, when tried fast
    for row in _progress(evidence):
        if str(row.get("TrangThai")) == "9" and row.get("ThoiDiemXuLy") in received - finished:
            return Shortfall("tiến độ báo 9 (Đã xử lý xong) ngay lúc tiếp nhận", "báo xong khi xử lý xong",
                             evidence.last("national.progress"))  # fmt: skip
    return None


@check("L4-INT-12")
def every_step_is_told(evidence: Evidence, _service: Service) -> Shortfall | None:
    """F766, CapNhatTienDoHoSoMC: the rows sent are the steps that officers took, at their time, in their order."""
    sent = _progress(evidence)
    statuses: list[object] = [packets.status_of(row.get("TrangThai")) for row in sent]
    witness = evidence.last("national.progress")
    walked = [row["expected"] for row in some(evidence, "status.steps") if row["step"] not in {"submit", "pay"}]
    untold = [called(status) for status in walked if status not in statuses]
    if untold:
        return Shortfall(f"không gửi tiến độ bước {', '.join(untold)}", "mỗi bước của hồ sơ một dòng tiến độ", witness)
    wrong = wrong_move(statuses)
    if wrong:
        way = " → ".join(called(status) for status in wrong)
        return Shortfall(f"tiến độ gửi đi có bước {way}", "đúng thứ tự các bước của hồ sơ", witness)
    return None


def _progress(evidence: Evidence) -> list[Row]:
    """Rows in the order of their time, not of their arrival."""
    found = [row["data"] for row in rows(evidence, "national.progress")]
    return sorted(found, key=lambda row: str(row.get("ThoiDiemXuLy", "")))


@check("L4-INT-19")
def one_stop_system_has_the_same_code(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 App. III: citizen and officer speak of the same dossier."""
    theirs, ours = evidence.last("code.one_stop"), evidence.fact("submission.code")
    if wording.plain(theirs.value) != wording.plain(ours):
        return Shortfall(f"một cửa điện tử ghi mã {wording.plain(theirs.value)}", f"mã {ours} như trên cổng", theirs)
    return None


@check("L4-INT-19")
def one_stop_system_has_the_same_status(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 App. III: at the end both systems show the same status."""
    last = some(evidence, "status.steps")[-1]
    if last["step"] != "deliver" or last["one_stop"] is None:
        raise NotObserved("status.steps", evidence.reason or "chưa đọc được trạng thái cuối ở cả hai nơi")
    if last["portal"] != last["one_stop"]:
        return Shortfall(f"một cửa điện tử ghi {called(last['one_stop'])}", f"{called(last['portal'])} như trên cổng",
                         evidence.last("status.steps"))  # fmt: skip
    return None
