"""Defects of fees and online payment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sandbox.core.models import Dossier, Payment
from sandbox.core.procedures import FeeItem, Procedure
from sandbox.faults.fault import Fault


class NoOnlinePayment(Fault):
    id = "pay-01-no-online-payment"
    title = "Không có nút nộp tiền; hồ sơ được tiếp nhận, thu tại quầy"
    citizen = "vẫn phải đến quầy để nộp lệ phí"
    expects = frozenset({"L4-PAY-01"})

    def payment_offered(self, dossier: Dossier) -> bool:
        return False

    def reception_obstacle(self, dossier: Dossier) -> str:
        return ""


class FreeServicePays(Fault):
    id = "pay-02-free-service-pays"
    title = "Dịch vụ không thu phí vẫn qua trạng thái yêu cầu nộp tiền"
    citizen = "bị dẫn qua bước nộp tiền không cần thiết"
    expects = frozenset({"L4-PAY-02"})
    service = "1.009141"

    def history_steps(self, status: int) -> list[int]:
        return [6, 4] if status == 4 else super().history_steps(status)


class SecondCopyDearer(Fault):
    id = "pay-03-second-copy-dearer"
    title = "Từ bản sao thứ hai thu cao hơn mức đã công bố"
    citizen = "bị thu nhiều hơn mức công bố"
    expects = frozenset({"L4-PAY-03", "L4-PAY-33"})

    def line_amount(self, item: FeeItem, quantity: int) -> int:
        return super().line_amount(item, quantity) + max(quantity - 1, 0) * 4000


class DirectFeeOnline(Fault):
    id = "pay-03-direct-fee-online"
    title = "Nộp trực tuyến nhưng thu theo mức nộp trực tiếp"
    citizen = "không được hưởng mức lệ phí giảm khi nộp trực tuyến"
    expects = frozenset({"L4-PAY-03", "L4-PAY-05", "L4-PAY-33"})
    service = "1.004194"

    def line_amount(self, item: FeeItem, quantity: int) -> int:
        return (item.direct or item.online) * quantity


class NoticeAnsweredWithError(Fault):
    id = "pay-10-notice-answered-99"
    title = "Thông báo thanh toán hợp lệ bị trả lời mã 99"
    citizen = "đã trả tiền nhưng cổng thanh toán tiếp tục gửi lại giao dịch"
    expects = frozenset({"L4-PAY-10"})

    def notice_answer(self, code: str) -> dict[str, str]:
        return super().notice_answer("99" if code == "00" else code)


class SignatureNotChecked(Fault):
    id = "pay-11-signature-not-checked"
    title = "Không kiểm tra chữ ký của thông báo thanh toán"
    citizen = "kẻ gian báo giả là đã trả tiền"
    expects = frozenset({"L4-PAY-11"})

    def notice_signed(self, params: Mapping[str, str]) -> bool:
        return True


class AmountNotChecked(Fault):
    id = "pay-12-amount-not-checked"
    title = "Không so số tiền trong thông báo thanh toán"
    citizen = "trả thiếu vẫn được ghi là đã nộp đủ"
    expects = frozenset({"L4-PAY-12"})

    def amount_matches(self, payment: Payment, params: Mapping[str, str]) -> bool:
        return True


class UnknownOrderConfirmed(Fault):
    id = "pay-13-unknown-order-wrong-code"
    title = "Không thấy đơn hàng nhưng trả lời mã 99"
    citizen = "đối soát với cổng thanh toán bị sai"
    expects = frozenset({"L4-PAY-13"})

    def notice_answer(self, code: str) -> dict[str, str]:
        return super().notice_answer("99" if code == "01" else code)


class NoticeTakenTwice(Fault):
    id = "pay-14-notice-taken-twice"
    title = "Thông báo lặp được ghi nhận lần thứ hai, cấp hai biên lai"
    citizen = "có hai biên lai cho một lần nộp tiền"
    expects = frozenset({"L4-PAY-14"})

    def settle(self, payment: Payment, *, paid: bool, response_code: str, at: datetime) -> bool:
        super().settle(payment, paid=paid, response_code=response_code, at=at)
        return True

    def receipt_due(self, dossier: Dossier) -> bool:
        return self.payment_state(dossier) == "paid"


class ReturnDecides(Fault):
    id = "pay-15-return-decides"
    title = "Địa chỉ quay về (chưa kiểm chữ ký) quyết định đã trả tiền"
    citizen = "sửa địa chỉ là hồ sơ thành đã nộp tiền"
    expects = frozenset({"L4-PAY-15"})

    def note_return(self, payment: Payment, params: Mapping[str, str]) -> None:
        if self.notice_says_paid(params):
            Payment.objects.filter(pk=payment.pk).update(state="paid", paid_at=payment.created_at)


class CancelledNotRetriable(Fault):
    id = "pay-16-cancelled-not-retriable"
    title = "Hủy giao dịch xong không thanh toán lại được"
    citizen = "lỡ bấm hủy là phải làm hồ sơ mới"
    expects = frozenset({"L4-PAY-16"})

    def payment_offered(self, dossier: Dossier) -> bool:
        cancelled = any(order.state == "cancelled" for order in dossier.payments.all())
        return super().payment_offered(dossier) and not cancelled


class OnlyReturnCounts(Fault):
    id = "pay-17-only-return-counts"
    title = "Chỉ ghi nhận thanh toán khi người nộp quay về trang"
    citizen = "đã trả tiền, đóng trình duyệt, hồ sơ vẫn chưa nộp tiền"
    expects = frozenset({"L4-PAY-17"})

    def settle(self, payment: Payment, *, paid: bool, response_code: str, at: datetime) -> bool:
        if paid and payment.returned_at is None:
            Payment.objects.filter(pk=payment.pk, state="pending").update(response_code=response_code)
            return payment.response_code == ""
        return super().settle(payment, paid=paid, response_code=response_code, at=at)

    def query_after(self, payment: Payment) -> timedelta | None:
        return super().query_after(payment) if payment.returned_at else None


class LostNoticeNeverQueried(Fault):
    id = "pay-18-lost-notice-never-queried"
    title = "Mất thông báo thanh toán thì không đối soát lại"
    citizen = "đã trả tiền nhưng hồ sơ mãi chờ xác nhận"
    expects = frozenset({"L4-PAY-18"})

    def query_after(self, payment: Payment) -> timedelta | None:
        return None


class ReceiptOtherAmount(Fault):
    id = "pay-21-receipt-one-copy"
    title = "Biên lai ghi số tiền của một bản sao"
    citizen = "biên lai ít hơn số tiền đã trả"
    expects = frozenset({"L4-PAY-21", "L4-PAY-03"})

    def receipt_amount(self, dossier: Dossier) -> int:
        return super().receipt_amount(dossier) // 2


class ReceiptOfAnotherDossier(Fault):
    id = "pay-21-receipt-other-dossier"
    title = "Biên lai ghi mã của hồ sơ khác"
    citizen = "không chứng minh được đã nộp tiền cho hồ sơ của mình"
    expects = frozenset({"L4-PAY-21"})

    def receipt_rows(self, dossier: Dossier, one: Procedure, number: str, amount: int) -> list[tuple[str, str]]:
        other = f"{dossier.code[:-4]}{(int(dossier.code[-3:]) + 7) % 10000:04d}"
        return [(k, other if k == "Mã hồ sơ" else v) for k, v in super().receipt_rows(dossier, one, number, amount)]


class ReceiptUnsigned(Fault):
    id = "pay-21-receipt-unsigned"
    title = "Biên lai không có chữ ký số"
    citizen = "biên lai không có giá trị"
    expects = frozenset({"L4-PAY-21"})

    def signed(self, pdf: bytes, organisation: str, kind: str) -> bytes:
        return pdf if kind == "receipt" else super().signed(pdf, organisation, kind)
