"""What stands around the service: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, surroundings
from harness.model import Evidence, Service


@then("mỗi mẫu đơn tải được, mở được và có nội dung")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.forms_can_be_taken_and_opened, evidence, service)


@then("mẫu đơn ghi đúng văn bản ban hành đang có hiệu lực")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.forms_are_of_the_present_edition, evidence, service)


@then("trang dịch vụ dẫn tới hướng dẫn nộp hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.guide_is_there, evidence, service)


@then("có mục hỏi đáp")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.questions_are_answered, evidence, service)


@then("có đầu mối hỗ trợ liên hệ được")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.support_can_be_reached, evidence, service)


@then("mọi thông tin của dịch vụ đọc được khi chưa đăng nhập và không khác khi đã đăng nhập")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.information_needs_no_account, evidence, service)


@then("lọc danh mục theo lĩnh vực, cơ quan, mức độ đều ra dịch vụ")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.public_list_can_be_narrowed_to_the_service, evidence, service)


@then("dịch vụ không thuộc điều kiện lọc thì không còn trong danh mục")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.filters_leave_out_what_does_not_fit, evidence, service)


@then("robots.txt và trang dịch vụ không cấm máy tìm kiếm")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.search_engines_may_read_the_page, evidence, service)


@then("máy tìm kiếm đọc được tên dịch vụ khi không chạy script")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.search_engines_find_words_of_the_service, evidence, service)


@then("gửi phản ánh, kiến nghị được và có lời xác nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(surroundings.complaint_channel_works, evidence, service)
