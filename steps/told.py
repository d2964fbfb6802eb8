"""What the applicant is told: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, told
from harness.model import Evidence, Service


@then("không chỗ nào đòi bản giấy, bản chính để đối chiếu")
def _(evidence: Evidence, service: Service) -> None:
    judge(told.no_paper_originals_are_asked_for, evidence, service)


@then("không lời nào bắt người nộp đến cơ quan")
def _(evidence: Evidence, service: Service) -> None:
    judge(told.nobody_is_asked_to_come, evidence, service)


@then("mỗi lần đổi trạng thái người nộp được báo một lần")
def _(evidence: Evidence, service: Service) -> None:
    judge(told.every_change_is_told, evidence, service)


@then("ngày hẹn trả có trên hồ sơ và ở sau ngày tiếp nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(told.due_date_lies_ahead, evidence, service)


@then("người nộp được báo khi có kết quả")
def _(evidence: Evidence, service: Service) -> None:
    judge(told.result_is_told, evidence, service)
