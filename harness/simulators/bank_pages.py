"""The pages a payer meets at the gateway: card, one-time code, cancel. No cookies: a token in the form."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from harness.simulators import clock, ledger
from harness.simulators.cards import OTP, Card, recognise
from harness.simulators.ledger import Order
from harness.simulators.till import Till

TRIES = 3


@dataclass(slots=True)
class Visit:
    """One payer at one order. ``card`` is set once the card page is passed."""

    txn_ref: str
    card: Card | None = None
    wrong_cards: int = 0
    wrong_codes: int = 0


class BankPages:
    def __init__(self, till: Till) -> None:
        self._till = till
        self._lock = threading.Lock()
        self._visits: dict[str, Visit] = {}

    def blueprint(self) -> Blueprint:
        pages = Blueprint("bank", __name__)
        pages.get("/paymentv2/vpcpay.html")(self.enter)
        at = "/paymentv2/Transaction/<token>"
        pages.get(at)(self.card_page)
        for name, action in (("card", self.card), ("pay", self.pay), ("cancel", self.cancel)):
            pages.post(f"{at}/{name}", endpoint=name)(action)
        return pages

    def enter(self) -> AnyResponse:
        """Where the portal sends the browser: signature, format, merchant and expiry are looked at here."""
        order = self._till.receive(request.args.to_dict())
        if refusal := self._refusal(order):
            return refusal
        token = secrets.token_urlsafe(16)
        with self._lock:
            self._visits[token] = Visit(order.txn_ref)
        return redirect(f"/paymentv2/Transaction/{token}", 302)

    def card_page(self, token: str) -> AnyResponse:
        return self._during(token, lambda _, order: self._show_card(token, order))

    def card(self, token: str) -> AnyResponse:
        def act(visit: Visit, order: Order) -> AnyResponse:
            found = recognise(*(request.form.get(name, "") for name in ("number", "holder", "issued")))
            if isinstance(found, Card):
                visit.card = found
                if found.needs_otp:
                    return self._show_code(token, order)
                return self._end(order, found.response_code)
            visit.wrong_cards += 1
            if visit.wrong_cards >= TRIES:
                return self._end(order, "10")
            return self._show_card(token, order, found)

        return self._during(token, act)

    def pay(self, token: str) -> AnyResponse:
        def act(visit: Visit, order: Order) -> AnyResponse:
            if visit.card is None:
                return self._show_card(token, order)
            if request.form.get("otp", "").strip() == OTP:
                return self._end(order, visit.card.response_code)
            visit.wrong_codes += 1
            if visit.wrong_codes >= TRIES:
                return self._end(order, "13")
            return self._show_code(token, order, "Mã OTP không đúng. Vui lòng nhập lại.")

        return self._during(token, act)

    def cancel(self, token: str) -> AnyResponse:
        return self._during(token, lambda _, order: self._end(order, "24"))

    def _during(self, token: str, act: Callable[[Visit, Order], AnyResponse]) -> AnyResponse:
        """Runs a step of an open, unexpired payment; otherwise says why there is none."""
        with self._lock:
            visit = self._visits.get(token)
        order = self._till.ledger.find(visit.txn_ref) if visit else None
        if visit is None or order is None:
            return _error("91", "Không tìm thấy giao dịch yêu cầu", 404)
        if order.state != ledger.OPEN:
            return _error("02", "Giao dịch này đã kết thúc, không thể thanh toán lại", 409, order)
        expiry = clock.parse_compact(order.params.get("vnp_ExpireDate", ""))
        if expiry and clock.now() > expiry:
            return self._end(order, "11")
        return act(visit, order)

    def _end(self, order: Order, response_code: str) -> AnyResponse:
        return redirect(self._till.finish(order.txn_ref, response_code), 302)

    def _refusal(self, order: Order) -> AnyResponse | None:
        expiry = clock.parse_compact(order.params.get("vnp_ExpireDate", ""))
        if not order.signature_valid:
            return _error("70", "Sai chữ ký", 400)
        if order.params.get("vnp_TmnCode") != self._till.tmn_code:
            return _error("72", "Không tìm thấy đơn vị chấp nhận thanh toán", 400)
        if order.state == ledger.REJECTED:
            return _error("03", f"Dữ liệu gửi sang không hợp lệ: {'; '.join(order.problems)}", 400)
        if expiry and clock.now() > expiry:
            return _error("15", "Giao dịch đã quá thời hạn thanh toán", 400, order)
        return None

    @staticmethod
    def _show_card(token: str, order: Order, message: str = "") -> AnyResponse:
        typed = request.form if message else {}
        return Response(
            render_template("bank_card.html", token=token, order=order, message=message, typed=typed)
        )

    @staticmethod
    def _show_code(token: str, order: Order, message: str = "") -> AnyResponse:
        return Response(render_template("bank_code.html", token=token, order=order, message=message))


def _error(code: str, sentence: str, status: int, order: Order | None = None) -> AnyResponse:
    page = render_template("bank_error.html", code=code, sentence=sentence, order=order)
    return Response(page, status)
