"""Rows as the simulators and the form leave them: steps, packets, progress, notices, orders, fields, mails."""

from __future__ import annotations

from typing import Any

from tests.checks.people import AGENCY, CODE, PERSON

TXN = "2611200001"


def step(name: str, expected: int, **changes: Any) -> dict[str, Any]:
    return {"step": name, "expected": expected, "portal": expected, "one_stop": expected} | changes


STEPS = [
    step("submit", 1, one_stop=None),
    step("pay", 1, one_stop=None),
    step("receive", 2),
    step("process", 4),
    step("issue", 9),
    step("deliver", 10),
]


RESULT_LINK = {"TenGiayTo": "ket-qua.pdf", "DuongDanTepTinKetQua": "https://dichvucong.example/kq/1"}


def fee_line(**changes: Any) -> dict[str, Any]:
    return {"TenPhiLePhi": "Lệ phí", "MaPhiLePhi": "LP-TLHT", "HinhThucThu": "1", "Gia": "16000",
            "LoaiPhiLePhi": "1"} | changes  # fmt: skip


def packet(status: str, **changes: Any) -> dict[str, Any]:
    data = {
        "MaHoSo": CODE,
        "MaTTHC": "2.000635",
        "TenTTHC": "Cấp bản sao",
        "MaLinhVuc": "G15-TP07",
        "TenLinhVuc": "Hộ tịch",
        "KenhThucHien": "2",
        "ChuHoSo": PERSON["full_name"],
        "LoaiDoiTuong": "1",
        "Email": PERSON["email"],
        "SoDienThoai": PERSON["phone"],
        "TrichYeuHoSo": "Cấp bản sao",
        "NgayNopHoSo": "20261120090030",
        "NgayTiepNhan": "20261120090500",
        "NgayHenTra": "20261123170000",
        "TrangThaiHoSo": status,
        "HinhThuc": "0",
        "DonViXuLy": AGENCY,
        "SoGiayToChuHoSo": PERSON["identity_number"],
        "HoSoCoThanhPhanSoHoa": "0",
        "TaiKhoanDuocXacThucVoiVNeID": "1",
        "DuocThanhToanTrucTuyen": "2",
        "DanhSachLePhi": [fee_line()],
        "DanhSachGiayToKetQua": [RESULT_LINK] if status == "10" else [],
        "NgayKetThucXuLy": "",
        "NgayTra": "",
        "TaiLieuNop": [
            {"TenTepDinhKem": "giay-to.pdf", "MaThanhPhanHoSo": "KQ003984", "DuongDanTaiTepTin": "https://dichvucong.example/1"}
        ],
    }
    return {"at": "2026-11-20T09:06:00+07:00", "is_updating": status != "2", "data": data | changes}


def progress(status: str, at: str) -> dict[str, Any]:
    data = {"MaHoSo": CODE, "NguoiXuLy": "Cán bộ", "ThoiDiemXuLy": at, "NoiDungXuLy": "…", "TrangThai": status}
    return {"at": "2026-11-20T09:06:00+07:00", "data": data}


PROGRESS = [
    progress("2", "20261120090500"),
    progress("4", "20261120090600"),
    progress("9", "20261120090700"),
    progress("10", "20261120090800"),
]


def notice(code: str, **changes: Any) -> dict[str, Any]:
    return {
        "kind": "ipn",
        "txn_ref": TXN,
        "amount": 16000,
        "rsp_code": code,
        "message": "…",
        "http_status": 200,
    } | changes


def order(amount: int = 16000, **changes: Any) -> dict[str, Any]:
    return {
        "txn_ref": TXN,
        "amount": amount,
        "order_info": "Le phi",
        "signature_valid": True,
        "state": "paid",
        "problems": [],
        "params": {},
    } | changes


def form_field(label: str, value: str, kind: str = "text", *, required: bool = True) -> dict[str, Any]:
    return {
        "section": "",
        "label": label,
        "kind": kind,
        "required": required,
        "set": value,
        "read_back": value,
        "rung": 1,
    }


def opened(label: str, before: str) -> dict[str, Any]:
    return {"section": "Thông tin người yêu cầu", "label": f"{label} (*)", "before": before, "source": ""}


def mail(text: str) -> dict[str, Any]:
    return {"to": PERSON["email"], "subject": f"Hồ sơ {CODE}", "text": text, "attachments": []}
