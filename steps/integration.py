"""National portal and one-stop system: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import integration, judge
from harness.model import Evidence, Service


@then("Cổng DVC quốc gia nhận được hồ sơ đã tiếp nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.received_dossier_is_sent, evidence, service)


@then("gói tin hồ sơ không bỏ trống trường bắt buộc nào")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.mandatory_fields_are_filled, evidence, service)


@then("các ngày trong gói tin hồ sơ đúng thứ tự")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.dates_are_in_order, evidence, service)


@then("mọi trạng thái gửi đi nằm trong danh mục và có thật")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.statuses_sent_are_real_ones, evidence, service)


@then("mỗi bước của hồ sơ được gửi tiến độ, đúng thứ tự")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.every_step_is_told, evidence, service)


@then("không bước nào bị báo xong ngay lúc tiếp nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.nothing_is_told_done_at_reception, evidence, service)


@then("một cửa điện tử ghi cùng mã hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.one_stop_system_has_the_same_code, evidence, service)


@then("một cửa điện tử ghi cùng trạng thái cuối")
def _(evidence: Evidence, service: Service) -> None:
    judge(integration.one_stop_system_has_the_same_status, evidence, service)
