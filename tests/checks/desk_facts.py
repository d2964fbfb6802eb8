"""What the walks of officers leave behind on a conforming portal, and how each of it may be spoilt."""

from __future__ import annotations

import hashlib
from typing import Any

from tests.checks import papers
from tests.checks.defect import Defect
from tests.checks.people import AGENCY, CODE, PERSON

ADDED = papers.paper("Giấy xác nhận nơi cư trú, bản người nộp bổ sung sau khi được yêu cầu.")
FRIDAY, TUESDAY = "2026-11-27T10:00:00+07:00", "2026-12-01T10:00:00+07:00"
DUE, MOVED, AGAIN = (f"2026-{day}T17:00:00+07:00" for day in ("11-30", "12-02", "12-07"))
WORDS = {
    "supplement": "Đề nghị bổ sung giấy xác nhận nơi cư trú",
    "refusal": "Hồ sơ không thuộc thẩm quyền giải quyết",
    "stop": "Người nộp đề nghị giải quyết theo thủ tục khác",
    "fee": "Chi phí thẩm tra hồ sơ phát sinh",
    "reappoint": "Cần thêm thời gian xác minh tại cơ quan lưu trữ",
}


def act(name: str, expected: int | None, status: int, due: str | None = None, **changes: Any) -> dict[str, Any]:
    words = WORDS.get(name, "")
    return {
        "act": name, "words": words, "at": TUESDAY, "expected": expected, "offered": True, "portal": status,
        "one_stop": status, "due": due, "due_portal": due, "due_before": due, "told": [f"Hồ sơ {CODE}: {words}"],
    } | changes  # fmt: skip


ACTS = [
    act("receive", 2, 2, DUE),
    act("supplement", 5, 5, DUE, at=FRIDAY),
    act("answer", None, 4, MOVED),
    act("supplement-again", None, 4, MOVED, offered=False),
    act("fee", 6, 6, MOVED, amount="20000", told=[f"Hồ sơ {CODE} cần nộp {WORDS['fee']}: 20.000 đ"]),
    act("go-on", 4, 4, MOVED),
    act("reappoint", None, 4, AGAIN, due_before=MOVED, day="07/12/2026"),
    act("reappoint-again", None, 4, AGAIN, offered=False),
    act("stop", 8, 8, AGAIN),
]
REFUSED = act("refusal", 3, 3, told=[f"Hồ sơ {CODE} không được tiếp nhận. Lý do: {WORDS['refusal']}"])


def but(name: str, **changes: Any) -> list[dict[str, Any]]:
    """The acts of the supplement walk, one of them otherwise."""
    return [row | changes if row["act"] == name else row for row in ACTS]


def sent(status: int, **changes: Any) -> dict[str, Any]:
    return {"at": TUESDAY, "is_updating": True, "data": {"TrangThaiHoSo": str(status)} | changes}


def told(*statuses: int) -> list[dict[str, Any]]:
    return [{"at": TUESDAY, "data": {"TrangThai": str(status)}} for status in statuses]


def call(code: str, updating: str = "False", service: str = "DongBoHoSoMC") -> dict[str, Any]:
    return {"service": service, "is_updating": updating, "error_code": code, "message": "", "at": TUESDAY}


