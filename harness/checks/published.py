"""What the public page says of the service (TT 32/2017/TT-BTTTT Đ5.1, level 1)."""

from __future__ import annotations

import re

from harness.catalog.lint import amounts_in
from harness.checks.judges import codes, wording
from harness.checks.judges.workdays import said
from harness.checks.reading import read, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, Service, TimeLimit, vnd

_LIMIT = re.compile(r"(\d+)\s*(ngày làm việc|giờ làm việc|ngày|giờ)", re.IGNORECASE)
_UNITS = {"ngày làm việc": "working_day", "ngày": "day", "giờ": "hour", "giờ làm việc": "hour"}
_NO_RESULT = re.compile(r"từ chối|yêu cầu bổ sung|không giải quyết|không tiếp nhận", re.IGNORECASE)


@check("L4-INF-01")
def name_is_that_of_the_national_catalogue(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1; TT 01/2023: the name on the page is the name in the national database."""
    witness = evidence.last("published.name")
    official = getattr(service, "catalogue_name", "") or service.name
    if wording.plain(witness.value) != wording.plain(official):
        return Shortfall(f"trang ghi tên «{wording.plain(witness.value)}»", f"tên «{official}»", witness)
    return None


@check("L4-INF-05")
def time_limit_is_the_approved_one(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: the time limit stands on the page, and is the approved one."""
    witness = evidence.last("published.time_limit")
    shown = wording.plain(witness.value)
    if not shown:
        return Shortfall("trang không nêu thời hạn giải quyết", said(service.time_limit), witness)
    found = _LIMIT.search(shown)
    if found is None:
        return Shortfall(f"thời hạn ghi «{shown}», không có số ngày hoặc giờ", said(service.time_limit), witness)
    if TimeLimit(int(found[1]), _UNITS[found[2].casefold()]) != service.time_limit:
        return Shortfall(f"trang ghi thời hạn «{shown}»", said(service.time_limit), witness)
    return None


@check("L4-INF-08")
def final_result_is_named(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: at least one result that is neither a refusal nor a request."""
    witness = evidence.last("published.results")
    shown = [wording.plain(one) for one in texts(evidence, "published.results") if wording.plain(one)]
    final = [one for one in shown if not _NO_RESULT.search(one)]
    wanted = f"nêu kết quả cuối cùng «{service.result.name}»"
    if not final:
        seen = f"trang chỉ nêu {_listed(shown)}" if shown else "trang không nêu kết quả nào"
        return Shortfall(seen, wanted, witness)
    if not any(wording.names(one, service.result.name) for one in final):
        return Shortfall(f"trang nêu kết quả {_listed(final)}", wanted, witness)
    return None


@check("L4-INF-09")
def forms_are_published(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: every declaration form of the approved profile stands on the page."""
    if not service.forms:
        return None
    shown = texts(evidence, "published.forms")
    for form in service.forms:
        if not any(wording.names(one, form) for one in shown):
            return Shortfall(f"trang không có mẫu đơn, tờ khai «{form}»", f"công khai {_listed(list(service.forms))}",
                             evidence.last("published.forms"))  # fmt: skip
    return None


@check("L4-INF-09")
def requirements_are_published(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: requirements and conditions, where the approved profile has them."""
    for requirement in service.requirements:
        witness = evidence.last("published.requirements")
        if not wording.names(witness.value, requirement):
            return Shortfall("trang không nêu đủ yêu cầu, điều kiện", f"«{wording.shortened(requirement)}»", witness)
    return None


@check("L4-INF-09")
def fee_is_published_in_dong(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: a reader finds the approved online fee, in the number or in the text.

    Whether number and text agree with each other is L4-DAT-03 and L4-DAT-04.
    """
    if not service.fees:
        return None
    number = evidence.fact("published.fee")
    text = read(evidence, "published.fee_text") if evidence.has("published.fee_text") else None
    shown = {number} if isinstance(number, int) else set()
    shown.update(amounts_in(wording.plain(text.value)) if text else [])
    total = sum(item.online for item in service.fees)
    for item in service.fees:
        if item.online not in shown and total not in shown:
            named = ", ".join(vnd(one) for one in sorted(shown)) or "không có số tiền nào"
            return Shortfall(f"phí, lệ phí trên trang: {named}", f"{item.name} {vnd(item.online)}",
                             evidence.last("published.fee"))  # fmt: skip
    return None


@check("L4-INF-12")
def procedure_code_is_that_of_the_service(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 01/2023/TT-VPCP: the code has the national format and is the code of this service."""
    witness = evidence.last("published.code")
    shown, wanted = wording.plain(witness.value), f"mã {service.code}"
    base = codes.procedure(shown)
    if base is None:
        seen = f"mã thủ tục «{shown}» sai định dạng" if shown else "trang không ghi mã thủ tục"
        return Shortfall(seen, wanted, witness)
    if base != codes.procedure(service.code):
        return Shortfall(f"trang ghi mã {shown}", wanted, witness)
    return None


def _listed(names: list[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)
