"""Sign-in: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import identity, judge
from harness.model import Evidence, Service


@then("người nộp đăng nhập qua VNeID và trang hiện đúng tên mình")
def _(evidence: Evidence, service: Service) -> None:
    judge(identity.account_is_the_one_of_vneid, evidence, service)


@then("yêu cầu xác thực có code, openid, redirect_uri an toàn và state")
def _(evidence: Evidence, service: Service) -> None:
    judge(identity.authorization_request_is_sound, evidence, service)


@then("mã xác thực kèm state sai bị từ chối")
def _(evidence: Evidence, service: Service) -> None:
    judge(identity.answer_with_a_wrong_state_is_rejected, evidence, service)


@then("đăng nhập đi thẳng, không quay vòng")
def _(evidence: Evidence, service: Service) -> None:
    judge(identity.sign_in_goes_straight, evidence, service)


@then("họ tên, số định danh, ngày sinh từ VNeID có sẵn trong tờ khai")
def _(evidence: Evidence, service: Service) -> None:
    judge(identity.person_comes_with_his_data, evidence, service)
