"""The gateway as a payer and a merchant's server meet it."""

from __future__ import annotations

import httpx
import pytest

from harness.simulators import Gateway, vnpay
from harness.simulators.validation import problems
from tests.simulators.conftest import SECRET, TMN, Merchant, Payer, order, returned


def test_the_pages_show_labels_amount_and_order(payer: Payer) -> None:
    page = payer.enter(order()).text
    for text in ("Số thẻ", "Tên chủ thẻ", "Ngày phát hành", "Tiếp tục", "Hủy thanh toán", "16.000 đ",
                 "Nộp lệ phí hồ sơ GD0001"):  # fmt: skip
        assert text in page
    page = payer.card().text
    for text in ("Mã OTP", "Thanh toán", "Hủy thanh toán", "16.000 đ"):
        assert text in page


def test_notice_reaches_the_server_before_the_browser_returns(
    payer: Payer, merchant: Merchant, gateway: Gateway
) -> None:
    payer.enter(order())
    payer.card()
    back = returned(payer.pay())
    assert [n["vnp_ResponseCode"] for n in merchant.notices] == ["00"], "notice before the redirect is followed"
    assert vnpay.verify(back, SECRET)
    assert (back["vnp_ResponseCode"], back["vnp_TransactionStatus"], back["vnp_Amount"]) == ("00", "00", "1600000")
    (notice,) = gateway.notices()
    assert (notice.kind, notice.amount, notice.rsp_code, notice.http_status) == ("paid", 16_000, "00", 200)
    (seen,) = gateway.orders()
    assert (seen.state, seen.amount, seen.signature_valid, seen.problems) == ("paid", 16_000, True, ())


def test_notice_keeps_to_its_schema(payer: Payer, merchant: Merchant) -> None:
    payer.enter(order())
    payer.card()
    payer.pay()
    assert problems("vnpay-notice", merchant.notices[0]) == ()


def test_cancel_is_code_24_and_unpaid(payer: Payer, merchant: Merchant, gateway: Gateway) -> None:
    payer.enter(order())
    back = returned(payer.cancel())
    assert (back["vnp_ResponseCode"], back["vnp_TransactionStatus"]) == ("24", "02")
    assert vnpay.verify(back, SECRET)
    assert [n["vnp_ResponseCode"] for n in merchant.notices] == ["24"]
    assert (gateway.orders()[0].state, gateway.notices()[0].kind) == ("cancelled", "cancelled")


@pytest.mark.parametrize(("card", "code"), [("9704195798459170488", "51"), ("9704193370791314", "12")])
def test_cards_that_cannot_pay(payer: Payer, card: str, code: str) -> None:
    payer.enter(order())
    answer = payer.card(card)
    if answer.status_code == 200:
        answer = payer.pay()
    assert returned(answer)["vnp_ResponseCode"] == code


def test_wrong_card_and_wrong_code_are_told_and_end_after_three(payer: Payer) -> None:
    payer.enter(order())
    assert "đã hết hạn" in payer.card("9704194841945513").text
    assert "Số thẻ không hợp lệ" in payer.card("4111111111111111").text
    payer.card()
    assert "Mã OTP không đúng" in payer.pay("000000").text
    payer.pay("000001")
    assert returned(payer.pay("000002"))["vnp_ResponseCode"] == "13"


def test_a_tampered_request_is_refused_and_recorded(browser: httpx.Client, gateway: Gateway) -> None:
    query = vnpay.signed_query(order(), SECRET).replace("vnp_Amount=1600000", "vnp_Amount=100")
    answer = browser.get(f"{gateway.url}/paymentv2/vpcpay.html?{query}")
    assert answer.status_code == 400
    assert "Sai chữ ký" in answer.text
    assert [(o.state, o.signature_valid) for o in gateway.orders()] == [("rejected", False)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"vnp_ExpireDate": "20200101000000"}, "15"),
        ({"vnp_TmnCode": "LATMNKHA"}, "72"),
        ({"vnp_Amount": "16.000"}, "03"),
        ({"vnp_OrderInfo": ""}, "03"),
    ],
)
def test_requests_the_gateway_does_not_take(payer: Payer, changes: dict[str, str], code: str) -> None:
    answer = payer.enter(order(**changes))
    assert answer.status_code == 400
    assert f"<b>{code}</b>" in answer.text


