"""Public statistics: there, consistent, and counting what happened."""

from __future__ import annotations

from harness.checks.judges import wording
from harness.checks.reading import texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_COLUMNS = {"statistics.received": "đã nhận", "statistics.finished": "đã giải quyết", "statistics.on_time": "đúng hạn"}
_DIGITS = "0123456789"


@check("L4-MON-03")
def statistics_are_published(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 22/2019, TT 21/2023: for the service, how many dossiers came, were settled, and in time."""
    witness = evidence.last("statistics.services")
    at = _row(evidence, service)
    if at is None:
        return Shortfall("thống kê công khai không có dịch vụ này", f"một dòng về «{service.name}»", witness)
    if not _cell(evidence, "statistics.levels", at):
        return Shortfall("thống kê không ghi mức độ của dịch vụ", "mức độ cung cấp", evidence.last("statistics.levels"))
    for fact, what in _COLUMNS.items():
        if number(_cell(evidence, fact, at)) is None:
            shown = _cell(evidence, fact, at)
            seen = f"thống kê ghi số hồ sơ {what} là «{shown}»" if shown else f"thống kê không có số hồ sơ {what}"
            return Shortfall(seen, "một số", evidence.last(fact))
    return None


@check("L4-MON-03")
def numbers_of_every_row_agree(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019: no more settled than received, no more in time than settled, in any row."""
    names = texts(evidence, "statistics.services")
    columns = [[number(cell) for cell in texts(evidence, fact)] for fact in _COLUMNS]
    if not all(columns):
        raise NotObserved("statistics.received", "không đọc được các cột số")
    for name, received, finished, on_time in zip(names, *columns, strict=False):
        if None not in {received, finished, on_time} and not on_time <= finished <= received:
            seen = f"«{wording.shortened(name)}»: nhận {received}, giải quyết {finished}, đúng hạn {on_time}"
            return Shortfall(seen, "đúng hạn ≤ giải quyết ≤ nhận", evidence.last("statistics.on_time"))
    return None


@check("L4-MON-06")
def level_and_integration_are_listed(evidence: Evidence, service: Service) -> Shortfall | None:
    """CV 4516: which services are full-process, which are integrated with the national portal; truly so."""
    at = _row(evidence, service)
    if at is None:
        seen = "danh sách không có dịch vụ này"
        return Shortfall(seen, f"một dòng về «{service.name}»", evidence.last("statistics.services"))
    level, joined = evidence.last("statistics.levels"), evidence.last("statistics.integrated")
    shown = wording.plain(_cell(evidence, "statistics.levels", at))
    if not wording.names(shown, service.level):
        return Shortfall(f"danh sách ghi mức độ «{shown}»", f"«{service.level}»", level)
    said = wording.plain(_cell(evidence, "statistics.integrated", at)).casefold()
    if not said:
        return Shortfall("danh sách không ghi dịch vụ đã tích hợp Cổng DVC quốc gia hay chưa", "đã hoặc chưa", joined)
    if (not any(word in said for word in ("chưa", "không"))) is not service.integrated:
        wanted = "đã tích hợp" if service.integrated else "chưa tích hợp"
        return Shortfall(f"danh sách ghi «{said}» ở cột Cổng DVC quốc gia", wanted, joined)
    return None


def number(text: str) -> int | None:
    """«1.234» → 1234; None for anything that is no count."""
    digits = wording.plain(text).replace(".", "").replace(",", "")
    return int(digits) if digits and all(c in _DIGITS for c in digits) else None


def _row(evidence: Evidence, service: Service) -> int | None:
    names = texts(evidence, "statistics.services")
    return next((at for at, name in enumerate(names) if wording.same(name, service.name) or service.code in name), None)


def _cell(evidence: Evidence, fact: str, at: int) -> str:
    cells = texts(evidence, fact)
    return cells[at] if at < len(cells) else ""
