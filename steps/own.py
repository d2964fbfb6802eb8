"""A citizen's own dossiers: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, own
from harness.model import Evidence, Service


@then("hồ sơ có trong danh sách của người nộp và tải được toàn bộ")
def _(evidence: Evidence, service: Service) -> None:
    judge(own.dossier_is_in_my_list_and_all_of_it_comes_back, evidence, service)


@then("trang báo trước khi hết phiên và không mất gì đã khai")
def _(evidence: Evidence, service: Service) -> None:
    judge(own.ended_session_is_announced_and_loses_nothing, evidence, service)


@then("lần đăng nhập thứ hai vào đúng tài khoản cũ")
def _(evidence: Evidence, service: Service) -> None:
    judge(own.second_sign_in_finds_the_same_account, evidence, service)


@then("cookie cũ không mở được trang cá nhân nữa")
def _(evidence: Evidence, service: Service) -> None:
    judge(own.signing_out_ends_the_session, evidence, service)