def test_reload_is_the_same_order_and_a_paid_one_cannot_be_paid_again(payer: Payer, gateway: Gateway) -> None:
    payer.enter(order())
    payer.enter(order())
    assert len(gateway.orders()) == 1
    payer.card()
    payer.pay()
    assert "đã kết thúc" in payer.pay().text
    assert "mã giao dịch đã dùng" in payer.enter(order()).text
    assert len(gateway.notices()) == 1


def query_body(gateway: Gateway, ref: str = "GD0001", request: str = "r1", **changes: str) -> dict[str, str]:
    body = {"vnp_RequestId": request, "vnp_Version": "2.1.0", "vnp_Command": "querydr", "vnp_TmnCode": TMN,
            "vnp_TxnRef": ref, "vnp_OrderInfo": "Truy vấn", "vnp_TransactionDate": "20260720080000",
            "vnp_CreateDate": "20260720080500", "vnp_IpAddr": "127.0.0.1"} | changes  # fmt: skip
    fields = vnpay.QUERY_FIELDS if body["vnp_Command"] == "querydr" else vnpay.REFUND_FIELDS
    return body | {"vnp_SecureHash": vnpay.sign_pipe(body, fields, SECRET)}


def ask(browser: httpx.Client, gateway: Gateway, body: dict[str, str]) -> dict[str, str]:
    answer: dict[str, str] = browser.post(f"{gateway.url}/merchant_webapi/api/transaction", json=body).json()
    return answer


def test_query_tells_open_then_paid_and_signs_its_answer(
    payer: Payer, browser: httpx.Client, gateway: Gateway
) -> None:
    payer.enter(order())
    assert ask(browser, gateway, query_body(gateway))["vnp_TransactionStatus"] == "01"
    gateway.settle("GD0001")
    answer = ask(browser, gateway, query_body(gateway, request="r2"))
    assert (answer["vnp_ResponseCode"], answer["vnp_TransactionStatus"]) == ("00", "00")
    assert answer["vnp_Amount"] == "1600000"
    assert vnpay.verify_pipe(answer, vnpay.QUERY_ANSWER_FIELDS, SECRET)
    assert [(q.txn_ref, q.transaction_status) for q in gateway.queries()] == [("GD0001", "01"), ("GD0001", "00")]
    assert gateway.notices() == [], "settling tells nobody"


def test_query_refuses_bad_signature_unknown_order_and_repeated_number(
    browser: httpx.Client, gateway: Gateway
) -> None:
    bad = query_body(gateway) | {"vnp_OrderInfo": "khác"}
    assert ask(browser, gateway, bad)["vnp_ResponseCode"] == "97"
    assert ask(browser, gateway, query_body(gateway, request="r2"))["vnp_ResponseCode"] == "91"
    assert ask(browser, gateway, query_body(gateway, request="r2"))["vnp_ResponseCode"] == "94"
    assert ask(browser, gateway, {"vnp_Command": "khac"})["vnp_ResponseCode"] == "03"


def test_refund_of_a_paid_order(payer: Payer, browser: httpx.Client, gateway: Gateway) -> None:
    payer.enter(order())
    refund = {"vnp_Command": "refund", "vnp_TransactionType": "02", "vnp_Amount": "1600000",
              "vnp_TransactionNo": "", "vnp_CreateBy": "can-bo"}  # fmt: skip
    assert ask(browser, gateway, query_body(gateway, request="a", **refund))["vnp_ResponseCode"] == "95"
    gateway.settle("GD0001")
    answer = ask(browser, gateway, query_body(gateway, request="b", **refund))
    assert (answer["vnp_ResponseCode"], answer["vnp_TransactionStatus"]) == ("00", "05")
    assert vnpay.verify_pipe(answer, vnpay.REFUND_ANSWER_FIELDS, SECRET)
