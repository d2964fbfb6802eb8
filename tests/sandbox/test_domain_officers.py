"""What officers do beside issuing the result, without a browser."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox import citizens

REASON = "Thiếu giấy xác nhận nơi cư trú"
pytestmark = pytest.mark.usefixtures("db")


def step(dossier: Any, name: str, words: str = "", **more: Any) -> Any:
    from sandbox.onestop.actions import Asked, perform

    return perform(dossier.code, name, Asked(citizens.officer(), words, **more))


def asked(dossier: Any, name: str, **more: Any) -> Any:
    return step(dossier, name, REASON, **more)


def received() -> Any:
    return step(citizens.paid(), "tiep-nhan")


def test_supplement_is_asked_once_and_leaves_the_code() -> None:
    from sandbox.core.dossiers import Refused, answer_supplement
    from sandbox.core.models import Dossier
    from sandbox.onestop.actions import offered

    dossier = asked(received(), "bo-sung")
    assert [paper.kind for paper in dossier.papers.order_by("pk")][-1] == "supplement"
    answer_supplement(dossier, "Đây", "them.pdf", b"%PDF-1.7 x")
    again = Dossier.objects.get(pk=dossier.pk)
    assert (again.code, again.status, again.uploads.count()) == (dossier.code, 4, dossier.uploads.count())
    with pytest.raises(Refused, match="một lần"):
        asked(again, "bo-sung")
    assert "Yêu cầu bổ sung" not in {action.label for action in offered(again)}


def test_second_appointment_is_refused() -> None:
    from sandbox.core.dossiers import Refused

    dossier = received()
    assert dossier.due_at is not None
    later = dossier.due_at.date() + timedelta(days=3)
    with pytest.raises(Refused, match="sau ngày đã hẹn"):
        asked(dossier, "xin-loi", day=dossier.due_at.date())
    moved = asked(dossier, "xin-loi", day=later)
    assert moved.due_at is not None
    assert moved.due_at.date() == later
    with pytest.raises(Refused, match="một lần"):
        asked(moved, "xin-loi", day=later + timedelta(days=3))


def test_refused_dossier_owes_the_applicant_what_he_paid(monkeypatch: pytest.MonkeyPatch) -> None:
    from sandbox.core import refunds
    from sandbox.core.models import Refund

    dossier = asked(citizens.paid(), "tu-choi")
    refund = Refund.objects.get(payment__dossier=dossier)
    assert refund.amount == refund.payment.amount
    monkeypatch.setattr(refunds.vnpay, "refund", lambda *_: {"vnp_ResponseCode": "00"})
    monkeypatch.setattr(refunds.settings, "GATEWAY_URL", "http://localhost:1")
    refunds.ask_refunds()
    refund.refresh_from_db()
    assert refund.state == "asked"


def test_later_fee_is_owed_until_it_is_paid_by_an_order_of_its_own() -> None:
    from sandbox.core.behaviour import behaviour
    from sandbox.core.dossiers import Refused
    from sandbox.core.models import FeeLine
    from sandbox.core.texts import now

    dossier = asked(received(), "nop-phi", amount=20_000)
    assert (behaviour().payment_state(dossier), behaviour().amount_due(dossier)) == ("unpaid", 20_000)
    with pytest.raises(Refused, match="chưa nộp"):
        step(dossier, "xu-ly")
    first = dossier.payments.get()
    dossier.payments.create(txn_ref="later", amount=20_000, state="paid", created_at=now(), paid_at=now())
    assert behaviour().payment_state(dossier) == "paid"
    assert behaviour().amount_due(dossier) == first.amount + 20_000
    assert FeeLine.objects.filter(dossier=dossier, code="BO-SUNG").count() == 1


@pytest.mark.parametrize("words", ["", ".", "—— 123", "ok"])
def test_reason_must_be_a_reason(words: str) -> None:
    from sandbox.core.dossiers import Refused

    with pytest.raises(Refused):
        step(received(), "dung-xu-ly", words)
