"""The electronic receipt: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, receipts
from harness.model import Evidence, Service


@then("hồ sơ đã trả tiền có biên lai tải được")
def _(evidence: Evidence, service: Service) -> None:
    judge(receipts.paid_dossier_has_a_receipt, evidence, service)


@then("biên lai ghi đúng hồ sơ, người nộp, khoản thu và số tiền đã trả")
def _(evidence: Evidence, service: Service) -> None:
    judge(receipts.receipt_states_what_was_paid, evidence, service)


@then("biên lai có chữ ký số hợp lệ")
def _(evidence: Evidence, service: Service) -> None:
    judge(receipts.receipt_is_signed, evidence, service)
