"""Packets for the national portal: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, packets
from harness.model import Evidence, Service


@then("đường dẫn kết quả gửi đi là địa chỉ công khai, https")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.link_of_the_result_is_public, evidence, service)


@then("từng khoản phí, lệ phí trong gói tin có mã riêng")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.each_fee_is_told_apart, evidence, service)


@then("tổng phí, lệ phí trong gói tin đúng số phải nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.fees_sent_add_up, evidence, service)


@then("gói tin cuối cùng ghi hồ sơ đã thanh toán trực tuyến")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.payment_is_told_as_made_online, evidence, service)


@then("các trường của gói tin đúng kiểu, độ dài và định dạng ngày")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.fields_have_their_type_and_length, evidence, service)


@then("gói tin ghi kênh thực hiện là trực tuyến")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.channel_is_online, evidence, service)


@then("gói tin ghi đúng loại đối tượng nộp hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.applicant_is_a_citizen, evidence, service)


@then("gói tin có đủ tệp đã nộp, đúng mã thành phần")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.every_paper_is_sent_with_its_code, evidence, service)


@then("gói tin của hồ sơ đã xong kèm giấy tờ kết quả")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.finished_dossier_carries_its_result, evidence, service)


@then("gói tin không có dữ liệu giả")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.nothing_is_made_up, evidence, service)


@then("các cờ VNeID, số hóa, tái sử dụng đúng sự thật")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.flags_are_true, evidence, service)


@then("hình thức trả trong gói tin là cách người nộp đã chọn")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.way_of_return_is_the_chosen_one, evidence, service)


@then("đường dẫn trong gói tin là địa chỉ công khai, https")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.links_sent_are_public, evidence, service)


@then("liên kết tệp trong gói tin mở được, đúng tệp đã nộp")
def _(evidence: Evidence, service: Service) -> None:
    judge(packets.links_of_papers_open, evidence, service)
