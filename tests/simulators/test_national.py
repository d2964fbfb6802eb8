"""The national portal keeps every call and says what is wrong with a packet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from harness.model import Persona
from harness.simulators import NationalPortal

CODE = "000.01.02.H47-260720-0001"
ROW = {
    "MaHoSo": CODE,
    "MaTTHC": "2.000635",
    "TenTTHC": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
    "MaLinhVuc": "G15-TP07",
    "TenLinhVuc": "Hộ tịch",
    "KenhThucHien": "2",
    "ChuHoSo": "Nguyễn Văn Mẫu",
    "LoaiDoiTuong": "1",
    "Email": "mau@example.vn",
    "SoDienThoai": "0990000001",
    "TrichYeuHoSo": "Cấp bản sao trích lục",
    "NgayTiepNhan": "20260720080000",
    "NgayHenTra": "20260721080000",
    "TrangThaiHoSo": "1",
    "HinhThuc": "0",
    "DonViXuLy": "Ủy ban nhân dân xã Mẫu",
}
STEP = {"MaHoSo": CODE, "NguoiXuLy": "Cán bộ một cửa", "ThoiDiemXuLy": "20260720090000",
        "NoiDungXuLy": "Tiếp nhận hồ sơ", "TrangThai": "2"}  # fmt: skip


@dataclass
class Province:
    client: httpx.Client
    url: str
    session: str = ""

    def login(self, password: str = "mat-khau") -> dict[str, Any]:
        body = {"username": "tinh", "password": password}
        answer = self.client.post(f"{self.url}/login", json=body, headers={"dstcode": "VN:GOV:000.00.00.G22"})
        self.session = answer.json().get("session", "")
        found: dict[str, Any] = answer.json()
        return found

    def call(self, service: str, **fields: Any) -> dict[str, Any]:
        body = {"session": self.session, "madonvi": "000.00.00.H47", "service": service} | fields
        found: dict[str, Any] = self.client.post(f"{self.url}/services", json=body).json()
        return found


@pytest.fixture
def province(browser: httpx.Client, national: NationalPortal) -> Province:
    one = Province(browser, national.url)
    one.login()
    return one


def test_login(province: Province) -> None:
    assert province.login()["error_code"] == 0
    assert province.login("sai")["error_code"] != 0
    assert "hết hạn" in province.call("LayDanhSachTTHC")["message"]


def test_packets_are_stored_as_they_came(province: Province, national: NationalPortal) -> None:
    assert province.call("DongBoHoSoMC", isUpdating="False", data=[ROW])["error_code"] == 0
    assert province.call("CapNhatTienDoHoSoMC", data=[STEP])["error_code"] == 0
    updated = ROW | {"TrangThaiHoSo": "9", "NgayKetThucXuLy": "20260720100000"}
    assert province.call("DongBoHoSoMC", isUpdating="True", data=[updated])["error_code"] == 0
    assert [(p.data["TrangThaiHoSo"], p.is_updating) for p in national.dossier_packets(CODE)] == [
        ("1", False), ("9", True)]  # fmt: skip
    assert [p.data for p in national.progress_rows(CODE)] == [STEP]
    assert [c.problems for c in national.calls()] == [()] * 4
    found = province.call("TraCuuHoSo", mahoso=CODE)["result"][0]
    assert (found["TrangThaiHoSo"], len(found["TienDo"])) == ("2", 1)


def test_secrets_are_not_kept(province: Province, national: NationalPortal) -> None:
    province.call("LayDanhSachTTHC")
    assert all("mat-khau" not in str(c.body) and province.session not in str(c.body) for c in national.calls())


def test_a_known_dossier_must_be_sent_as_an_update(province: Province, national: NationalPortal) -> None:
    province.call("DongBoHoSoMC", isUpdating="False", data=[ROW])
    again = province.call("DongBoHoSoMC", isUpdating="False", data=[ROW])
    assert again["error_code"] != 0
    assert "đã tồn tại" in again["message"]
    assert len(national.dossier_packets(CODE)) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"NgayHenTra": ""}, "NgayHenTra"),
        ({"TrangThaiHoSo": ""}, "TrangThaiHoSo"),
        ({"TrangThaiHoSo": 2}, "TrangThaiHoSo"),
        ({"MaHoSo": "HS-1"}, "MaHoSo"),
        ({"Email": "khong-phai-thu"}, "Email"),
        ({"TrichYeuHoSo": "x" * 1001}, "TrichYeuHoSo"),
        ({"NgayTiepNhan": "2026-07-20"}, "NgayTiepNhan"),
        ({"DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "123456789"}]}, "DinhDanhCHS"),
        ({"SoGiayToChuHoSo": "000000001"}, "SoGiayToChuHoSo"),
    ],
)
def test_departures_from_the_schema_are_noted(
    province: Province, national: NationalPortal, changes: dict[str, Any], field: str
) -> None:
    answer = province.call("DongBoHoSoMC", isUpdating="False", data=[ROW | changes])
    assert answer["error_code"] == 0, "the real portal takes such packets too"
    assert [field in p for p in national.calls("DongBoHoSoMC")[0].problems] == [True]


def test_long_batches_are_refused(province: Province, national: NationalPortal) -> None:
    assert province.call("CapNhatTienDoHoSoMC", data=[STEP] * 11)["error_code"] != 0
    assert national.progress_rows(CODE) == []


def test_catalogue_and_accounts(province: Province, people: dict[str, Persona]) -> None:
    found = province.call("LayThuTuc", maTTHC="2.000635")["result"][0]
    assert found["TENTTHC"] == ROW["TenTTHC"]
    assert found["LINHVUCTHUCHIEN"] == [{"MALINHVUC": "G15-TP07", "TENLINHVUC": "Hộ tịch"}]
    assert province.call("LayThuTuc", maTTHC="9.999999")["error_code"] != 0
    assert len(province.call("LayDanhSachTTHC")["result"]) == 1
    assert province.call("LayDanhMucLinhVuc")["result"] == [{"MALINHVUC": "G15-TP07", "TENLINHVUC": "Hộ tịch"}]
    assert province.call("LayDanhMucCoQuan")["result"][0]["MADONVI"] == "000.00.00.G15"
    number = people["nguyen-van-mau"].identity_number
    assert province.call("TraCuuTechID", mstorcmnd=number)["result"][0]["TECHNICALID"].startswith("TECH-")
    assert province.call("TraCuuTechID", mstorcmnd="1")["error_code"] != 0
    assert province.call("KhongCo")["error_code"] != 0


def test_failures_on_command_and_expired_sessions(province: Province, national: NationalPortal) -> None:
    national.fail_next(2)
    answers = [province.call("CapNhatTienDoHoSoMC", data=[STEP])["error_code"] for _ in range(3)]
    assert answers == ["99", "99", 0]
    assert len(national.progress_rows(CODE)) == 1
    national.expire_sessions()
    assert "hết hạn" in province.call("LayDanhSachTTHC")["message"]
    assert len(national.calls("CapNhatTienDoHoSoMC")) == 3, "refused calls are kept too"


def test_failure_for_one_dossier_leaves_the_others_alone(province: Province, national: NationalPortal) -> None:
    national.fail_next(dossier="H99-261120-0009")
    assert province.call("CapNhatTienDoHoSoMC", data=[STEP])["error_code"] == 0
    other = [STEP | {"MaHoSo": "H99-261120-0009"}]
    assert [province.call("CapNhatTienDoHoSoMC", data=other)["error_code"] for _ in range(2)] == ["99", 0]
    assert [call.answer["error_code"] for call in national.calls_about("H99-261120-0009")] == ["99", 0]
