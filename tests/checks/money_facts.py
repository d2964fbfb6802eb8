"""What paying, verification and the national portal's copy leave behind on a conforming portal, and typical defects."""

from __future__ import annotations

from typing import Any

from tests.checks.defect import Defect
from tests.checks.facts import COMPLETE, RESULT
from tests.checks.information_facts import ENTRY
from tests.checks.people import CODE
from tests.checks.rows import PROGRESS, STEPS, notice, order, packet, progress, step
from tests.checks.surrounding_facts import NAME

NUMBER = f"{CODE}-KQ1"
NEVER = "000.00.00.H99-010101-9999-KQ1"
OWN = {"kind": "own", "number": NUMBER, "text": f"Kết quả có thật. Mã kết quả {NUMBER} Bản sao Trích lục hộ tịch"}
MADE_UP = {"kind": "never", "number": NEVER, "text": "Không có kết quả mang mã này."}
SENT: dict[str, Any] = {"url": "/2", "status": 200, "size": 9, "sha256": RESULT}
COPY: dict[str, Any] = packet("10")["data"]
BODY = {"madonvi": "000.00.00.H99", "isUpdating": "False", "data": [COPY]}
CALL = {"service": "DongBoHoSoMC", "body": BODY, "at": "2026-11-20T09:06:00+07:00"}
LINE = {"MaPhiLePhi": "LP-TLHT", "TenPhiLePhi": "Lệ phí", "SoTien": "16000"}
BEFORE = {"when": "before", "code": CODE, "status": 200, "said": "",
          "answer": {"error_code": 1, "message": {"MaHoSo": CODE, "PhiLePhi": [LINE]}}}  # fmt: skip
AFTER = BEFORE | {"when": "after", "answer": {"error_code": 0, "message": "Không có khoản phải nộp"}}
UNKNOWN = BEFORE | {"when": "unknown", "code": f"{CODE}999", "answer": {"error_code": -1}}
PUBLIC = {"code": "2.000635", "answer": {"MATTHC": "2.000635", "TENTTHC": NAME, "TRANGTHAI": "1"}}
FURTHER_COMPLETE: dict[str, Any] = {
    "national.read_back": COPY,
    "national.envelopes": [CALL],
    "verify.tried": [OWN, MADE_UP],
    "store.results": [f"Bản sao Trích lục hộ tịch {NUMBER}"],
    "payment.bills": [BEFORE, AFTER, UNKNOWN],
    "payment.keys": [],
    "payment.page": "Số tiền phải nộp 16.000 đ Thanh toán trực tuyến",
    "payment.message": "Giao dịch thành công. Hồ sơ đã được ghi nhận thanh toán.",
    "payment.entered": {"url": "https://pay.example/the", "own": False},
}
ANONYMOUS: dict[str, Any] = {
    "bill.payable": True,
    "bill.amount": 16000,
    "bill.text": f"Mã hồ sơ {CODE} Người nộp N***** V** M** Số tiền phải nộp 16.000 đ",
    "gateway.orders": [order()],
    "gateway.notices": [notice("00")],
    "payment.status": ("unpaid", "paid"),
}
MONEY_NEEDS: dict[str, tuple[str, ...]] = {
    "L4-INT-01": ("national.asked",),
    "L4-INT-02": ("national.entry",),
    "L4-INT-15": ("national.read_back", "submission.code", "status.portal", "due_date.page", "received.at",
                  "national.results", "result"),
    "L4-INT-20": ("national.envelopes", "national.progress"),
    "L4-INT-23": ("store.results", "submission.code"),
    "L4-MON-07": ("national.dossiers",),
    "L4-RES-05": ("result",),
    "L4-RES-12": ("verify.tried",),
    "L4-RES-13": ("result", "submission.code"),
    "L4-SUB-18": ("status.steps",),
    "L4-PAY-06": ("gateway.orders",),
    "L4-PAY-08": ("bill.payable", "bill.amount", "gateway.orders", "bill.text"),
    "L4-PAY-24": ("payment.offered", "payment.message"),
    "L4-PAY-27": ("gateway.notices", "payment.status"),
    "L4-PAY-30": ("payment.keys", "payment.entered"),
    "L4-PAY-33": ("payment.bills",),
}
BY_FILES = {"L4-RES-05", "L4-RES-13", "L4-PAY-06"}  # spoilt in test_money.py


def _bill(**changes: Any) -> list[dict[str, Any]]:
    told = {"MaHoSo": CODE, "PhiLePhi": [LINE]} | changes
    return [BEFORE | {"answer": {"error_code": 1, "message": told}}, AFTER, UNKNOWN]


def _call(**changes: Any) -> list[dict[str, Any]]:
    return [CALL | {"body": BODY | changes}]


