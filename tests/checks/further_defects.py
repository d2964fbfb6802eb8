"""Typical defects of level 1, of packets, of orders, of what is told and asked for."""

from __future__ import annotations

from typing import Any

from tests.checks.defect import Defect
from tests.checks.facts import COMPLETE
from tests.checks.rows import fee_line, mail, order, packet


def _packet(**changes: Any) -> list[dict[str, Any]]:
    return [packet("2"), packet("10", **changes)]


def _audit(rule: str) -> list[dict[str, Any]]:
    return [{"rule": rule, "page": "trang dịch vụ", "help": rule, "nodes": ["p"]}]


FILE = packet("2")["data"]["TaiLieuNop"][0]
SLOT = {"label": "Giấy tờ chứng minh quan hệ (*)", "code": "KQ003984", "required": True, "hint": ""}
FURTHER = [
    Defect("L4-INF-02", "published.steps", ["Xem chi tiết"], "trình tự chỉ ghi «Xem chi tiết»"),
    Defect("L4-INF-02", "published.steps", [], "trang không nêu trình tự"),
    Defect("L4-INF-03", "published.channels", "Trực tiếp", "cách thức thực hiện ghi «Trực tiếp»"),
    Defect("L4-INF-03", "published.channels", None, "trang không nêu cách thức"),
    Defect("L4-INF-04", "published.components", ["Tờ khai (bản sao: 1)"], "không có «Giấy tờ chứng minh quan hệ»"),
    Defect("L4-INF-04", "published.components", ["Giấy tờ chứng minh quan hệ (bản chính: 0; bản sao: 0)"],
           "số lượng 0"),
    Defect("L4-INF-06", "published.subjects", "Không có thông tin", "đối tượng thực hiện ghi"),
    Defect("L4-INF-07", "published.agency", "Phòng Tư pháp huyện Mẫu", "cơ quan thực hiện ghi «Phòng Tư pháp"),
    Defect("L4-INF-11", "published.laws", ["Luật Hộ tịch"], "căn cứ pháp lý ghi «Luật Hộ tịch»"),
    Defect("L4-INF-13", "published.level", "Một phần", "mức độ cung cấp ghi «Một phần»"),
    Defect("L4-ACC-07", "page.audit", _audit("color-contrast"), "trang dịch vụ: lỗi color-contrast"),
    Defect("L4-ACC-08", "page.audit", _audit("marquee"), "trang dịch vụ: lỗi marquee"),
    Defect("L4-ACC-09", "page.audit", _audit("button-name"), "trang dịch vụ: lỗi button-name"),
    Defect("L4-ACC-10", "page.audit", _audit("document-title"), "trang dịch vụ: lỗi document-title"),
    Defect("L4-FRM-01", "attach.slots", [SLOT, SLOT | {"label": "Tờ khai có chữ ký (*)"}], "«Tờ khai có chữ ký"),
    Defect("L4-FRM-17", "attach.slots", [SLOT, SLOT | {"label": "Bản sao sổ hộ khẩu (*)"}], "sổ hộ khẩu"),
    Defect("L4-FRM-17", "attach.slots", [SLOT | {"label": "Bản chụp căn cước công dân"}], "căn cước"),
    Defect("L4-FRM-18", "review.text", "Khi nhận kết quả xuất trình bản chính để đối chiếu.", "bản chính"),
    Defect("L4-SUB-19", "submission.message", "Mời ông/bà đến Ủy ban nhân dân xã để ký xác nhận.", "để ký"),
    Defect("L4-PRC-07", "mails", COMPLETE["mails"][:3], "đổi trạng thái 5 lần mà chỉ có 3 thông báo"),
    Defect("L4-PRC-10", "due_date.page", "2026-11-17T17:00:00+07:00", "hẹn trả ngày 17/11/2026"),
    Defect("L4-PRC-10", "due_date.page", None, "không ghi ngày hẹn trả"),
    Defect("L4-RES-16", "mails", [mail("Đã tiếp nhận, hẹn trả kết quả ngày 23/11/2026.")], "không thông báo nào"),
    Defect("L4-RES-14", "national.dossiers",
           _packet(DanhSachGiayToKetQua=[{"TenGiayTo": "kq", "DuongDanTepTinKetQua": "http://10.0.0.8/1"}]),
           "mạng nội bộ"),
    Defect("L4-SEC-14", "national.dossiers", _packet(TaiLieuNop=[FILE | {"DuongDanTaiTepTin": "http://kho/1"}]),
           "không phải https"),
    Defect("L4-PAY-04", "national.dossiers", _packet(DanhSachLePhi=[fee_line(MaPhiLePhi="")]), "khoản LP-TLHT"),
    Defect("L4-PAY-04", "national.dossiers", _packet(DanhSachLePhi=[fee_line(Gia="8000")]), "8.000 đ"),
    Defect("L4-PAY-23", "national.dossiers", _packet(DuocThanhToanTrucTuyen="3"), "tình trạng thanh toán «3»"),
    Defect("L4-PAY-09", "gateway.orders", [order(signature_valid=False)], "từ chối chữ ký"),
    Defect("L4-PAY-31", "gateway.orders", [order(order_info="Nộp phí"), order()], "«Nộp phí»"),
    Defect("L4-PAY-31", "gateway.orders",
           [order(), order(at="later", problems=["vnp_TxnRef: mã giao dịch đã dùng"])], "dùng lại"),
    Defect("L4-PAY-19", "payment.after", "paid", "đã thanh toán"),
    Defect("L4-INF-10", "published.return_ways", "Theo quy định", "cách trả kết quả ghi «Theo quy định»"),
    Defect("L4-RES-10", "published.return_ways", "Nhận trực tiếp tại Bộ phận Một cửa", "tại Bộ phận Một cửa"),
    Defect("L4-ACC-13", "page.spelling", [{"page": "trang chủ", "url": "", "samples": ["Th\ufffdng"]}], "chữ hỏng"),
    Defect("L4-ACC-17", "page.errors", [{"kind": "script", "where": "/a.js", "what": "HTTP 404"}], "/a.js: HTTP 404"),
    Defect("L4-SEC-07", "errors.shown", [{"url": "/x", "status": 500, "text": "Traceback (most recent call last)"}],
           "HTTP 500"),
    Defect("L4-SEC-07", "errors.shown", [{"url": "/x", "status": 404, "text": "Apache/2.4.41 (Ubuntu)"}], "Apache/2.4"),
    Defect("L4-SEC-15", "client.code", [{"url": "https://a/app.js", "size": 9, "secrets": ["apiKey"]}],
           "/app.js có apiKey"),
    Defect("L4-IDN-02", "identity.visits", [{"address": "https://v/a", "asks": True}] * 2, "sang VNeID 2 lần"),
    Defect("L4-IDN-02", "identity.visits", [{"address": "https://d/vao", "asks": False}] * 3, "quay vòng"),
    Defect("L4-PRC-03", "history.units", ["", "", "", "", ""], "không ghi đơn vị"),
    Defect("L4-INT-05", "national.dossiers", _packet(NgayHenTra="23/11/2026"), "ghi NgayHenTra (Ngày hẹn trả)"),
    Defect("L4-INT-05", "national.dossiers", _packet(SoDienThoai="+84 912345678"), "SoDienThoai"),
    Defect("L4-INT-08", "national.dossiers", _packet(KenhThucHien="1"), "kênh thực hiện «1»"),
    Defect("L4-INT-09", "national.dossiers", _packet(LoaiDoiTuong="2"), "loại đối tượng «2»"),
    Defect("L4-INT-10", "national.dossiers", _packet(TaiLieuNop=[]), "có 0 tệp hồ sơ"),
    Defect("L4-INT-10", "national.dossiers", _packet(TaiLieuNop=[FILE | {"MaThanhPhanHoSo": ""}]), "mã KQ003984"),
    Defect("L4-INT-10", "national.files", [{"status": 404, "sha256": "", "url": "", "size": 0}], "HTTP 404"),
    Defect("L4-INT-10", "national.files", [{"status": 200, "sha256": "0", "url": "", "size": 1}], "không liên kết nào"),
    Defect("L4-INT-11", "national.dossiers", _packet(DanhSachGiayToKetQua=[]), "không có giấy tờ kết quả"),
    Defect("L4-INT-14", "national.dossiers", _packet(SoGiayToChuHoSo="000000001"), "số giấy tờ 000000001"),
    Defect("L4-INT-14", "national.dossiers", _packet(SoDienThoai="0000000000"), "số điện thoại 0000000000"),
    Defect("L4-INT-17", "national.dossiers", _packet(HoSoCoThanhPhanSoHoa="1"), "số hóa"),
    Defect("L4-INT-17", "identity.authorizations", [], "xác thực với VNeID"),
    Defect("L4-INT-22", "national.dossiers", _packet(HinhThuc="1"), "hình thức trả «1»"),
]
