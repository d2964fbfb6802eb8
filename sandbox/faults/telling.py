"""Defects of what the applicant is told, asked for, and charged through the gateway."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sandbox.core.conforming.delivery import Message
from sandbox.core.models import Dossier, Payment
from sandbox.core.procedures import Component, Procedure
from sandbox.faults.fault import Fault


class HouseholdBook(Fault):
    id = "frm-17-household-book"
    title = "Bắt buộc đính kèm bản sao sổ hộ khẩu"
    citizen = "phải tìm giấy tờ đã bị bãi bỏ"
    expects = frozenset({"L4-FRM-13", "L4-FRM-17"})

    def slots(self, procedure: Procedure) -> list[Component]:
        return [*super().slots(procedure), Component(code="KQ000001", name="Bản sao sổ hộ khẩu")]


class DeclarationUploaded(Fault):
    id = "frm-01-declaration-uploaded"
    title = "Bắt buộc tải lên tờ khai đã ký, quét"
    citizen = "phải in, ký, quét tờ khai dù đã khai trên mạng"
    expects = frozenset({"L4-FRM-01", "L4-FRM-13"})

    def slots(self, procedure: Procedure) -> list[Component]:
        return [*super().slots(procedure), Component(code="KQ000002", name="Tờ khai có chữ ký")]


class OriginalsLater(Fault):
    id = "frm-18-originals-later"
    title = "Thông báo nộp thành công dặn mang bản chính để đối chiếu"
    citizen = "nộp qua mạng rồi vẫn phải mang bản giấy đến"
    expects = frozenset({"L4-FRM-18"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), "</h1>",
                            "</h1><p>Khi nhận kết quả, ông/bà xuất trình bản chính giấy tờ để đối chiếu.</p>",
                            only=template.endswith("review.html"))  # fmt: skip


class ComeToConfirm(Fault):
    id = "sub-19-come-to-confirm"
    title = "Thư báo yêu cầu đến cơ quan để xác nhận hồ sơ"
    citizen = "nộp qua mạng rồi vẫn phải đến cơ quan"
    expects = frozenset({"L4-SUB-19"})

    def mail(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        found = super().mail(dossier, event, note)
        if not found or event != "2":
            return found
        return found[0], f"{found[1]} Đề nghị ông/bà đến Ủy ban nhân dân xã Mẫu trong giờ hành chính để ký xác nhận."


class SilentSteps(Fault):
    id = "prc-07-silent-step"
    title = "Không báo khi hồ sơ chuyển sang xử lý"
    citizen = "không biết hồ sơ đang ở đâu"
    expects = frozenset({"L4-PRC-07"})

    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        return None if event == "4" else super().message(dossier, event, note)


class SilentResult(Fault):
    id = "res-16-silent-result"
    title = "Không báo khi có kết quả"
    citizen = "kết quả có rồi mà không hay biết"
    expects = frozenset({"L4-RES-16", "L4-PRC-07"})

    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        return None if event in {"9", "10"} else super().message(dossier, event, note)


class DueInThePast(Fault):
    id = "prc-10-due-in-the-past"
    title = "Ngày hẹn trả trên hồ sơ ở trước ngày tiếp nhận"
    citizen = "nhận lịch hẹn vô lý"
    expects = frozenset({"L4-PRC-10", "L4-SUB-08", "L4-SUB-05", "L4-INT-06", "L4-PRC-04"})

    def due_at(self, received: datetime, procedure: Procedure) -> datetime:
        return received - timedelta(days=3)


class OrderBadlySigned(Fault):
    id = "pay-09-order-badly-signed"
    title = "Lệnh thanh toán có chữ ký sai: tham số đổi sau khi ký"
    citizen = "cổng thanh toán từ chối, không nộp được tiền"
    expects = frozenset({"L4-PAY-09"})

    def order_url(self, params: Mapping[str, str]) -> str:
        return super().order_url(params).replace("vnp_Locale=vn", "vnp_Locale=en")


class SuspiciousIsPaid(Fault):
    id = "pay-19-suspicious-is-paid"
    title = "Giao dịch bị nghi ngờ (07) vẫn được ghi là đã trả"
    citizen = "hồ sơ được coi là đã trả trong khi ngân hàng giữ tiền lại"
    expects = frozenset({"L4-PAY-19"})

    def notice_says_paid(self, params: Mapping[str, str]) -> bool:
        return params.get("vnp_TransactionStatus") in {"00", "07"}


class OrderTextAccented(Fault):
    id = "pay-31-order-text-accented"
    title = "Nội dung thanh toán viết có dấu"
    citizen = "sao kê ngân hàng hiện ký tự lạ"
    expects = frozenset({"L4-PAY-31"})

    def order_parameters(self, payment: Payment, address: str, return_url: str) -> dict[str, str]:
        sent: dict[str, Any] = super().order_parameters(payment, address, return_url)
        return sent | {"vnp_OrderInfo": f"Nộp phí hồ sơ {payment.dossier.code}"}


class ReferenceReused(Fault):
    id = "pay-31-reference-reused"
    title = "Lần thanh toán sau dùng lại mã giao dịch cũ"
    citizen = "thanh toán lại bị cổng thanh toán từ chối vì trùng mã"
    expects = frozenset({"L4-PAY-31"})

    def order_parameters(self, payment: Payment, address: str, return_url: str) -> dict[str, str]:
        oldest = payment.dossier.payments.order_by("pk")[0]
        return super().order_parameters(payment, address, return_url) | {"vnp_TxnRef": oldest.txn_ref}
