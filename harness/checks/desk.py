"""The officers' system itself: reception in time, hostile texts, accounts, and packets that did not get through."""

from __future__ import annotations

import re
from datetime import timedelta

from harness.checks.history import written_moment
from harness.checks.judges.workdays import calendar
from harness.checks.reading import rows, some, texts, time_of
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_OVERDUE = re.compile(r"quá hạn|trễ hạn|quá \d+ giờ|chậm|hết hạn", re.IGNORECASE)
_TAKEN = frozenset({"0", "00"})


@check("L4-SUB-07")
def reception_has_its_deadline(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11: the officer sees until when the applicant must be told, eight working hours from sending."""
    submitted = time_of(evidence, "submission.at").date()
    first, witness = some(evidence, "reception.watch")[0], evidence.last("reception.watch")
    shown = written_moment(str(first["shown"] or ""))
    days = calendar()
    latest = days.next_working(submitted)
    if latest == submitted:  # sent on a working day: what does not fit into it goes over into the next
        latest = days.next_working(submitted + timedelta(days=1))
    if shown is None:
        return Shortfall("một cửa không cho biết hạn thông báo tiếp nhận", "08 giờ làm việc từ lúc nộp", witness)
    if shown.date() > latest:
        return Shortfall(f"một cửa ghi hạn thông báo tiếp nhận {shown:%d/%m/%Y %H:%M}",
                         f"08 giờ làm việc, muộn nhất trong ngày {latest:%d/%m/%Y}", witness)  # fmt: skip
    return None


@check("L4-SUB-07")
def late_reception_is_flagged(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Two working days later, with nobody having received it, the system says that it is late."""
    watched = some(evidence, "reception.watch")
    if len(watched) < 2:
        raise NotObserved("reception.watch", "cổng không có đồng hồ thử nên chưa thấy hồ sơ quá 08 giờ làm việc")
    shown = str(watched[-1]["shown"] or "")
    if not _OVERDUE.search(shown):
        return Shortfall(f"hồ sơ chưa tiếp nhận sau hai ngày làm việc mà một cửa chỉ ghi «{shown}»",
                         "báo quá 08 giờ làm việc", evidence.last("reception.watch"))  # fmt: skip
    return None


@check("L4-SEC-06")
def typed_markup_stays_text(evidence: Evidence, _service: Service) -> Shortfall | None:
    """What an applicant typed is words on the officer's page, never elements or scripts."""
    seen = some(evidence, "officer.markup")
    witness = evidence.last("officer.markup")
    for row in seen:
        if row["ran"] or row["elements"]:
            how = "chạy như mã lệnh" if row["ran"] else "thành phần tử của trang"
            return Shortfall(f"chuỗi đánh dấu ở «{row['where']}» {how} trên trang cán bộ", "hiện nguyên văn", witness)
    if not any(row["shown"] for row in seen):
        raise NotObserved("officer.markup", "trang cán bộ không hiện chuỗi đánh dấu nào")
    return None


@check("L4-SEC-13")
def officers_account_is_locked(evidence: Evidence, _service: Service) -> Shortfall | None:
    """After wrong passwords in a row even the right one is not taken for a while."""
    found, witness = evidence.fact("officer.lockout"), evidence.last("officer.lockout")
    if found["entered"]:
        return Shortfall(f"sai mật khẩu {found['tries']} lần liền vẫn đăng nhập được ngay", "khóa tài khoản tạm thời",
                         witness)  # fmt: skip
    return None


@check("L4-SEC-13")
def officers_session_ends(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A session that nobody used for hours is over."""
    found, witness = evidence.fact("officer.idle"), evidence.last("officer.idle")
    if found["inside"]:
        return Shortfall(f"bỏ máy {found['hours']} giờ, mở lại vẫn đang đăng nhập", "phiên cán bộ tự hết hạn", witness)
    return None


@check("L4-INT-13")
def updates_say_that_they_are(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A dossier that the national portal has taken is updated (isUpdating True), not sent as new."""
    calls = [call for call in some(evidence, "national.calls") if call["service"] == "DongBoHoSoMC"]
    taken = next((n for n, call in enumerate(calls) if call["error_code"] in _TAKEN), len(calls))
    later = calls[taken + 1 :]
    if not later:
        raise NotObserved("national.calls", evidence.reason or "hồ sơ mới được gửi một lần")
    wrong = [call for call in later if call["is_updating"] != "True"]
    if wrong:
        seen = f"{len(wrong)} trong {len(later)} lần gửi lại hồ sơ đã có mang isUpdating «{wrong[0]['is_updating']}»"
        return Shortfall(seen, "isUpdating True", evidence.last("national.calls"))
    return None


@check("L4-INT-16")
def failed_delivery_is_sent_again(evidence: Evidence, _service: Service) -> Shortfall | None:
    """The national portal answered an error once: the same packet is sent until it is taken."""
    calls = some(evidence, "national.calls")
    failed = next((n for n, call in enumerate(calls) if call["error_code"] not in _TAKEN), None)
    if failed is None:
        raise NotObserved("national.calls", "Cổng DVC quốc gia chưa trả lỗi lần nào")
    service = calls[failed]["service"]
    if not any(call["error_code"] in _TAKEN and call["service"] == service for call in calls[failed + 1 :]):
        seen = f"Cổng DVC quốc gia trả lỗi {calls[failed]['error_code']} một lần, gói {service} không gửi lại"
        return Shortfall(seen, "gửi lại đến khi được nhận", evidence.last("national.calls"))
    return None


@check("L4-INT-16")
def failed_delivery_is_warned_of(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Whoever runs the system can see which dossier did not get through."""
    if not any(call["error_code"] not in _TAKEN for call in some(evidence, "national.calls")):
        raise NotObserved("national.calls", "Cổng DVC quốc gia chưa trả lỗi lần nào")
    code = evidence.fact("submission.code")
    rows(evidence, "sync.warnings")
    if not any(code in text for text in texts(evidence, "sync.warnings")):
        return Shortfall(f"một cửa không cảnh báo lỗi đồng bộ của hồ sơ {code}", "cảnh báo khi gửi lỗi",
                         evidence.last("sync.warnings"))  # fmt: skip
    return None
