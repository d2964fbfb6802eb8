"""The officers' system itself: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import desk, judge
from harness.model import Evidence, Service


@then("một cửa cho biết hạn thông báo tiếp nhận là 08 giờ làm việc")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.reception_has_its_deadline, evidence, service)


@then("một cửa báo quá hạn khi hồ sơ chưa được tiếp nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.late_reception_is_flagged, evidence, service)


@then("hồ sơ đã có trên Cổng DVC quốc gia được gửi lại như một lần cập nhật")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.updates_say_that_they_are, evidence, service)


@then("gói tin bị trả lỗi được gửi lại đến khi được nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.failed_delivery_is_sent_again, evidence, service)


@then("một cửa cảnh báo hồ sơ đồng bộ lỗi")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.failed_delivery_is_warned_of, evidence, service)


@then("chuỗi đánh dấu người nộp đã nhập chỉ là chữ trên trang cán bộ")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.typed_markup_stays_text, evidence, service)


@then("tài khoản cán bộ bị khóa sau nhiều lần sai mật khẩu")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.officers_account_is_locked, evidence, service)


@then("phiên của cán bộ tự hết hạn")
def _(evidence: Evidence, service: Service) -> None:
    judge(desk.officers_session_ends, evidence, service)
