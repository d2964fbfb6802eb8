"""Contradictions inside published data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from harness.catalog.lint import number_contradicts_text, number_hides_money
from harness.checks.judges.wording import plain
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, Witness


@check("L4-DAT-03")
def free_fee_does_not_hide_money(evidence: Evidence, service: Service) -> Shortfall | None:
    """The number of the fee is 0 while its text names money: 33 of 502 procedures in the 2026 crawl."""
    return _first(number_hides_money, evidence, service, "số phí bằng 0 thì mô tả không nêu số tiền")


@check("L4-DAT-04")
def fee_number_is_in_its_text(evidence: Evidence, service: Service) -> Shortfall | None:
    """The number of the fee is none of the amounts in its text, e.g. 100 against 100.000."""
    return _first(number_contradicts_text, evidence, service, "số phí có trong phần mô tả")


def _first(
    lint: Callable[[int, str], str | None], evidence: Evidence, service: Service, wanted: str
) -> Shortfall | None:
    for where, number, text, witness in _fees(evidence, service):
        found = lint(number, text)
        if found:
            return Shortfall(f"{where}: {found}", wanted, witness)
    return None


def _fees(evidence: Evidence, service: Service) -> Iterator[tuple[str, int, str, Witness | None]]:
    """(where, number, text, witness): the portal's page, then the national catalogue."""
    witness = evidence.last("published.fee")
    if not isinstance(witness.value, int):
        raise NotObserved("published.fee", "ô số không có số tiền")
    yield "trang công khai", witness.value, plain(evidence.fact("published.fee_text")), witness
    if service.catalogue_fee is not None:
        yield "danh mục quốc gia", *service.catalogue_fee, None
