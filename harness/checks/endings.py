"""How else a dossier may end, and what happens when it is late: refusal, stop, withdrawal, apology."""

from __future__ import annotations

import re
from datetime import datetime

from harness.checks import acts
from harness.checks.history import written_moment
from harness.checks.judges import packets, wording
from harness.checks.judges.workdays import moment
from harness.checks.processing import called
from harness.checks.reading import rows, statuses, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_REFUSED = re.compile(r"từ chối|không (?:được )?(?:tiếp )?nhận|trả lại hồ sơ", re.IGNORECASE)


@check("L4-SUB-12")
def refusal_is_written_in_form_03(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 01/2018 form 03: the refusal is a paper that names dossier, applicant and the reason."""
    return acts.put_in_writing(evidence, "refusal", "từ chối hồ sơ", "từ chối bằng phiếu (Mẫu 03)",
                               "form-03", "phiếu từ chối (Mẫu 03)", "lý do từ chối")  # fmt: skip


@check("L4-SUB-12")
def refusal_is_told(evidence: Evidence, service: Service) -> Shortfall | None:
    """Status 3 everywhere; the applicant hears of it."""
    short = acts.status_told(evidence, service, "refusal")
    if short:
        return short
    row, witness = acts.taken(evidence, "refusal")
    mails = [str(mail["text"]) for mail in rows(evidence, "mails")] if evidence.has("mails") else []
    if not any(_REFUSED.search(wording.plain(text)) for text in [*row["told"], *mails]):
        return Shortfall("người nộp không được báo là hồ sơ bị từ chối", "báo ngay cho người nộp", witness)
    return None


@check("L4-PRC-09")
def stop_is_put_in_writing(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 61/2018: who stops says why, in a letter that the applicant can keep."""
    return acts.put_in_writing(evidence, "stop", "dừng xử lý", "dừng xử lý có văn bản nêu lý do",
                               "stop-letter", "thông báo dừng xử lý", "lý do dừng", named=False)  # fmt: skip


@check("L4-PRC-09")
def stop_is_told(evidence: Evidence, service: Service) -> Shortfall | None:
    """Status 8 everywhere, and the reason reaches the applicant."""
    return acts.status_told(evidence, service, "stop") or acts.reason_told(evidence, "stop")


@check("L4-SUB-15")
def applicant_can_withdraw(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Status list, 7: a dossier that nobody works on yet is the applicant's to take back."""
    row, witness = acts.done(evidence, "withdrawal")
    if not row["offered"]:
        return Shortfall("hồ sơ chưa được tiếp nhận mà không có chức năng rút", "người nộp rút được hồ sơ", witness)
    for place, key in (("trang hồ sơ", "portal"), ("một cửa điện tử", "one_stop")):
        later, _ = acts.done(evidence, "go-on")
        shown = row[key] if key == "portal" else later[key]  # the officer looks after the withdrawal
        if shown != 7:
            return Shortfall(f"rút hồ sơ xong, {place} ghi {called(shown)}", f"trạng thái {called(7)}", witness)
    return None


@check("L4-SUB-15")
def withdrawn_dossier_rests(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Status list: 7 is an end; nobody processes what was taken back."""
    acts.done(evidence, "withdrawal")
    later, witness = acts.done(evidence, "go-on")
    for place, key in (("một cửa điện tử", "one_stop"), ("trang hồ sơ", "portal")):
        if later[key] != 7:
            seen = f"cán bộ vẫn xử lý được hồ sơ đã rút: {place} ghi {called(later[key])}"
            return Shortfall(seen, "hồ sơ đã rút không được giải quyết tiếp", witness)
    return None


@check("L4-PRC-04")
def processing_ends_in_time(evidence: Evidence, _service: Service) -> Shortfall | None:
    """F766: the end of processing lies not after the due date, in the history shown and in the packets sent."""
    due = moment(evidence.fact("due_date.one_stop")) or moment(evidence.fact("due_date.page"))
    steps, times = statuses(evidence, "history.portal"), texts(evidence, "history.times")
    ended = [written_moment(at) for status, at in zip(steps, times, strict=False) if status == 9]
    if due is None or not ended or ended[-1] is None:
        raise NotObserved("history.times", evidence.reason or "chưa thấy hồ sơ xử lý xong và ngày hẹn trả")
    if ended[-1] > due:
        return _late("lịch sử xử lý", ended[-1], due, evidence, "history.times")
    for row in rows(evidence, "national.dossiers") if evidence.has("national.dossiers") else []:
        end, limit = (packets.time_of(row["data"].get(name)) for name in ("NgayKetThucXuLy", "NgayHenTra"))
        if end and limit and end > limit:
            return _late("gói tin", end, limit, evidence, "national.dossiers")
    return None


def _late(place: str, end: datetime, due: datetime, evidence: Evidence, fact: str) -> Shortfall:
    return Shortfall(f"{place} ghi xử lý xong lúc {end:%d/%m/%Y %H:%M}", f"không sau ngày hẹn {due:%d/%m/%Y %H:%M}",
                     evidence.last(fact))  # fmt: skip


@check("L4-PRC-05")
def lateness_is_apologised_for_in_time(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 61/2018; TT 01/2018 form 04: the day before at the latest there is a letter with reason and new day."""
    row, witness = acts.done(evidence, "reappoint")
    if not row["offered"]:
        return Shortfall("một cửa không có chức năng xin lỗi và hẹn lại", "thư xin lỗi (Mẫu 04) trước hạn", witness)
    needed = {"lời xin lỗi": "xin lỗi", "mã hồ sơ": evidence.fact("submission.code"), "lý do chậm": row["words"],
              "ngày hẹn lại": row["day"]}  # fmt: skip
    return acts.letter(evidence, "form-04", "thư xin lỗi (Mẫu 04) một ngày trước hạn", needed)


@check("L4-PRC-05")
def new_appointment_is_told(evidence: Evidence, _service: Service) -> Shortfall | None:
    """The new day stands on both sides, and the applicant is told why."""
    row, witness = acts.taken(evidence, "reappoint")
    for place, key in (("một cửa điện tử", "due"), ("trang hồ sơ", "due_portal")):
        shown = moment(row[key])
        if shown is None or f"{shown:%d/%m/%Y}" != row["day"]:
            seen = f"{place} hẹn trả {shown:%d/%m/%Y}" if shown else f"{place} không ghi ngày hẹn"
            return Shortfall(seen, f"ngày hẹn lại {row['day']}", witness)
    return acts.reason_told(evidence, "reappoint")


@check("L4-PRC-06")
def appointment_is_moved_only_once(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 61/2018 Đ19: no second new appointment."""
    first, _ = acts.taken(evidence, "reappoint")
    second, witness = acts.done(evidence, "reappoint-again")
    new, kept = moment(second["due"]), moment(first["due"])
    if kept is None or kept == moment(first["due_before"]):
        raise NotObserved("officer.acts", "lần hẹn lại thứ nhất không đổi ngày hẹn")
    if new != kept:
        shown = f"{new:%d/%m/%Y}" if new else "trống"
        return Shortfall(f"hẹn lại lần hai được nhận, ngày hẹn thành {shown}", f"giữ ngày {kept:%d/%m/%Y}", witness)
    return None
