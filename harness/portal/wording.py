"""Vietnamese words for places and sentences about what was not found."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from harness.catalog.adapters import Place
from harness.portal.parsers import fold

KINDS = {
    "button": "nút", "link": "liên kết", "label": "ô", "heading": "tiêu đề", "row": "dòng", "list": "danh sách",
    "table": "bảng", "region": "vùng", "group": "nhóm", "text": "chữ", "role": "vùng có vai trò",
    "options": "các lựa chọn của", "count": "số mục của", "links": "các liên kết trong", "css": "phần tử",
    "url": "địa chỉ",
}  # fmt: skip


def named(place: Place) -> str:
    """``nút «Tiếp tục»``, with the scope when there is one."""
    words = f"{KINDS.get(place.kind, place.kind)} «{place.name}»"
    if place.column:
        words += f", cột «{place.column}»"
    return words + (f" trong {named(place.within)}" if place.within else "")


def nearest(name: str, candidates: Iterable[str], limit: int = 3, cutoff: float = 50) -> tuple[str, ...]:
    """The candidates closest to the name, best first."""
    pool = list(dict.fromkeys(fold(c) for c in candidates if fold(c)))
    found = process.extract(fold(name).casefold(), pool, scorer=fuzz.WRatio, limit=limit, score_cutoff=cutoff,
                            processor=str.casefold)
    return tuple(match for match, _score, _index in found)


def resembling(name: str, candidates: Iterable[str], spoken_for: Iterable[str] = ()) -> str:
    """The candidate that the name was probably changed into; "" when nothing resembles it.

    Names that the adapter uses for something else are not taken for a new spelling of this one.
    """
    taken = {fold(other).casefold() for other in spoken_for}
    wanted = fold(name).casefold()
    head = wanted.split()[:2]  # a Vietnamese word is mostly two syllables
    best, best_score = "", 0.0
    for candidate in candidates:
        words = fold(candidate).casefold()
        if not words or words in taken:
            continue
        score = fuzz.ratio(wanted, words)
        if words.split()[:2] == head and len(head) == 2:
            score = max(score, 80.0)
        if score >= 75 and score > best_score:
            best, best_score = fold(candidate), score
    return best


def perhaps(candidates: tuple[str, ...]) -> str:
    if not candidates:
        return ""
    return "; có phải ý bạn là " + " hay ".join(f"«{c}»" for c in candidates) + "?"
