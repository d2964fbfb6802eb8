"""L4-DAT-01 … 14, and L4-INF-08 as far as data tell it: one pure function a criterion.

Each compares the snapshot of the national catalogue with the service's approved profile and returns a Vietnamese
sentence that names the field and what contradicts what, or "". What the snapshot does not say accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from harness.catalog.applicability import applies
from harness.catalog.lint import papers
from harness.catalog.lint.durations import durations_in, said
from harness.catalog.lint.fees import number_contradicts_text, number_hides_money
from harness.catalog.procedures import Component, Procedure
from harness.model import Criterion, Ruleset, Service

CHANNELS = {"online": "trực tuyến", "post": "bưu chính", "direct": "trực tiếp", "counter": "tại nơi nộp"}
_COUNCIL = re.compile(r"hđnd|hội đồng nhân dân", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:\bcấp huyện|UBND|ủy ban nhân dân)\s+(?:huyện|quận|thị xã)|\bcấp huyện\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"^\s*thông báo|từ chối|yêu cầu (?:sửa đổi|bổ sung)|không tiếp nhận|phiếu hướng dẫn", re.IGNORECASE
)



def online_channel(record: Procedure, service: Service) -> str:
    if record.channels is None or "online" in record.channels:
        return ""
    return f"«Cách nộp» chỉ ghi {_ways(record.channels)}, trong khi dịch vụ mang nhãn «{service.level}»"


def return_beyond_the_counter(record: Procedure, service: Service) -> str:
    if record.return_ways is None:
        return ""
    if not record.return_ways:
        return f"«Cách trả kết quả» để trống, trong khi dịch vụ mang nhãn «{service.level}»"
    if set(record.return_ways) == {"counter"}:
        return f"«Cách trả kết quả» chỉ ghi tại nơi nộp, trong khi dịch vụ mang nhãn «{service.level}»"
    return ""


def fee_number_hides_money(record: Procedure, service: Service) -> str:
    return next((f"«Phí, lệ phí» {way}: {seen}" for way, number, text in _fees(record, service)
                 if (seen := number_hides_money(number, text))), "")  # fmt: skip


def fee_number_contradicts_text(record: Procedure, service: Service) -> str:
    return next((f"«Phí, lệ phí» {way}: {seen}" for way, number, text in _fees(record, service)
                 if (seen := number_contradicts_text(number, text))), "")  # fmt: skip


def province_declared_its_fee(record: Procedure, service: Service) -> str:
    if not _COUNCIL.search(_fee_text(record, service)) or record.fee_online or service.fees:
        return ""
    return "«Phí, lệ phí» giao HĐND tỉnh quy định, nhưng biểu phí («fees») của hồ sơ duyệt chưa có số tiền nào"


def time_limits_agree(record: Procedure, service: Service) -> str:
    rows = durations_in("; ".join(record.time_limits))
    text = durations_in(record.time_limit_text)
    if rows and any(limit not in rows for limit in text):
        return f"«Thời hạn giải quyết»: mô tả ghi {said(text)}, nhưng dòng của từng trường hợp ghi {said(rows)}"
    named = (*rows, *text)
    if named and service.time_limit not in named:
        approved = said((service.time_limit,))
        return f"«Thời hạn giải quyết»: hồ sơ duyệt ghi {approved}, nhưng CSDL quốc gia ghi {said(named)}"
    return ""


def notes_are_not_required(record: Procedure, service: Service) -> str:
    for label, component in _required(record, service):
        if component.quantity == 0:
            return f"«Thành phần hồ sơ» «{component.name}» có số lượng 0, nhưng hồ sơ duyệt bắt buộc đính kèm «{label}»"
    return ""


def shown_papers_are_not_required(record: Procedure, service: Service) -> str:
    for label, component in _required(record, service):
        if papers.is_shown_only(component):
            return f"«Thành phần hồ sơ» «{component.name}» chỉ để xuất trình, nhưng hồ sơ duyệt bắt buộc nộp «{label}»"
    return ""


def electronic_form_exists(record: Procedure, service: Service) -> str:
    if record.electronic_form is not False:
        return ""
    return f"«Biểu mẫu điện tử» ghi là không có, trong khi dịch vụ mang nhãn «{service.level}»"


def a_final_result_is_listed(record: Procedure, service: Service) -> str:
    """A notice that the profile approves as the document that ends the procedure (tax) is a final result."""
    approved = {service.result.name} if service.result.is_document else set()
    if not record.results or any(one in approved or not _NOTICE.search(one) for one in record.results):
        return ""
    return f"«Kết quả» chỉ là thông báo, từ chối: {_quoted(record.results)}; chưa có kết quả cuối cùng của thủ tục"


def no_abolished_paper(record: Procedure, service: Service) -> str:
    for field, text in _asked(record, service):
        paper = papers.abolished_in(text)
        if paper:
            return f"«{field}» nhắc «{paper}», giấy tờ đã {papers.ABOLISHED[paper]}"
    return ""


def no_district_level(record: Procedure, service: Service) -> str:
    if "huyện" in (record.levels or ()):
        return "«Cấp thực hiện» ghi cấp huyện, trong khi từ 01/7/2025 không còn cấp huyện"
    if _DISTRICT.search(service.agency):
        return f"«Cơ quan giải quyết» ghi «{service.agency}», trong khi từ 01/7/2025 không còn cấp huyện"
    return ""


def code_is_in_force(record: Procedure, _service: Service) -> str:
    if record.replaced_by:
        return f"«Mã thủ tục hành chính» {record.code} đã đổi thành {record.replaced_by}"
    if record.retired:
        return f"«Mã thủ tục hành chính» {record.code} đã hết hiệu lực từ {record.retired}"
    return ""


def odd_time_unit_is_described(record: Procedure, _service: Service) -> str:
    for row in record.time_limits:
        if "OTHER" in row and not durations_in(f"{row}; {record.time_limit_text}"):
            return f"«Thời hạn giải quyết» dùng đơn vị OTHER mà không nêu số ngày, số giờ: «{row}»"
    return ""


def a_result_is_listed(record: Procedure, _service: Service) -> str:
    if record.results or not record.results_listed:
        return ""
    return "«Kết quả» để trống: không nêu thủ tục kết thúc bằng văn bản hay cập nhật nào"


Rule = Callable[[Procedure, Service], str]
RULES: dict[str, Rule] = {
    "L4-DAT-01": online_channel,
    "L4-DAT-02": return_beyond_the_counter,
    "L4-DAT-03": fee_number_hides_money,
    "L4-DAT-04": fee_number_contradicts_text,
    "L4-DAT-05": province_declared_its_fee,
    "L4-DAT-06": time_limits_agree,
    "L4-DAT-07": notes_are_not_required,
    "L4-DAT-08": shown_papers_are_not_required,
    "L4-DAT-09": electronic_form_exists,
    "L4-DAT-10": a_final_result_is_listed,
    "L4-DAT-11": no_abolished_paper,
    "L4-DAT-12": no_district_level,
    "L4-DAT-13": code_is_in_force,
    "L4-DAT-14": odd_time_unit_is_described,
    "L4-INF-08": a_result_is_listed,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What one criterion says of one service's data."""

    criterion: Criterion
    service: str
    sentence: str
    file: str  # the snapshot that is at odds with the profile

    @property
    def is_mandatory(self) -> bool:
        return self.criterion.severity == "mandatory"


