"""What anybody may open beside the procedures: search engines' files, blank forms, statistics, verification, bills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from sandbox.core import links
from sandbox.core.conforming.papers import SYSTEM, Papers
from sandbox.core.models import Account, Dossier, Paper
from sandbox.core.procedures import Procedure, procedure
from sandbox.core.sheets import Sheet
from sandbox.core.texts import day

PRIVATE = ("/ho-so", "/lien-thong", "/dang-nhap")  # nothing for search engines


@dataclass(frozen=True, slots=True)
class Count:
    """One service in the public statistics."""

    name: str
    level: str
    integrated: str  # Đã tích hợp | Chưa tích hợp
    received: int
    finished: int
    on_time: int


class OpenSite(Papers):
    # --- search engines --------------------------------------------------------------------------------
    def robots(self) -> str:
        closed = "".join(f"Disallow: {path}\n" for path in PRIVATE)
        return f"User-agent: *\n{closed}Sitemap: {links.portal('/sitemap.xml')}\n"

    def sitemap(self, every: Iterable[Procedure]) -> list[str]:
        """Addresses that search engines are told of."""
        return [links.portal(f"/dich-vu-cong/{one.code}") for one in every]

    def canonical(self, path: str) -> str:
        return links.portal(path)

    # --- forms to be printed -----------------------------------------------------------------------------
    def form_edition(self, one: Procedure) -> str:
        """The document that issued the form."""
        return one.form_basis

    def blank_form(self, one: Procedure, title: str) -> bytes:
        """The declaration as a PDF to be printed, from the fields of the electronic form."""
        from sandbox.core import documents  # noqa: PLC0415 - reportlab loads fonts

        issued = self.form_edition(one)
        rows = [("Mẫu ban hành kèm theo", issued)] if issued else []
        rows += [("Kính gửi", one.agency.name)]
        rows += [(field.label, "   ".join(f"□ {option}" for option in field.options) or "." * 40)
                 for field in one.fields]
        return documents.render(Sheet(one.agency.name, "", title.upper(), tuple(rows), "", None))

    # --- statistics -----------------------------------------------------------------------------------------
    def counted(self, one: Procedure) -> Count:
        mine = Dossier.objects.filter(procedure=one.code)
        done = mine.filter(status__in=(9, 10))
        return Count(one.name, one.level, "Đã tích hợp", self.number_received(mine.count()), done.count(),
                     done.filter(finished_at__lte=F("due_at")).count())

    def number_received(self, count: int) -> int:
        return count

    # --- anybody verifies a result by its code (NĐ 45/2020 Đ18.2) ---------------------------------------------
    def verified(self, number: str) -> Paper | None:
        found: Paper | None = Paper.objects.filter(kind="result", number=number).first()
        return found

    def verified_rows(self, paper: Paper, number: str) -> list[tuple[str, str]]:
        one = procedure(paper.dossier.procedure)
        return [("Tình trạng", "Kết quả có thật, còn giá trị"), ("Mã kết quả", number),
                ("Tên kết quả", one.result.name), ("Cơ quan ban hành", one.agency.name),
                ("Ngày ban hành", day(paper.at)), ("Hệ thống", SYSTEM)]

    # --- the person's store of electronic data (NĐ 45/2020 Đ14, TT 01/2023 Đ24) -----------------------------
    def stored_results(self, account: Account) -> list[tuple[str, str]]:
        """(code of the result, its name), newest first."""
        mine = Paper.objects.filter(kind="result", dossier__account=account).order_by("-at", "-pk")
        return [(paper.number, procedure(paper.dossier.procedure).result.name) for paper in mine]

    # --- what the national payment platform asks: a bill by dossier code --------------------------------------
    def bill(self, dossier: Dossier | None) -> dict[str, Any]:
        """`dptracuuthanhtoanhs`: 1 must pay, 0 nothing to pay, -1 not found."""
        if dossier is None:
            return {"error_code": -1, "message": "Không tìm thấy hồ sơ"}
        if self.payment_state(dossier) != "unpaid":
            return {"error_code": 0, "message": "Hồ sơ không có khoản phải nộp"}
        return {"error_code": 1, "message": self.bill_lines(dossier)}

    def bill_lines(self, dossier: Dossier) -> dict[str, Any]:
        one = procedure(dossier.procedure)
        return {
            "MaHoSo": dossier.code, "MaTTHC": one.code, "TenTTHC": one.name, "MaDonVi": one.agency.code,
            "TenDonVi": one.agency.name, "HoTenNguoiNop": self.mask_name(dossier.values.get("full_name", "")),
            "PhiLePhi": [{"MaPhiLePhi": line.code, "TenPhiLePhi": line.name, "SoTien": str(line.amount)}
                         for line in dossier.fees.order_by("pk")],
        }
