"""The gateway's notices in VNPay's order of steps, returns that only display, and lost notices."""

from __future__ import annotations

import threading
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.sandbox import citizens


def state(dossier: object) -> str:
    from sandbox.core.behaviour import behaviour

    return behaviour().payment_state(dossier)


def test_the_redirect_asks_for_the_fee_and_is_signed(db: None) -> None:
    from sandbox.core import payments, vnpay

    dossier = citizens.dossier()
    params = dict(parse_qsl(urlsplit(payments.begin(dossier)).query))
    assert params["vnp_Amount"] == "1600000"
    assert dossier.code in params["vnp_OrderInfo"]
    assert "vnp_SecureHashType" not in params
    assert vnpay.signature_valid(params)


@pytest.mark.parametrize(("changed", "forged", "code", "after"), [
    ({}, False, "00", "paid"),
    ({}, True, "97", "unpaid"),
    ({"vnp_TxnRef": "khong-co"}, False, "01", "unpaid"),
    ({"vnp_Amount": "1600100"}, False, "04", "unpaid"),
    ({"vnp_ResponseCode": "24", "vnp_TransactionStatus": "02"}, False, "00", "unpaid"),
    ({"vnp_TransactionStatus": "02"}, False, "00", "unpaid"),
    ({"vnp_TxnRef": "khong-co", "vnp_Amount": "1"}, True, "97", "unpaid"),  # the signature comes first
    ({"vnp_TxnRef": "khong-co", "vnp_Amount": "1"}, False, "01", "unpaid"),  # the order comes before the amount
])
def test_notice_answers(db: None, changed: dict[str, str], forged: bool, code: str, after: str) -> None:
    from sandbox.core import payments

    dossier = citizens.dossier()
    params = citizens.notice(citizens.order(dossier), **changed)
    if forged:
        params["vnp_SecureHash"] = "0" * 128
    assert payments.receive_notice(params)["RspCode"] == code
    assert state(dossier) == after


def test_the_same_notice_in_parallel_counts_once(db: None) -> None:
    from django.db import connection

    from sandbox.core import payments

    dossier = citizens.dossier()
    params = citizens.notice(citizens.order(dossier))
    answers: list[str] = []

    def send() -> None:
        answers.append(payments.receive_notice(params)["RspCode"])
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["00", "02", "02", "02"]
    assert dossier.papers.filter(kind="receipt").count() == 1


def test_a_tampered_return_changes_nothing(db: None) -> None:
    from sandbox.core import payments

    dossier = citizens.dossier()
    params = citizens.notice(citizens.order(dossier)) | {"vnp_SecureHash": "0" * 128}
    shown = payments.read_return(params)
    assert (shown.state, state(dossier)) == ("unpaid", "unpaid")
    assert "Không xác thực được" in shown.message


def test_a_cancelled_payment_may_be_tried_again(db: None) -> None:
    from sandbox.core import payments
    from sandbox.core.behaviour import behaviour

    dossier = citizens.dossier()
    params = citizens.notice(citizens.order(dossier), vnp_ResponseCode="24", vnp_TransactionStatus="02")
    payments.receive_notice(params)
    assert "hủy" in payments.read_return(params).message
    assert behaviour().payment_offered(dossier)
    payments.receive_notice(citizens.notice(citizens.order(dossier)))
    assert state(dossier) == "paid"


def test_a_lost_notice_is_made_good_by_a_query(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from sandbox.core import payments, vnpay
    from sandbox.core.models import Payment

    dossier = citizens.dossier()
    payment = citizens.order(dossier)
    assert payments.read_return(citizens.notice(payment)).state == "pending"
    asked: list[str] = []

    def answer(found: Payment, _at: object) -> dict[str, str]:
        asked.append(found.txn_ref)
        return {"vnp_ResponseCode": "00", "vnp_TransactionStatus": "00", "vnp_TxnRef": found.txn_ref,
                "vnp_Amount": str(found.amount * 100)}

    monkeypatch.setattr(vnpay, "query", answer)
    payments.query_lost()
    assert asked == []  # too early: the notice may still come
    Payment.objects.update(returned_at=payment.created_at - timedelta(seconds=10))
    payments.query_lost()
    assert asked == [payment.txn_ref]
    assert state(dossier) == "paid"
    assert dossier.papers.filter(kind="receipt").count() == 1


def test_a_free_service_owes_nothing(db: None) -> None:
    from sandbox.core import payments
    from sandbox.core.dossiers import Refused

    dossier = citizens.dossier("1.009141")
    assert state(dossier) == "none"
    with pytest.raises(Refused, match="Không phải nộp"):
        payments.begin(dossier)
