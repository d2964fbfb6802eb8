"""Background delivery to the real protocols of the harness's simulators, and what happens when they fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from harness.simulators.gateway import Gateway
from harness.simulators.mailbox import Mailbox
from harness.simulators.national import NationalPortal
from tests.sandbox import citizens


@pytest.fixture
def national(db: None) -> Iterator[NationalPortal]:
    from django.test import override_settings

    portal = NationalPortal("tinh-mau", "mat-khau")
    portal.start()
    with override_settings(NATIONAL_URL=portal.url, NATIONAL_USERNAME="tinh-mau", NATIONAL_PASSWORD="mat-khau"):
        yield portal
    portal.stop()


def received() -> object:
    from sandbox.onestop import actions

    return actions.perform(citizens.paid().code, "tiep-nhan", actions.Asked(citizens.officer()))


def deliver() -> None:
    """As the background worker does, waiting for nothing between two attempts."""
    from sandbox.core.delivery import Courier
    from sandbox.core.models import Outbox

    runner = Courier()
    Outbox.objects.update(retry_at=None)
    runner.deliver()
    runner.close()


def test_packets_arrive_in_order(national: NationalPortal) -> None:
    from sandbox.onestop import actions

    dossier = received()
    actions.perform(dossier.code, "xu-ly", actions.Asked(citizens.officer()))
    deliver()
    assert [packet.data["TrangThaiHoSo"] for packet in national.dossier_packets(dossier.code)] == ["2", "4"]
    assert [row.data["TrangThai"] for row in national.progress_rows(dossier.code)] == ["1", "2", "4"]


def test_a_packet_that_fails_is_sent_again_and_holds_back_the_next(national: NationalPortal) -> None:
    from sandbox.core.models import Outbox

    dossier = received()
    national.fail_next(1)
    deliver()
    assert national.progress_rows(dossier.code) == []
    waiting = Outbox.objects.filter(channel="national").earliest("pk")
    assert (waiting.delivered_at, waiting.attempts) == (None, 1)
    deliver()
    assert [packet.data["MaHoSo"] for packet in national.dossier_packets(dossier.code)] == [dossier.code]
    assert len(national.progress_rows(dossier.code)) == 2


def test_mails_arrive(db: None) -> None:
    from django.test import override_settings

    mailbox = Mailbox()
    mailbox.start()
    host, port = mailbox.url.rsplit("/", 1)[-1].rsplit(":", 1)
    with override_settings(SMTP_HOST=host, SMTP_PORT=int(port)):
        dossier = citizens.dossier()
        deliver()
    found = mailbox.messages(citizens.APPLICANT["email"])
    mailbox.stop()
    assert [dossier.code in mail.subject and dossier.code in mail.text for mail in found] == [True]


def test_gateway_and_portal_understand_each_other(db: None) -> None:
    import httpx
    from django.test import override_settings

    from sandbox.core import payments
    from sandbox.core.behaviour import behaviour
    from sandbox.core.models import Payment

    gateway = Gateway("KIEMTHU1", "only-for-tests")
    gateway.start()
    with override_settings(GATEWAY_URL=gateway.url, GATEWAY_TMN_CODE="KIEMTHU1", GATEWAY_SECRET="only-for-tests"):
        dossier = citizens.dossier()
        assert httpx.get(payments.begin(dossier), follow_redirects=True).status_code == 200
        (order,) = gateway.orders()
        assert (order.signature_valid, order.amount) == (True, 16_000)
        gateway.settle(order.txn_ref)
        Payment.objects.update(returned_at=dossier.submitted_at.replace(year=2026, month=1))
        payments.query_lost()
    assert len(gateway.queries()) == 1
    gateway.stop()
    assert behaviour().payment_state(dossier) == "paid"
