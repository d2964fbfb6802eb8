"""What a named person answered: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, reviews
from harness.model import Evidence, Service


@then("nhật ký truy cập, nộp, thanh toán được giữ ít nhất ba tháng")
def _(evidence: Evidence, service: Service) -> None:
    judge(reviews.logs_are_kept_for_three_months, evidence, service)


@then("hồ sơ cấp độ an toàn thông tin đã được phê duyệt")
def _(evidence: Evidence, service: Service) -> None:
    judge(reviews.security_level_is_approved, evidence, service)


@then("thủ tục đã được đánh giá đủ điều kiện làm trực tuyến toàn trình")
def _(evidence: Evidence, service: Service) -> None:
    judge(reviews.service_is_eligible_for_level_four, evidence, service)
