"""The result: given, sound, signed, and about the right person."""

from __future__ import annotations

import hashlib

from harness.checks.judges import pdf, wording
from harness.checks.papers import file_of, missing_signature, opened, readable
from harness.checks.reading import walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_ENOUGH = 40  # characters of text: below, two unrelated papers may read alike


@check("L4-RES-01")
def result_can_be_downloaded(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ5, Đ14: the applicant downloads the result from his account."""
    offered = evidence.last("result.offered")
    wanted = f"tải được «{service.result.name}» từ tài khoản"
    if not offered.value:
        return Shortfall("trang hồ sơ không cho tải kết quả", wanted, offered)
    if not any(document.name == "result" for document in evidence.documents):
        walked_to_the_end(evidence, "result")
        return Shortfall("có nút tải kết quả nhưng không tải được tệp", wanted, offered)
    return None


@check("L4-RES-03")
def result_is_a_sound_file(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14.3: the file opens, has pages, and something stands on them."""
    problem = opened(evidence, "result").problem
    if problem:
        return Shortfall(problem, "tệp PDF mở được, có nội dung", file=file_of(evidence, "result"))
    return None


@check("L4-RES-04")
def result_is_signed_by_the_agency(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14.3: the agency's valid digital signature over the entire file."""
    signer = service.result.signer or service.agency
    fault = missing_signature(evidence, "result", signer)
    if fault:
        return Shortfall(fault, f"chữ ký số hợp lệ của «{signer}» trên toàn bộ tệp", file=file_of(evidence, "result"))
    return None


@check("L4-RES-06")
def result_is_not_what_the_applicant_gave(evidence: Evidence, service: Service) -> Shortfall | None:
    """A defect of real adapters: the applicant's own file comes back as the result."""
    result = evidence.document("result")
    if not result.size:
        raise NotObserved("result", "tệp kết quả rỗng")
    given = [document.content() for document in evidence.documents_of("attachment:")]
    given += [paper.file.read_bytes() for paper in service.papers]
    if result.sha256 in {hashlib.sha256(content).hexdigest() for content in given}:
        return Shortfall(
            "tệp kết quả chính là tệp người dân đã nộp", "tệp do cơ quan ban hành", file=file_of(evidence, "result")
        )
    text = pdf.read(result.content()).text
    if len(text) > _ENOUGH and text in {pdf.read(content).text for content in given}:
        return Shortfall("tệp kết quả có nguyên nội dung tệp người dân đã nộp", "tệp do cơ quan ban hành",
                         file=file_of(evidence, "result"))  # fmt: skip
    return None


@check("L4-RES-09")
def result_is_about_the_right_person(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14.3: full content; name with its diacritics, identity, and what was applied for."""
    text = readable(evidence, "result").text
    person = evidence.applicant
    name = person["full_name"]
    if not wording.holds_word(text, name):
        return Shortfall(
            f"kết quả không có họ tên «{name}»", "đúng họ tên người đề nghị", file=file_of(evidence, "result")
        )
    if not (wording.names(text, person["identity_number"]) or wording.names(text, person["birth_date"])):
        wanted = f"{person['identity_number']} hoặc {person['birth_date']}"
        seen = "kết quả không có số định danh hay ngày sinh của người đề nghị"
        return Shortfall(seen, wanted, file=file_of(evidence, "result"))
    if not wording.names(text, service.result.name):
        return Shortfall(
            "kết quả không mang tên đã công bố", f"«{service.result.name}»", file=file_of(evidence, "result")
        )
    return None
