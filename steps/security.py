"""Security and personal data: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, security
from harness.model import Evidence, Service


@then("cookie của phiên đăng nhập có HttpOnly và Secure")
def _(evidence: Evidence, service: Service) -> None:
    judge(security.cookies_are_protected, evidence, service)


@then("người lạ không xem được gì của chủ hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(security.strangers_do_not_see_what_is_mine, evidence, service)


@then("trang tra cứu công khai không hiện dữ liệu cá nhân đầy đủ")
def _(evidence: Evidence, service: Service) -> None:
    judge(security.public_lookup_masks_personal_data, evidence, service)
