"""Papers to upload: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, slots
from harness.model import Evidence, Service


@then("tờ khai được khai trên biểu mẫu điện tử, không phải đính kèm")
def _(evidence: Evidence, service: Service) -> None:
    judge(slots.declaration_is_filled_in_not_uploaded, evidence, service)


@then("không bị đòi ký số khi thủ tục không yêu cầu")
def _(evidence: Evidence, service: Service) -> None:
    judge(slots.no_signature_is_demanded_of_the_applicant, evidence, service)


@then("không ô đính kèm bắt buộc nào đòi giấy tờ mà dữ liệu đã thay thế")
def _(evidence: Evidence, service: Service) -> None:
    judge(slots.no_paper_that_data_replaces, evidence, service)
