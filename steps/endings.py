"""Refusal, stop, withdrawal, lateness: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import endings, judge
from harness.model import Evidence, Service


@then("phiếu từ chối ghi đúng hồ sơ, người nộp và lý do")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.refusal_is_written_in_form_03, evidence, service)


@then("mọi nơi ghi hồ sơ không được tiếp nhận và người nộp được báo")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.refusal_is_told, evidence, service)


@then("người nộp rút được hồ sơ và mọi nơi ghi đã rút")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.applicant_can_withdraw, evidence, service)


@then("hồ sơ đã rút không được giải quyết tiếp")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.withdrawn_dossier_rests, evidence, service)


@then("thời điểm xử lý xong không sau ngày hẹn trả")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.processing_ends_in_time, evidence, service)


@then("một ngày trước hạn có thư xin lỗi nêu lý do và ngày hẹn lại")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.lateness_is_apologised_for_in_time, evidence, service)


@then("ngày hẹn lại hiện ở mọi nơi và người nộp được báo lý do")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.new_appointment_is_told, evidence, service)


@then("hệ thống không nhận lần hẹn lại thứ hai")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.appointment_is_moved_only_once, evidence, service)


@then("thông báo dừng xử lý ghi đúng hồ sơ và lý do")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.stop_is_put_in_writing, evidence, service)


@then("mọi nơi ghi hồ sơ dừng xử lý và người nộp được báo lý do")
def _(evidence: Evidence, service: Service) -> None:
    judge(endings.stop_is_told, evidence, service)
