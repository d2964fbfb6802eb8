"""When and how one pays: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, paying
from harness.model import Evidence, Service


@then("cổng không bắt trả tiền trước khi nộp hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.dossier_is_handed_in_before_it_is_paid, evidence, service)


@then("có cách thanh toán tự xác nhận, không phải gửi ảnh chuyển khoản")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.payment_closes_by_itself, evidence, service)


@then("trang chờ thanh toán không lộ khóa bí mật")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.nothing_that_signs_is_given_away, evidence, service)


@then("số thẻ chỉ nhập ở trang của cổng thanh toán")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.card_is_typed_at_the_gateway, evidence, service)


@then("tra khoản phải nộp theo mã hồ sơ trả đúng trước và sau khi trả tiền")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.bill_is_told_by_dossier_code, evidence, service)


@then("người thuộc diện miễn, giảm chỉ bị thu đúng mức của mình")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.reduced_class_pays_its_own_rate, evidence, service)


@then("nộp được đúng số tiền theo mã hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.anybody_may_pay_by_the_dossier_code, evidence, service)


@then("trang nộp theo mã hồ sơ không hiện dữ liệu của chủ hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.bill_gives_no_person_away, evidence, service)


@then("tiền do người khác nộp được ghi nhận cho hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(paying.payment_by_another_counts, evidence, service)
