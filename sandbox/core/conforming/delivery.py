"""What leaves the portal: mails, notices in the account, packets for the national portal."""

from __future__ import annotations

from typing import Any

from sandbox.core import links
from sandbox.core.conforming.papers import Papers
from sandbox.core.conforming.published import Published
from sandbox.core.models import Dossier, Paper, StatusChange
from sandbox.core.procedures import procedure
from sandbox.core.texts import national, vnd

Message = tuple[str, str]  # subject, text


class Delivery(Papers, Published):
    # --- messages to the applicant: event = submitted | paid | a status 2–10 ----------------------------
    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        """What the applicant is told; None when an event is not worth a message."""
        code, one = dossier.code, procedure(dossier.procedure)
        sentences = {
            "submitted": f"Hệ thống đã tiếp nhận hồ sơ {code} lúc {self.date_text(dossier.submitted_at)}.",
            "paid": f"Đã ghi nhận thanh toán {vnd(self.amount_collected(dossier))} cho hồ sơ {code}. "
                    "Biên lai điện tử có trong trang hồ sơ.",
            "2": f"Hồ sơ {code} đã được tiếp nhận. Ngày hẹn trả kết quả: {self.date_text(dossier.due_at)}.",
            "3": f"Hồ sơ {code} không được tiếp nhận. Lý do: {note}",
            "4": f"Hồ sơ {code} đang được {self.published_agency(one)} xử lý.",
            "5": f"Hồ sơ {code} cần bổ sung giấy tờ: {note}",
            "6": f"Hồ sơ {code} cần thực hiện nghĩa vụ tài chính: {note}",
            "7": f"Hồ sơ {code} đã được rút theo yêu cầu.",
            "8": f"Hồ sơ {code} đã dừng xử lý. Lý do: {note}",
            "9": self.finished_sentence(dossier),
            "10": f"Hồ sơ {code} đã được trả kết quả.",
        }
        sentence = sentences.get(event)
        return (f"Hồ sơ {code}: {one.name}", sentence) if sentence else None

    def amount_collected(self, dossier: Dossier) -> int:
        """Đồng of the latest payment: of the demand that it paid."""
        paid = dossier.payments.filter(state="paid").count()
        return sum(line.amount for demand in self.demands(dossier)[:paid][-1:] for line in demand)

    def finished_sentence(self, dossier: Dossier) -> str:
        """A document is downloaded; an update of a database is told by this very notice."""
        result = procedure(dossier.procedure).result
        if result.is_document:
            return f"Hồ sơ {dossier.code} đã xử lý xong. Kết quả có chữ ký số trong trang hồ sơ."
        return (f"Thông báo kết quả hồ sơ {dossier.code}: thông tin của ông/bà "
                f"{dossier.values.get('full_name', '')} đã được cập nhật vào {result.updates}.")

    def mail(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        return self.message(dossier, event, note)

    def account_notice(self, dossier: Dossier, event: str, note: str = "") -> str:
        found = self.message(dossier, event, note)
        return found[1] if found else ""

    def mail_address(self, dossier: Dossier) -> str:
        return str(dossier.values.get("email") or dossier.account.email)

    # --- national portal ---------------------------------------------------------------------------------
    def synchronised(self, dossier: Dossier) -> bool:
        """Whether a change of the dossier is pushed: from its reception (or refusal) on."""
        return dossier.status != 1 and (dossier.received_at or dossier.refused_at) is not None

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        """One element of DongBoHoSoMC.data (national-portal.md §2)."""
        one, values = procedure(dossier.procedure), dossier.values
        return {
            "MaHoSo": dossier.code, "MaTTHC": one.code, "TenTTHC": one.name,
            "MaLinhVuc": one.field_code, "TenLinhVuc": one.field, "SoBienNhan": dossier.code,
            "KenhThucHien": "2", "ChuHoSo": values.get("full_name", ""),
            "SoGiayToChuHoSo": values.get("identity_number", ""),
            "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": values.get("identity_number", "")}],
            "LoaiDoiTuong": "1", "MaDoiTuong": dossier.account.subject, "ThongTinKhac": "",
            "Email": values.get("email", ""), "SoDienThoai": values.get("phone", ""), "Fax": "",
            "TrichYeuHoSo": f"{one.name} – {values.get('full_name', '')}"[:1000],
            **self.packet_dates(dossier),
            "TrangThaiHoSo": self.packet_status(dossier.status), "ThongTinTra": "",
            "HinhThuc": "1" if "bưu chính" in values.get("return_way", "") else "0",
            "DonViXuLy": one.agency.name, "NoiNopHoSo": "1", "GhiChu": "Hồ sơ kiểm thử",
            "TaiLieuNop": self.packet_attachments(dossier), "DanhSachLePhi": self.packet_fees(dossier),
            "DanhSachTepDinhKemKhac": [], "DanhSachHoSoBoSung": self.packet_supplements(dossier),
            "DanhSachGiayToKetQua": self.packet_results(dossier), "HoSoCoThanhPhanSoHoa": "0",
            "TaiKhoanDuocXacThucVoiVNeID": "1", "DuocThanhToanTrucTuyen": self.packet_payment(dossier),
            "DSKetNoiCSDL": [],
        }

    def packet_dates(self, dossier: Dossier) -> dict[str, str]:
        return {
            "NgayNopHoSo": national(dossier.submitted_at), "NgayTiepNhan": national(dossier.received_at),
            "NgayHenTra": national(dossier.due_at), "NgayKetThucXuLy": national(dossier.finished_at),
            "NgayTra": national(dossier.returned_at), "NgayTuChoi": national(dossier.refused_at),
        }

    def packet_status(self, status: int) -> str:
        return str(status)

    def packet_payment(self, dossier: Dossier) -> str:
        """2 paid at the portal's own gateway, 3 not paid, 0 nothing to pay."""
        return {"paid": "2", "none": "0"}.get(self.payment_state(dossier), "3")

    def packet_attachments(self, dossier: Dossier) -> list[dict[str, str]]:
        return [
            {"TepDinhKemId": str(upload.pk), "TenTepDinhKem": upload.file_name, "IsDeleted": "False",
             "MaThanhPhanHoSo": upload.component, "DuongDanTaiTepTin": links.shared("tep", upload.pk),
             "DuocSoHoa": "0", "DuocTaiSuDung": "0", "DuocLayTuKhoDMQG": "0", "MaKetQuaThayThe": ""}
            for upload in dossier.uploads.filter(supplement=None).order_by("pk")
        ]

    def packet_fees(self, dossier: Dossier) -> list[dict[str, str]]:
        return [{"TenPhiLePhi": line.name, "MaPhiLePhi": line.code, "HinhThucThu": "1", "Gia": str(line.amount),
                 "LoaiPhiLePhi": "1"} for line in dossier.fees.order_by("pk")]

    def packet_supplements(self, dossier: Dossier) -> list[dict[str, Any]]:
        """national-portal.md §2: every request for more, who asked, what came, and how the due date moved."""
        one = procedure(dossier.procedure)
        return [
            {"HoSoBoSungId": str(row.pk), "NguoiYeuCauBoSung": row.asked_by, "NoiDungBoSung": row.words,
             "NgayBoSung": national(row.asked_at), "NguoiTiepNhanBoSung": one.agency.name if row.answered_at else "",
             "ThongTinTiepNhan": row.answer, "NgayTiepNhanBoSung": national(row.answered_at),
             "TrangThaiBoSung": "1" if row.answered_at else "0",
             "DanhSachGiayToBoSung": [{"TepDinhKemId": str(file.pk), "TenTepDinhKem": file.file_name,
                                       "DuongDanTaiTepTin": links.shared("tep", file.pk)}
                                      for file in row.uploads.order_by("pk")],
             "DanhSachLePhiBoSung": [], "NgayHenTraTruoc": national(row.due_before),
             "NgayHenTraMoi": national(row.due_after)}
            for row in dossier.supplements.order_by("pk")
        ]

    def shared_paper(self, paper: Paper) -> bytes:
        """What the national portal opens by the packet's link."""
        return bytes(paper.content)

    def packet_results(self, dossier: Dossier) -> list[dict[str, str]]:
        code = procedure(dossier.procedure).result.code
        return [{"TenGiayTo": paper.file_name, "MaThanhPhanHoSo": code, "GiayToId": paper.number,
                 "DuongDanTepTinKetQua": links.shared("giay-to", paper.pk), "MaGiayToKetQua": code}
                for paper in dossier.papers.filter(kind="result")]

    def progress_row(self, dossier: Dossier, change: StatusChange) -> dict[str, str] | None:
        """One element of CapNhatTienDoHoSoMC.data; None: this step is not told."""
        return {
            "MaHoSo": dossier.code, "NguoiXuLy": change.by[:50], "ChucDanh": "",
            "ThoiDiemXuLy": national(change.at), "PhongBanXuLy": change.unit,
            "NoiDungXuLy": change.note or self.status_name(change.status),
            "TrangThai": self.packet_status(change.status), "NgayBatDau": national(change.at),
            "NgayKetThucTheoQuyDinh": national(dossier.due_at),
        }
