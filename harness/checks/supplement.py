"""More papers asked for and given: once, by form 02, same code, nothing lost, the waiting time not counted."""

from __future__ import annotations

import hashlib
import os
from datetime import date, datetime, timedelta
from itertools import pairwise

from harness.checks import acts
from harness.checks.judges import packets, wording
from harness.checks.judges.workdays import calendar, moment
from harness.checks.reading import rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, TimeLimit


@check("L4-SUB-13")
def supplement_is_asked_by_form_02(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 01/2018 form 02: the request is a paper that names dossier, applicant and all that is missing."""
    return acts.put_in_writing(evidence, "supplement", "yêu cầu bổ sung", "yêu cầu bổ sung bằng phiếu (Mẫu 02)",
                               "form-02", "phiếu yêu cầu bổ sung (Mẫu 02)", "nội dung cần bổ sung")  # fmt: skip


@check("L4-SUB-13")
def supplement_is_told(evidence: Evidence, service: Service) -> Shortfall | None:
    """Status 5 everywhere, and the applicant reads what is asked for."""
    return acts.status_told(evidence, service, "supplement") or acts.reason_told(evidence, "supplement")


@check("L4-SUB-13")
def supplement_is_asked_only_once(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QĐ 766: a second request counts as overdue, so the system does not take one."""
    acts.taken(evidence, "supplement")
    row, witness = acts.done(evidence, "supplement-again")
    if row["one_stop"] == 5 or row["portal"] == 5:
        return Shortfall("hệ thống nhận yêu cầu bổ sung lần thứ hai", "chỉ yêu cầu bổ sung một lần", witness)
    return None


@check("L4-SUB-14")
def supplement_keeps_the_code(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ12: a supplemented dossier is the same dossier."""
    acts.taken(evidence, "supplement")
    code = evidence.fact("submission.code")
    evidence.last("supplement.code")
    for fact, place in (("supplement.code", "trang hồ sơ"), ("code.one_stop", "một cửa điện tử")):
        witness = evidence.last(fact)
        if witness.value and not wording.same(witness.value, code):
            return Shortfall(f"sau khi bổ sung {place} ghi mã {witness.value}", f"giữ mã {code}", witness)
    return None


@check("L4-SUB-14")
def supplement_keeps_what_was_sent(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ12: what was sent first stays to be seen beside what was added."""
    sent = evidence.fact("supplement.sent")
    shown = {document.sha256 for document in evidence.documents_of("attachment:")}
    if not shown:
        raise NotObserved("attachment", evidence.reason or "chưa tải lại tệp sau khi bổ sung")
    wanted = {paper.label: hashlib.sha256(paper.file.read_bytes()).hexdigest() for paper in service.papers}
    for name, digest in {**wanted, sent["name"]: sent["sha256"]}.items():
        if digest not in shown:
            return Shortfall(f"sau khi bổ sung không còn thấy «{name}» như đã gửi", "giữ giấy tờ cũ, thêm giấy tờ mới",
                             evidence.last("supplement.sent"))  # fmt: skip
    return None


@check("L4-SUB-14")
def history_is_only_added_to(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ12: no step that was once shown disappears or changes."""
    acts.taken(evidence, "supplement")
    for fact in ("history.portal", "history.times"):
        readings = [witness for witness in evidence.all(fact) if witness.value]
        if len(readings) < 2:
            raise NotObserved(fact, evidence.reason or "chưa đọc lịch sử hai lần")
        for earlier, later in pairwise(readings):
            if later.value[: len(earlier.value)] != earlier.value:
                seen = f"lịch sử từ {len(earlier.value)} dòng nay còn {len(later.value)} dòng hoặc đã bị sửa"
                return Shortfall(seen, "chỉ thêm dòng, không sửa dòng cũ", later)
    return None


@check("L4-PRC-11")
def waiting_is_not_counted(evidence: Evidence, service: Service) -> Shortfall | None:
    """The time that the applicant takes is not the agency's: the due date moves by it."""
    asked, _ = acts.taken(evidence, "supplement")
    answered, witness = acts.done(evidence, "answer")
    if not asked["at"] or not answered["at"]:
        raise NotObserved("due_date.one_stop", "cổng không có đồng hồ thử nên thời gian chờ bổ sung bằng không")
    before = moment(asked["due"] or asked["due_before"])
    if before is None:
        raise NotObserved("due_date.one_stop", "chưa có ngày hẹn trước khi yêu cầu bổ sung")
    waited = datetime.fromisoformat(asked["at"]).date(), datetime.fromisoformat(answered["at"]).date()
    expected = shifted(before.date(), *waited, service.time_limit)
    for place, key in (("một cửa điện tử", "due"), ("trang hồ sơ", "due_portal")):
        shown = moment(answered[key])
        if shown is None or shown.date() != expected:
            seen = f"{place} hẹn trả {shown:%d/%m/%Y}" if shown else f"{place} không còn ngày hẹn trả"
            why = f"{expected:%d/%m/%Y}: ngày hẹn cũ {before:%d/%m/%Y} lùi đúng thời gian chờ bổ sung "
            return Shortfall(seen, why + f"{waited[0]:%d/%m} – {waited[1]:%d/%m}", witness)
    return None


def shifted(due: date, asked: date, answered: date, limit: TimeLimit) -> date:
    """The due date, later by the working days (or days, as the limit is told) of the waiting."""
    days = calendar()
    counted = [asked + timedelta(days=n) for n in range(1, (answered - asked).days + 1)]
    if limit.unit != "working_day":
        return days.next_working(due + timedelta(days=len(counted)))
    for _ in filter(days.is_working, counted):
        due = days.next_working(due + timedelta(days=1))
    return due


@check("L4-INT-18")
def supplement_is_sent_in_full(evidence: Evidence, _service: Service) -> Shortfall | None:
    """OPENCPS, DanhSachHoSoBoSung: what was asked, when, what came, and how the due date moved."""
    asked, _ = acts.taken(evidence, "supplement")
    answered, _ = acts.done(evidence, "answer")
    last, witness = some(evidence, "national.dossiers")[-1]["data"], evidence.last("national.dossiers")
    listed = last.get("DanhSachHoSoBoSung") or []
    if not listed:
        return Shortfall("gói tin không có dòng nào trong DanhSachHoSoBoSung", "ghi lần bổ sung đã có", witness)
    row = next((one for one in listed if wording.names(one.get("NoiDungBoSung"), asked["words"])), listed[-1])
    if not wording.names(row.get("NoiDungBoSung"), asked["words"]):
        seen = f"NoiDungBoSung ghi «{wording.shortened(row.get('NoiDungBoSung'))}»"
        return Shortfall(seen, f"«{wording.shortened(asked['words'])}»", witness)
    for name in ("NguoiYeuCauBoSung", "NgayBoSung", "NgayTiepNhanBoSung"):
        if not str(row.get(name) or "").strip():
            return Shortfall(f"dòng bổ sung trong gói tin bỏ trống {name}", "đủ người, thời điểm, nội dung", witness)
    if not row.get("DanhSachGiayToBoSung"):
        return Shortfall("dòng bổ sung trong gói tin không có giấy tờ nào", "giấy tờ mà người nộp đã bổ sung", witness)
    due, sent = moment(answered["due"]), packets.time_of(row.get("NgayHenTraMoi"))
    if due and (sent is None or sent.date() != due.date()):
        return Shortfall(f"NgayHenTraMoi ghi «{row.get('NgayHenTraMoi')}»", f"ngày hẹn mới {due:%d/%m/%Y}", witness)
    return None


@check("L4-SUB-11")
def officers_get_the_same_files(evidence: Evidence, service: Service) -> Shortfall | None:
    """Complaints («dossier arrived empty»): every byte that the applicant sent is what the officer opens."""
    evidence.last("submission.code")
    held = {document.sha256 for document in evidence.documents_of("officer:") if document.size}
    if not held:
        raise NotObserved("officer", evidence.reason or "chưa tải tệp nào từ phía cán bộ")
    sent = {paper.label: hashlib.sha256(paper.file.read_bytes()).hexdigest() for paper in service.papers}
    if evidence.has("supplement.code"):  # the answer was sent off
        added = evidence.fact("supplement.sent")
        sent[f"{added['name']} (bổ sung)"] = added["sha256"]
    lost = [name for name, digest in sent.items() if digest not in held]
    if lost:
        document = next(evidence.documents_of("officer:"))
        seen = f"cán bộ tải được {len(held)} tệp, không tệp nào đúng từng byte với «{', '.join(lost)}»"
        file = os.path.relpath(document.path, evidence.folder)
        return Shortfall(seen, "đủ tệp, đúng tệp người nộp đã gửi", file=file)
    return None


@check("L4-PRC-08")
def both_sides_can_write(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 App. III: officer and applicant write to one another on the dossier, and each reads the other."""
    for one in some(evidence, "exchange.sent"):
        reader, place = (("exchange.portal", "trang hồ sơ") if one["by"] == "officer"
                         else ("exchange.one_stop", "một cửa điện tử"))  # fmt: skip
        shown = [str(text) for text in rows(evidence, reader)]
        if not any(wording.names(text, one["text"]) for text in shown):
            return Shortfall(f"{place} không hiện tin «{wording.shortened(one['text'])}»", "đọc được tin của bên kia",
                             evidence.last(reader))  # fmt: skip
    return None
