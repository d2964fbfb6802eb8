"""Choosing to apply online: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import invitation, judge
from harness.model import Evidence, Service


@then("trang đăng nhập không có mật khẩu hay tài khoản riêng của cổng")
def _(evidence: Evidence, service: Service) -> None:
    judge(invitation.portal_has_no_password_of_its_own, evidence, service)


@then("không điều gì cản trở người dân chọn nộp trực tuyến")
def _(evidence: Evidence, service: Service) -> None:
    judge(invitation.nothing_keeps_from_applying_online, evidence, service)


@then("trang nêu đủ các kênh trực tiếp, bưu chính, Cổng Dịch vụ công quốc gia, VNeID")
def _(evidence: Evidence, service: Service) -> None:
    judge(invitation.every_channel_is_named, evidence, service)
