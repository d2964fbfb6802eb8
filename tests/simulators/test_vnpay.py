"""The signature, by hand-made examples."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.simulators import vnpay

SECRET = "KHOA"


def by_hand(data: str) -> str:
    return hmac.new(SECRET.encode(), data.encode(), hashlib.sha512).hexdigest()


def test_parameters_are_sorted_and_form_encoded() -> None:
    params = {"vnp_TxnRef": "5", "vnp_Amount": "1806000", "vnp_OrderInfo": "Thanh toan don hang :5",
              "vnp_ReturnUrl": "https://domainmerchant.vn/ReturnUrl"}  # fmt: skip
    data = ("vnp_Amount=1806000&vnp_OrderInfo=Thanh+toan+don+hang+%3A5"
            "&vnp_ReturnUrl=https%3A%2F%2Fdomainmerchant.vn%2FReturnUrl&vnp_TxnRef=5")  # fmt: skip
    assert vnpay.canonical(params) == data
    assert vnpay.sign(params, SECRET) == by_hand(data)


def test_vietnamese_is_signed_as_utf_8() -> None:
    data = "vnp_OrderInfo=N%E1%BB%99p+l%E1%BB%87+ph%C3%AD"
    assert vnpay.sign({"vnp_OrderInfo": "Nộp lệ phí"}, SECRET) == by_hand(data)


def test_hash_fields_and_empty_values_are_not_signed() -> None:
    bare = {"vnp_Amount": "100"}
    more = bare | {"vnp_BankCode": "", "vnp_SecureHash": "x", "vnp_SecureHashType": "SHA256"}
    assert vnpay.sign(bare, SECRET) == vnpay.sign(more, SECRET)


def test_letter_case_of_the_signature_does_not_matter() -> None:
    params = {"vnp_Amount": "100"}
    assert vnpay.verify(params | {"vnp_SecureHash": vnpay.sign(params, SECRET).upper()}, SECRET)


@pytest.mark.parametrize("signature", ["", "chữ ký", "0" * 128])
def test_other_signatures_are_refused(signature: str) -> None:
    assert not vnpay.verify({"vnp_Amount": "100", "vnp_SecureHash": signature}, SECRET)


def test_the_transaction_api_signs_values_joined_by_bars() -> None:
    body = {"vnp_RequestId": "r1", "vnp_Version": "2.1.0", "vnp_Command": "querydr", "vnp_TmnCode": "T",
            "vnp_TxnRef": "GD1", "vnp_TransactionDate": "20260720080000", "vnp_CreateDate": "20260720080100",
            "vnp_IpAddr": "127.0.0.1", "vnp_OrderInfo": "Truy vấn"}  # fmt: skip
    expected = by_hand("r1|2.1.0|querydr|T|GD1|20260720080000|20260720080100|127.0.0.1|Truy vấn")
    assert vnpay.sign_pipe(body, vnpay.QUERY_FIELDS, SECRET) == expected


@given(st.dictionaries(st.sampled_from(["vnp_A", "vnp_B", "vnp_OrderInfo"]), st.text(min_size=1), min_size=1))
def test_any_change_breaks_the_signature(params: dict[str, str]) -> None:
    params = {k: v.encode("utf-8", "ignore").decode() or "-" for k, v in params.items()}
    signed = params | {"vnp_SecureHash": vnpay.sign(params, SECRET)}
    assert vnpay.verify(signed, SECRET)
    changed = next(iter(params))
    assert not vnpay.verify(signed | {changed: params[changed] + "1"}, SECRET)
