"""All that the gateway knows and does, without its pages: orders, outcomes, notices, misbehaviour."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from harness.simulators import clock, ledger, vnpay
from harness.simulators.cards import BANK
from harness.simulators.ledger import Ledger, Notice, Order, Query
from harness.simulators.notifier import Notifier
from harness.simulators.validation import problems

# (response code, transaction status) that a mode puts in the place of a successful payment.
OUTCOME = {"suspicious": ("07", "07"), "reversed": ("00", "04")}
STATE = {"00": ledger.PAID, "01": ledger.OPEN, "04": ledger.REVERSED, "07": ledger.SUSPICIOUS}


@dataclass(frozen=True, slots=True)
class Rule:
    match: str
    mode: str
    delay: float  # seconds, for «late»


class Till:
    """Thread-safe. Amounts are whole đồng here; the protocol's ×100 stays at its edge."""

    def __init__(self, tmn_code: str, secret: str, notify_url: str = "") -> None:
        self.tmn_code = tmn_code
        self.secret = secret
        self.notify_url = notify_url  # the merchant's IPN address; may be set after the portal has started
        self.ledger = Ledger()
        self._notifier = Notifier()
        self._lock = threading.Lock()
        self._rules: list[Rule] = []
        self._timers: list[threading.Timer] = []
        self._modes: dict[str, Callable[[Order, Rule], object]] = {
            "normal": lambda order, _: self._tell(order),
            "no_notice": lambda *_: None,
            "late": lambda order, rule: self._later(rule.delay, lambda: self._tell(order, kind="late")),
            "forged": lambda order, _: self._tell(order, forge_signature=True),
            "wrong_amount": lambda order, _: self._tell(order, amount=order.amount - 1),
            "duplicate": lambda order, _: self._tell(order, times=2, parallel=True),
            "unknown_order": lambda order, _: self.send_notice(f"{order.txn_ref}0"),
            "suspicious": lambda order, _: self._tell(order),
            "reversed": lambda order, _: self._tell(order),
        }
        self._modes["lost"] = self._modes["no_notice"]

    # --- what the merchant's browser and server do

    def receive(self, params: Mapping[str, str]) -> Order:
        """Takes down a payment request; state «rejected» when the gateway must refuse it."""
        valid = vnpay.verify(params, self.secret)
        departures = problems("vnpay-order", dict(params))
        amount = params.get("vnp_Amount", "")
        known = valid and not departures and params.get("vnp_TmnCode") == self.tmn_code
        earlier = self.ledger.find(params.get("vnp_TxnRef", "")) if known else None
        if earlier and earlier.state == ledger.OPEN and earlier.params == dict(params):
            return earlier  # the payer reloaded the page
        return self.ledger.add_order(
            Order(
                txn_ref=params.get("vnp_TxnRef", ""),
                amount=int(amount) // 100 if amount.isascii() and amount.isdigit() else 0,
                order_info=params.get("vnp_OrderInfo", ""),
                params=dict(params),
                signature_valid=valid,
                at=clock.iso(),
                state=ledger.OPEN if known and earlier is None else ledger.REJECTED,
                return_url=params.get("vnp_ReturnUrl", ""),
                problems=departures + (("vnp_TxnRef: mã giao dịch đã dùng",) if earlier else ()),
            )
        )

    def finish(self, txn_ref: str, response_code: str) -> str:
        """Ends an open order, tells the merchant first, and only then gives the address to go back to."""
        order = self.ledger.find(txn_ref)
        if order is None:
            raise LookupError(f"cổng thanh toán không có giao dịch {txn_ref}")
        rule = self._rule_for(order)
        paid = response_code == "00"
        code, status = OUTCOME.get(rule.mode, ("00", "00")) if paid else (response_code, "02")
        closed = self._close(txn_ref, code, status)
        if closed:  # a second press of the button changes nothing and tells nobody
            self._modes[rule.mode if paid else "normal"](closed, rule)
        return self.return_url(txn_ref, (closed or order).response_code or code, sign=True)

    # --- control, for journeys

    def orders(self) -> list[Order]:
        return self.ledger.orders()

    def notices(self) -> list[Notice]:
        return self.ledger.notices()

    def queries(self) -> list[Query]:
        return self.ledger.queries()

    def behave(self, match: str, mode: str, *, delay: float = 2.0) -> None:
        """From now on payments whose TxnRef or OrderInfo contains ``match`` end in ``mode``.

        The last rule wins. ``delay``: seconds between the return and the notice of mode «late».
        """
        if mode not in self._modes:
            raise ValueError(f"không có kiểu «{mode}»; có: {', '.join(sorted(self._modes))}")
        with self._lock:
            self._rules.append(Rule(match, mode, delay))

    def settle(self, txn_ref: str) -> Order:
        """Marks an order paid at the gateway without page and without notice: QueryDr answers 00/00."""
        order = self._close(txn_ref, "00", "00") or self.ledger.find(txn_ref)
        if order is None:
            raise LookupError(f"cổng thanh toán không có giao dịch {txn_ref}")
        return order

    def send_notice(  # noqa: PLR0913 - every part of a notice that may lie
        self, txn_ref: str, *, response_code: str = "00", transaction_status: str = "00",
        amount: int | None = None, forge_signature: bool = False, times: int = 1,
        parallel: bool = False, kind: str = "",
    ) -> list[Notice]:  # fmt: skip
        """Sends an IPN (or several at the same moment) and returns the merchant's answers, in order."""
        order = self.ledger.find(txn_ref)
        told = amount if amount is not None else order.amount if order else 10_000
        params = self._outcome_params(txn_ref, response_code, transaction_status, told)
        trick = "forged" if forge_signature else "duplicate" if times > 1 else ""
        kind = kind or kind_of(order, told, response_code, transaction_status, trick)
        query = vnpay.signed_query(params, "chữ ký giả" if forge_signature else self.secret)
        joint = "&" if "?" in self.notify_url else "?"
        address = f"{self.notify_url}{joint}{query}" if self.notify_url else ""
        notices = self._notifier.send(address, params, kind, times=times, parallel=parallel)
        for notice in notices:
            self.ledger.add_notice(notice)
        return notices

    def return_url(self, txn_ref: str, response_code: str, *, sign: bool) -> str:
        """The address a browser comes back to. Not signed = edited by the payer: the code of the order's true
        outcome (24 when it has none) was overwritten, its signature was kept."""
        order = self.ledger.find(txn_ref)
        if order is None:
            raise LookupError(f"cổng thanh toán không có giao dịch {txn_ref}")
        edited_from = order.response_code if order.response_code not in {"", "00"} else "24"
        code = response_code if sign else edited_from
        params = self._outcome_params(txn_ref, code, self._status_of(order, code), order.amount)
        signature = vnpay.sign(params, self.secret)
        if not sign:
            status = "00" if response_code == "00" else "02"
            params |= {"vnp_ResponseCode": response_code, "vnp_TransactionStatus": status}
        joint = "&" if "?" in order.return_url else "?"
        return f"{order.return_url}{joint}{vnpay.canonical(params)}&vnp_SecureHash={signature}"

    def close(self) -> None:
        """Drops what is still due and ends the connections."""
        with self._lock:
            timers, self._timers = self._timers, []
        for timer in timers:
            timer.cancel()
            timer.join()
        self._notifier.close()

    # --- inside

    @staticmethod
    def _status_of(order: Order, response_code: str) -> str:
        if order.response_code == response_code:
            return order.transaction_status
        return "00" if response_code == "00" else "02"

    def _rule_for(self, order: Order) -> Rule:
        with self._lock:
            for rule in reversed(self._rules):
                if rule.match in order.txn_ref or rule.match in order.order_info:
                    return rule
        return Rule("", "normal", 0)

    def _close(self, txn_ref: str, code: str, status: str) -> Order | None:
        state = ledger.CANCELLED if code == "24" else STATE.get(status, ledger.FAILED)
        return self.ledger.change(txn_ref, only_from=(ledger.OPEN,), state=state, response_code=code,
                                  transaction_status=status, pay_date=clock.compact())  # fmt: skip

    def _tell(self, order: Order, **tricks: Any) -> list[Notice]:
        return self.send_notice(order.txn_ref, response_code=order.response_code,
                                transaction_status=order.transaction_status, **tricks)  # fmt: skip

    def _later(self, delay: float, action: Callable[[], object]) -> None:
        timer = threading.Timer(delay, action)
        timer.daemon = True
        with self._lock:
            self._timers.append(timer)
        timer.start()

    def _outcome_params(self, txn_ref: str, code: str, status: str, amount: int) -> dict[str, str]:
        order = self.ledger.find(txn_ref)
        number = order.transaction_no if order else "0"
        return {
            "vnp_Amount": str(amount * 100),
            "vnp_BankCode": BANK,
            "vnp_BankTranNo": f"VNP{number}" if code == "00" else "",
            "vnp_CardType": "ATM",
            "vnp_OrderInfo": order.order_info if order else "Giao dich khong ton tai",
            "vnp_PayDate": (order.pay_date if order else "") or clock.compact(),
            "vnp_ResponseCode": code,
            "vnp_TmnCode": self.tmn_code,
            "vnp_TransactionNo": number,
            "vnp_TransactionStatus": status,
            "vnp_TxnRef": txn_ref,
        }


def kind_of(order: Order | None, amount: int, code: str, status: str, trick: str) -> str:
    """The word under which a notice is recorded, its most telling oddity first."""
    told = {"24": "cancelled", "07": "suspicious"}.get(code, "paid" if status == "00" else "failed")
    oddities = {
        "unknown-order": order is None,
        "forged": trick == "forged",
        "wrong-amount": order is not None and amount != order.amount,
        "duplicate": trick == "duplicate",
        "reversed": status == "04",
    }
    return next((word for word, so in oddities.items() if so), told)
