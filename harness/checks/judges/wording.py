"""How texts of pages and papers are compared: one Unicode form, one blank, labels without their marks."""

from __future__ import annotations

import re
import unicodedata

_VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)


def plain(text: object) -> str:
    """NFC, single blanks: «Nguyễn  Văn\\nMẫu» in either Unicode form becomes the same text."""
    return " ".join(unicodedata.normalize("NFC", str(text or "")).split())


def label(text: str) -> str:
    """A label without the marks portals put beside it: «Họ và tên (*):» → «họ và tên»."""
    return re.sub(r"[\s:*()]+$", "", plain(text).replace("(*)", "")).casefold()


def as_day(text: object) -> str:
    """«1990-03-15» of a date control and «15/03/1990» are one day."""
    shown = plain(text)
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", shown)
    return f"{found[3]}/{found[2]}/{found[1]}" if found else shown.casefold()


def same(one: object, other: object) -> bool:
    return plain(one).casefold() == plain(other).casefold()


def names(text: object, phrase: object) -> bool:
    """The text holds the phrase, letter case and line breaks aside, diacritics not."""
    whole, part = plain(text).casefold(), plain(phrase).casefold()
    if not part:
        return False
    # A PDF breaks lines inside a name or a code, and its text layer may lose or gain a blank there.
    return part in whole or _tight(part) in _tight(whole)


def _tight(text: str) -> str:
    return "".join(text.split())


def holds_word(text: object, phrase: object) -> bool:
    """Like ``names``, but «8 đ» is not found inside «18 đ» and «Nam» not inside «Nama»."""
    whole, part = plain(text).casefold(), plain(phrase).casefold()
    return bool(part) and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def is_vietnamese(text: str) -> bool:
    """Written in Vietnamese with its diacritics."""
    return _VIETNAMESE.search(unicodedata.normalize("NFC", text)) is not None


def shortened(text: object, limit: int = 80) -> str:
    """For messages."""
    whole = plain(text)
    return whole if len(whole) <= limit else whole[: limit - 1] + "…"
