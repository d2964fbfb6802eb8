"""One amount for one case: published, told before the start, asked by page and gateway, receipted, told nationally."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harness.checks.judges import packets
from harness.checks.judges.money import reckoning
from harness.checks.reading import rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, Service, Witness, vnd


@dataclass(frozen=True, slots=True)
class Named:
    """What one place says that this dossier costs, in đồng; None: it names no amount where it must."""

    place: str
    verb: str
    amount: int | None
    witness: Witness
    also: frozenset[int] = frozenset()  # right there too: the price of one piece, before anybody asked for two

    def says(self) -> str:
        return f"{self.place} {self.verb} {'không có số tiền' if self.amount is None else vnd(self.amount)}"


@check("L4-PAY-03")
def every_place_names_the_published_amount(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ13.3: what the approved fee table says for this case online is what all five places say."""
    named = list(_named(evidence, service))
    wrong = [one for one in named if one.amount != service.fee and one.amount not in one.also]
    if not wrong:
        return None
    right = ", ".join(one.place for one in named if one not in wrong)
    seen = "; ".join(dict.fromkeys(one.says() for one in wrong)) + (f" (đúng mức: {right})" if right else "")
    return Shortfall(seen, f"mức đã công bố là {reckoning(service)}", wrong[0].witness)


def _named(evidence: Evidence, service: Service) -> Iterator[Named]:
    """Page and gateway must have been seen; the other places when the walk came there."""
    orders, witness = some(evidence, "gateway.orders"), evidence.last("gateway.orders")
    yield from (Named("cổng thanh toán", "thu", int(order["amount"]), witness) for order in orders)
    page = evidence.last("fee.charged")
    yield Named("trang hồ sơ", "ghi phải nộp", page.value if isinstance(page.value, int) else None, page)
    pieces = frozenset({sum(item.online for item in service.fees),
                        sum(item.rate(service.case) for item in service.fees)})  # fmt: skip
    for fact, place, also in (("fee.before_start", "trang bắt đầu", pieces), ("fee.receipt", "biên lai", frozenset())):
        told = evidence.last(fact) if evidence.has(fact) else None
        if told and isinstance(told.value, int):  # what names no amount is judged by L4-PAY-21
            yield Named(place, "ghi", told.value, told, also)
    sent = rows(evidence, "national.dossiers") if evidence.has("national.dossiers") else []
    lines = sent[-1]["data"].get("DanhSachLePhi") or [] if sent else []
    prices = [packets.amount_of(line.get("Gia")) for line in lines]
    if prices and None not in prices:
        told = evidence.last("national.dossiers")
        yield Named("gói tin gửi Cổng DVC quốc gia", "ghi", sum(price or 0 for price in prices), told)
