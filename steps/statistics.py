"""Public statistics: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, statistics
from harness.model import Evidence, Service


@then("thống kê công khai có số hồ sơ nhận, giải quyết, đúng hạn của dịch vụ")
def _(evidence: Evidence, service: Service) -> None:
    judge(statistics.statistics_are_published, evidence, service)


@then("số liệu trên từng dòng thống kê không mâu thuẫn")
def _(evidence: Evidence, service: Service) -> None:
    judge(statistics.numbers_of_every_row_agree, evidence, service)


@then("danh sách ghi đúng mức độ và việc tích hợp Cổng DVC quốc gia")
def _(evidence: Evidence, service: Service) -> None:
    judge(statistics.level_and_integration_are_listed, evidence, service)
