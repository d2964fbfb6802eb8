"""How fast pages come: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, speed
from harness.model import Evidence, Service


@then("các trang hiện nhanh theo ngưỡng của Bộ tiêu chí 2025")
def _(evidence: Evidence, service: Service) -> None:
    judge(speed.pages_come_fast, evidence, service)


@then("máy chủ trả lời trung bình và lâu nhất trong ngưỡng")
def _(evidence: Evidence, service: Service) -> None:
    judge(speed.server_answers_in_time, evidence, service)
