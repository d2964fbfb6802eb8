"""Money after the start: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, later_money
from harness.model import Evidence, Service


@then("khoản phát sinh được báo số tiền và mọi nơi ghi hồ sơ chờ nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(later_money.later_fee_is_asked_for_openly, evidence, service)


@then("nộp thêm đúng số tiền qua mạng rồi hồ sơ được xử lý tiếp")
def _(evidence: Evidence, service: Service) -> None:
    judge(later_money.later_fee_is_paid_online, evidence, service)


@then("tiền đã nộp của hồ sơ bị từ chối được hoàn đủ và người nộp được báo")
def _(evidence: Evidence, service: Service) -> None:
    judge(later_money.refused_dossier_gets_its_money_back, evidence, service)


@then("báo cáo đối soát có đủ giao dịch, đúng số tiền cổng thanh toán đã thu")
def _(evidence: Evidence, service: Service) -> None:
    judge(later_money.report_has_every_payment, evidence, service)


@then("tổng trong báo cáo đối soát đúng bằng các giao dịch")
def _(evidence: Evidence, service: Service) -> None:
    judge(later_money.report_adds_up, evidence, service)
