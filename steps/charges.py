"""What is asked of the payer: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import charges, judge
from harness.model import Evidence, Service


@then("số tiền phải trả là mức nộp trực tuyến")
def _(evidence: Evidence, service: Service) -> None:
    judge(charges.online_rate_is_given, evidence, service)


@then("cổng thanh toán không đòi thêm khoản nào chưa nêu trước")
def _(evidence: Evidence, service: Service) -> None:
    judge(charges.nothing_is_added_unseen, evidence, service)


@then("hồ sơ ghi đã thanh toán ngay sau khi trả tiền")
def _(evidence: Evidence, service: Service) -> None:
    judge(charges.paid_shows_at_once, evidence, service)
