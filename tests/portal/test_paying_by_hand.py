"""The third shape of payment: a person transfers money, an officer confirms it, the portal shows it later."""

from __future__ import annotations

from typing import Any

import pytest

from harness.catalog.adapters import Adapter
from harness.model import Blocked
from tests.portal.conftest import Answer, Loop, Notebook, Site, adapter, place, seen, step

CODE = "000.00.01.H26-261127-0001"
OWN = """<h1>Hồ sơ</h1><dl><dt>Mã hồ sơ<dd>{code}<dt>Tổng số tiền<dd>8.000 đ<dt>Nội dung chuyển khoản<dd>PHI {code}
<dt>Tình trạng thanh toán<dd>{state}</dl>"""
DESK = """<h1>Khoản chờ đối chiếu</h1><dl><dt>Nội dung<dd>PHI {code}</dl><form method=post action=/can-bo/xac-nhan>
<button>Xác nhận đã nhận tiền</button></form>"""


def portal(site: Site, looks: int) -> Adapter:
    """Shows the money only after the owner has looked so often at his page since the officer confirmed."""
    seen_since: list[str] = []
    confirmed: list[str] = []

    def html(text: str) -> Answer:
        return 200, {"content-type": "text/html; charset=utf-8"}, text.encode()

    def own(_method: str, _query: str) -> Answer:
        seen_since.extend(confirmed)
        return html(OWN.format(code=CODE, state="Đã thanh toán" if len(seen_since) > looks else "Chưa thanh toán"))

    def confirm(method: str, _body: str) -> Answer:
        confirmed.extend([method] if method == "POST" else [])
        return html("<h1>Đã xác nhận</h1>")

    site.pages |= {f"/ho-so/{CODE}": own, "/can-bo/xac-nhan": confirm}
    site.html("/can-bo", DESK.format(code=CODE))
    track = [step("open", address="/ho-so/@dossier"), step("read", facts={
        "payment.status": place("row", "Tình trạng thanh toán"), "fee.charged": place("row", "Tổng số tiền")})]
    return adapter(site.url, track=track, pay=[
        *track,
        step("as", what="officer"), step("open", address="/can-bo"),
        step("expect", condition=seen("row", "Nội dung", equals="PHI @dossier")),
        step("press", place=place("button", "Xác nhận đã nhận tiền"), until=seen("heading", "Đã xác nhận")),
        step("as", what="applicant"),
        step("wait", condition=seen("row", "Tình trạng thanh toán", equals="Đã thanh toán"), budget=20.0),
        step("read", facts={"payment.status": place("row", "Tình trạng thanh toán")}),
    ])  # fmt: skip


def test_money_that_an_officer_confirms_is_waited_for(
    loop: Loop, site: Site, stage_of: Any, notes: Notebook
) -> None:
    stage = stage_of(portal(site, looks=2))
    stage.dossier = CODE
    loop.run(stage.perform("pay", mode="pay"))
    shown = [value for fact, value, _place, _file in notes.facts if fact == "payment.status"]
    assert shown == ["unpaid", "paid"], "first owed, then, without anybody at a gateway, paid"
    assert notes.value("fee.charged") == 8000
    assert site.asked.count(f"GET /ho-so/{CODE}") > 2, "the page was asked again until it showed the money"
    assert not [fact for fact, *_ in notes.facts if fact == "payment.entered"], "no gateway was entered"


def test_money_that_never_shows_is_a_sentence(loop: Loop, site: Site, stage_of: Any) -> None:
    declared = portal(site, looks=10_000)
    wait = next(one for one in declared.tasks["pay"].steps if one.verb == "wait")
    object.__setattr__(wait, "budget", 0.5)
    stage = stage_of(declared)
    stage.dossier = CODE
    with pytest.raises(Blocked, match="Tình trạng thanh toán"):
        loop.run(stage.perform("pay", mode="pay"))
