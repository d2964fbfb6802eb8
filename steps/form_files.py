"""The declaration as a file, papers from the store, who pays less: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import form_files, judge
from harness.model import Evidence, Service


@then("tệp tờ khai lưu về có đủ điều đã khai")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_files.declaration_file_holds_every_value, evidence, service)


@then("bản in tờ khai mang tên mẫu quy định và đủ các mục")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_files.printed_declaration_is_the_prescribed_form, evidence, service)


@then("giấy tờ trong kho được chọn vào ô đính kèm")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_files.papers_can_be_taken_from_the_store, evidence, service)


@then("khai được diện miễn, giảm và số tiền thay đổi theo")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_files.exemption_can_be_claimed, evidence, service)
