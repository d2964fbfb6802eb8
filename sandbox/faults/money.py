"""Defects around paying: who may pay, when, what is told of it, what is given away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings

from sandbox.core.models import Dossier, Payment
from sandbox.core.procedures import FeeItem, Procedure
from sandbox.core.texts import STATUS_NAMES, vnd
from sandbox.faults.fault import Fault


class OldPriceBeforeStart(Fault):
    id = "pay-03-old-price-before-start"
    title = "Trang bắt đầu còn ghi mức lệ phí cũ"
    citizen = "được báo một giá rồi bị thu giá khác"
    expects = frozenset({"L4-PAY-03"})

    def fee_before_start(self, procedure: Procedure, values: Mapping[str, str]) -> int:
        return super().fee_before_start(procedure, values) * 5 // 8


class HeldUntilPaid(Fault):
    id = "sub-18-held-until-paid"
    title = "Nộp xong hồ sơ bị giữ ở trạng thái chờ nộp tiền"
    citizen = "chưa trả tiền thì hồ sơ chưa được coi là đã nộp"
    expects = frozenset({"L4-SUB-18", "L4-PRC-01"})

    def portal_status(self, dossier: Dossier) -> str:
        held = dossier.status == 1 and self.payment_state(dossier) == "unpaid"
        return STATUS_NAMES[6] if held else super().portal_status(dossier)


class ReductionForgotten(Fault):
    id = "pay-06-reduction-forgotten-at-the-gateway"
    title = "Người được giảm phí vẫn bị cổng thanh toán thu đủ"
    citizen = "là sinh viên mà vẫn bị thu như mọi người"
    expects = frozenset({"L4-PAY-06", "L4-PAY-03", "L4-PAY-28"})
    service = "3.000333"

    def order_amount(self, dossier: Dossier) -> int:
        return super().order_amount(dossier) * 2


class ReductionForPoorOnly(Fault):
    id = "pay-06-students-pay-all"
    title = "Bảng phí trên cổng không có mức của học sinh, sinh viên"
    citizen = "thuộc diện giảm mà không được giảm"
    expects = frozenset({"L4-PAY-06", "L4-PAY-03", "L4-PAY-33", "L4-FRM-25"})
    service = "3.000333"

    def rated(self, item: FeeItem, values: Mapping[str, str]) -> FeeItem:
        return item if "sinh viên" in values.get(item.by, "") else super().rated(item, values)


class BillNeedsOwner(Fault):
    id = "pay-08-only-the-owner-may-pay"
    title = "Không đăng nhập thì trang nộp theo mã hồ sơ không cho thanh toán"
    citizen = "không nhờ người khác nộp hộ được"
    expects = frozenset({"L4-PAY-08", "L4-PAY-27"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        return shown | {"pay": False} if template.endswith("pay_by_code.html") and not shown["account"] else shown


class BillNamesTheOwner(Fault):
    id = "pay-08-bill-names-the-owner"
    title = "Trang nộp theo mã hồ sơ hiện đầy đủ họ tên chủ hồ sơ"
    citizen = "ai biết mã hồ sơ cũng biết tên mình"
    expects = frozenset({"L4-PAY-08"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("pay_by_code.html") and shown["rows"]:
            name = Dossier.objects.get(code=shown["code"]).values.get("full_name", "")
            shown["rows"] = [(k, name if k == "Người nộp" else v) for k, v in shown["rows"]]
        return shown


class TransferOnly(Fault):
    id = "pay-24-transfer-slip-only"
    title = "Chỉ nhận chuyển khoản rồi chờ cán bộ xác nhận ảnh chứng từ"
    citizen = "chuyển khoản xong còn phải gửi ảnh và chờ"
    expects = frozenset({"L4-PAY-24", "L4-PAY-01"})

    def payment_offered(self, dossier: Dossier) -> bool:
        return False

    def html(self, template: str, html: str) -> str:
        told = "<p>Nộp phí bằng cách chuyển khoản tới kho bạc, rồi gửi ảnh chứng từ để cán bộ xác nhận.</p>"
        return self.after_heading(super().html(template, html), told, only=template.endswith("dossier.html"))


class SlipAfterwards(Fault):
    id = "pay-24-slip-asked-afterwards"
    title = "Trả tiền trực tuyến xong vẫn phải tải ảnh chứng từ"
    citizen = "trả tiền rồi còn phải chứng minh là đã trả"
    expects = frozenset({"L4-PAY-24"})

    def return_message(self, params: Mapping[str, str], state: str) -> str:
        told = super().return_message(params, state)
        return f"{told} Vui lòng tải ảnh chứng từ chuyển khoản lên hồ sơ." if state == "paid" else told


class OthersMoneyLost(Fault):
    id = "pay-27-payment-by-another-not-counted"
    title = "Tiền do người khác nộp thay không được ghi cho hồ sơ"
    citizen = "người nhà nộp hộ mà hồ sơ vẫn ghi chưa nộp"
    expects = frozenset({"L4-PAY-27"})
    _others: ClassVar[set[str]] = set()

    def order_begun(self, payment: Payment, *, by_owner: bool) -> None:
        if not by_owner:
            self._others.add(payment.txn_ref)

    def settle(self, payment: Payment, *, paid: bool, response_code: str, at: datetime) -> bool:
        counted = paid and payment.txn_ref not in self._others
        return super().settle(payment, paid=counted, response_code=response_code, at=at)


class KeyForThePayer(Fault):
    id = "pay-30-key-in-the-payers-page"
    title = "Khóa ký lệnh thanh toán nằm trong trang hồ sơ chờ nộp tiền"
    citizen = "kẻ xấu tự ký được thông báo đã trả tiền"
    expects = frozenset({"L4-PAY-30"})

    def html(self, template: str, html: str) -> str:
        more = f'<div hidden data-vnp-hash="{settings.GATEWAY_SECRET}"></div>'
        return self.after_heading(super().html(template, html), more, only=template.endswith("dossier.html"))


class BillStaysOpen(Fault):
    id = "pay-33-bill-stays-open"
    title = "Đã trả tiền mà tra khoản phải nộp vẫn trả là còn nợ"
    citizen = "bị Cổng quốc gia mời nộp lần nữa"
    expects = frozenset({"L4-PAY-33"})

    def bill(self, dossier: Dossier | None) -> dict[str, Any]:
        told = super().bill(dossier)
        return {"error_code": 1, "message": self.bill_lines(dossier)} if dossier and not told["error_code"] else told


class BillOfOneCopy(Fault):
    id = "pay-33-bill-of-one-copy"
    title = "Tra khoản phải nộp chỉ tính một bản dù xin hai bản"
    citizen = "nộp thiếu qua Cổng quốc gia rồi bị đòi thêm"
    expects = frozenset({"L4-PAY-33"})

    def bill_lines(self, dossier: Dossier) -> dict[str, Any]:
        told = super().bill_lines(dossier)
        told["PhiLePhi"] = [line | {"SoTien": "8000"} for line in told["PhiLePhi"]]
        return told


class BillShowsLess(Fault):
    id = "pay-08-bill-shows-one-copy"
    title = "Trang nộp theo mã hồ sơ ghi tiền của một bản"
    citizen = "thấy một số tiền, bị thu số khác"
    expects = frozenset({"L4-PAY-08"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("pay_by_code.html"):
            shown["rows"] = [(k, vnd(8000) if k == "Số tiền phải nộp" else v) for k, v in shown["rows"]]
        return shown
