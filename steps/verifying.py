"""Results verified, printed, seen: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, verifying
from harness.model import Evidence, Service


@then("ai cũng xác minh được kết quả bằng mã")
def _(evidence: Evidence, service: Service) -> None:
    judge(verifying.result_is_found_by_its_code, evidence, service)


@then("mã không có thật bị từ chối")
def _(evidence: Evidence, service: Service) -> None:
    judge(verifying.made_up_code_is_denied, evidence, service)


@then("bản in kết quả ghi tên hệ thống, mã và người ký")
def _(evidence: Evidence, service: Service) -> None:
    judge(verifying.print_can_be_traced, evidence, service)


@then("chữ ký số hiện trên trang, có tên cơ quan và thời gian ký")
def _(evidence: Evidence, service: Service) -> None:
    judge(verifying.signature_can_be_seen, evidence, service)
