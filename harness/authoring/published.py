"""What the procedure page and the national catalogue say of a service, side by side. None of it is approved. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from harness.authoring.meanings import key
from harness.catalog.lint import amounts_in
from harness.catalog.lint.durations import durations_in, said
from harness.catalog.procedures import Procedure
from harness.model import Result, TimeLimit, vnd

PAGE, CATALOGUE = "trang thủ tục", "CSDL quốc gia"
_NOTICE = re.compile(r"^\s*(?:thông báo|văn bản từ chối)", re.IGNORECASE)
_ADDRESS = re.compile(r"\n|[,;–]\s*(?=(?:số|đường|phố|ngõ|thôn|khu|địa chỉ|đt|điện thoại)\b)", re.IGNORECASE)
_UPDATE = re.compile(r"cập nhật|cơ sở dữ liệu", re.IGNORECASE)
_WAYS = {"online": re.compile(r"trực tuyến|điện tử|tài khoản|online", re.IGNORECASE),
         "post": re.compile(r"bưu chính|bưu điện|post", re.IGNORECASE),
         "counter": re.compile(r"trực tiếp|tại (?:nơi|bộ phận|trung tâm|quầy)|counter", re.IGNORECASE)}  # fmt: skip


@dataclass(slots=True)
class Facts:
    """What will stand in the profile, and for each fact what a person must know before approving it."""

    name: str = ""
    agency: str = ""
    field_name: str = ""
    level: str = "toàn trình"
    fee: int = 0
    fee_direct: int | None = None
    fee_text: str = ""
    time_limit: TimeLimit = field(default_factory=lambda: TimeLimit(0, "working_day"))
    result: Result = field(default_factory=lambda: Result("", "signed_pdf", ("online",)))
    forms: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)  # key of the profile → where it comes from, what disagrees


def gather(code: str, page: Callable[[str], Any], record: Procedure | None, level: str = "") -> Facts:
    """``page``: the last reading of a fact on the portal, None when it has none."""
    facts = Facts()
    facts.name = _both(facts, "name", _text(page("published.name")), record.name if record else "") or code
    facts.agency = _ADDRESS.split(_text(page("published.agency")).strip())[0]
    facts.notes["agency"] = _from(PAGE, facts.agency)
    facts.field_name = record.field if record else ""
    facts.level = level or _level(_text(page("published.level")))
    facts.notes["level"] = _from(PAGE, _text(page("published.level")))
    _fees(facts, page, record)
    _limit(facts, page, record)
    _result(facts, page, record)
    facts.forms = tuple(_items(page("published.forms")))
    asked = _text(page("published.requirements"))
    facts.requirements = () if key(asked) in {"", "không", "không có", "không quy định"} else (asked.rstrip("."),)
    facts.notes["forms"] = _from(PAGE, "; ".join(facts.forms))
    facts.notes["requirements"] = _from(PAGE, asked)
    return facts


def _fees(facts: Facts, page: Callable[[str], Any], record: Procedure | None) -> None:
    number, text = page("published.fee"), _text(page("published.fee_text"))
    shown = number if isinstance(number, int) else next(iter(amounts_in(text)), None)
    kept = record.fee_online if record else None
    facts.fee = shown if shown is not None else kept or 0
    facts.fee_direct = record.fee_direct if record else None
    facts.fee_text = text or (record.fee_text if record else "")
    told = []
    told += [f"{PAGE}: {vnd(shown)}" + (f" («{text}»)" if text else "")] if shown is not None else []
    told += (
        [f"{CATALOGUE}: {vnd(kept)}" + (f" («{record.fee_text}»)" if record and record.fee_text else "")]
        if kept is not None
        else []
    )
    unlike = shown is not None and kept is not None and shown != kept
    facts.notes["fees"] = ("KHÁC NHAU, " if unlike else "") + ("; ".join(told) or "không nguồn nào nêu mức thu")


def _limit(facts: Facts, page: Callable[[str], Any], record: Procedure | None) -> None:
    shown = durations_in(_text(page("published.time_limit")))
    kept = durations_in("; ".join(record.time_limits)) if record else ()
    usable = [limit for limit in (*shown, *kept) if limit.unit != "month"]
    facts.time_limit = usable[0] if usable else TimeLimit(0, "working_day")
    unlike = bool(shown and kept and shown[0] not in kept)
    told = [f"{where}: {said(limits)}" for where, limits in ((PAGE, shown), (CATALOGUE, kept)) if limits]
    facts.notes["time_limit"] = ("KHÁC NHAU, " if unlike else "") + ("; ".join(told) or "không nguồn nào nêu thời hạn")


def _result(facts: Facts, page: Callable[[str], Any], record: Procedure | None) -> None:
    shown, kept = _items(page("published.results")), [*record.results] if record else []
    name = next(iter([*shown, *kept]), "")
    kind = "notice" if _NOTICE.search(name) else "database_update" if _UPDATE.search(name) else "signed_pdf"
    ways = tuple(way for way, looks in _WAYS.items() if looks.search(_text(page("published.return_ways"))))
    ways = ways or (tuple(record.return_ways) if record and record.return_ways else ()) or ("online",)
    facts.result = Result(name, kind, ways, facts.agency if kind == "signed_pdf" else "")
    unlike = bool(shown and kept and not any(key(a) == key(b) for a in shown for b in kept))
    told = [f"{where}: {'; '.join(names)}" for where, names in ((PAGE, shown), (CATALOGUE, kept)) if names]
    facts.notes["result"] = ("KHÁC NHAU, " if unlike else "") + ("; ".join(told) or "không nguồn nào nêu kết quả")


def per(fee_text: str, numbers: Mapping[tuple[str, str], str]) -> tuple[str, tuple[str, str]] | None:
    """(unit, place of the form's number) when the fee is for each of something that the form counts."""
    unit = re.search(r"(?:/|\bmột |\bmỗi |\b1 )\s*((?:\w+\s?){1,3})", fee_text, re.IGNORECASE)
    if not unit:
        return None
    words = key(unit[1]).split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        for place in numbers:
            label = key(place[1])
            if label.startswith("số ") and (f" {name} " in f" {label} " or label.removeprefix("số ").startswith(name)):
                return name, place
    return None


def _both(facts: Facts, fact: str, shown: str, kept: str) -> str:
    """The page's words are what the walk needs; what the catalogue says otherwise is told."""
    told = [f"{where}: {text}" for where, text in ((PAGE, shown), (CATALOGUE, kept)) if text]
    unlike = bool(shown and kept and key(shown) != key(kept))
    facts.notes[fact] = "KHÁC NHAU, " + "; ".join(told) if unlike else ", ".join(w.partition(":")[0] for w in told)
    return shown or kept


def _from(where: str, value: str) -> str:
    return where if value else "không nguồn nào nêu"


def _level(text: str) -> str:
    return "mức độ 4" if re.search(r"(?<!\d)4(?!\d)", text) else "toàn trình"


def _text(value: Any) -> str:
    return (
        "; ".join(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else str(value or "")
    )


def _items(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)] if value else []