ADDITION = {
    "NoiDungBoSung": WORDS["supplement"], "NguoiYeuCauBoSung": "Trần Thị Cán", "NgayBoSung": "20261127100000",
    "NgayTiepNhanBoSung": "20261201100000", "DanhSachGiayToBoSung": [{"TenTepDinhKem": "bo-sung.pdf"}],
    "NgayHenTraTruoc": "20261130170000", "NgayHenTraMoi": "20261202170000",
}  # fmt: skip
EARLIER = [1, 2, 5]
TIMES = [f"27/11/2026 {hour:02d}:00:00" for hour in range(8, 14)]
PACKETS = [*(sent(status) for status in (2, 5, 6)), sent(8, DanhSachHoSoBoSung=[ADDITION])]
SUPPLEMENT: dict[str, Any] = {
    "submission.code": CODE,
    "submission.at": "2026-11-26T21:00:00+07:00",
    "officer.acts": ACTS,
    "reception.watch": [
        {"at": "2026-11-26T21:00:10+07:00", "shown": "27/11/2026 17:00:00"},
        {"at": "2026-11-30T16:30:00+07:00", "shown": "27/11/2026 17:00:00 (quá hạn)"},
    ],
    "supplement.code": CODE,
    "code.one_stop": CODE,
    "supplement.sent": {"name": "bo-sung.pdf", "sha256": hashlib.sha256(ADDED).hexdigest()},
    "history.portal": (EARLIER, [*EARLIER, 4, 6]),
    "history.times": (TIMES[:3], TIMES[:5]),
    "exchange.sent": [{"by": "officer", "text": "Nơi đăng ký?"}, {"by": "applicant", "text": "Tại xã Mẫu."}],
    "exchange.portal": ["Cán bộ: Nơi đăng ký?", "Người nộp: Tại xã Mẫu."],
    "exchange.one_stop": ["Cán bộ: Nơi đăng ký?", "Người nộp: Tại xã Mẫu."],
    "gateway.orders": [{"txn_ref": str(amount), "amount": amount, "state": "paid"} for amount in (16000, 20000)],
    "payment.status": "paid",
    "national.dossiers": PACKETS,
    "national.progress": told(2, 5, 4, 6, 8),
    "mails": [],
}
PAID = {"txn_ref": "2611200001", "amount": 16000, "state": "paid"}
BACK = {"txn_ref": "2611200001", "amount": 16000, "paid": 16000, "code": "00"}
REFUSAL: dict[str, Any] = {
    "submission.code": CODE,
    "officer.acts": [REFUSED],
    "gateway.orders": [PAID],
    "gateway.refunds": [BACK],
    "reconciliation.references": ["2611200001", "2611200002"],
    "reconciliation.amounts": ["16.000 đ", "8.000 đ"],
    "reconciliation.total": 24000,
    "reconciliation.month": 50000,
    "national.calls": [call("99"), call("0"), call("0", "", "CapNhatTienDoHoSoMC")],
    "national.dossiers": [sent(3)],
    "national.progress": told(3),
    "sync.warnings": [f"{CODE}: lỗi 99, đã gửi lại"],
    "mails": [{"subject": "", "text": f"Hồ sơ {CODE}: hoàn trả 16.000 đ"}],
}
WITHDRAWN = [act("withdrawal", 7, 7, one_stop=1), act("go-on", None, 7)]
SEEN = {"where": "Mục đích", "sent": "<img>", "shown": True, "ran": False, "elements": 0}
WITHDRAWAL: dict[str, Any] = {
    "officer.acts": WITHDRAWN,
    "officer.markup": [SEEN],
    "officer.lockout": {"tries": 6, "entered": False},
    "officer.idle": {"hours": 12, "inside": False},
}
HEAD = (AGENCY, f"Mã hồ sơ: {CODE}", f"Kính gửi: {PERSON['full_name']}")
LETTERS = {
    "form-02": (*HEAD, "PHIẾU YÊU CẦU BỔ SUNG", f"Nội dung: {WORDS['supplement']}"),
    "form-04": (*HEAD, "PHIẾU XIN LỖI VÀ HẸN LẠI", f"Lý do: {WORDS['reappoint']}", "Hẹn lại: 07/12/2026 17:00:00"),
    "stop-letter": (*HEAD, "THÔNG BÁO DỪNG", f"Lý do: {WORDS['stop']}"),
}
SUPPLEMENT_FILES = {
    **{name: papers.paper(*lines) for name, lines in LETTERS.items()},
    "attachment:giay-to.pdf": papers.GIVEN,
    "attachment:bo-sung.pdf": ADDED,
    "officer:giay-to.pdf": papers.GIVEN,
    "officer:bo-sung.pdf": ADDED,
}
REFUSAL_LINES = (*HEAD, "PHIẾU TỪ CHỐI", f"Lý do: {WORDS['refusal']}")
REFUSAL_FILES = {"form-03": papers.paper(*REFUSAL_LINES)}
NEEDS = {
    "L4-SUB-07": ("submission.at", "reception.watch"),
    "L4-SUB-11": ("submission.code", "supplement.sent"),
    "L4-SUB-12": ("officer.acts", "submission.code", "form-03", "national.dossiers", "national.progress"),
    "L4-SUB-13": ("officer.acts", "submission.code", "form-02", "national.dossiers", "national.progress"),
    "L4-SUB-14": ("officer.acts", "submission.code", "supplement.code", "code.one_stop", "supplement.sent",
                  "history.portal", "history.times"),
    "L4-SUB-15": ("officer.acts",),
    "L4-PRC-04": ("due_date.one_stop", "history.portal", "history.times"),
    "L4-PRC-05": ("officer.acts", "submission.code", "form-04"),
    "L4-PRC-06": ("officer.acts",),
    "L4-PRC-08": ("exchange.sent", "exchange.portal", "exchange.one_stop"),
    "L4-PRC-09": ("officer.acts", "submission.code", "stop-letter", "national.dossiers"),
    "L4-PRC-11": ("officer.acts",),
    "L4-PAY-25": ("officer.acts", "gateway.orders", "payment.status", "national.progress"),
    "L4-PAY-26": ("officer.acts", "gateway.orders", "gateway.refunds", "mails"),
    "L4-PAY-34": ("gateway.orders", "reconciliation.references", "reconciliation.amounts", "reconciliation.total",
                  "reconciliation.month"),
    "L4-INT-13": ("national.calls",),
    "L4-INT-16": ("national.calls", "submission.code", "sync.warnings"),
    "L4-INT-18": ("officer.acts", "national.dossiers"),
    "L4-SEC-06": ("officer.markup",),
    "L4-SEC-13": ("officer.lockout", "officer.idle"),
}  # fmt: skip


