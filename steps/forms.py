"""The electronic form: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import forms, judge
from harness.model import Evidence, Service


@then("thông tin người nộp đã có trong tài khoản được điền sẵn")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.identity_of_the_account_is_filled_in, evidence, service)


@then("mọi ô bắt buộc được đánh dấu")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.required_fields_are_marked, evidence, service)


@then("lỗi được báo bằng tiếng Việt ngay tại ô")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.mistakes_are_told_beside_the_field_in_vietnamese, evidence, service)


@then("biểu mẫu đòi đúng các giấy tờ của thủ tục, không thừa, không thiếu")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.slots_are_the_papers_of_the_procedure, evidence, service)


@then("trang nêu định dạng và dung lượng tệp được nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.limits_of_files_are_stated, evidence, service)


@then("tệp sai bị từ chối có lý do, tệp đúng được nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.bad_files_are_refused_with_a_reason, evidence, service)


@then("tệp tải lại trùng từng byte với tệp đã gửi")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.uploaded_files_come_back_unchanged, evidence, service)


@then("nội dung hiện lại đúng như đã nhập")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.vietnamese_and_special_characters_survive, evidence, service)


@then("màn hình xem lại có mọi điều đã khai")
def _(evidence: Evidence, service: Service) -> None:
    judge(forms.review_shows_every_value, evidence, service)
