"""Orders at the gateway: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, orders
from harness.model import Evidence, Service


@then("chữ ký của lệnh thanh toán đúng")
def _(evidence: Evidence, service: Service) -> None:
    judge(orders.order_is_signed, evidence, service)


@then("nội dung thanh toán viết không dấu")
def _(evidence: Evidence, service: Service) -> None:
    judge(orders.order_text_is_plain, evidence, service)


@then("mỗi lần thanh toán có một mã giao dịch riêng")
def _(evidence: Evidence, service: Service) -> None:
    judge(orders.order_reference_is_its_own, evidence, service)
