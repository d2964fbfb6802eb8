"""Submission: what is refused, what is confirmed, when the result is due, how the dossier is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from harness.checks.judges import codes, wording
from harness.checks.judges.workdays import calendar, moment, said
from harness.checks.papers import days_after, file_of, missing_signature, opened, says_day
from harness.checks.reading import Row, rows, seen_before_lost, some, time_of, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, Witness

_LACKING = re.compile(r"thiếu|chưa|vui lòng|bắt buộc|không được (để|bỏ) trống|required|missing", re.IGNORECASE)
_CLOCK_TOLERANCE = timedelta(minutes=10)  # a portal's clock may differ a little from ours
_CHANNELS = ("trực tuyến", "bưu chính", "bưu điện", "trực tiếp")


@check("L4-SUB-01")
def dossier_lacking_something_is_not_sent(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11.1: each required field and paper left out in turn keeps the dossier from being sent."""
    for row, what in _left_out(evidence, service):
        if row["advanced"] or row.get("created"):
            done = "vẫn tạo hồ sơ" if row.get("created") else "vẫn đi tiếp được"
            return Shortfall(f"thiếu {what} mà {done}", "không cho gửi khi thiếu", _witness(evidence, row))
    return None


@check("L4-SUB-01")
def what_is_lacking_is_said(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11.1: the message says what is lacking, by its name or beside its place."""
    for row, what in _left_out(evidence, service):
        message = wording.plain(row["message"])
        beside = bool(row.get("near")) and _LACKING.search(message)
        if not (beside or wording.names(message, wording.label(str(row["label"])))):
            shown = f"chỉ báo «{message}»" if message else "không có thông báo nào"
            return Shortfall(f"thiếu {what}: {shown}", "nêu rõ thiếu gì", _witness(evidence, row))
    return None


def _left_out(evidence: Evidence, service: Service) -> list[tuple[Row, str]]:
    """Every refusal; raises unless each required field and paper was tried and a full dossier does pass."""
    evidence.last("submission.code")  # the positive control: nothing is proved by a form that refuses everything
    fields = [row for row in some(evidence, "form.refusals") if row["probe"] != "malformed"]
    papers = rows(evidence, "attach.refusals") if service.papers else []
    demanded = [row for row in some(evidence, "form.fields") if row["required"]]
    demanded += [{"label": paper.label} for paper in service.papers if paper.required]
    untried = [row["label"] for row in demanded if not any(_same_place(row, one) for one in (*fields, *papers))]
    if untried:
        raise NotObserved("form.refusals", f"chưa thử bỏ «{'», «'.join(map(str, untried))}»")
    return [(row, f"«{row['label']}»") for row in fields] + [(row, f"giấy tờ «{row['label']}»") for row in papers]


def _same_place(one: Row, other: Row) -> bool:
    """One label may stand in several sections."""
    sections = {wording.label(str(row["section"])) for row in (one, other) if row.get("section")}
    return len(sections) < 2 and wording.label(str(one["label"])) == wording.label(str(other["label"]))


def _witness(evidence: Evidence, row: Row) -> Witness:
    return evidence.last("form.refusals" if "probe" in row else "attach.refusals")


@check("L4-SUB-02")
def submission_is_confirmed_with_code_and_time(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11.1: the answer tells the dossier code and the official moment of reception."""
    code = evidence.last("submission.code")
    wanted = "báo nộp thành công kèm mã hồ sơ và thời điểm tiếp nhận"
    if not wording.plain(code.value):
        return Shortfall("màn hình xác nhận không có mã hồ sơ", wanted, code)
    shown = seen_before_lost(evidence, "submission.at", before="submission.code")
    if shown is None:
        return Shortfall("màn hình xác nhận không có thời điểm tiếp nhận", wanted, code)
    told, began = moment(shown.value), moment(evidence.started)
    if told is None:
        return Shortfall(f"thời điểm tiếp nhận ghi «{shown.value}»", wanted, shown)
    if began and told < began - _CLOCK_TOLERANCE:
        return Shortfall(f"thời điểm tiếp nhận {told:%H:%M %d/%m/%Y}, trước khi bắt đầu làm hồ sơ", wanted, shown)
    read_at = moment(shown.at)
    if read_at and told > read_at + _CLOCK_TOLERANCE:
        seen = f"thời điểm tiếp nhận {told:%H:%M %d/%m/%Y}, sau lúc màn hình đó được đọc ({read_at:%H:%M %d/%m/%Y})"
        return Shortfall(seen, wanted, shown)
    return None


@check("L4-SUB-03")
def dossier_code_has_the_legal_structure(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 01/2018/TT-VPCP Đ19: V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX, with the day of reception."""
    witness = evidence.last("submission.code")
    shown = wording.plain(witness.value)
    if not shown:
        raise NotObserved("submission.code", "màn hình xác nhận không có mã hồ sơ")
    code = codes.dossier(shown)
    if code is None:
        return Shortfall(f"mã hồ sơ «{shown}»", "cấu trúc <mã cơ quan>-<ngày>-<số thứ tự từ 4 chữ số>", witness)
    # The portal's own time, and ours when it was read: a submission may cross midnight.
    told = evidence.fact("submission.at") if evidence.has("submission.at") else None
    days = {found.date() for text in (told, witness.at, evidence.started) if (found := moment(text))}
    if code.day not in days:
        day = f"{max(days):%d/%m/%Y}"
        return Shortfall(f"mã hồ sơ «{shown}» mang ngày {f'{code.day:%d/%m/%Y}' if code.day else 'không có thật'}",
                         f"ngày tiếp nhận {day}", witness)  # fmt: skip
    return None


@check("L4-SUB-05")
def slip_has_all_items_of_form_01(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 61/2018 Đ17; TT 01/2018 Mẫu 01: who receives what from whom, when, and when the result is due."""
    received = time_of(evidence, "received.at").date()  # nothing is due before the dossier is received
    pdf = opened(evidence, "slip")
    if pdf.problem:
        return Shortfall(f"giấy tiếp nhận: {pdf.problem}", "tệp PDF mở được", file=file_of(evidence, "slip"))
    items = [
        ("tên cơ quan tiếp nhận", service.agency),
        ("mã hồ sơ", evidence.fact("submission.code")),
        ("họ tên người nộp", evidence.applicant["full_name"]),
        ("tên thủ tục", service.name),
        *((f"thành phần hồ sơ «{paper.label}»", paper.label) for paper in service.papers),
    ]
    lacking = [what for what, phrase in items if not wording.names(pdf.text, phrase)]
    if not says_day(pdf.text, received):
        lacking.append("thời gian nhận hồ sơ")
    if not any(day > received or service.time_limit.unit == "hour" for day in days_after(pdf.text, "trả kết quả")):
        lacking.append("thời gian trả kết quả")
    if not any(wording.names(pdf.text, channel) for channel in _CHANNELS):
        lacking.append("hình thức nhận kết quả")
    if lacking:
        return Shortfall(
            f"giấy tiếp nhận thiếu {', '.join(lacking)}", "đủ nội dung Mẫu 01", file=file_of(evidence, "slip")
        )
    return None


@check("L4-SUB-05")
def slip_is_signed_by_an_organisation(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 61/2018 Đ17: the electronic slip carries the organisation's digital signature."""
    fault = missing_signature(evidence, "slip")
    if fault:
        return Shortfall(f"giấy tiếp nhận: {fault}", "có chữ ký số hợp lệ của tổ chức", file=file_of(evidence, "slip"))
    return None


@check("L4-SUB-08")
def due_date_is_reception_plus_time_limit(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 61/2018; TT 01/2018: reception plus the time limit, days off left out, told alike everywhere."""
    received = time_of(evidence, "received.at").date()
    due = calendar().last_day(received, service.time_limit)
    off = calendar().days_off(received, due)
    wanted = f"{received:%d/%m/%Y} + {said(service.time_limit)} = {due:%d/%m/%Y}{_without(off)}"
    places = {"due_date.page": "trang hồ sơ", "due_date.one_stop": "một cửa điện tử"}
    told = {place: moment(evidence.fact(fact)) for fact, place in places.items() if evidence.has(fact)}
    if not any(told.values()):
        raise NotObserved("due_date", evidence.reason or "không nơi nào ghi ngày hẹn trả")
    for fact, place in places.items():
        day = told.get(place)
        if day is not None and day.date() != due:
            return Shortfall(f"{place} hẹn trả ngày {day:%d/%m/%Y}", wanted, evidence.last(fact))
    if any(document.name == "slip" for document in evidence.documents):
        pdf = opened(evidence, "slip")
        if pdf.text and not says_day(pdf.text, due):
            return Shortfall("giấy tiếp nhận ghi ngày hẹn trả khác", wanted, file=file_of(evidence, "slip"))
    return None


def _without(days_off: list[str]) -> str:
    return f" (không tính {', '.join(days_off)})" if days_off else ""


@check("L4-SUB-09")
def applicant_is_told_in_his_account_and_by_mail(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11: the reception is told in the account and by mail, with the dossier code."""
    code = evidence.fact("submission.code")
    mails = rows(evidence, "mails")
    if not any(wording.names(f"{mail.get('subject', '')} {mail.get('text', '')}", code) for mail in mails):
        seen = (
            f"{len(mails)} thư gửi người nộp, không thư nào có mã hồ sơ {code}"
            if mails
            else "không có thư nào gửi người nộp"
        )
        return Shortfall(seen, "thư điện tử có mã hồ sơ", evidence.last("mails"))
    notices = rows(evidence, "notices.account")
    if not any(wording.names(notice, code) for notice in notices):
        return Shortfall(f"tài khoản có {len(notices)} thông báo, không thông báo nào về hồ sơ {code}",
                         "thông báo trong tài khoản có mã hồ sơ", evidence.last("notices.account"))  # fmt: skip
    return None


@check("L4-SUB-16")
def anybody_can_look_up_the_state(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ5: the dossier code alone gives the state and the due date, without signing in."""
    shown = evidence.last("lookup.text")
    code = evidence.fact("submission.code")
    if not wording.names(shown.value, code):
        return Shortfall("trang tra cứu không hiện hồ sơ", f"hiện hồ sơ {code}", shown)
    true_states = {evidence.fact(fact) for fact in ("status.portal", "status.one_stop") if evidence.has(fact)}
    told = seen_before_lost(evidence, "lookup.status", before="lookup.text")
    if told and told.value not in true_states:
        walked_to_the_end(evidence, "lookup.status")  # the dossier may have moved on since it was last looked at
    if told is None or told.value not in true_states:
        state = f"trạng thái {told.value}" if told else "không có trạng thái"
        return Shortfall(
            f"tra cứu công khai: {state}", f"trạng thái {_listed(true_states)} như trên hồ sơ", told or shown
        )
    due = seen_before_lost(evidence, "lookup.due_date", before="lookup.text")
    if due is None:
        time_of(evidence, "received.at")  # before the reception there is no due date to show
        return Shortfall("tra cứu công khai không có ngày hẹn trả", "có ngày hẹn trả kết quả", shown)
    told_day = moment(due.value)
    facts = [fact for fact in ("due_date.page", "due_date.one_stop") if evidence.has(fact)]
    elsewhere = {found.date() for fact in facts if (found := moment(evidence.fact(fact)))}
    if told_day and elsewhere and told_day.date() not in elsewhere:
        days = _listed({f"{day:%d/%m/%Y}" for day in elsewhere})
        return Shortfall(f"tra cứu công khai hẹn trả ngày {told_day:%d/%m/%Y}", f"ngày {days} như trên hồ sơ", due)
    return None


def _listed(values: Iterable[object]) -> str:
    return " hoặc ".join(sorted(map(str, values)))
