"""More papers, exchange, files on the officer's side: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, supplement
from harness.model import Evidence, Service


@then("cán bộ tải được đúng từng tệp người nộp đã gửi")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.officers_get_the_same_files, evidence, service)


@then("phiếu yêu cầu bổ sung ghi đúng hồ sơ, người nộp và nội dung cần bổ sung")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.supplement_is_asked_by_form_02, evidence, service)


@then("mọi nơi ghi hồ sơ chờ bổ sung và người nộp được báo nội dung")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.supplement_is_told, evidence, service)


@then("hệ thống không nhận yêu cầu bổ sung lần thứ hai")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.supplement_is_asked_only_once, evidence, service)


@then("hồ sơ đã bổ sung giữ nguyên mã")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.supplement_keeps_the_code, evidence, service)


@then("giấy tờ đã gửi trước vẫn còn bên giấy tờ bổ sung")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.supplement_keeps_what_was_sent, evidence, service)


@then("lịch sử chỉ thêm dòng, không mất dòng cũ")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.history_is_only_added_to, evidence, service)


@then("mỗi bên đọc được tin của bên kia trên hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.both_sides_can_write, evidence, service)


@then("ngày hẹn trả lùi đúng thời gian chờ bổ sung")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.waiting_is_not_counted, evidence, service)


@then("gói tin ghi đủ lần bổ sung, giấy tờ và ngày hẹn mới")
def _(evidence: Evidence, service: Service) -> None:
    judge(supplement.supplement_is_sent_in_full, evidence, service)
