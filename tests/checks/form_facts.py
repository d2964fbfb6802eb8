"""What the `form` journey leaves behind on a conforming portal, and typical defects of the form itself."""

from __future__ import annotations

from typing import Any

from tests.checks import papers
from tests.checks.defect import Defect
from tests.checks.facts import COMPLETE
from tests.checks.incomplete_facts import PROBES, file_probe
from tests.checks.people import PERSON
from tests.checks.places import PROVINCES


def control(label: str, kind: str = "text", **changes: Any) -> dict[str, Any]:
    return {
        "page": 2, "section": "Nội dung đề nghị", "label": label, "kind": kind, "required": True, "locked": False,
        "before": "", "hint": "Viết có dấu", "placeholder": "", "named": True, "options": [], "complete": True,
    } | changes  # fmt: skip


def limit(label: str, meaning: str, value: str, **changes: Any) -> dict[str, Any]:
    return {
        "section": "", "label": label, "meaning": meaning, "value": value, "why": "giá trị thử", "good": False,
        "held": value, "accepted": False, "message": "Không đúng dạng.",
    } | changes  # fmt: skip


def choice(option: str, *, taken: bool = True, why: str = "") -> dict[str, Any]:
    return {"section": "", "label": "Xã", "kind": "select", "option": option, "taken": taken, "why": why}


ABOUT = {"page": 1, "section": "Thông tin người yêu cầu", "before": "Nguyễn Văn Mẫu"}
WAYS = ["Trực tuyến", "Qua dịch vụ bưu chính"]
CONTROLS = [
    control("Họ, chữ đệm, tên", **ABOUT),
    control("Số điện thoại", **ABOUT),
    control("Họ, chữ đệm, tên người được trích lục"),
    control("Tỉnh, thành phố", "select", options=PROVINCES, hint=""),
    control("Hình thức nhận kết quả", "radio", options=WAYS, hint=""),
]
LIMITS = [
    limit("Số định danh cá nhân", "identity", "99909000000"),
    limit("Ngày sinh", "born", "29/02/2000", good=True, accepted=True, message=""),
    limit("Vốn (đồng)", "money", "123456789012345", held="123.456.789.012.345", good=True, accepted=True),
]
OFFLINE = {"section": "", "label": "Mục đích", "sent": "Nhập học", "said": "Mất kết nối mạng", "stayed": True,
           "restored": True, "shown": "Nhập học"}  # fmt: skip
EXEMPT = {"section": "", "label": "Đối tượng nộp phí", "option": "Người khuyết tật", "shown": 16000}
SECOND = {"service": "1.004194", "name": "Đăng ký tạm trú", "fields": [
    {"section": "Thông tin người yêu cầu", "label": "Họ, chữ đệm, tên (*)", "value": "Nguyễn Văn Mẫu"},
    {"section": "Chủ hộ", "label": "Họ, chữ đệm, tên", "value": ""},
]}  # fmt: skip
SUNDAY = "2026-11-29T23:00:00+07:00"
NIGHT = {"at": SUNDAY, "code": "H99-1", "shown": SUNDAY, "refused": "", "by_day": ""}
CONSENT = {"label": "Tôi đồng ý cho xử lý dữ liệu cá nhân", "text": "Mục đích: giải quyết hồ sơ.", "checked": False}
FORM = {
    "form.controls": CONTROLS,
    "form.choices": [choice("Xã Mẫu")],
    "form.limits": LIMITS,
    "consent.boxes": [CONSENT],
    "form.offline": OFFLINE,
    "form.fields": COMPLETE["form.fields"],
    "attach.store": True,
    "attach.from_store": "giay-to-trong-kho.pdf",
    "form.exemption": [EXEMPT],
    "form.second": SECOND,
    "form.night": NIGHT,
}
DECLARATION = (
    "TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH",
    f"Họ, chữ đệm, tên: {PERSON['full_name']}",
    "Số bản sao: 2",
    "Ngày, tháng, năm sinh: 15/03/1990",
    "Hình thức nhận kết quả: Trực tuyến",
)
FORM_FILES = {"declaration": papers.paper(*DECLARATION)}
NEEDS = {
    "L4-FRM-03": ("form.controls",),
    "L4-FRM-04": ("form.second",),
    "L4-FRM-05": ("form.controls",),
    "L4-FRM-06": ("form.controls",),
    "L4-FRM-07": ("declaration", "form.fields"),
    "L4-FRM-08": ("form.offline",),
    "L4-FRM-10": ("form.limits",),
    "L4-FRM-11": ("form.choices",),
    "L4-FRM-12": ("form.controls",),
    "L4-FRM-16": ("attach.store", "attach.from_store"),
    "L4-FRM-19": ("attach.probes",),
    "L4-FRM-20": ("declaration", "form.fields"),
    "L4-FRM-22": ("form.limits",),
    "L4-FRM-24": ("form.controls",),
    "L4-FRM-25": ("form.exemption",),
    "L4-FRM-26": ("form.night",),
}


