"""Submission, reception, lookup: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, submission
from harness.model import Evidence, Service


@then("thiếu bất cứ điều bắt buộc nào cũng không gửi được")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.dossier_lacking_something_is_not_sent, evidence, service)


@then("trang nói rõ thiếu gì")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.what_is_lacking_is_said, evidence, service)


@then("màn hình xác nhận có mã hồ sơ và thời điểm tiếp nhận chính thức")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.submission_is_confirmed_with_code_and_time, evidence, service)


@then("mã hồ sơ đúng cấu trúc, mang ngày tiếp nhận và số thứ tự từ bốn chữ số")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.dossier_code_has_the_legal_structure, evidence, service)


@then("giấy tiếp nhận có đủ nội dung Mẫu 01")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.slip_has_all_items_of_form_01, evidence, service)


@then("giấy tiếp nhận có chữ ký số hợp lệ của tổ chức")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.slip_is_signed_by_an_organisation, evidence, service)


@then("ngày hẹn trả ở mọi nơi bằng ngày tiếp nhận cộng thời hạn giải quyết")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.due_date_is_reception_plus_time_limit, evidence, service)


@then("thư điện tử và thông báo trong tài khoản có mã hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.applicant_is_told_in_his_account_and_by_mail, evidence, service)


@then("chỉ cần mã hồ sơ là tra cứu được trạng thái và ngày hẹn trả")
def _(evidence: Evidence, service: Service) -> None:
    judge(submission.anybody_can_look_up_the_state, evidence, service)