MONEY_DEFECTS = [
    Defect("L4-INT-01", "national.asked", PUBLIC | {"answer": None}, "LayThuTuc không thấy thủ tục 2.000635"),
    Defect("L4-INT-01", "national.asked", {"code": "2.000635", "answer": PUBLIC["answer"] | {"TRANGTHAI": "0"}},
           "TRANGTHAI 0"),
    Defect("L4-INT-01", "national.asked", {"code": "2.0", "answer": PUBLIC["answer"] | {"TENTTHC": "Khai tử"}},
           "là của thủ tục «Khai tử»"),
    Defect("L4-INT-02", "national.entry", ENTRY | {"status": 404}, "trả HTTP 404"),
    Defect("L4-INT-02", "national.entry", ENTRY | {"text": "Khai tử 2.000635"}, "trang đó không có «Cấp bản sao"),
    Defect("L4-INT-02", "national.entry", ENTRY | {"text": f"{NAME} 2.000636"}, "trang đó không có «2.000635»"),
    Defect("L4-INT-15", "national.results", [SENT | {"status": 404}], "gói tin /2 trả HTTP 404"),
    Defect("L4-INT-15", "national.results", [SENT | {"sha256": "0" * 64}], "gói tin (SHA-256 000"),
    Defect("L4-INT-15", "national.read_back", COPY | {"TrangThaiHoSo": "9"}, "giữ «9», trang mẫu ghi «10»"),
    Defect("L4-INT-15", "national.read_back", COPY | {"NgayHenTra": "20261124170000"}, "ngày hẹn trả: Cổng DVC"),
    Defect("L4-INT-15", "national.read_back", COPY | {"ChuHoSo": "Nguyen Van Mau"}, "giữ «Nguyen Van Mau»"),
    Defect("L4-INT-15", "national.read_back", COPY | {"DanhSachLePhi": [{"Gia": "8000"}]}, "giữ 8.000 đ, trang hồ sơ"),
    Defect("L4-INT-20", "national.envelopes", _call(isUpdating=True), "isUpdating là «True»"),
    Defect("L4-INT-20", "national.envelopes", _call(data="[]"), "data là «[]», phải kiểu array"),
    Defect("L4-INT-20", "national.envelopes", _call(madonvi="H99"), "madonvi là «H99»"),
    Defect("L4-INT-20", "national.progress", [{"at": "", "data": PROGRESS[0]["data"] | {"NguoiXuLy": "x" * 60}}],
           "không quá 50 ký tự"),
    Defect("L4-INT-20", "national.progress", [progress("2", "20/11/2026")], "ThoiDiemXuLy"),
    Defect("L4-INT-23", "store.results", [], "không có kết quả của hồ sơ này"),
    Defect("L4-INT-23", "store.results", [f"Thông báo {NUMBER}"], "kho ghi «Thông báo"),
    Defect("L4-MON-07", "national.dossiers", [packet("10", NgayKetThucXuLy="")], "«đúng hạn»: trường NgayKetThucXuLy"),
    Defect("L4-MON-07", "national.dossiers",
           [packet("10", NgayKetThucXuLy="20261120090700", TaiKhoanDuocXacThucVoiVNeID="")], "«tài khoản VNeID»"),
    Defect("L4-MON-07", "national.dossiers",
           [packet("10", NgayKetThucXuLy="20261120090700", DanhSachGiayToKetQua=[])], "kết quả điện tử"),
    Defect("L4-RES-12", "verify.tried", [OWN | {"text": "Không tìm thấy kết quả."}, MADE_UP], "«Không tìm thấy"),
    Defect("L4-RES-12", "verify.tried", [OWN | {"text": ""}, MADE_UP], "trang không trả lời"),
    Defect("L4-RES-12", "verify.tried", [OWN, MADE_UP | {"text": f"Có thật. Mã {NEVER}"}], "cũng được xác minh"),
    Defect("L4-SUB-18", "status.steps", [step("submit", 1, portal=6), *STEPS[1:]], "chờ nộp tiền"),
    Defect("L4-SUB-18", "status.steps", [STEPS[1], STEPS[0]], "bắt trả tiền rồi mới cho nộp"),
    Defect("L4-PAY-24", "payment.message", "Vui lòng tải ảnh chứng từ chuyển khoản lên.", "còn đòi «tải ảnh chứng từ"),
    Defect("L4-PAY-27", "payment.status", ("unpaid", "unpaid"), "hồ sơ ghi «unpaid»"),
    Defect("L4-PAY-30", "payment.keys", ["khóa đã cấp cho cổng"], "có khóa đã cấp cho cổng"),
    Defect("L4-PAY-30", "payment.entered", {"url": "https://dvc.example/the", "own": True}, "https://dvc.example/the"),
    Defect("L4-PAY-33", "payment.bills", [BEFORE, AFTER | {"answer": BEFORE["answer"]}, UNKNOWN], "đã trả tiền mà"),
    Defect("L4-PAY-33", "payment.bills", [BEFORE | {"answer": None, "status": 500}, AFTER, UNKNOWN], "HTTP 500"),
    Defect("L4-PAY-33", "payment.bills", [BEFORE, AFTER, UNKNOWN | {"answer": AFTER["answer"]}], "mã hồ sơ không có"),
    Defect("L4-PAY-33", "payment.bills", _bill(PhiLePhi=[LINE | {"SoTien": "8000"}]), "hóa đơn ghi 8.000 đ"),
    Defect("L4-PAY-33", "payment.bills", _bill(MaHoSo="H99-1"), "hóa đơn ghi hồ sơ H99-1"),
    Defect("L4-PAY-33", "payment.bills", _bill(PhiLePhi=[LINE | {"SoTien": "16.000 đ"}]), "hóa đơn ghi 0 đ"),
    Defect("L4-PAY-08", "bill.payable", False, "không nộp tiền được"),
    Defect("L4-PAY-08", "bill.amount", 8000, "ghi 8.000 đ"),
    Defect("L4-PAY-08", "bill.text", f"Người nộp {COMPLETE['account.name']}", "hiện họ tên của chủ hồ sơ"),
]