def _packets(**changes: Any) -> list[dict[str, Any]]:
    return [*PACKETS[:-1], sent(8, DanhSachHoSoBoSung=[ADDITION | changes])]


ACT, WATCH = "officer.acts", SUPPLEMENT["reception.watch"]
DESK_DEFECTS = [
    Defect("L4-SUB-07", "reception.watch", [WATCH[0] | {"shown": ""}, WATCH[1]], "không cho biết hạn"),
    Defect("L4-SUB-07", "reception.watch", [WATCH[0] | {"shown": "01/12/2026 17:00"}, WATCH[1]], "01/12/2026 17:00"),
    Defect("L4-SUB-07", "reception.watch", [WATCH[0], WATCH[0]], "sau hai ngày làm việc"),
    Defect("L4-SUB-12", ACT, [REFUSED | {"offered": False}], "không có chức năng từ chối"),
    Defect("L4-SUB-12", ACT, [REFUSED | {"told": []}], "không được báo là hồ sơ bị từ chối"),
    Defect("L4-SUB-12", "national.dossiers", [sent(9)], "gói tin gửi Cổng DVC quốc gia chỉ có 9"),
    Defect("L4-SUB-12", "national.progress", told(9), "tiến độ gửi Cổng DVC quốc gia chỉ có 9"),
    Defect("L4-SUB-13", ACT, but("supplement", offered=False), "không có chức năng yêu cầu bổ sung"),
    Defect("L4-SUB-13", ACT, but("supplement", told=["Hồ sơ cần bổ sung."]), "không thông báo nào nêu lý do"),
    Defect("L4-SUB-13", ACT, but("supplement", portal=4), "trang hồ sơ ghi 4"),
    Defect("L4-SUB-13", ACT, but("supplement-again", one_stop=5), "lần thứ hai"),
    Defect("L4-SUB-14", "supplement.code", f"{CODE}-BS", f"trang hồ sơ ghi mã {CODE}-BS"),
    Defect("L4-SUB-14", "code.one_stop", "000.00.00.H99-261201-0009", "một cửa điện tử ghi mã"),
    Defect("L4-SUB-14", "history.portal", (EARLIER, [1, 2, 4]), "đã bị sửa"),
    Defect("L4-SUB-14", "history.times", (TIMES[:3], [TIMES[4], *TIMES[1:3]]), "đã bị sửa"),
    Defect("L4-SUB-15", ACT, [WITHDRAWN[0] | {"offered": False}, WITHDRAWN[1]], "không có chức năng rút"),
    Defect("L4-SUB-15", ACT, [WITHDRAWN[0] | {"portal": 1}, WITHDRAWN[1]], "trang hồ sơ ghi 1"),
    Defect("L4-SUB-15", ACT, [WITHDRAWN[0], WITHDRAWN[1] | {"one_stop": 4}], "một cửa điện tử ghi 4"),
    Defect("L4-SUB-15", ACT, [WITHDRAWN[0], WITHDRAWN[1] | {"portal": 4}], "vẫn xử lý được hồ sơ đã rút"),
    Defect("L4-PRC-04", "history.times", [f"{day}/11/2026 09:00:00" for day in (20, 20, 20, 24, 24)], "24/11/2026"),
    Defect("L4-PRC-05", ACT, but("reappoint", offered=False), "không có chức năng xin lỗi"),
    Defect("L4-PRC-05", ACT, but("reappoint", due_portal=MOVED), "trang hồ sơ hẹn trả 02/12/2026"),
    Defect("L4-PRC-05", ACT, but("reappoint", told=["Hồ sơ trả chậm."]), "không thông báo nào nêu lý do"),
    Defect("L4-PRC-06", ACT, but("reappoint-again", due="2026-12-09T17:00:00+07:00"), "09/12/2026"),
    Defect("L4-PRC-08", "exchange.portal", [], "trang hồ sơ không hiện tin"),
    Defect("L4-PRC-08", "exchange.one_stop", ["Cán bộ: Nơi đăng ký?"], "một cửa điện tử không hiện tin"),
    Defect("L4-PRC-09", ACT, but("stop", told=["Hồ sơ dừng."]), "không thông báo nào nêu lý do"),
    Defect("L4-PRC-09", "national.progress", told(2, 5, 6, 9), "tiến độ gửi Cổng DVC quốc gia"),
    Defect("L4-PRC-11", ACT, but("answer", due=DUE), "một cửa điện tử hẹn trả 30/11/2026"),
    Defect("L4-PRC-11", ACT, but("answer", due_portal="2026-12-04T17:00:00+07:00"), "trang hồ sơ hẹn trả 04/12/2026"),
    Defect("L4-PAY-25", ACT, but("fee", portal=4, one_stop=4), "hồ sơ vẫn ở trạng thái 4"),
    Defect("L4-PAY-25", ACT, but("fee", told=["Cần nộp thêm."]), "không thông báo nào nêu số tiền"),
    Defect("L4-PAY-25", "gateway.orders", [PAID, PAID | {"amount": 36000}], "thu 16.000 đ, 36.000 đ"),
    Defect("L4-PAY-25", "payment.status", "unpaid", "vẫn chưa ghi đã nộp"),
    Defect("L4-PAY-26", "gateway.refunds", [], "không có yêu cầu hoàn tiền"),
    Defect("L4-PAY-26", "gateway.refunds", [BACK | {"amount": 15000}], "hoàn 15.000 đ"),
    Defect("L4-PAY-26", "gateway.refunds", [BACK | {"code": "97"}], "không có yêu cầu hoàn tiền được chấp nhận"),
    Defect("L4-PAY-34", "reconciliation.references", ["x", "y"], "không có giao dịch 2611200001"),
    Defect("L4-PAY-34", "reconciliation.amounts", ["16 đ", "8.000 đ"], "là 16 đ"),
    Defect("L4-PAY-34", "reconciliation.total", 16000, "tổng thu trong ngày là 16.000 đ"),
    Defect("L4-PAY-34", "reconciliation.month", None, "tổng thu trong tháng là không có"),
    Defect("L4-INT-13", "national.calls", [call("0"), call("-1"), call("0", "True")], "isUpdating «False»"),
    Defect("L4-INT-16", "national.calls", [call("99"), call("0", "", "CapNhatTienDoHoSoMC")], "không gửi lại"),
    Defect("L4-INT-16", "sync.warnings", [], "không cảnh báo"),
    Defect("L4-INT-18", "national.dossiers", [*PACKETS[:-1], sent(8)], "không có dòng nào"),
    Defect("L4-INT-18", "national.dossiers", _packets(NoiDungBoSung="Bổ sung"), "NoiDungBoSung ghi «Bổ sung»"),
    Defect("L4-INT-18", "national.dossiers", _packets(NgayBoSung=""), "bỏ trống NgayBoSung"),
    Defect("L4-INT-18", "national.dossiers", _packets(DanhSachGiayToBoSung=[]), "không có giấy tờ nào"),
    Defect("L4-INT-18", "national.dossiers", _packets(NgayHenTraMoi="20261130170000"), "NgayHenTraMoi"),
    Defect("L4-SEC-06", "officer.markup", [SEEN | {"elements": 1}], "thành phần tử của trang"),
    Defect("L4-SEC-06", "officer.markup", [SEEN | {"ran": True}], "chạy như mã lệnh"),
    Defect("L4-SEC-13", "officer.lockout", {"tries": 6, "entered": True}, "sai mật khẩu 6 lần"),
    Defect("L4-SEC-13", "officer.idle", {"hours": 12, "inside": True}, "bỏ máy 12 giờ"),
]
