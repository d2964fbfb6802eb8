"""The four simulators on free ports, and a merchant's server that answers notices."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from flask import jsonify, request

from harness.catalog import personas
from harness.catalog.procedures import Component, Procedure
from harness.model import Persona
from harness.simulators import HOLDER, ISSUED, OTP, Gateway, IdentityProvider, NationalPortal, vnpay
from harness.simulators.serving import WebServer, flask_app

ROOT = Path(__file__).parents[2]
TMN, SECRET = "KIEMTHU1", "bí-mật-của-cổng"
GOOD_CARD = "9704198526191432198"


@pytest.fixture(scope="session")
def people() -> dict[str, Persona]:
    problems: list[str] = []
    found = personas.load(ROOT, problems)
    assert not problems
    return found


@dataclass
class Merchant:
    """A portal's IPN address: records what comes, answers 00, then 02."""

    server: WebServer
    notices: list[dict[str, str]] = field(default_factory=list)
    confirmed: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def ipn(self) -> str:
        return f"{self.server.url}/ipn"


@pytest.fixture
def merchant() -> Iterator[Merchant]:
    app = flask_app("merchant")
    one = Merchant(WebServer(app))

    @app.get("/ipn")
    def ipn() -> Any:
        params = request.args.to_dict()
        with one.lock:
            one.notices.append(params)
            if not vnpay.verify(params, SECRET):
                return jsonify(RspCode="97", Message="Sai chữ ký")
            if params["vnp_TxnRef"] in one.confirmed:
                return jsonify(RspCode="02", Message="Đã xác nhận")
            one.confirmed.add(params["vnp_TxnRef"])
            return jsonify(RspCode="00", Message="Thành công")

    one.server.start()
    yield one
    one.server.stop()


@pytest.fixture
def gateway(merchant: Merchant) -> Iterator[Gateway]:
    one = Gateway(TMN, SECRET, merchant.ipn)
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def identity(people: dict[str, Persona]) -> Iterator[IdentityProvider]:
    one = IdentityProvider(people.values(), "cong-thu", "khoa-thu")
    one.start()
    yield one
    one.stop()


@pytest.fixture
def national(people: dict[str, Persona]) -> Iterator[NationalPortal]:
    procedure = Procedure("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "G15-TP07 Hộ tịch",
                          False, 8000, 8000, "", ("bản sao",), (Component("KQ003984", "Tờ khai"),), "", "")  # fmt: skip
    one = NationalPortal("tinh", "mat-khau", {procedure.code: procedure}, personas=people.values())
    one.start()
    yield one
    one.stop()


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    """Follows no redirect, so that each can be looked at."""
    with httpx.Client(trust_env=False) as client:
        yield client


def order(ref: str = "GD0001", amount: int = 16_000, **changes: str) -> dict[str, str]:
    return {
        "vnp_Version": "2.1.0",
        "vnp_Command": "pay",
        "vnp_TmnCode": TMN,
        "vnp_Amount": str(amount * 100),
        "vnp_CreateDate": "20260720080000",
        "vnp_ExpireDate": "20990720081500",
        "vnp_CurrCode": "VND",
        "vnp_IpAddr": "127.0.0.1",
        "vnp_Locale": "vn",
        "vnp_OrderInfo": f"Nộp lệ phí hồ sơ {ref}",
        "vnp_OrderType": "other",
        "vnp_ReturnUrl": "http://localhost:9/tra-ve",
        "vnp_TxnRef": ref,
    } | changes


@dataclass
class Payer:
    """Walks the bank's pages as a browser without scripts would."""

    client: httpx.Client
    url: str
    page: str = ""

    def enter(self, params: dict[str, str], secret: str = SECRET) -> httpx.Response:
        query = vnpay.signed_query(params, secret)
        response = self.client.get(f"{self.url}/paymentv2/vpcpay.html?{query}")
        if response.status_code == 302:
            self.page = response.headers["location"]
            response = self.client.get(f"{self.url}{self.page}")
        return response

    def card(self, number: str = GOOD_CARD, holder: str = HOLDER, issued: str = ISSUED) -> httpx.Response:
        return self._post("card", number=number, holder=holder, issued=issued)

    def pay(self, otp: str = OTP) -> httpx.Response:
        return self._post("pay", otp=otp)

    def cancel(self) -> httpx.Response:
        return self._post("cancel")

    def _post(self, action: str, **data: str) -> httpx.Response:
        return self.client.post(f"{self.url}{self.page}/{action}", data=data)


@pytest.fixture
def payer(browser: httpx.Client, gateway: Gateway) -> Payer:
    return Payer(browser, gateway.url)


def returned(response: httpx.Response) -> dict[str, str]:
    """The parameters on the address that the browser is sent back to."""
    assert response.status_code == 302, response.text
    return dict(httpx.URL(response.headers["location"]).params)


__all__ = ["Merchant", "Payer", "order", "returned"]
