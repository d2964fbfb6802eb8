"""Fees, orders at the gateway, its notices, and when a dossier counts as paid."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sandbox.core import vnpay
from sandbox.core.conforming.processing import Processing
from sandbox.core.models import Dossier, FeeLine, Payment
from sandbox.core.procedures import FeeItem, Procedure
from sandbox.core.texts import PAYMENT_NAMES, now

MESSAGES = {"00": "Confirm Success", "01": "Order not found", "02": "Order already confirmed",
            "04": "Invalid amount", "97": "Invalid signature", "99": "Unknown error"}
LATER = "BO-SUNG"  # code of what an officer asks for in mid-course
OUTCOMES = {  # vnp_ResponseCode → what the payer reads on his return
    "00": "Giao dịch thành công.", "07": "Giao dịch bị nghi ngờ, đang được kiểm tra.",
    "11": "Giao dịch không thành công: đã hết thời gian thanh toán.",
    "13": "Giao dịch không thành công: sai mật khẩu xác thực (OTP).",
    "24": "Giao dịch đã bị hủy theo yêu cầu của ông/bà.",
    "51": "Giao dịch không thành công: tài khoản không đủ số dư.",
    "75": "Giao dịch không thành công: ngân hàng đang bảo trì.",
}


class Paying(Processing):
    # --- fees --------------------------------------------------------------------------------------
    def quantity(self, item: FeeItem, values: Mapping[str, str]) -> int:
        text = values.get(item.per, "") if item.per else "1"
        return int(text) if text.isascii() and text.isdecimal() else 1

    def line_amount(self, item: FeeItem, quantity: int) -> int:
        return item.online * quantity

    def fee_lines(self, procedure: Procedure, values: Mapping[str, str]) -> list[tuple[FeeItem, int]]:
        """What this case owes: fee item and đồng. Nothing when the procedure is free or the applicant exempt."""
        rated = [self.rated(item, values) for item in procedure.fees]
        lines = [(item, self.line_amount(item, self.quantity(item, values))) for item in rated]
        return [(item, amount) for item, amount in lines if amount]

    def rated(self, item: FeeItem, values: Mapping[str, str]) -> FeeItem:
        """The item with the amount of this applicant's class (exempt, reduced, or the whole)."""
        return replace(item, online=item.rates.get(values.get(item.by, ""), item.online))

    def fee_before_start(self, procedure: Procedure, values: Mapping[str, str]) -> int:
        """«Phí phải nộp dự kiến» on the form, đồng."""
        return sum(amount for _, amount in self.fee_lines(procedure, values))

    def amount_due(self, dossier: Dossier) -> int:
        """«Số tiền phải nộp» of a dossier, đồng: what is still owed, and what was owed once all is paid."""
        return self.owed(dossier) or sum(line.amount for line in dossier.fees.all())

    def demands(self, dossier: Dossier) -> list[list[FeeLine]]:
        """What was asked for at one time: the fees of the case first, then what an officer asked for later."""
        lines = list(dossier.fees.order_by("pk"))
        first = [line for line in lines if line.code != LATER]
        return [*([first] if first else []), *([line] for line in lines if line.code == LATER)]

    def owed(self, dossier: Dossier) -> int:
        """Đồng of the demands that nobody has paid: each is paid by an order of its own."""
        paid = sum(order.state == "paid" for order in dossier.payments.all())
        return sum(line.amount for demand in self.demands(dossier)[paid:] for line in demand)

    def reception_obstacle(self, dossier: Dossier) -> str:
        """Why an officer may not receive the dossier yet; empty when he may."""
        if self.payment_state(dossier) in {"paid", "none"}:
            return ""
        return "Hồ sơ chưa nộp phí, lệ phí nên chưa thể tiếp nhận."

    # --- state -------------------------------------------------------------------------------------
    def payment_state(self, dossier: Dossier) -> str:
        """none | unpaid | pending (the gateway said yes to the browser, not yet to us) | paid."""
        demands, orders = self.demands(dossier), list(dossier.payments.all())
        if not any(line.amount for demand in demands for line in demand):
            return "none"
        if sum(order.state == "paid" for order in orders) >= len(demands):
            return "paid"
        waiting = any(order.state == "pending" and order.returned_at for order in orders)
        return "pending" if waiting else "unpaid"

    def payment_state_shown(self, dossier: Dossier) -> str:
        """What the applicant's pages say."""
        return self.payment_state(dossier)

    def payment_state_name(self, state: str) -> str:
        return PAYMENT_NAMES[state]

    def payment_offered(self, dossier: Dossier) -> bool:
        """Whether the button «Thanh toán trực tuyến» is there."""
        return self.payment_state(dossier) == "unpaid" and dossier.status not in {3, 7, 8}

    # --- the order ---------------------------------------------------------------------------------
    def order_amount(self, dossier: Dossier) -> int:
        """What the gateway is asked to collect, đồng."""
        return self.amount_due(dossier)

    def order_begun(self, payment: Payment, *, by_owner: bool) -> None:
        """An order was made by the dossier's owner, or by anybody who knows its code: both count alike."""

    def order_lifetime(self) -> timedelta:
        return timedelta(minutes=15)

    def order_parameters(self, payment: Payment, address: str, return_url: str) -> dict[str, str]:
        """VNPay 2.1.0 without the signature. `address` is the payer's IP."""
        return vnpay.order(payment, address, return_url, payment.created_at + self.order_lifetime())

    def order_url(self, params: Mapping[str, str]) -> str:
        """Where the payer's browser is sent: the parameters and their signature."""
        return vnpay.redirect_url(params)

    # --- the notice (IPN): one decision a step, in VNPay's order --------------------------------------
    def notice_signed(self, params: Mapping[str, str]) -> bool:
        return vnpay.signature_valid(params)

    def order_of_notice(self, params: Mapping[str, str]) -> Payment | None:
        found: Payment | None = Payment.objects.filter(txn_ref=params.get("vnp_TxnRef", "")).first()
        return found

    def amount_matches(self, payment: Payment, params: Mapping[str, str]) -> bool:
        return params.get("vnp_Amount", "") == str(payment.amount * 100)

    def notice_says_paid(self, params: Mapping[str, str]) -> bool:
        return params.get("vnp_ResponseCode") == "00" and params.get("vnp_TransactionStatus") == "00"

    def settle(self, payment: Payment, *, paid: bool, response_code: str, at: datetime) -> bool:
        """Moves a pending order to its end, once: False when somebody already did (also in parallel)."""
        state = "paid" if paid else "cancelled" if response_code == "24" else "failed"
        pending: Collection[str] = ("pending",)
        changed = Payment.objects.filter(pk=payment.pk, state__in=pending).update(
            state=state, response_code=response_code, paid_at=at if paid else None)
        return bool(changed)

    def notice_answer(self, code: str) -> dict[str, str]:
        return {"RspCode": code, "Message": MESSAGES[code]}

    # --- the return of the browser: displays, never decides -------------------------------------------
    def return_signed(self, params: Mapping[str, str]) -> bool:
        return vnpay.signature_valid(params)

    def return_message(self, params: Mapping[str, str], state: str) -> str:
        """The sentence in role=status on the page after the gateway; `state` is ours, not the gateway's."""
        if not self.return_signed(params):
            return "Không xác thực được thông tin trả về từ cổng thanh toán. Tình trạng thanh toán không thay đổi."
        outcome = OUTCOMES.get(params.get("vnp_ResponseCode", ""), "Giao dịch không thành công.")
        if state == "paid":
            return f"{outcome} Hồ sơ đã được ghi nhận thanh toán."
        if state == "pending":
            return f"{outcome} Đang chờ cổng thanh toán xác nhận, ông/bà không cần thanh toán lại."
        return f"{outcome} Hồ sơ chưa được thanh toán, ông/bà có thể thanh toán lại."

    def note_return(self, payment: Payment, params: Mapping[str, str]) -> None:
        """Remembers that the payer came back claiming success, so that the order is soon queried."""
        if self.return_signed(params) and self.notice_says_paid(params):
            Payment.objects.filter(pk=payment.pk, state="pending").update(returned_at=now())

    # --- lost notices: QueryDr --------------------------------------------------------------------------
    def query_after(self, payment: Payment) -> timedelta | None:
        """How long after its last event a pending order is queried; None: never."""
        return timedelta(seconds=3 if payment.returned_at else 60) * (1 + payment.queries)
