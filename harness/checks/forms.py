"""The electronic form: what it knows already, what it demands, what it keeps."""

from __future__ import annotations

import hashlib
import re

from harness.checks.judges import wording
from harness.checks.papers import file_of
from harness.checks.reading import Row, rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, FormSection, NotObserved, Paper, Service

_APPLICANT = "@applicant."
_FORMAT = re.compile(r"pdf|jpe?g|png|docx?|tiff?", re.IGNORECASE)
_SIZE = re.compile(r"\d+([.,]\d+)?\s*(mb|kb|gb|megabyte|kilobyte)", re.IGNORECASE)
_REFUSED = {
    "wrong-type": "sai loại tệp",
    "oversize": "quá dung lượng",
    "empty": "rỗng (0 byte)",
    "renamed": "HTML đổi đuôi thành .pdf",
}
_ACCEPTED = {"ok": "đúng quy định", "long-name": "có tên dài, có dấu"}
_TICKED = {"checkbox", "switch"}


@check("L4-FRM-02")
def identity_of_the_account_is_filled_in(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5 (level 3, c): the applicant's section opens with what the account already knows."""
    section = _applicant_section(service)
    opened = [row for row in some(evidence, "form.prefilled") if _in_section(row, section)]
    if not opened:
        raise NotObserved("form.prefilled", f"không thấy phần «{section.title}»")
    for label, value in section.fields.items():
        if not value.startswith(_APPLICANT):
            continue
        known = evidence.applicant[value.removeprefix(_APPLICANT)]
        before = next((row["before"] for row in opened if wording.label(row["label"]) == wording.label(label)), "")
        if wording.as_day(before) != wording.as_day(known):
            seen = f"ô «{label}» mở ra {f'ghi «{wording.plain(before)}»' if wording.plain(before) else 'để trống'}"
            return Shortfall(seen, f"điền sẵn «{known}» từ tài khoản", evidence.last("form.prefilled"))
    return None


def _applicant_section(service: Service) -> FormSection:
    """The first section that tells who applies; later ones may tell of other persons."""
    for section in service.form:
        if any(value.startswith(_APPLICANT) for value in section.fields.values()):
            return section
    raise NotObserved("form.prefilled", "hồ sơ duyệt không có ô nào lấy từ tài khoản")


def _in_section(row: Row, section: FormSection) -> bool:
    return not row.get("section") or not section.title or wording.label(row["section"]) == wording.label(section.title)


@check("L4-FRM-09")
def required_fields_are_marked(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017: a reader sees beforehand which fields must be filled."""
    for row in _emptied(evidence):
        if not row["required_mark"]:
            return Shortfall(f"ô bắt buộc «{row['label']}» không có dấu hiệu bắt buộc", "đánh dấu mọi ô bắt buộc",
                             evidence.last("form.refusals"))  # fmt: skip
    return None


@check("L4-FRM-09")
def mistakes_are_told_beside_the_field_in_vietnamese(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017: an empty or malformed value is told at once, beside its field, in Vietnamese.

    Whether an empty field keeps the dossier from being sent is L4-SUB-01.
    """
    told = [row for row in some(evidence, "form.refusals") if not row["advanced"] or row["probe"] == "malformed"]
    if not told:
        raise NotObserved("form.refusals", "không ô nào bị từ chối nên không có thông báo để xem")
    for row in told:
        fault = _message_fault(row)
        if fault:
            how = "nhập sai định dạng" if row["probe"] == "malformed" else "bỏ trống"
            return Shortfall(f"{how} ô «{row['label']}»: {fault}", "báo lỗi bằng tiếng Việt ngay tại ô",
                             evidence.last("form.refusals"))  # fmt: skip
    return None


def _message_fault(row: Row) -> str:
    message = wording.plain(row["message"])
    if row["advanced"]:
        return "vẫn đi tiếp được"
    if not message:
        return "không có thông báo"
    if not wording.is_vietnamese(message.replace(wording.plain(row["label"]), "")):
        return f"thông báo «{message}» không phải tiếng Việt"
    if not row["near"]:
        return f"thông báo «{message}» không nằm cạnh ô"
    return "" if row["aria_invalid"] else "ô không được khai aria-invalid cho người dùng phần mềm đọc màn hình"


def _emptied(evidence: Evidence) -> list[Row]:
    found = [row for row in some(evidence, "form.refusals") if row["probe"] != "malformed"]
    if not found:
        raise NotObserved("form.refusals", "chưa bỏ trống ô bắt buộc nào")
    return found


@check("L4-FRM-13")
def slots_are_the_papers_of_the_procedure(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5; TT 01/2023: the form asks for the papers of the procedure, no more and no fewer."""
    slots = rows(evidence, "attach.slots")
    wanted = ", ".join(f"«{paper.label}»" for paper in service.papers) or "không có giấy tờ nào"
    for slot in slots:
        if not any(_is_slot_of(slot, paper) for paper in service.papers):
            return Shortfall(f"biểu mẫu đòi thêm «{wording.plain(slot['label'])}»", f"đúng thành phần hồ sơ: {wanted}",
                             evidence.last("attach.slots"))  # fmt: skip
    for paper in service.papers:
        if not any(_is_slot_of(slot, paper) for slot in slots):
            return Shortfall(f"biểu mẫu không có chỗ nộp «{paper.label}»", f"đúng thành phần hồ sơ: {wanted}",
                             evidence.last("attach.slots"))  # fmt: skip
    return None


def _is_slot_of(slot: Row, paper: Paper) -> bool:
    code = wording.plain(slot.get("code"))
    if code and paper.code:
        return code == paper.code
    return wording.label(str(slot["label"])) == wording.label(paper.label)


@check("L4-FRM-14")
def limits_of_files_are_stated(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 21/2023 Đ5.1: accepted formats and the largest size are told beforehand."""
    witness = evidence.last("attach.hint")
    hint = wording.plain(witness.value)
    for pattern, what in ((_FORMAT, "định dạng"), (_SIZE, "dung lượng")):
        if not pattern.search(hint):
            seen = f"trang ghi «{hint}», không nêu {what}" if hint else f"trang không nêu {what} tệp được nhận"
            return Shortfall(seen, "nêu định dạng và dung lượng tệp được nhận", witness)
    return None


@check("L4-FRM-14")
def bad_files_are_refused_with_a_reason(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 21/2023 Đ5.1: a bad file is refused in Vietnamese, a good one is taken."""
    probes = {str(row["probe"]): row for row in some(evidence, "attach.probes")}
    witness = evidence.last("attach.probes")
    missing = [name for name in (*_ACCEPTED, *_REFUSED) if name not in probes]
    for name, what in _ACCEPTED.items():
        if name in probes and not probes[name]["accepted"]:
            _not_about_another_paper(evidence, service, wording.plain(probes[name]["message"]))
            return Shortfall(f"tệp {what} bị từ chối: «{wording.plain(probes[name]['message'])}»", "được nhận", witness)
    for name, what in _REFUSED.items():
        row = probes.get(name)
        if row and row["accepted"]:
            return Shortfall(f"tệp {what} vẫn được nhận", "bị từ chối, có nêu lý do", witness)
        if row and not wording.is_vietnamese(wording.plain(row["message"])):
            shown = wording.plain(row["message"])
            return Shortfall(f"tệp {what} bị từ chối {f'với lời «{shown}»' if shown else 'mà không nêu lý do'}",
                             "nêu lý do bằng tiếng Việt", witness)  # fmt: skip
    if missing:
        raise NotObserved("attach.probes", f"chưa thử tệp {', '.join(missing)}")
    return None


def _not_about_another_paper(evidence: Evidence, service: Service, message: str) -> None:
    """A refusal for want of a paper that was never given says nothing about this file."""
    for slot in rows(evidence, "attach.slots") if evidence.has("attach.slots") else []:
        label = wording.plain(slot["label"])
        if wording.names(message, label) and not any(_is_slot_of(slot, paper) for paper in service.papers):
            raise NotObserved("attach.probes", f"cổng đòi thêm «{label}» nên chưa biết tệp có được nhận")


@check("L4-FRM-15")
def uploaded_files_come_back_unchanged(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ17: a file downloaded again has the SHA-256 of the file that was given."""
    back = list(evidence.documents_of("attachment:"))
    if not back:
        raise NotObserved("attachment", evidence.reason)
    digests = {document.sha256 for document in back}
    for paper in service.papers:
        given = paper.file.read_bytes()
        if hashlib.sha256(given).hexdigest() not in digests:
            sizes = ", ".join(f"{document.size} byte" for document in back)
            seen = f"tệp «{paper.label}» gửi {len(given)} byte, tải lại {sizes}, nội dung khác"
            return Shortfall(seen, "tệp tải lại trùng SHA-256 với tệp đã gửi", file=file_of(evidence, back[0].name))
    return None


@check("L4-FRM-21")
def vietnamese_and_special_characters_survive(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TCVN 6909:2001: what was typed is what is shown again."""
    for row in some(evidence, "form.texts"):
        if wording.plain(row["sent"]) != wording.plain(row["shown"]):
            sent, shown = (wording.shortened(row[key]) for key in ("sent", "shown"))
            return Shortfall(f"ô «{row['label']}» nhập «{sent}», hiện lại «{shown}»", "hiện lại đúng như đã nhập",
                             evidence.last("form.texts"))  # fmt: skip
    return None


@check("L4-FRM-23")
def review_shows_every_value(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Derived from TT 32/2017: everything declared can be read once more before it is sent."""
    witness = evidence.last("review.text")
    for row in some(evidence, "form.fields"):
        value = wording.plain(row["set"])
        if not value or row["kind"] in _TICKED:
            continue
        if not any(wording.names(witness.value, spelling) for spelling in {value, wording.as_day(value)}):
            return Shortfall(f"màn hình xem lại không có «{row['label']}: {wording.shortened(value)}»",
                             "hiện mọi điều đã khai", witness)  # fmt: skip
    return None
