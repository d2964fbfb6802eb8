"""Results that anybody may verify, prints that can be traced, signatures that can be seen (NĐ 45/2020, NĐ 30/2020)."""

from __future__ import annotations

import re

from harness.checks.judges import pdf, wording
from harness.checks.papers import file_of, readable
from harness.checks.reading import Row, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_DENIED = re.compile(r"không (?:có|tìm thấy|tồn tại|hợp lệ|đúng)|chưa có|sai mã|not found|không phải", re.IGNORECASE)
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?\s*\+07:?00"
    r"|\d{1,2}/\d{1,2}/\d{4},? \d{2}:\d{2}:\d{2} ?\+07:?00"
    r"|\d{2}:\d{2}:\d{2},? \d{1,2}/\d{1,2}/\d{4} ?\+07:?00"
)


@check("L4-RES-12")
def result_is_found_by_its_code(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ18.2: anybody who types the code learns that the result is real, and which it is."""
    witness, tried = evidence.last("verify.tried"), _tried(evidence, "own")
    text = wording.plain(tried["text"])
    if not text or _DENIED.search(text) or not wording.names(text, tried["number"]):
        seen = f"xác minh mã {tried['number']}: " + (f"«{wording.shortened(text)}»" if text else "trang không trả lời")
        return Shortfall(seen, "cho biết kết quả có thật", witness)
    if not wording.names(text, service.result.name):
        return Shortfall(f"xác minh mã {tried['number']} không nêu tên kết quả", f"«{service.result.name}»", witness)
    return None


@check("L4-RES-12")
def made_up_code_is_denied(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ18.2 (derived): a code that nobody was given is not called real."""
    witness, tried = evidence.last("verify.tried"), _tried(evidence, "never")
    text = wording.plain(tried["text"])
    if not text:
        raise NotObserved("verify.tried", "trang không trả lời gì về mã không có thật")
    if not _DENIED.search(text):
        seen = f"mã không có thật {tried['number']} cũng được xác minh: «{wording.shortened(text)}»"
        return Shortfall(seen, "trả lời là không có kết quả này", witness)
    return None


def _tried(evidence: Evidence, kind: str) -> Row:
    found = next((row for row in some(evidence, "verify.tried") if row["kind"] == kind), None)
    if found is None:
        raise NotObserved("verify.tried", evidence.reason or "chưa thử")
    return found


@check("L4-RES-13")
def print_can_be_traced(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ18.2: printed, the result still names its system, its code and who signed it."""
    text, code = readable(evidence, "result").text, str(evidence.fact("submission.code"))
    signer = service.result.signer or service.agency
    wanted = (
        ("tên hệ thống quản lý", re.search(r"hệ thống|cổng dịch vụ công|phần mềm|cơ sở dữ liệu", text, re.IGNORECASE)),
        ("mã kết quả", wording.names(text, f"{code}-KQ")),
        ("người ký", wording.names(text, f"ký bởi: {signer}") or wording.names(text, f"ký số bởi: {signer}")
         or re.search(rf"ký (?:số )?bởi:?\s*{re.escape(signer)}", text, re.IGNORECASE)),
    )
    lacking = [what for what, there in wanted if not there]
    if lacking:
        seen = f"bản in kết quả không có {', '.join(lacking)}"
        return Shortfall(seen, "tên hệ thống, mã kết quả, người ký", file=file_of(evidence, "result"))
    return None


@check("L4-RES-05")
def signature_can_be_seen(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 30/2020 PL I: the signature shows on a page, with the organisation and the time of signing."""
    readable(evidence, "result")
    where = file_of(evidence, "result")
    shown = pdf.signature_marks(evidence.document("result").content())
    signer = service.result.signer or service.agency
    if not shown:
        wanted = "hình ảnh chữ ký có tên cơ quan, thời gian ký"
        return Shortfall("chữ ký số không hiện trên trang nào", wanted, file=where)
    text = " ".join(shown)
    if not wording.names(text, signer):
        return Shortfall(f"hình ảnh chữ ký ghi «{wording.shortened(text)}»", f"tên cơ quan «{signer}»", file=where)
    if not _ISO.search(text):
        seen = f"hình ảnh chữ ký không có thời gian ký theo múi giờ Việt Nam: «{wording.shortened(text)}»"
        return Shortfall(seen, "ngày, giờ, phút, giây và +07:00", file=where)
    return None
