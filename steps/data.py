"""Contradictions in published data: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import data, judge
from harness.model import Evidence, Service


@then("phí ghi số 0 thì mô tả không nêu số tiền")
def _(evidence: Evidence, service: Service) -> None:
    judge(data.free_fee_does_not_hide_money, evidence, service)


@then("số phí là một trong các số tiền mà mô tả nêu")
def _(evidence: Evidence, service: Service) -> None:
    judge(data.fee_number_is_in_its_text, evidence, service)
