"""The declaration as a file, papers from the applicant's own store, and who pays less."""

from __future__ import annotations

import re

from harness.checks.judges import wording
from harness.checks.judges.pdf import Pdf
from harness.checks.papers import file_of, opened
from harness.checks.reading import Row, rows
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd

_TICKED = {"checkbox", "switch"}
_DECLARATION = "declaration"


@check("L4-FRM-07")
def declaration_file_holds_every_value(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 (interactive form): what was entered can be saved as a file, and nothing of it is lost there."""
    file = opened(evidence, _DECLARATION)
    wanted = "lưu được tệp có đủ điều đã khai"
    if file.problem:
        return Shortfall(f"tệp tờ khai: {file.problem}", wanted, file=file_of(evidence, _DECLARATION))
    for row in _entered(evidence):
        value = wording.plain(row["set"])
        if value and row["kind"] not in _TICKED and not any(wording.names(file.text, one) for one in _spelled(value)):
            seen = f"tệp tờ khai không có «{row['label']}: {wording.shortened(value)}»"
            return Shortfall(seen, wanted, file=file_of(evidence, _DECLARATION))
    return None


def _entered(evidence: Evidence) -> list[Row]:
    """As the form stood when its file was taken; it is filled in again afterwards, for other questions."""
    evidence.last("form.fields")
    return [row for row in evidence.all("form.fields")[0].value if row["set"]]


def _spelled(value: str) -> set[str]:
    """«1990-03-15» may be printed as «15/03/1990», «50000000» as «50.000.000»."""
    day = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value)
    grouped = f"{int(value):,}" if value.isascii() and value.isdecimal() else value
    return {value, f"{day[3]}/{day[2]}/{day[1]}" if day else value, grouped, grouped.replace(",", ".")}


def _readable(evidence: Evidence) -> Pdf:
    file = opened(evidence, _DECLARATION)
    if file.problem:
        raise NotObserved(_DECLARATION, file.problem)
    return file


@check("L4-FRM-20")
def printed_declaration_is_the_prescribed_form(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14, Đ18: the print bears the title of the prescribed form, and every item of it."""
    file = _readable(evidence)
    where = file_of(evidence, _DECLARATION)
    if service.forms and not any(wording.names(file.text, form) for form in service.forms):
        return Shortfall("bản in không mang tên mẫu quy định", f"«{service.forms[0]}»", file=where)
    for row in _entered(evidence):
        if row["required"] and not wording.names(file.text, wording.label(row["label"])):
            return Shortfall(f"bản in không có mục «{row['label']}»", "đủ các mục của tờ khai", file=where)
    return None


@check("L4-FRM-16")
def papers_can_be_taken_from_the_store(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ9; TT 01/2023 Đ24: a paper that the person's store holds is chosen there, not uploaded again."""
    offered = evidence.last("attach.store")
    wanted = "chọn được giấy tờ từ Kho dữ liệu điện tử"
    if not offered.value:
        return Shortfall("trang đính kèm không cho chọn giấy tờ từ kho", wanted, offered)
    taken = evidence.last("attach.from_store")
    if not taken.value:
        return Shortfall("đã chọn giấy tờ trong kho mà ô đính kèm vẫn trống", wanted, taken)
    return None


@check("L4-FRM-25")
def exemption_can_be_claimed(evidence: Evidence, service: Service) -> Shortfall | None:
    """Per procedure: the form lets the approved classes claim less, and the amount that it tells changes."""
    witness = evidence.last("form.exemption")
    tried = rows(evidence, "form.exemption")
    if not tried:
        names = ", ".join(f"«{name}»" for item in service.fees for name in item.rates)
        return Shortfall("tờ khai không có ô khai diện miễn, giảm", f"khai được: {names}", witness)
    for row in tried:
        if row["shown"] is None:
            raise NotObserved("form.exemption", "không đọc được phí tạm tính trên tờ khai")
        due = sum(item.due({**service.case, item.by: row["option"]}) for item in service.fees)
        if row["shown"] != due:
            seen = f"khai «{row['option']}» ở ô «{row['label']}» thì tạm tính {vnd(int(row['shown']))}"
            return Shortfall(seen, vnd(due), witness)
    return None
