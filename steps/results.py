"""The result: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, results
from harness.model import Evidence, Service


@then("người nộp tải được kết quả từ tài khoản")
def _(evidence: Evidence, service: Service) -> None:
    judge(results.result_can_be_downloaded, evidence, service)


@then("tệp kết quả mở được và có nội dung")
def _(evidence: Evidence, service: Service) -> None:
    judge(results.result_is_a_sound_file, evidence, service)


@then("kết quả có chữ ký số hợp lệ của cơ quan trên toàn bộ tệp")
def _(evidence: Evidence, service: Service) -> None:
    judge(results.result_is_signed_by_the_agency, evidence, service)


@then("tệp kết quả khác mọi tệp người dân đã nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(results.result_is_not_what_the_applicant_gave, evidence, service)


@then("kết quả ghi đúng họ tên, định danh và tên kết quả")
def _(evidence: Evidence, service: Service) -> None:
    judge(results.result_is_about_the_right_person, evidence, service)
