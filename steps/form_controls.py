"""The form, control by control: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import form_controls, form_values, judge
from harness.model import Evidence, Service


@then("điều đã khai một lần không bị hỏi lại")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_controls.nothing_is_asked_twice, evidence, service)


@then("điều có trong danh mục được đưa ra để chọn, không phải gõ tay")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_controls.what_lists_hold_is_not_typed, evidence, service)


@then("ít nhất 90% số ô có nhãn và lời hướng dẫn")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_controls.inputs_are_explained_on_the_spot, evidence, service)


@then("tờ khai không hỏi cấp huyện")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_controls.no_district_is_asked, evidence, service)


@then("danh mục tỉnh, thành phố là 34 đơn vị hiện hành")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_controls.provinces_are_the_present_ones, evidence, service)


@then("chọn được mọi cách nhận kết quả đã duyệt")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_controls.ways_of_return_can_be_chosen, evidence, service)


@then("giá trị sai định dạng bị từ chối, giá trị đúng được nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_values.values_without_the_right_form_are_refused, evidence, service)


@then("ô tiền nhận và giữ đủ 15 chữ số")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_values.money_of_fifteen_digits_is_taken, evidence, service)


@then("mọi lựa chọn đều chọn được và danh sách phụ thuộc có nội dung")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_values.every_choice_can_be_made, evidence, service)


@then("trang báo mất mạng")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_values.lost_network_is_told, evidence, service)


@then("mở lại tờ khai thì điều đang khai vẫn còn")
def _(evidence: Evidence, service: Service) -> None:
    judge(form_values.unsent_values_come_back, evidence, service)
