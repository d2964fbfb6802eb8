"""Every way the gateway can lie, and what the merchant gets to see."""

from __future__ import annotations

import threading

import httpx
import pytest

from harness.simulators import Gateway, vnpay
from harness.simulators.serving import WebServer, flask_app
from tests.simulators.conftest import SECRET, Merchant, Payer, order, returned


def pay(payer: Payer, ref: str = "GD0001") -> dict[str, str]:
    payer.enter(order(ref))
    payer.card()
    return returned(payer.pay())


def test_forged_notice(payer: Payer, merchant: Merchant, gateway: Gateway) -> None:
    payer.enter(order())
    (notice,) = gateway.send_notice("GD0001", forge_signature=True)
    assert (notice.kind, notice.rsp_code) == ("forged", "97")
    assert not vnpay.verify(merchant.notices[0], SECRET)


def test_wrong_amount_and_unknown_order_are_well_signed(payer: Payer, merchant: Merchant, gateway: Gateway) -> None:
    payer.enter(order())
    (less,) = gateway.send_notice("GD0001", amount=15_999)
    (strange,) = gateway.send_notice("KHONG-CO")
    assert [less.kind, strange.kind] == ["wrong-amount", "unknown-order"]
    assert [n["vnp_Amount"] for n in merchant.notices] == ["1599900", "1000000"]
    assert all(vnpay.verify(n, SECRET) for n in merchant.notices)


def test_the_same_notice_twice_at_once(payer: Payer, merchant: Merchant, gateway: Gateway) -> None:
    payer.enter(order())
    sent = gateway.send_notice("GD0001", times=2, parallel=True)
    assert sorted(n.rsp_code for n in sent) == ["00", "02"]
    assert {n.kind for n in sent} == {"duplicate"}
    assert merchant.notices[0] == merchant.notices[1]


def test_parallel_notices_are_under_way_together(gateway: Gateway) -> None:
    together = threading.Barrier(2)
    app = flask_app("slow-merchant")

    @app.get("/ipn")
    def ipn() -> dict[str, str]:
        together.wait(5)  # passes only when both are inside
        return {"RspCode": "00", "Message": ""}

    server = WebServer(app)
    server.start()
    gateway.notify_url = f"{server.url}/ipn"
    assert [n.rsp_code for n in gateway.send_notice("X", times=2, parallel=True)] == ["00", "00"]
    server.stop()


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [
        ("normal", (("00", "00"), ["paid"], "paid")),
        ("no_notice", (("00", "00"), [], "paid")),
        ("lost", (("00", "00"), [], "paid")),
        ("forged", (("00", "00"), ["forged"], "paid")),
        ("wrong_amount", (("00", "00"), ["wrong-amount"], "paid")),
        ("duplicate", (("00", "00"), ["duplicate", "duplicate"], "paid")),
        ("unknown_order", (("00", "00"), ["unknown-order"], "paid")),
        ("suspicious", (("07", "07"), ["suspicious"], "suspicious")),
        ("reversed", (("00", "04"), ["reversed"], "reversed")),
    ],
)
def test_modes(
    payer: Payer, gateway: Gateway, mode: str, outcome: tuple[tuple[str, str], list[str], str]
) -> None:
    codes, kinds, state = outcome
    gateway.behave("GD0001", mode)
    back = pay(payer)
    assert (back["vnp_ResponseCode"], back["vnp_TransactionStatus"]) == codes
    assert vnpay.verify(back, SECRET)
    assert [n.kind for n in gateway.notices()] == kinds
    assert gateway.orders()[0].state == state


def test_late_notice_comes_after_the_return(payer: Payer, merchant: Merchant, gateway: Gateway) -> None:
    arrived = threading.Event()
    gateway.behave("", "late", delay=0.15)
    send, gateway.send_notice = gateway.send_notice, lambda *a, **k: (send(*a, **k), arrived.set())[0]  # type: ignore[method-assign]
    pay(payer)
    assert merchant.notices == []
    assert arrived.wait(5)
    assert [n.kind for n in gateway.notices()] == ["late"]


def test_rules_touch_only_orders_that_match_and_the_last_wins(payer: Payer, gateway: Gateway) -> None:
    gateway.behave("GD0002", "lost")
    pay(payer, "GD0001")
    gateway.behave("hồ sơ GD0002", "normal")
    pay(payer, "GD0002")
    assert [n.txn_ref for n in gateway.notices()] == ["GD0001", "GD0002"]
    with pytest.raises(ValueError, match="không có kiểu"):
        gateway.behave("", "tệ")


def test_edited_return_address_keeps_the_old_signature(payer: Payer, gateway: Gateway) -> None:
    payer.enter(order())
    true = returned(payer.cancel())
    edited = dict(vnpay_params(gateway.return_url("GD0001", "00", sign=False)))
    assert edited["vnp_ResponseCode"] == "00"
    assert edited["vnp_SecureHash"] == true["vnp_SecureHash"]
    assert not vnpay.verify(edited, SECRET)
    assert vnpay.verify(vnpay_params(gateway.return_url("GD0001", "00", sign=True)), SECRET)


def vnpay_params(url: str) -> dict[str, str]:
    return dict(httpx.URL(url).params)


def test_an_absent_or_senseless_merchant_is_recorded(gateway: Gateway) -> None:
    gateway.notify_url = ""
    gateway.send_notice("X")
    gateway.notify_url = "http://localhost:9/ipn"
    gateway.send_notice("X")
    gateway.notify_url = f"{gateway.url}/khong-co?a=1"
    gateway.send_notice("X")
    assert [(n.http_status, n.rsp_code) for n in gateway.notices()] == [(0, ""), (0, ""), (404, "")]
    assert all(n.message for n in gateway.notices())
