"""Orders as the gateway took them down (VNPay 2.1.0)."""

from __future__ import annotations

import re

from harness.checks.reading import some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_PLAIN = re.compile(r"[\x20-\x7e]{1,255}")
_REFERENCE = re.compile(r"[A-Za-z0-9_.-]{1,100}")


@check("L4-PAY-09")
def order_is_signed(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0: HMAC-SHA512 over the sorted parameters; the gateway recomputes it."""
    for order in some(evidence, "gateway.orders"):
        if not order["signature_valid"]:
            return Shortfall(f"cổng thanh toán từ chối chữ ký của lệnh {order['txn_ref']}",
                             "chữ ký HMAC-SHA512 đúng với khóa đã cấp", evidence.last("gateway.orders"))  # fmt: skip
    return None


@check("L4-PAY-31")
def order_text_is_plain(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0, vnp_OrderInfo: Vietnamese without diacritics, no special characters."""
    for order in some(evidence, "gateway.orders"):
        if not _PLAIN.fullmatch(str(order["order_info"])):
            return Shortfall(f"nội dung thanh toán gửi đi là «{order['order_info']}»",
                             "tiếng Việt không dấu, tối đa 255 ký tự", evidence.last("gateway.orders"))  # fmt: skip
    return None


@check("L4-PAY-31")
def order_reference_is_its_own(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0, vnp_TxnRef: a further attempt to pay the same dossier is an order of its own."""
    witnesses = evidence.all("gateway.orders")
    seen = {(order["txn_ref"], order.get("at")): order for witness in witnesses for order in witness.value or []}
    orders = list(seen.values())
    if len(orders) < 2:
        raise NotObserved("gateway.orders", "mới thấy một lệnh thanh toán, chưa biết mã có bị dùng lại")
    wanted = "mỗi lần thanh toán một mã riêng, chữ và số, tối đa 100 ký tự"
    for order in orders:
        reference = str(order["txn_ref"])
        if not _REFERENCE.fullmatch(reference):
            return Shortfall(f"mã giao dịch «{reference}»", wanted, witnesses[-1])
        if any("đã dùng" in problem for problem in order.get("problems") or ()):
            return Shortfall(f"mã giao dịch {reference} được dùng lại cho lần thanh toán sau", wanted, witnesses[-1])
    return None
