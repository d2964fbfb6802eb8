"""Files that do harm, lookups that try every code, consent to the use of personal data."""

from __future__ import annotations

import re

from harness.checks.judges import wording
from harness.checks.reading import Row, rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_HARMFUL = {
    "virus": "vi-rút thử EICAR mang đuôi .pdf", "virus-inside": "PDF có vi-rút thử EICAR đính bên trong",
    "double-extension": "chương trình mang tên giay-to.pdf.exe", "svg-as-picture": "SVG có script mang đuôi .png",
    "macro": "văn bản có macro mang đuôi .pdf",
}  # fmt: skip
_DATA = "(?:dữ liệu|thông tin) cá nhân"
_CONSENT = re.compile(f"đồng ý[^.]*{_DATA}|{_DATA}[^.]*đồng ý", re.IGNORECASE)
_PURPOSE = re.compile(
    r"mục đích\s*(?::|là|gồm|sau)|nhằm |để (?:giải quyết|thực hiện|xử lý hồ sơ|trả|cấp|làm)"
    r"|phục vụ (?:việc|cho|giải quyết)",
    re.IGNORECASE,
)


@check("L4-SEC-05")
def harmful_files_are_refused(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications: a file that is not what it says, or that carries a virus, is not taken."""
    probes = {str(row["probe"]): row for row in some(evidence, "attach.probes")}
    for name, what in _HARMFUL.items():
        if name in probes and probes[name]["accepted"]:
            return Shortfall(f"tệp {what} vẫn được nhận", "bị từ chối", evidence.last("attach.probes"))
    missing = [name for name in _HARMFUL if name not in probes]
    if missing:
        raise NotObserved("attach.probes", f"chưa thử tệp {', '.join(missing)}")
    if not any(row["accepted"] for row in probes.values()):
        raise NotObserved("attach.probes", "cổng từ chối mọi tệp, kể cả tệp đúng quy định")
    return None


@check("L4-SEC-08")
def public_lookup_is_limited(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications; TT 32/2017 Đ18: nobody tries all codes, and a riddle has a way for the blind."""
    riddle = evidence.last("lookup.riddle")
    if riddle.value["words"] and not riddle.value["alternative"]:
        return Shortfall(f"trang tra cứu đòi giải captcha bằng mắt ({wording.shortened(riddle.value['words'])})",
                         "có phương án cho người khuyết tật", riddle)  # fmt: skip
    witness = evidence.last("lookup.hammer")
    if not witness.value["limited"]:
        return Shortfall(f"tra cứu liền {witness.value['sent']} mã không có thật mà không bị hạn chế",
                         "giới hạn số lần tra cứu hoặc đòi captcha", witness)  # fmt: skip
    return None


@check("L4-SEC-10")
def consent_is_asked_for_openly(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 13/2023 Đ11: the purpose is told, and the box is not ticked before the person does it."""
    witness = evidence.last("consent.boxes")
    boxes = [*rows(evidence, "consent.boxes"), *_in_the_form(evidence)]
    if not boxes:
        return Shortfall("từ tờ khai tới trang xem lại không chỗ nào xin đồng ý xử lý dữ liệu cá nhân",
                         "có ô đồng ý, nêu mục đích, không tích sẵn", witness)  # fmt: skip
    for box in boxes:
        name = wording.shortened(box["label"])
        if box["checked"]:
            return Shortfall(f"ô «{name}» đã tích sẵn", "người nộp tự đánh dấu", witness)
        if not _PURPOSE.search(f"{box['label']} {box['text']}"):
            return Shortfall(f"ô «{name}» không nói dữ liệu dùng vào việc gì", "nêu rõ mục đích xử lý", witness)
    return None


def _in_the_form(evidence: Evidence) -> list[Row]:
    """Boxes of the form itself, as they stood when it was opened."""
    controls = rows(evidence, "form.controls") if evidence.has("form.controls") else []
    return [
        {"label": row["label"], "text": row["hint"], "checked": bool(row["before"])}
        for row in controls if row["kind"] in {"checkbox", "switch"} and _CONSENT.search(str(row["label"]))
    ]  # fmt: skip
