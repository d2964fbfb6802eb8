"""What the public page says: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, published
from harness.model import Evidence, Service


@then("tên thủ tục trên trang trùng tên trong cơ sở dữ liệu quốc gia")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.name_is_that_of_the_national_catalogue, evidence, service)


@then("thời hạn giải quyết trên trang là thời hạn đã phê duyệt")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.time_limit_is_the_approved_one, evidence, service)


@then("trang nêu kết quả cuối cùng, không chỉ thông báo hay phiếu từ chối")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.final_result_is_named, evidence, service)


@then("trang có đủ mẫu đơn, tờ khai của thủ tục")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.forms_are_published, evidence, service)


@then("trang nêu đủ yêu cầu, điều kiện")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.requirements_are_published, evidence, service)


@then("mức phí, lệ phí đã phê duyệt hiện bằng đồng")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.fee_is_published_in_dong, evidence, service)


@then("mã thủ tục trên trang đúng định dạng và là mã của dịch vụ này")
def _(evidence: Evidence, service: Service) -> None:
    judge(published.procedure_code_is_that_of_the_service, evidence, service)
