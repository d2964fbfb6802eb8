"""VNPay 2.1.0: signed redirects, signed notices, and the transaction query."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus, urlencode

import httpx
from django.conf import settings
from django.utils import timezone

from sandbox.core.models import Payment

QUERY_FIELDS = ("vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TxnRef",
                "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo")
REFUND_FIELDS = ("vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TransactionType", "vnp_TxnRef",
                 "vnp_Amount", "vnp_TransactionNo", "vnp_TransactionDate", "vnp_CreateBy", "vnp_CreateDate",
                 "vnp_IpAddr", "vnp_OrderInfo")
FULL, PART = "02", "03"  # vnp_TransactionType of a refund


def stamp(value: datetime) -> str:
    """yyyyMMddHHmmss, GMT+7."""
    return timezone.localtime(value).strftime("%Y%m%d%H%M%S")


def _hmac(text: str) -> str:
    return hmac.new(settings.GATEWAY_SECRET.encode(), text.encode(), hashlib.sha512).hexdigest()


def sign(params: Mapping[str, str]) -> str:
    """HMAC-SHA512 over the sorted, URL-encoded parameters without the hash fields."""
    rows = sorted((key, value) for key, value in params.items()
                  if key.startswith("vnp_") and key not in {"vnp_SecureHash", "vnp_SecureHashType"} and value)
    return _hmac(urlencode(rows, quote_via=quote_plus))


def signature_valid(params: Mapping[str, str]) -> bool:
    given = params.get("vnp_SecureHash", "").lower()
    return bool(settings.GATEWAY_SECRET) and hmac.compare_digest(sign(params).encode(), given.encode())


def order(payment: Payment, address: str, return_url: str, expires: datetime) -> dict[str, str]:
    """Parameters of the payment request, unsigned."""
    return {
        "vnp_Version": "2.1.0", "vnp_Command": "pay", "vnp_TmnCode": settings.GATEWAY_TMN_CODE,
        "vnp_Amount": str(payment.amount * 100), "vnp_CurrCode": "VND", "vnp_Locale": "vn",
        "vnp_TxnRef": payment.txn_ref, "vnp_OrderInfo": f"Nop phi ho so {payment.dossier.code}",
        "vnp_OrderType": "other", "vnp_ReturnUrl": return_url, "vnp_IpAddr": address,
        "vnp_CreateDate": stamp(payment.created_at), "vnp_ExpireDate": stamp(expires),
    }


def redirect_url(params: Mapping[str, str]) -> str:
    """Where the payer's browser is sent."""
    query = urlencode(sorted(params.items()), quote_via=quote_plus)
    return f"{settings.GATEWAY_URL}/paymentv2/vpcpay.html?{query}&vnp_SecureHash={sign(params)}"


def query(payment: Payment, at: datetime) -> dict[str, Any]:
    """QueryDr: what the gateway knows of an order. Raises httpx.HTTPError when it cannot be asked."""
    body = {
        "vnp_RequestId": uuid.uuid4().hex, "vnp_Version": "2.1.0", "vnp_Command": "querydr",
        "vnp_TmnCode": settings.GATEWAY_TMN_CODE, "vnp_TxnRef": payment.txn_ref,
        "vnp_TransactionDate": stamp(payment.created_at), "vnp_CreateDate": stamp(at),
        "vnp_IpAddr": "127.0.0.1", "vnp_OrderInfo": f"Truy van {payment.txn_ref}",
    }
    return _ask(body, QUERY_FIELDS)


def refund(payment: Payment, amount: int, at: datetime) -> dict[str, Any]:
    """Asks the gateway to give money back. Raises httpx.HTTPError when it cannot be asked."""
    body = {
        "vnp_RequestId": uuid.uuid4().hex, "vnp_Version": "2.1.0", "vnp_Command": "refund",
        "vnp_TmnCode": settings.GATEWAY_TMN_CODE, "vnp_TransactionType": FULL if amount == payment.amount else PART,
        "vnp_TxnRef": payment.txn_ref, "vnp_Amount": str(amount * 100), "vnp_TransactionNo": "",
        "vnp_TransactionDate": stamp(payment.created_at), "vnp_CreateBy": "he-thong", "vnp_CreateDate": stamp(at),
        "vnp_IpAddr": "127.0.0.1", "vnp_OrderInfo": f"Hoan phi ho so {payment.dossier.code}",
    }
    return _ask(body, REFUND_FIELDS)


def _ask(body: dict[str, str], fields: tuple[str, ...]) -> dict[str, Any]:
    body["vnp_SecureHash"] = _hmac("|".join(body[name] for name in fields))
    answer = httpx.post(f"{settings.GATEWAY_URL}/merchant_webapi/api/transaction", json=body, timeout=10)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
