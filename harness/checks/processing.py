"""Statuses while the dossier is processed."""

from __future__ import annotations

from itertools import pairwise

from harness.checks.reading import some, statuses, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

NAMES = {
    1: "Mới đăng ký", 2: "Được tiếp nhận", 3: "Không được tiếp nhận", 4: "Đang xử lý", 5: "Yêu cầu bổ sung giấy tờ",
    6: "Yêu cầu thực hiện nghĩa vụ tài chính", 7: "Công dân yêu cầu rút hồ sơ", 8: "Dừng xử lý", 9: "Đã xử lý xong",
    10: "Đã trả kết quả",
}  # fmt: skip
# Which status may come before. The names are the national list's; the order is derived (no source gives it).
BEFORE: dict[int, set[int]] = {
    1: set(), 2: {1, 5}, 3: {1, 5}, 4: {2, 5, 6}, 5: {1, 2, 4}, 6: {1, 2, 4, 5}, 7: {1, 2, 4, 5, 6},
    8: {2, 4, 5, 6}, 9: {2, 4, 6}, 10: {9},
}  # fmt: skip
STEPS = {"submit": "nộp hồ sơ", "pay": "nộp tiền", "receive": "tiếp nhận", "process": "chuyển xử lý",
         "issue": "ban hành kết quả", "deliver": "trả kết quả"}  # fmt: skip
# Where one pays after reception, 6 may say that the money is waited for, and paying may lead on to 4.
_ALSO = {"receive": 6, "pay": 4}
_MUST = ("receive", "process", "issue", "deliver")


def called(status: object) -> str:
    """«4 (Đang xử lý)»; words of the portal as they are."""
    return f"{status} ({NAMES[status]})" if isinstance(status, int) and status in NAMES else f"«{status or 'trống'}»"


def wrong_move(statuses: list[object]) -> tuple[object, object] | None:
    """The first pair that the order of statuses does not allow; a repeated status is no move."""
    for before, after in pairwise(statuses):
        if before != after and not (isinstance(after, int) and before in BEFORE.get(after, set())):
            return before, after
    return None


@check("L4-PRC-01")
def each_step_shows_its_status(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 Đ4, App. I: after each step the citizen's page shows the status of that step."""
    steps = some(evidence, "status.steps")
    order = [row["step"] for row in steps]
    pays_later = "pay" in order and "receive" in order[: order.index("pay")]
    for row in steps:
        if row["portal"] != row["expected"] and not (pays_later and row["portal"] == _ALSO.get(row["step"])):
            step = STEPS.get(row["step"], row["step"])
            return Shortfall(f"sau bước {step} cổng hiện {called(row['portal'])}", called(row["expected"]),
                             evidence.last("status.steps"))  # fmt: skip
    walked = {row["step"] for row in steps}
    missing = [STEPS[step] for step in _MUST if step not in walked]
    if missing:
        raise NotObserved("status.steps", evidence.reason or f"chưa qua bước {', '.join(missing)}")
    return None


@check("L4-PRC-02")
def statuses_follow_one_another(evidence: Evidence, _service: Service) -> Shortfall | None:
    """National status list, order derived: no dossier goes back, none skips what must come first."""
    witness = evidence.last("history.portal")
    history = statuses(evidence, "history.portal")
    if len(history) < 2:
        raise NotObserved("history.portal", "lịch sử chưa có hai trạng thái")
    wrong = wrong_move(history)
    if wrong:
        way = " → ".join(called(status) for status in wrong)
        return Shortfall(f"lịch sử có bước {way}", "trạng thái chuyển đúng thứ tự, không quay lui", witness)
    walked_to_the_end(evidence, "history.portal")
    return None
