"""The DAT criteria that no page can answer: the national catalogue held against the approved profile."""

from __future__ import annotations

from harness.catalog import procedures
from harness.catalog.lint import RULES
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service


def _linted(criterion: str, evidence: Evidence, service: Service, wanted: str) -> Shortfall | None:
    witness = evidence.last("national.procedure")
    if not witness.value:
        raise NotObserved("national.procedure", "bản chụp danh mục quốc gia không có thủ tục này")
    found = RULES[criterion](procedures.of(witness.value), service)
    return Shortfall(found, wanted, witness) if found else None


@check("L4-DAT-01")
def label_has_an_online_channel(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ11: a label of full process goes with an online channel in the catalogue."""
    return _linted("L4-DAT-01", evidence, service, "kênh nộp trực tuyến")


@check("L4-DAT-02")
def result_returns_beyond_the_counter(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ11.1: the result comes online or by post, and the catalogue says so."""
    return _linted("L4-DAT-02", evidence, service, "cách trả kết quả trực tuyến hoặc qua bưu chính")


@check("L4-DAT-05")
def province_has_declared_its_fee(evidence: Evidence, service: Service) -> Shortfall | None:
    """A fee left to the People's Council has an amount in the approved profile."""
    return _linted("L4-DAT-05", evidence, service, "biểu phí của tỉnh đã khai số tiền")


@check("L4-DAT-06")
def time_limits_do_not_contradict(evidence: Evidence, service: Service) -> Shortfall | None:
    """Number, words and cases of the time limit agree, and the approved one is among them."""
    return _linted("L4-DAT-06", evidence, service, "thời hạn bằng số, mô tả và từng trường hợp khớp nhau")


@check("L4-DAT-07")
def zero_quantity_is_not_required(evidence: Evidence, service: Service) -> Shortfall | None:
    """A component with quantity 0 is a note, and no slot that must be filled."""
    return _linted("L4-DAT-07", evidence, service, "thành phần bắt buộc có số lượng từ 1")


@check("L4-DAT-08")
def shown_papers_are_not_demanded(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020: what is only shown at the counter is not demanded online."""
    return _linted("L4-DAT-08", evidence, service, "giấy tờ chỉ để xuất trình không bắt buộc nộp trực tuyến")


@check("L4-DAT-09")
def full_process_has_an_electronic_form(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017: a service with this label has an electronic form."""
    return _linted("L4-DAT-09", evidence, service, "có biểu mẫu điện tử")


@check("L4-DAT-10")
def catalogue_names_a_final_result(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: among the results there is one that ends the procedure."""
    return _linted("L4-DAT-10", evidence, service, "kết quả cuối cùng của thủ tục")


@check("L4-DAT-11")
def no_abolished_paper_is_named(evidence: Evidence, service: Service) -> Shortfall | None:
    """NQ 66.7/2025, Luật Cư trú: nobody asks for a paper that is no longer issued."""
    return _linted("L4-DAT-11", evidence, service, "không nhắc giấy tờ đã bãi bỏ")


@check("L4-DAT-12")
def no_district_after_july_2025(evidence: Evidence, service: Service) -> Shortfall | None:
    """There is no district level since 1 July 2025."""
    return _linted("L4-DAT-12", evidence, service, "cấp thực hiện còn tồn tại (trung ương, tỉnh, xã)")


@check("L4-DAT-13")
def procedure_code_is_in_force(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 01/2023: the code has neither been replaced nor retired."""
    return _linted("L4-DAT-13", evidence, service, "mã thủ tục còn hiệu lực")


@check("L4-DAT-14")
def odd_time_unit_has_a_number(evidence: Evidence, service: Service) -> Shortfall | None:
    """A time limit in unit OTHER says how long in words that can be read."""
    return _linted("L4-DAT-14", evidence, service, "số ngày hoặc số giờ đọc được")
