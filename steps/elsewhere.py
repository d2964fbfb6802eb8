"""On a phone, in another engine: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import elsewhere, judge
from harness.model import Evidence, Service


@then("không trang nào phải cuộn ngang, chỗ bấm nào cũng vừa đầu ngón tay")
def _(evidence: Evidence, service: Service) -> None:
    judge(elsewhere.pages_fit_a_phone, evidence, service)


@then("Firefox đi được tới đâu Chromium đi được")
def _(evidence: Evidence, service: Service) -> None:
    judge(elsewhere.another_engine_gets_as_far, evidence, service)
