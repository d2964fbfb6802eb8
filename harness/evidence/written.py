"""All the ways in which one value may stand in a file: spelled, grouped, escaped, encoded."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

_ALONE = 8  # characters; a shorter value counts only where no digit touches it


@dataclass(frozen=True, slots=True)
class Form:
    text: str  # in lower case: it is looked for in lowered text
    shown: str  # the same in the case that it usually has
    how: str = ""  # "" as the value itself is written, but for capitals
    alone: bool = False  # not within a longer number


def forms(value: str, kind: str) -> Iterator[Form]:
    """``value`` in NFC. Every form is at least as telling as the value; none is an ordinary word."""
    alone = kind == "date" or len(value) < _ALONE
    yield Form(value.lower(), value, "", alone)
    ways = {text: how for text, how in _ways(value, kind) if text != value}
    for text, how in ways.items():
        yield Form(text.lower(), text, how, alone)
    for plain, how in {value: "", **ways}.items():
        said = f"{how}, " if how else ""
        for spelled, case in ((plain, ""), (plain.upper(), "chữ hoa, "), (plain.lower(), "chữ thường, ")):
            for text, name in _escaped(spelled):
                if text.lower() != plain.lower():
                    yield Form(text.lower(), text, f"{said}{case}{name}")
    for start in range(3):
        whole = _base64(value.encode(), start)
        yield Form(whole.lower(), whole, f"base64 ({start})")


def _ways(value: str, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "number" and value.isdigit():
        yield from _number(value)
    elif kind == "date" and (found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", value)):
        yield from _date(*found.groups())
    else:
        plain = without_diacritics(value)
        yield plain, "không dấu"
        if kind == "name" and len(words := plain.split()) > 1:
            yield "".join(words), "không dấu, viết liền"
            yield "-".join(words), "không dấu, gạch nối"
            yield "_".join(words), "không dấu, gạch dưới"


def _number(digits: str) -> Iterator[tuple[str, str]]:
    cuts = [(3, 3, 3, 3)] if len(digits) == 12 else [(4, 3, 3), (3, 3, 4)] if len(digits) == 10 else []
    for cut in cuts:
        groups, at = [], 0
        for size in cut:
            groups.append(digits[at : at + size])
            at += size
        for sign in " .-":
            yield sign.join(groups), f"chia nhóm {'-'.join(map(str, cut))} «{sign}»"
    if len(digits) == 10 and digits.startswith("0"):
        yield f"+84{digits[1:]}", "mã nước"
        yield f"84{digits[1:]}", "mã nước không dấu cộng"
        yield f"+84 {digits[1:4]} {digits[4:7]} {digits[7:]}", "mã nước, chia nhóm"


def _date(day: str, month: str, year: str) -> Iterator[tuple[str, str]]:
    d, m = int(day), int(month)
    yield f"{d:02}/{m:02}/{year}", "ngày/tháng/năm"
    yield f"{d}/{m}/{year}", "ngày/tháng/năm không số 0"
    for sign in "-.":
        yield f"{d:02}{sign}{m:02}{sign}{year}", f"ngày{sign}tháng{sign}năm"
    yield f"{year}-{m:02}-{d:02}", "năm-tháng-ngày"
    yield f"{year}/{m:02}/{d:02}", "năm/tháng/ngày"
    yield f"{d:02}{m:02}{year}", "ngày tháng năm viết liền"
    yield f"{year}{m:02}{d:02}", "năm tháng ngày viết liền"
    for day_said in dict.fromkeys((f"{d:02}", str(d))):
        for month_said in dict.fromkeys((f"{m:02}", str(m))):
            yield f"{day_said} tháng {month_said} năm {year}", f"bằng chữ ({day_said}, {month_said})"


def _escaped(text: str) -> Iterator[tuple[str, str]]:
    """As addresses, JSON, HTML and mail write letters outside ASCII."""
    yield quote(text, safe=""), "trong địa chỉ"
    yield quote_plus(text, safe=""), "trong biểu mẫu gửi đi"
    yield quote(text), "trong địa chỉ, giữ dấu gạch chéo"
    yield quote(text, safe="/,:@+"), "trong địa chỉ, giữ dấu"
    yield quote(unicodedata.normalize("NFD", text), safe=""), "trong địa chỉ, NFD"
    inner = json.dumps(text)[1:-1]
    yield inner, "trong JSON"
    yield inner.replace("\\", "\\\\"), "trong JSON lồng"
    yield "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in text), "trong HTML"
    yield "".join(c if ord(c) < 128 else f"&#x{ord(c):x};" for c in text), "trong HTML (hex)"
    yield quote(text, safe=" /,:@+").replace("%", "="), "trong thư"


def _base64(content: bytes, start: int) -> str:
    """The letters that the value always gives when ``start`` bytes stand before it."""
    whole = base64.b64encode(b"\0" * start + content).decode().rstrip("=")
    first = (0, 2, 3)[start]
    last = (start + len(content)) * 8 // 6
    return whole[first:last]


def without_diacritics(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))
