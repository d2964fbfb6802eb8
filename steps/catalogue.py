"""The national catalogue against the approved profile: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import catalogue, judge
from harness.model import Evidence, Service


@then("dịch vụ mang nhãn trực tuyến có kênh nộp trực tuyến trong danh mục")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.label_has_an_online_channel, evidence, service)


@then("danh mục khai cách trả kết quả ngoài nơi nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.result_returns_beyond_the_counter, evidence, service)


@then("phí giao HĐND tỉnh quy định đã có số tiền trong hồ sơ duyệt")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.province_has_declared_its_fee, evidence, service)


@then("thời hạn bằng số, mô tả và từng trường hợp không mâu thuẫn")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.time_limits_do_not_contradict, evidence, service)


@then("thành phần có số lượng 0 không bị bắt buộc nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.zero_quantity_is_not_required, evidence, service)


@then("giấy tờ chỉ để xuất trình không bị bắt buộc nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.shown_papers_are_not_demanded, evidence, service)


@then("dịch vụ có biểu mẫu điện tử trong danh mục")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.full_process_has_an_electronic_form, evidence, service)


@then("danh mục nêu kết quả cuối cùng, không chỉ thông báo hay từ chối")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.catalogue_names_a_final_result, evidence, service)


@then("thủ tục không nhắc giấy tờ đã bãi bỏ")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.no_abolished_paper_is_named, evidence, service)


@then("cấp thực hiện không còn cấp huyện")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.no_district_after_july_2025, evidence, service)


@then("mã thủ tục còn hiệu lực trong danh mục")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.procedure_code_is_in_force, evidence, service)


@then("đơn vị thời gian khác thường có mô tả đọc được")
def _(evidence: Evidence, service: Service) -> None:
    judge(catalogue.odd_time_unit_has_a_number, evidence, service)
