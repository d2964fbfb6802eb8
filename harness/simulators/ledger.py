"""What the gateway remembers: payment orders, the notices it sent and the queries it answered."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

OPEN, PAID, CANCELLED, FAILED, REJECTED, SUSPICIOUS, REVERSED, REFUNDED = (
    "open", "paid", "cancelled", "failed", "rejected", "suspicious", "reversed", "refunded",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """A payment request as the merchant sent it through the browser. ``amount`` is whole đồng."""

    txn_ref: str
    amount: int
    order_info: str
    params: Mapping[str, str]
    signature_valid: bool
    at: str  # ISO 8601
    state: str
    return_url: str
    problems: tuple[str, ...] = ()  # where the request departs from the protocol
    transaction_no: str = ""  # the gateway's own number
    response_code: str = ""
    transaction_status: str = "01"
    pay_date: str = ""  # yyyyMMddHHmmss


@dataclass(frozen=True, slots=True)
class Notice:
    """One IPN and the merchant's answer. ``http_status`` 0: no answer came."""

    kind: str
    txn_ref: str
    amount: int  # đồng, as told in the notice
    rsp_code: str
    message: str
    http_status: int
    at: str
    response_code: str = "00"
    transaction_status: str = "00"


@dataclass(frozen=True, slots=True)
class Query:
    """One call of the transaction API (querydr or refund) and what was answered."""

    txn_ref: str
    at: str
    command: str = "querydr"
    request_id: str = ""
    signature_valid: bool = True
    response_code: str = ""
    transaction_status: str = ""
    amount: int = 0  # đồng asked back, for refund
    body: Mapping[str, str] = field(default_factory=dict)


class Ledger:
    """Thread-safe; everything handed out is a frozen value."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._orders: list[Order] = []
        self._current: dict[str, int] = {}  # txn_ref → its place in _orders; only orders that were accepted
        self._notices: list[Notice] = []
        self._queries: list[Query] = []

    def add_order(self, order: Order) -> Order:
        """Keeps a rejected request as a record; an accepted one also becomes payable."""
        with self._lock:
            number = f"{14_000_000 + len(self._orders) + 1}"
            order = replace(order, transaction_no=number)
            self._orders.append(order)
            if order.state == OPEN:
                self._current[order.txn_ref] = len(self._orders) - 1
            return order

    def find(self, txn_ref: str) -> Order | None:
        with self._lock:
            place = self._current.get(txn_ref)
            return None if place is None else self._orders[place]

    def change(self, txn_ref: str, *, only_from: tuple[str, ...] = (), **fields: Any) -> Order | None:
        """The changed order; None when there is none or it is not in one of the states ``only_from``."""
        with self._lock:
            order = self.find(txn_ref)
            if order is None or (only_from and order.state not in only_from):
                return None
            order = self._orders[self._current[txn_ref]] = replace(order, **fields)
            return order

    def add_notice(self, notice: Notice) -> None:
        with self._lock:
            self._notices.append(notice)

    def add_query(self, query: Query) -> bool:
        """False when the request number was used before: VNPay refuses it with code 94."""
        with self._lock:
            fresh = all(q.request_id != query.request_id for q in self._queries if query.request_id)
            self._queries.append(query)
            return fresh

    def answer_query(self, query: Query, response_code: str, transaction_status: str) -> None:
        with self._lock:
            place = next(i for i, q in enumerate(self._queries) if q is query)
            self._queries[place] = replace(
                query, response_code=response_code, transaction_status=transaction_status
            )

    def orders(self) -> list[Order]:
        with self._lock:
            return list(self._orders)

    def notices(self) -> list[Notice]:
        with self._lock:
            return list(self._notices)

    def queries(self) -> list[Query]:
        with self._lock:
            return list(self._queries)
