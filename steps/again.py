"""What a second try shows: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import again, judge
from harness.model import Evidence, Service


@then("khai, sang trang chỉ bằng bàn phím và thấy rõ đang ở ô nào")
def _(evidence: Evidence, service: Service) -> None:
    judge(again.keyboard_is_enough, evidence, service)


@then("trong lúc gửi trang có chỉ báo và không cho bấm lặp")
def _(evidence: Evidence, service: Service) -> None:
    judge(again.page_says_that_it_works_and_locks_the_button, evidence, service)


@then("chỉ có một hồ sơ được tạo")
def _(evidence: Evidence, service: Service) -> None:
    judge(again.two_presses_make_one_dossier, evidence, service)


@then("trang báo rõ, không mất dữ liệu, nộp lại chỉ thành một hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(again.broken_network_costs_nothing, evidence, service)


@then("yêu cầu nộp hồ sơ giả mạo bị từ chối")
def _(evidence: Evidence, service: Service) -> None:
    judge(again.forged_requests_are_refused, evidence, service)


@then("đoạn mã gõ vào tờ khai chỉ hiện như chữ")
def _(evidence: Evidence, service: Service) -> None:
    judge(again.typed_markup_stays_text, evidence, service)
