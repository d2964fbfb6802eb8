"""However a walk ends, what it saw is sealed with the outcome, a sentence and who must act."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from harness.evidence.reader import events, read
from harness.evidence.recorder import Recorder
from harness.journey.relay import Relay
from harness.journey.scene import Scene, seal
from harness.model import Blocked, Compromised, Lacking, Outcome


def recorder(folder: Path, journey: str = "complete") -> Recorder:
    return Recorder(folder / "a" / journey, "a", journey, portal="p")


@pytest.mark.parametrize(("error", "outcome", "owner"), [
    (None, Outcome.DONE, ""),
    (Blocked("Không thấy nút «Nộp»", owner="bộ kết nối"), Outcome.BLOCKED, "bộ kết nối"),
    (Compromised("Cổng thanh toán im lặng", owner="cổng thanh toán"), Outcome.COMPROMISED, "cổng thanh toán"),
    (asyncio.CancelledError(), Outcome.INTERRUPTED, "bộ kiểm thử"),
    (KeyError("x"), Outcome.ERROR, "bộ kiểm thử"),
])  # fmt: skip
def test_each_end_has_its_outcome(tmp_path: Path, error: BaseException | None, outcome: Outcome, owner: str) -> None:
    kept = recorder(tmp_path)
    kept.fact("submission.code", "1", "trang nộp")
    seal(kept, error)
    back = read(kept.folder)
    assert (back.outcome, back.owner) == (outcome, owner)
    assert back.fact("submission.code") == "1"
    assert "Traceback" not in back.reason
    traces = [e for e in events(kept.folder) if e["kind"] == "error"]
    assert bool(traces) is (outcome is Outcome.ERROR)


def scene(folder: Path, *journeys: str) -> Scene:
    recorders = {j: recorder(folder, j) for j in journeys}
    relay = Relay(next(iter(recorders.values())), "http://localhost:9")
    nothing: Any = None
    return Scene(nothing, nothing, relay, nothing, nothing, recorders)


def test_one_walk_leaves_the_evidence_of_several_journeys(tmp_path: Path) -> None:
    one = scene(tmp_path, "payment-forged", "payment-lost")
    with one.recording("payment-forged"):
        one.fact("payment.status", "unpaid", "trang hồ sơ")
        raise Blocked("không mở được đơn")
    with one.recording("payment-lost"):
        one.fact("payment.status", "paid", "trang hồ sơ")
    forged, lost = read(tmp_path / "a/payment-forged"), read(tmp_path / "a/payment-lost")
    assert (forged.outcome, forged.fact("payment.status")) == (Outcome.BLOCKED, "unpaid")
    assert (lost.outcome, lost.fact("payment.status")) == (Outcome.DONE, "paid")


def test_an_errand_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    async def main() -> None:
        one = scene(tmp_path, "complete")
        async with one.attempt():
            raise Blocked("không đánh giá được")
        one.fact("mails", [], "hộp thư")
        one.tell_troubles()

    with pytest.raises(Blocked, match="đánh giá"):
        asyncio.run(main())


def test_the_orders_of_this_browser_are_known_by_what_it_asked_the_gateway(tmp_path: Path) -> None:
    one = scene(tmp_path, "complete")
    one.relay.exchange("GET", "http://localhost:9/paymentv2/vpcpay.html?vnp_TxnRef=abc&x=1", 200, "document")
    one.relay.exchange("GET", "http://localhost:9/paymentv2/vpcpay.html?vnp_TxnRef=abc&x=1", 200, "document")
    one.relay.exchange("GET", "http://localhost:7/return?vnp_TxnRef=other", 200, "document")
    assert one.relay.payments == ["abc"]


def test_waiting_ends_with_the_condition_or_the_budget(tmp_path: Path) -> None:
    async def main() -> tuple[bool, bool]:
        one = scene(tmp_path, "complete")
        arrived: list[int] = []
        asyncio.get_running_loop().call_later(0.05, arrived.append, 1)
        return await one.until(lambda: arrived, 2.0), await one.until(lambda: False, 0.0)

    assert asyncio.run(main()) == (True, False)


def test_what_a_portal_has_not_got_is_no_trouble_of_the_way(tmp_path: Path) -> None:
    one = scene(tmp_path, "complete")

    async def walk() -> None:
        async with one.attempt():
            raise Lacking("cổng không có việc «verify»: cổng chưa có trang xác minh")

    with one.recording("complete"):
        asyncio.run(walk())
        one.tell_troubles()
    assert read(tmp_path / "a/complete").outcome is Outcome.DONE
