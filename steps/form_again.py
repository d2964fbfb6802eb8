"""A second dossier, and one by night: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import form_again, judge
from harness.model import Evidence, Service


@then("hồ sơ thứ hai mở ra có sẵn điều đã khai ở hồ sơ trước")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_again.second_dossier_opens_with_what_is_known, evidence, service)


@then("hồ sơ nộp lúc 23 giờ Chủ nhật được nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_again.dossier_is_taken_at_any_hour, evidence, service)
