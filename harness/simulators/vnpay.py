"""Signing as VNPay 2.1.0 does it: HMAC-SHA512. Pure functions; no clock, no network.

Source: sandbox.vnpayment.vn/apis/docs (pay, querydr & refund). Redirects and notices sign the alphabetically
sorted, URL-encoded query; the transaction API signs a pipe-separated string of its own.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import quote_plus

VERSION = "2.1.0"
HASH_FIELDS = frozenset({"vnp_SecureHash", "vnp_SecureHashType"})

QUERY_FIELDS = (
    "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TxnRef",
    "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
)  # fmt: skip
QUERY_ANSWER_FIELDS = (
    "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message", "vnp_TmnCode", "vnp_TxnRef",
    "vnp_Amount", "vnp_BankCode", "vnp_PayDate", "vnp_TransactionNo", "vnp_TransactionType",
    "vnp_TransactionStatus", "vnp_OrderInfo", "vnp_PromotionCode", "vnp_PromotionAmount",
)  # fmt: skip
REFUND_FIELDS = (
    "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TransactionType", "vnp_TxnRef",
    "vnp_Amount", "vnp_TransactionNo", "vnp_TransactionDate", "vnp_CreateBy", "vnp_CreateDate",
    "vnp_IpAddr", "vnp_OrderInfo",
)  # fmt: skip
REFUND_ANSWER_FIELDS = QUERY_ANSWER_FIELDS[:13]


def hmac_sha512(secret: str, data: str) -> str:
    return hmac.new(secret.encode(), data.encode(), hashlib.sha512).hexdigest()


def canonical(params: Mapping[str, str]) -> str:
    """The string that is signed: sorted, form-encoded (space is +), without hash fields and empty values."""
    signed = sorted((k, v) for k, v in params.items() if k not in HASH_FIELDS and v != "")
    return "&".join(f"{quote_plus(k)}={quote_plus(v)}" for k, v in signed)


def sign(params: Mapping[str, str], secret: str) -> str:
    return hmac_sha512(secret, canonical(params))


def verify(params: Mapping[str, str], secret: str) -> bool:
    given = params.get("vnp_SecureHash", "").lower()
    return hmac.compare_digest(given.encode(), sign(params, secret).encode())


def signed_query(params: Mapping[str, str], secret: str) -> str:
    """The query string with its signature at the end, ready to be put after «?»."""
    return f"{canonical(params)}&vnp_SecureHash={sign(params, secret)}"


def sign_pipe(params: Mapping[str, str], fields: tuple[str, ...], secret: str) -> str:
    """Signature of the transaction API: the values in the documented order, joined by «|», absent = empty."""
    return hmac_sha512(secret, "|".join(params.get(name, "") for name in fields))


def verify_pipe(params: Mapping[str, str], fields: tuple[str, ...], secret: str) -> bool:
    given = params.get("vnp_SecureHash", "").lower()
    return hmac.compare_digest(given.encode(), sign_pipe(params, fields, secret).encode())
