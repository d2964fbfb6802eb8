"""The history that the applicant is shown."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import history, judge
from harness.model import Evidence, Service


@then("lịch sử xử lý ghi thời điểm và người thực hiện từng bước")
def _(evidence: Evidence, service: Service) -> None:
    judge(history.history_says_when_and_who, evidence, service)