def _further(*more: dict[str, Any]) -> list[dict[str, Any]]:
    return [*CONTROLS, *more]


SEEN = "form.controls"
REFUSED = file_probe("ok", accepted=False, message="Tệp chưa được ký số.")
FORM_DEFECTS = [
    Defect("L4-FRM-03", SEEN, _further(control("Số điện thoại của người yêu cầu")), "trang 2 hỏi lại"),
    Defect("L4-FRM-03", SEEN, _further(control("Ghi chú"), control("Ghi chú", page=3)), "trang 3 hỏi lại"),
    Defect("L4-FRM-05", SEEN, _further(control("Dân tộc")), "«Nội dung đề nghị › Dân tộc» phải gõ tay"),
    Defect("L4-FRM-06", SEEN, _further(control("Mục đích", hint="")), "1 trong 6 ô không có lời hướng dẫn"),
    Defect("L4-FRM-12", SEEN, _further(control("Quận/huyện", "select")), "đề nghị › Quận/huyện»"),
    Defect("L4-FRM-12", SEEN, [control("Tỉnh", "select", options=[*PROVINCES, "Hà Giang"])], "Hà Giang"),
    Defect("L4-FRM-12", SEEN, [control("Tỉnh", "select", options=PROVINCES[1:])], "thiếu 1 tỉnh"),
    Defect("L4-FRM-24", SEEN, CONTROLS[:-1], "không có ô chọn cách nhận kết quả"),
    Defect("L4-FRM-24", SEEN, [control("Nhận kết quả", "radio", options=WAYS[:1])], "cách «bưu chính»"),
    Defect("L4-FRM-10", "form.limits", [LIMITS[0] | {"accepted": True}], "tờ khai nhận «99909000000»"),
    Defect("L4-FRM-10", "form.limits", [LIMITS[1] | {"accepted": False}], "từ chối «29/02/2000»"),
    Defect("L4-FRM-22", "form.limits", [LIMITS[2] | {"held": "1.234.567.890"}], "còn «1.234.567.890»"),
    Defect("L4-FRM-22", "form.limits", [LIMITS[2] | {"accepted": False}], "bị từ chối: «Không đúng dạng.»"),
    Defect("L4-FRM-11", "form.choices", [choice("Xã Mẫu", taken=False, why="ô giữ «»")], "chọn «Xã Mẫu»: ô giữ"),
    Defect("L4-FRM-08", "form.offline", OFFLINE | {"said": ""}, "trang không báo gì"),
    Defect("L4-FRM-08", "form.offline", OFFLINE | {"restored": False, "shown": ""}, "để trống"),
    Defect("L4-FRM-04", "form.second", SECOND | {"fields": [SECOND["fields"][0] | {"value": ""}]}, "lại trống"),
    Defect("L4-FRM-26", "form.night", NIGHT | {"code": "", "refused": "ngừng nhận", "by_day": "H99-2"}, "ngừng nhận"),
    Defect("L4-FRM-16", "attach.store", False, "không cho chọn giấy tờ từ kho"),
    Defect("L4-FRM-16", "attach.from_store", None, "ô đính kèm vẫn trống"),
    Defect("L4-FRM-25", "form.exemption", [], "không có ô khai diện miễn"),
    Defect("L4-FRM-25", "form.exemption", [EXEMPT | {"shown": 8000}], "tạm tính 8.000 đ"),
    Defect("L4-FRM-19", "attach.probes", [*PROBES[1:], REFUSED], "đòi ký số: «Tệp chưa được ký số.»"),
    Defect("L4-FRM-19", "attach.hint", "Chỉ nhận tệp PDF có chữ ký số, không quá 5 MB", "lời hướng dẫn đòi ký số"),
]
