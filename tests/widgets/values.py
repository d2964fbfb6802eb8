"""One set of label → value pairs, and the JSON that every page must report after it was filled."""

from __future__ import annotations

from typing import Any

from harness.portal.forms import Wanted

NOTE = "Cháu sinh đủ tháng.\nMẹ: Nguyễn Thị Ánh Tuyết – quê Suối Trong.\nĐề nghị ghi đúng dấu: ẫ, ỡ, ự, ỵ."
APPLICANT, CHILD, REQUEST = "Thông tin người yêu cầu", "Thông tin trẻ", "Đề nghị"
# field → section, label, value as a profile gives it, what the page must send
FIELDS: dict[str, tuple[str, str, str, Any]] = {
    "requester_name": (APPLICANT, "Họ, chữ đệm, tên người yêu cầu", "Nguyễn Thị Ánh Tuyết", "Nguyễn Thị Ánh Tuyết"),
    "identity_number": (APPLICANT, "Số định danh cá nhân", "001190012345", "001190012345"),
    "phone": (APPLICANT, "Số điện thoại", "0912345678", "0912345678"),
    "email": (APPLICANT, "Thư điện tử", "tuyet@example.vn", "tuyet@example.vn"),
    "relation": (APPLICANT, "Quan hệ với trẻ", "Mẹ", "Mẹ"),
    "child_name": (CHILD, "Họ, chữ đệm, tên trẻ", "Đỗ Nguyễn Gia Khánh", "Đỗ Nguyễn Gia Khánh"),
    "gender": (CHILD, "Giới tính", "Nam", "Nam"),
    "birth_date": (CHILD, "Ngày sinh", "02/11/2025", "02/11/2025"),
    "birth_time": (CHILD, "Giờ sinh", "08:30", "08:30"),
    "province": (CHILD, "Tỉnh, thành phố nơi sinh", "Tỉnh Mẫu", "Tỉnh Mẫu"),
    "commune": (CHILD, "Xã, phường nơi sinh", "Xã Suối Trong", "Xã Suối Trong"),
    "ethnicity": (CHILD, "Dân tộc", "Ê Đê", "Ê Đê"),
    "weight": (CHILD, "Cân nặng (gam)", "3200", 3200),
    "vaccines": (CHILD, "Các mũi tiêm đã thực hiện", "Viêm gan B\nLao (BCG)", ["Viêm gan B", "Lao (BCG)"]),
    "copy": (REQUEST, "Đề nghị cấp bản sao", "có", True),
    "copies": (REQUEST, "Số bản sao", "2", 2),
    "note": (REQUEST, "Ghi chú", NOTE, NOTE),
    "pledge": (REQUEST, "Tôi cam đoan các thông tin trên là đúng sự thật", "có", True),
}
WANTED = [Wanted(section, label, value, value) for section, label, value, _sent in FIELDS.values()]
SENT = {field: sent for field, (_section, _label, _value, sent) in FIELDS.items()}
