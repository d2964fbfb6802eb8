"""Online payment: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, one_amount, payment
from harness.model import Evidence, Service


@then("hồ sơ có chức năng thanh toán dẫn tới cổng thanh toán")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.paying_online_is_offered, evidence, service)


@then("hồ sơ không qua bước thanh toán nào")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.free_service_has_no_payment_step, evidence, service)


@then("số tiền ở trang bắt đầu, trang hồ sơ, cổng thanh toán, biên lai và gói tin đều bằng mức phí đã công bố")
def _(evidence: Evidence, service: Service) -> None:
    judge(one_amount.every_place_names_the_published_amount, evidence, service)


@then('cổng dịch vụ công xác nhận thông báo với mã "00"')
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.genuine_notice_is_confirmed, evidence, service)


@then("hồ sơ ở tình trạng đã thanh toán")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.dossier_becomes_paid, evidence, service)


@then('cổng dịch vụ công từ chối với mã "97"')
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.forged_notice_is_answered_97, evidence, service)


@then('cổng dịch vụ công từ chối với mã "04"')
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.wrong_amount_is_answered_04, evidence, service)


@then('cổng dịch vụ công từ chối với mã "01"')
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.unknown_order_is_answered_01, evidence, service)


@then("hồ sơ vẫn ở tình trạng chưa thanh toán")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.dossier_stays_unpaid, evidence, service)


@then('chỉ một thông báo được xác nhận, các thông báo sau nhận mã "02"')
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.repeated_notice_is_answered_02, evidence, service)


@then("hồ sơ chỉ có một biên lai")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.one_payment_gives_one_receipt, evidence, service)


@then("hồ sơ chưa thanh toán và người nộp được báo là giao dịch không thành")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.cancelled_payment_leaves_the_dossier_unpaid, evidence, service)


@then("người nộp thanh toán lại được trên chính hồ sơ đó")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.cancelled_payment_can_be_tried_again, evidence, service)


@then("lần trả tiền thật được cổng dịch vụ công ghi nhận")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.genuine_payment_is_recorded, evidence, service)


@then("cổng dịch vụ công hỏi lại cổng thanh toán và ghi nhận đã thanh toán")
def _(evidence: Evidence, service: Service) -> None:
    judge(payment.lost_notice_is_made_up_by_asking, evidence, service)
