"""The further items of level 1: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, level_one
from harness.model import Evidence, Service


@then("trang nêu trình tự thực hiện")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.steps_are_described, evidence, service)


@then("trang nêu cách thức thực hiện, có nộp trực tuyến")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.online_channel_is_named, evidence, service)


@then("thành phần hồ sơ đã duyệt có đủ trên trang")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.papers_are_listed, evidence, service)


@then("không thành phần nào có số lượng 0")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.no_paper_has_the_number_zero, evidence, service)


@then("trang nêu đối tượng thực hiện")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.subjects_are_named, evidence, service)


@then("trang nêu đúng cơ quan thực hiện")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.agency_is_the_approved_one, evidence, service)


@then("trang nêu căn cứ pháp lý có số hiệu")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.legal_documents_are_cited, evidence, service)


@then("mức độ cung cấp trên trang là mức đã duyệt")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.level_is_the_approved_one, evidence, service)


@then("trang thủ tục nêu hình thức nhận hồ sơ và trả kết quả")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.ways_in_and_out_are_told, evidence, service)


@then("kết quả được trả trực tuyến hoặc qua bưu chính")
def _(evidence: Evidence, service: Service) -> None:
    judge(level_one.result_need_not_be_fetched, evidence, service)
