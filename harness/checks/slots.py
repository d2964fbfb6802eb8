"""Which papers the form asks to upload."""

from __future__ import annotations

import re

from harness.checks.judges import wording
from harness.checks.reading import rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_DECLARATION = re.compile(r"^(?:bản quét |bản chụp |bản ký |tệp )*(?:tờ khai|phiếu khai|mẫu đơn)", re.IGNORECASE)
_REPLACED = re.compile(  # NQ 66.7/2025, Luật Cư trú: papers whose data the agency has itself
    r"sổ hộ khẩu|sổ tạm trú|giấy xác nhận (?:thông tin về )?cư trú|giấy xác nhận số định danh"
    r"|(?:bản sao|bản chụp|ảnh chụp)\s+(?:thẻ )?(?:căn cước|cccd|cmnd|chứng minh nhân dân)", re.IGNORECASE)  # fmt: skip

_SIGNED = re.compile(
    r"(?:phải|bắt buộc|chỉ nhận|chưa|yêu cầu|cần|không có)(?:\s+\w+){0,5}\s+(?:ký số|chữ ký số|chữ ký điện tử)",
    re.IGNORECASE,
)


@check("L4-FRM-19")
def no_signature_is_demanded_of_the_applicant(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ9; TT 21/2023 Đ5.1: no approved fact demands a signed paper, so an unsigned PDF is taken."""
    wanted = "nhận tệp PDF không ký số khi thủ tục không yêu cầu ký số"
    proper = [row for row in some(evidence, "attach.probes") if row["probe"] == "ok"]
    said = [("lời hướng dẫn", evidence.fact("attach.hint"))] if evidence.has("attach.hint") else []
    said += [(f"ô «{slot['label']}»", f"{slot['label']} {slot['hint']}") for slot in rows(evidence, "attach.slots")]
    said += [("trang", row["message"]) for row in proper if not row["accepted"]]
    for place, words in said:
        if _SIGNED.search(wording.plain(words)):
            return Shortfall(f"{place} đòi ký số: «{wording.shortened(words)}»", wanted, evidence.last("attach.probes"))
    if not any(row["accepted"] for row in proper):
        raise NotObserved("attach.probes", "tệp PDF đúng quy định bị từ chối vì lẽ khác")
    return None


@check("L4-FRM-01")
def declaration_is_filled_in_not_uploaded(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 (level 3); TT 21/2023 Đ5.1: no print, sign, scan and upload of the declaration."""
    evidence.last("form.fields")
    for slot in rows(evidence, "attach.slots"):
        name = wording.label(str(slot["label"]))
        is_form = _DECLARATION.search(name) or any(wording.label(form) == name for form in service.forms)
        if slot["required"] and is_form:
            seen = f"bắt đính kèm «{wording.plain(slot['label'])}»"
            return Shortfall(seen, "khai trên biểu mẫu điện tử, không in, ký, quét", evidence.last("attach.slots"))
    return None


@check("L4-FRM-17")
def no_paper_that_data_replaces(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NQ 66.7/2025; NĐ 45/2020 Đ4: what databases hold is not asked for on paper."""
    for slot in rows(evidence, "attach.slots"):
        if slot["required"] and _REPLACED.search(wording.plain(slot["label"])):
            return Shortfall(f"bắt buộc đính kèm «{wording.plain(slot['label'])}»",
                             "không đòi giấy tờ mà cơ quan tự tra được trong cơ sở dữ liệu",
                             evidence.last("attach.slots"))  # fmt: skip
    return None
