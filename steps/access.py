"""Finding and reading the service: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import access, judge
from harness.model import Evidence, Service


@then("từ trang chủ tới dịch vụ không quá 03 lần bấm")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.service_is_three_clicks_from_home, evidence, service)


@then("ô tìm kiếm tìm ra dịch vụ theo tên, theo mã, không dấu và theo một phần tên")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.search_finds_the_service_however_it_is_written, evidence, service)


@then("không trang nào có lỗi tiếp cận mức A, AA")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.pages_meet_wcag, evidence, service)


@then("mọi trang khai báo ngôn ngữ là tiếng Việt")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.pages_declare_vietnamese, evidence, service)


@then("chữ trên mọi trang đủ tương phản")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.words_stand_out, evidence, service)


@then("không trang nào có chữ nhấp nháy hay chạy")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.nothing_blinks_or_runs, evidence, service)


@then("hình và nút trên mọi trang có văn bản thay thế")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.pictures_and_buttons_have_words, evidence, service)


@then("mọi trang có tiêu đề, mọi liên kết có chữ")
def _(evidence: Evidence, service: Service) -> None:
    judge(access.links_and_pages_are_named, evidence, service)
