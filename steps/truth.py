"""One story in every system: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, truth
from harness.model import Evidence, Service


@then("Cổng DVC quốc gia giữ đúng mã, trạng thái, ngày mà cổng hiện")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.national_copy_equals_the_portal, evidence, service)


@then("Cổng DVC quốc gia giữ đúng người nộp và số tiền")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.national_copy_is_about_the_same_person_and_money, evidence, service)


@then("kết quả ở Cổng DVC quốc gia và một cửa điện tử là tệp người nộp tải được")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.result_is_one_file_everywhere, evidence, service)


@then("mọi lời gọi tới Cổng DVC quốc gia đúng khuôn")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.calls_have_their_envelope, evidence, service)


@then("mọi dòng tiến độ đúng kiểu, độ dài, định dạng")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.progress_rows_have_their_form, evidence, service)


@then("tính được các chỉ số theo QĐ 766 từ dữ liệu đã đồng bộ")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.index_can_be_reckoned, evidence, service)


@then("LayThuTuc trả thủ tục đang công khai theo mã trên cổng")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.procedure_is_public_nationally, evidence, service)


@then("Kho dữ liệu điện tử của người nộp có kết quả")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.result_is_in_the_store, evidence, service)


@then("địa chỉ đã khai với Cổng DVC quốc gia mở đúng trang của dịch vụ")
def _(evidence: Evidence, service: Service) -> None:
    judge(truth.national_link_leads_to_this_service, evidence, service)
