"""Defects inside the packets for the national portal, and of links and flags in them."""

from __future__ import annotations

from typing import Any

from sandbox.core.models import Dossier
from sandbox.faults.fault import Fault


class DatesAsWritten(Fault):
    id = "int-05-date-as-written"
    title = "Ngày hẹn trả gửi đi ở dạng dd/mm/yyyy"
    citizen = "Cổng DVC quốc gia hiện sai ngày hẹn"
    expects = frozenset({"L4-INT-05", "L4-MON-07"})

    def packet_dates(self, dossier: Dossier) -> dict[str, str]:
        due = f"{dossier.due_at:%d/%m/%Y}" if dossier.due_at else ""
        return super().packet_dates(dossier) | {"NgayHenTra": due}


class PhoneWithCountry(Fault):
    id = "int-05-phone-with-country"
    title = "Số điện thoại gửi đi có mã quốc gia và dấu cách"
    citizen = "tin nhắn của Cổng DVC quốc gia không tới"
    expects = frozenset({"L4-INT-05"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        sent = super().packet(dossier)
        return sent | {"SoDienThoai": f"+84 {sent['SoDienThoai'][1:]}"}


class ChannelCounter(Fault):
    id = "int-08-channel-counter"
    title = "Gói tin ghi hồ sơ nộp trực tiếp"
    citizen = "hồ sơ nộp qua mạng bị tính là nộp tại quầy"
    expects = frozenset({"L4-INT-08"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"KenhThucHien": "1"}


class CitizenAsBusiness(Fault):
    id = "int-09-citizen-as-business"
    title = "Gói tin ghi người nộp là doanh nghiệp"
    citizen = "không thấy hồ sơ trong tài khoản cá nhân"
    expects = frozenset({"L4-INT-09"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"LoaiDoiTuong": "2"}


class PapersNotSent(Fault):
    id = "int-10-papers-not-sent"
    title = "Gói tin không kèm tệp hồ sơ"
    citizen = "giấy tờ đã nộp không thấy trên Cổng DVC quốc gia"
    expects = frozenset({"L4-INT-10"})

    def packet_attachments(self, dossier: Dossier) -> list[dict[str, str]]:
        return []


class ComponentCodeEmpty(Fault):
    id = "int-10-component-code-empty"
    title = "Tệp trong gói tin không có mã thành phần"
    citizen = "giấy tờ không được nhận ra để dùng lại"
    expects = frozenset({"L4-INT-10"})

    def packet_attachments(self, dossier: Dossier) -> list[dict[str, str]]:
        return [row | {"MaThanhPhanHoSo": ""} for row in super().packet_attachments(dossier)]


class LinkCutShort(Fault):
    id = "int-10-link-cut-short"
    title = "Đường dẫn tệp trong gói tin bị cắt"
    citizen = "bấm vào giấy tờ trên Cổng DVC quốc gia báo không tìm thấy"
    expects = frozenset({"L4-INT-10"})

    def packet_attachments(self, dossier: Dossier) -> list[dict[str, str]]:
        rows = super().packet_attachments(dossier)
        return [row | {"DuongDanTaiTepTin": row["DuongDanTaiTepTin"][:-8]} for row in rows]


class ResultNotSent(Fault):
    id = "int-11-result-not-sent"
    title = "Hồ sơ đã xong nhưng gói tin không kèm kết quả"
    citizen = "không lấy được kết quả từ Cổng DVC quốc gia"
    expects = frozenset({"L4-INT-11", "L4-MON-07"})

    def packet_results(self, dossier: Dossier) -> list[dict[str, str]]:
        return []


class MadeUpNumber(Fault):
    id = "int-14-made-up-number"
    title = "Gói tin ghi số giấy tờ 000000001"
    citizen = "hồ sơ không gắn với số định danh của mình"
    expects = frozenset({"L4-INT-14"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"SoGiayToChuHoSo": "000000001"}


class DigitisedInName(Fault):
    id = "int-17-digitised-in-name"
    title = "Gói tin báo đã số hóa giấy tờ trong khi không ai số hóa"
    citizen = "số liệu báo cáo đẹp hơn thực tế"
    expects = frozenset({"L4-INT-17"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"HoSoCoThanhPhanSoHoa": "1"}


class PostNotChosen(Fault):
    id = "int-22-post-not-chosen"
    title = "Gói tin ghi trả kết quả qua bưu chính dù người nộp chọn trực tuyến"
    citizen = "kết quả bị gửi đi nơi khác"
    expects = frozenset({"L4-INT-22"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"HinhThuc": "1"}


class FeesLumped(Fault):
    id = "pay-04-fees-lumped"
    title = "Các khoản phí, lệ phí gộp thành một dòng không có mã"
    citizen = "không biết từng khoản đã nộp là gì"
    expects = frozenset({"L4-PAY-04"})

    def packet_fees(self, dossier: Dossier) -> list[dict[str, str]]:
        rows = super().packet_fees(dossier)
        total = sum(int(row["Gia"]) for row in rows)
        return [rows[0] | {"TenPhiLePhi": "Phí, lệ phí", "MaPhiLePhi": "", "Gia": str(total)}] if rows else rows


class OneCopyTold(Fault):
    id = "pay-23-one-copy-told"
    title = "Gói tin chỉ ghi tiền của một bản sao"
    citizen = "số tiền trên Cổng DVC quốc gia khác số đã trả"
    expects = frozenset({"L4-PAY-03", "L4-PAY-04", "L4-PAY-23", "L4-INT-15"})

    def packet_fees(self, dossier: Dossier) -> list[dict[str, str]]:
        return [row | {"Gia": "8000"} for row in super().packet_fees(dossier)]


class PaymentNotTold(Fault):
    id = "pay-23-payment-not-told"
    title = "Gói tin vẫn ghi chưa thanh toán sau khi đã trả tiền"
    citizen = "Cổng DVC quốc gia vẫn nhắc nộp tiền"
    expects = frozenset({"L4-PAY-23"})

    def packet_payment(self, dossier: Dossier) -> str:
        return "3"


class InnerAddressOfResult(Fault):
    id = "res-14-inner-address"
    title = "Đường dẫn kết quả là địa chỉ mạng nội bộ"
    citizen = "bấm vào kết quả không mở được"
    expects = frozenset({"L4-RES-14", "L4-SEC-14", "L4-INT-15"})

    def packet_results(self, dossier: Dossier) -> list[dict[str, str]]:
        link = "http://10.0.12.7:8080/ket-qua/1"
        return [row | {"DuongDanTepTinKetQua": link} for row in super().packet_results(dossier)]


class InnerNameOfPapers(Fault):
    id = "sec-14-unencrypted-link"
    title = "Đường dẫn tệp hồ sơ trong gói tin không mã hóa, tên máy nội bộ"
    citizen = "giấy tờ của mình đi qua mạng không được mã hóa"
    expects = frozenset({"L4-SEC-14", "L4-INT-10"})

    def packet_attachments(self, dossier: Dossier) -> list[dict[str, str]]:
        return [row | {"DuongDanTaiTepTin": "http://kho-tep.noi-bo.example/tep/1"}
                for row in super().packet_attachments(dossier)]  # fmt: skip
