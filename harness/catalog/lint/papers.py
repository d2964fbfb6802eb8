"""What the DAT criteria know of papers: abolished ones, and those that are shown and not handed in."""

from __future__ import annotations

import re
import unicodedata

from harness.catalog.procedures import Component

# Word of the paper → since when nobody may ask for it (not yet compared with the original texts).
ABOLISHED = {
    "sổ hộ khẩu": "hết giá trị từ 01/01/2023 (Luật Cư trú 2020 Đ38.3)",
    "hộ khẩu giấy": "hết giá trị từ 01/01/2023 (Luật Cư trú 2020 Đ38.3)",
    "sổ tạm trú": "hết giá trị từ 01/01/2023 (Luật Cư trú 2020 Đ38.3)",
    "chứng minh nhân dân": "hết giá trị từ 01/01/2025 (Luật Căn cước 2023 Đ46)",
}
_REFUSED = re.compile(r"(?:không|bỏ|bãi bỏ|thay(?: thế)?(?: cho)?)\b[^,;.]*$", re.IGNORECASE)


def abolished_in(text: str) -> str:
    """The abolished paper that the text asks for, "" when it asks for none (or says that it does not)."""
    plain = _plain(text)
    for paper in ABOLISHED:
        for found in re.finditer(re.escape(paper), plain):
            if not _REFUSED.search(plain[: found.start()]):
                return paper
    return ""


def is_shown_only(component: Component) -> bool:
    """«Giấy tờ phải xuất trình»: shown at the counter, never handed in."""
    return "xuất trình" in _plain(f"{component.name} {component.note}")


def same(component: Component, code: str, label: str) -> bool:
    """Whether a paper of the profile is this component: by code, and by name where one has no code."""
    if component.code and code:
        return component.code == code
    return _plain(component.name) == _plain(label)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
