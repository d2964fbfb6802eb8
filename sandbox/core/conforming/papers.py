"""Documents that the system issues: what stands on them and who signs them."""

from __future__ import annotations

from collections.abc import Sequence

from sandbox.core.conforming.forms import Forms
from sandbox.core.conforming.paying import Paying
from sandbox.core.models import Dossier, FeeLine, Paper, Payment
from sandbox.core.procedures import Procedure, procedure
from sandbox.core.sheets import Sheet
from sandbox.core.texts import day, now, vnd, vnd_in_words

SYSTEM = "Hệ thống thông tin giải quyết thủ tục hành chính (thử nghiệm)"
FILES = {"slip": "giay-tiep-nhan", "receipt": "bien-lai", "result": "ket-qua", "supplement": "phieu-yeu-cau-bo-sung",
         "refusal": "phieu-tu-choi", "stop": "thong-bao-dung-xu-ly", "apology": "thu-xin-loi"}


class Papers(Paying, Forms):
    # --- who signs -----------------------------------------------------------------------------------
    def signer(self, procedure: Procedure, kind: str) -> str:  # noqa: ARG002 - faults choose by kind
        """Organisation (O) of the certificate. kind: see Paper."""
        return procedure.agency.name

    def signed(self, pdf: bytes, organisation: str, kind: str) -> bytes:
        """PAdES signature of the organisation."""
        from sandbox.core import signing  # noqa: PLC0415 - pyHanko takes half a second to load

        return signing.sign(pdf, organisation, self.stamp(organisation) if kind == "result" else b"")

    def stamp(self, organisation: str) -> bytes:
        """What the signature on a result shows (NĐ 30/2020 PL I); empty: it does not show."""
        from sandbox.core import documents  # noqa: PLC0415 - reportlab loads fonts

        return documents.stamp(self.stamp_lines(organisation))

    def stamp_lines(self, organisation: str) -> tuple[str, ...]:
        """Name of the organisation, time of signing with its zone (ISO 8601)."""
        return organisation, f"Thời gian ký: {now().isoformat()}"

    def paper_content(self, dossier: Dossier, kind: str, number: str) -> bytes:
        """The finished file of a paper."""
        from sandbox.core import documents  # noqa: PLC0415 - reportlab loads fonts

        sheet = self.sheet(dossier, kind, number)
        organisation = self.signer(procedure(dossier.procedure), kind)
        return self.signed(documents.render(sheet), organisation, kind)

    def file_name(self, dossier: Dossier, kind: str) -> str:
        return f"{FILES[kind]}-{dossier.code}.pdf"

    def sheet(self, dossier: Dossier, kind: str, number: str) -> Sheet:
        return {"slip": self.slip, "receipt": self.receipt, "result": self.result}[kind](dossier, number)

    # --- giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 01/2018, Mẫu 01) ----------------------------------
    def slip_due(self, dossier: Dossier) -> bool:
        """A slip is issued when the dossier is received."""
        return bool(dossier.received_at)

    def slip(self, dossier: Dossier, number: str) -> Sheet:
        one = procedure(dossier.procedure)
        return Sheet(
            agency=one.agency.name, number=number, title="GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            rows=tuple(self.slip_rows(dossier, one)), signed_by=self.signer(one, "slip"), at=dossier.received_at,
            codes=self.qr_text(dossier, one),
        )

    def slip_rows(self, dossier: Dossier, one: Procedure) -> list[tuple[str, str]]:
        """The contents of form 01."""
        return [
            ("Bộ phận tiếp nhận và trả kết quả", one.agency.name),
            ("Mã hồ sơ", dossier.code),
            ("Tiếp nhận hồ sơ của", dossier.values.get("full_name", "")),
            ("Địa chỉ", dossier.values.get("address", "")),
            ("Số điện thoại", dossier.values.get("phone", "")),
            ("Thư điện tử", dossier.values.get("email", "")),
            ("Nội dung yêu cầu giải quyết", f"{one.name} (mã thủ tục {one.code})"),
            *((f"Thành phần hồ sơ nộp {index}", component.name) for index, component in enumerate(one.components, 1)),
            ("Thời gian giải quyết hồ sơ theo quy định", one.time_limit.text),
            ("Thời gian nhận hồ sơ", self.date_text(dossier.received_at)),
            ("Thời gian trả kết quả giải quyết hồ sơ", self.slip_due_date(dossier)),
            ("Hình thức nộp hồ sơ", "Trực tuyến"),
            ("Đăng ký nhận kết quả", dossier.values.get("return_way", "Trực tuyến")),
        ]

    def slip_due_date(self, dossier: Dossier) -> str:
        return self.date_text(dossier.due_at)

    def result_qr(self, dossier: Dossier, number: str) -> str:
        """TT 01/2023 Đ26: what the QR code on a result carries, its validity last."""
        one = procedure(dossier.procedure)
        return "|".join((number, dossier.code, one.code, one.result.name, SYSTEM, self.date_text(dossier.finished_at),
                         "Có giá trị như bản giấy, không thời hạn"))

    def qr_text(self, dossier: Dossier, one: Procedure) -> str:
        """TT 01/2023 Đ26: what the QR code at the top left of a paper carries."""
        return "|".join((dossier.code, one.code, dossier.values.get("identity_number", ""),
                         "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", SYSTEM,
                         self.date_text(dossier.received_at), self.slip_due_date(dossier)))

    # --- biên lai điện tử ------------------------------------------------------------------------------
    def receipt_due(self, dossier: Dossier) -> bool:
        """One receipt for each payment, as soon as it is paid."""
        written = dossier.papers.filter(kind="receipt").count()
        return self.payment_state(dossier) == "paid" and written < dossier.payments.filter(state="paid").count()

    def receipt_amount(self, dossier: Dossier) -> int:
        """Đồng on the receipt: what was collected."""
        return int(self.paid_order(dossier).amount)

    def paid_order(self, dossier: Dossier) -> Payment:
        """The payment whose receipt is being written."""
        orders = list(dossier.payments.filter(state="paid").order_by("paid_at", "pk"))
        return orders[min(dossier.papers.filter(kind="receipt").count(), len(orders) - 1)]

    def paid_lines(self, dossier: Dossier) -> list[FeeLine]:
        """What that payment was for."""
        demands = self.demands(dossier)
        return demands[min(dossier.papers.filter(kind="receipt").count(), len(demands) - 1)]

    def receipt(self, dossier: Dossier, number: str) -> Sheet:
        one, amount = procedure(dossier.procedure), self.receipt_amount(dossier)
        paid = self.paid_order(dossier)
        return Sheet(
            agency=one.agency.name, number=number, title="BIÊN LAI THU PHÍ, LỆ PHÍ ĐIỆN TỬ",
            rows=tuple(self.receipt_rows(dossier, one, number, amount)), signed_by=self.signer(one, "receipt"),
            at=paid.paid_at,
        )

    def receipt_rows(self, dossier: Dossier, one: Procedure, number: str, amount: int) -> list[tuple[str, str]]:
        """NĐ 123/2020, TT 303/2016: type, symbols, number, payer, fees, figures and words, date."""
        paid = self.paid_order(dossier)
        return [
            ("Tên loại biên lai", "Biên lai thu phí, lệ phí điện tử"),
            ("Ký hiệu mẫu biên lai", "01BLP0-001"),
            ("Ký hiệu biên lai", f"XM-{day(paid.paid_at)[-2:]}E"),
            ("Số biên lai", number),
            ("Cơ quan thu", one.agency.name),
            ("Người nộp tiền", dossier.values.get("full_name", "")),
            ("Mã hồ sơ", dossier.code),
            *((f"Nội dung thu {index}", line.name) for index, line in enumerate(self.paid_lines(dossier), 1)),
            ("Số tiền", vnd(amount)),
            ("Số tiền bằng chữ", vnd_in_words(amount)),
            ("Hình thức thanh toán", "Thanh toán trực tuyến"),
            ("Mã giao dịch", paid.txn_ref),
            ("Ngày thu", day(paid.paid_at)),
        ]

    # --- kết quả ---------------------------------------------------------------------------------------
    def result_number(self, dossier: Dossier) -> str:
        """NĐ 45/2020 Đ14.3: <mã hồ sơ>-KQ(n)."""
        return f"{dossier.code}-KQ1"

    def result(self, dossier: Dossier, number: str) -> Sheet:
        one = procedure(dossier.procedure)
        return Sheet(
            agency=one.agency.name, number=number, title=one.result.name.upper(),
            rows=tuple(self.result_rows(dossier, one)), signed_by=self.signer(one, "result"),
            at=dossier.finished_at, codes=self.result_qr(dossier, number),
        )

    def result_rows(self, dossier: Dossier, one: Procedure) -> list[tuple[str, str]]:
        """Person and declared data, by the labels of the form."""
        hidden = {"phone", "email", "return_way"}
        rows = [(field.label, dossier.values.get(field.name, "")) for field in one.fields if field.name not in hidden]
        return [("Mã hồ sơ", dossier.code), *((label, value) for label, value in rows if value),
                ("Quản lý tại", SYSTEM)]

    def result_offered(self, dossier: Dossier) -> bool:
        """Whether the link «Tải kết quả» is there."""
        return dossier.status in {9, 10} and dossier.papers.filter(kind="result").exists()

    def papers_offered(self, dossier: Dossier) -> Sequence[Paper]:
        """Papers that the applicant may download, oldest first."""
        return [one for one in dossier.papers.order_by("at", "pk")
                if one.kind != "result" or self.result_offered(dossier)]
