"""Satisfaction: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, monitoring
from harness.model import Evidence, Service


@then("người nộp chọn được Rất hài lòng, Hài lòng, Chưa hài lòng")
def _(evidence: Evidence, service: Service) -> None:
    judge(monitoring.satisfaction_can_be_rated_in_three_levels, evidence, service)


@then("đánh giá đã gửi được ghi nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(monitoring.rating_is_kept, evidence, service)
