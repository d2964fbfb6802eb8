"""VNPay's transaction API for the merchant's server: querydr and refund (POST JSON, pipe-separated hash)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from flask import Blueprint, Response, jsonify, request

from harness.simulators import clock, ledger, vnpay
from harness.simulators.cards import BANK
from harness.simulators.ledger import Order, Query
from harness.simulators.till import Till

MESSAGES = {
    "00": "Yêu cầu thành công",
    "02": "Mã định danh kết nối không hợp lệ",
    "03": "Dữ liệu gửi sang không đúng định dạng",
    "91": "Không tìm thấy giao dịch yêu cầu",
    "94": "Yêu cầu trùng lặp",
    "95": "Giao dịch này không thành công bên VNPAY",
    "97": "Chữ ký không hợp lệ",
}
FIELDS = {"querydr": vnpay.QUERY_FIELDS, "refund": vnpay.REFUND_FIELDS}
ANSWER_FIELDS = {"querydr": vnpay.QUERY_ANSWER_FIELDS, "refund": vnpay.REFUND_ANSWER_FIELDS}
FULL_REFUND, PARTIAL_REFUND = "02", "03"


def blueprint(till: Till) -> Blueprint:
    api = Blueprint("merchant_api", __name__)

    @api.post("/merchant_webapi/api/transaction")
    def transaction() -> Response:
        raw = request.get_json(silent=True)
        body = {k: str(v) for k, v in raw.items()} if isinstance(raw, dict) else {}
        return jsonify(_answer(till, body))

    return api


def _answer(till: Till, body: Mapping[str, str]) -> dict[str, str]:
    command = body.get("vnp_Command", "")
    amount = body.get("vnp_Amount", "")
    fields = FIELDS.get(command, ())
    query = Query(
        txn_ref=body.get("vnp_TxnRef", ""),
        at=clock.iso(),
        command=command,
        request_id=body.get("vnp_RequestId", ""),
        signature_valid=bool(fields) and vnpay.verify_pipe(body, fields, till.secret),
        amount=int(amount) // 100 if amount.isascii() and amount.isdigit() else 0,
        body=dict(body),
    )
    fresh = till.ledger.add_query(query)
    order = till.ledger.find(query.txn_ref)
    code = _refusal(till, query, fresh=fresh, order=order)
    if code == "00" and command == "refund" and order:
        # Refunds are taken into process; none is ever completed here, as nobody's money was moved.
        order = till.ledger.change(order.txn_ref, only_from=(ledger.PAID,), state=ledger.REFUNDED,
                                   transaction_status="05")  # fmt: skip
        code = "00" if order else "95"
    status = order.transaction_status if order and code == "00" else ""
    till.ledger.answer_query(query, code, status)
    return _signed(till, query, order if code == "00" else None, code)


def _refusal(till: Till, query: Query, *, fresh: bool, order: Order | None) -> str:
    tests = {
        "03": query.command not in FIELDS or not query.request_id or not query.txn_ref,
        "02": query.body.get("vnp_TmnCode") != till.tmn_code,
        "97": not query.signature_valid,
        "94": not fresh,
        "91": order is None,
        "95": query.command == "refund" and order is not None and not _refundable(query, order),
    }
    return next((code for code, refused in tests.items() if refused), "00")


def _refundable(query: Query, order: Order) -> bool:
    kind = query.body.get("vnp_TransactionType")
    right_amount = query.amount == order.amount if kind == FULL_REFUND else 0 < query.amount < order.amount
    return order.state == ledger.PAID and kind in {FULL_REFUND, PARTIAL_REFUND} and right_amount


def _signed(till: Till, query: Query, order: Order | None, code: str) -> dict[str, str]:
    answer = {
        "vnp_ResponseId": secrets.token_hex(16),
        "vnp_Command": query.command,
        "vnp_ResponseCode": code,
        "vnp_Message": MESSAGES[code],
        "vnp_TmnCode": till.tmn_code,
        "vnp_TxnRef": query.txn_ref,
    }
    if order:
        refund = query.command == "refund"
        answer |= {
            "vnp_Amount": str((query.amount if refund else order.amount) * 100),
            "vnp_BankCode": BANK,
            "vnp_PayDate": order.pay_date,
            "vnp_TransactionNo": order.transaction_no,
            "vnp_TransactionType": query.body.get("vnp_TransactionType", "01") if refund else "01",
            "vnp_TransactionStatus": order.transaction_status,
            "vnp_OrderInfo": order.order_info,
        }
    answer["vnp_SecureHash"] = vnpay.sign_pipe(answer, ANSWER_FIELDS.get(query.command, ()), till.secret)
    return answer
