"""Pages as they are sent: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, pages
from harness.model import Evidence, Service


@then("chữ tiếng Việt trên các trang không hỏng phông, không sai bảng mã")
def _(evidence: Evidence, service: Service) -> None:
    judge(pages.letters_are_whole, evidence, service)


@then("không trang nào trên đường đi báo lỗi script hay thiếu tệp")
def _(evidence: Evidence, service: Service) -> None:
    judge(pages.nothing_is_broken_on_the_way, evidence, service)


@then("trang lỗi không lộ chi tiết kỹ thuật")
def _(evidence: Evidence, service: Service) -> None:
    judge(pages.error_pages_keep_their_counsel, evidence, service)


@then("mã gửi tới trình duyệt không có khóa bí mật")
def _(evidence: Evidence, service: Service) -> None:
    judge(pages.no_key_lies_open, evidence, service)