def remarks(record: Procedure, service: Service, ruleset: Ruleset) -> tuple[Remark, ...]:
    """Everything that the ruleset's DAT criteria have against the service's data, in their order."""
    found = []
    for name, rule in RULES.items():
        sentence = "" if applies(ruleset[name], service) else rule(record, service)
        if sentence:
            found.append(Remark(ruleset[name], service.code, sentence, record.file))
    return tuple(found)


def _fees(record: Procedure, service: Service) -> Iterator[tuple[str, int, str]]:
    """(way, number, text); the profile's copy of the catalogue is the newer one."""
    text = _fee_text(record, service)
    online = service.catalogue_fee[0] if service.catalogue_fee else record.fee_online
    for way, number in (("trực tuyến", online), ("trực tiếp", record.fee_direct)):
        if number is not None:
            yield way, number, text


def _fee_text(record: Procedure, service: Service) -> str:
    return service.catalogue_fee[1] if service.catalogue_fee else record.fee_text


def _required(record: Procedure, service: Service) -> Iterator[tuple[str, Component]]:
    for paper in service.papers:
        for component in record.components if paper.required else ():
            if papers.same(component, paper.code, paper.label):
                yield paper.label, component


def _asked(record: Procedure, service: Service) -> Iterator[tuple[str, str]]:
    for component in record.components:
        yield "Thành phần hồ sơ", f"{component.name} {component.note}"
    yield from (("Giấy tờ kèm theo", paper.label) for paper in service.papers)
    yield from (("Yêu cầu, điều kiện", text) for text in service.requirements)
    yield from (("Tờ khai", f"{section.title} {label}") for section in service.form for label in section.fields)


def _ways(ways: tuple[str, ...]) -> str:
    return ", ".join(CHANNELS[way] for way in ways) or "trống"


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"«{name}»" for name in names)
