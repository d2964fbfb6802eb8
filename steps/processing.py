"""Statuses: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, processing
from harness.model import Evidence, Service


@then("sau mỗi bước trang hồ sơ hiện trạng thái của bước đó")
def _(evidence: Evidence, service: Service) -> None:
    judge(processing.each_step_shows_its_status, evidence, service)


@then("lịch sử trạng thái đúng thứ tự, không quay lui")
def _(evidence: Evidence, service: Service) -> None:
    judge(processing.statuses_follow_one_another, evidence, service)
