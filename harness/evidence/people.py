"""Whose data a run carries: the personas, and the persons whom profiles name in their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from harness.evidence.masks import Datum
from harness.evidence.written import without_diacritics
from harness.model import Persona, Service

_OF_PERSONA = (
    ("full_name", "họ tên", "name"), ("identity_number", "số định danh", "number"), ("birth_date", "ngày sinh", "date"),
    ("phone", "điện thoại", "number"), ("email", "thư điện tử", "text"), ("address", "địa chỉ", "text"),
)  # fmt: skip
# Labels of a form that ask for a person's own data, without diacritics.
_PERSONAL = (
    (re.compile(r"\bho(, chu dem)?( va|,)? ten\b|^ten (cha|me|con|vo|chong)\b"), "name"),
    (re.compile(r"dinh danh|can cuoc|cccd|cmnd|ho chieu|so dien thoai|dien thoai"), "number"),
    (re.compile(r"ngay.*sinh"), "date"),
    (re.compile(r"thu dien tu|e-?mail|dia chi|noi (cu tru|o hien tai|thuong tru|tam tru)|so tai khoan"), "text"),
)


def of_catalog(personas: Iterable[Persona], services: Iterable[Service]) -> Iterator[Datum]:
    """Numbered as the catalog lists them, so that a mask means the same in every run of it."""
    for number, persona in enumerate(personas, 1):
        for name, what, kind in _OF_PERSONA:
            yield Datum(f"người {number}", what, str(getattr(persona, name)), kind)
    seen: dict[str, int] = {}
    for service in services:
        for (_section, label), value in service.values.items():
            kind = kind_of(label, value)
            if kind:
                seen.setdefault(value, len(seen) + 1)
                yield Datum(f"lời khai {seen[value]}", label, value, kind)


def kind_of(label: str, value: str) -> str:
    """How a form value is a person's datum; "" when it is none, or too plain to be told from ordinary words."""
    plain = without_diacritics(label).lower()
    if value.startswith("@") or not (" " in value or any(c.isdigit() for c in value) or "@" in value):
        return ""
    kind = next((kind for pattern, kind in _PERSONAL if pattern.search(plain)), "")
    digits, letters = any(c.isdigit() for c in value), any(c.isalpha() for c in value)
    telling = {
        "name": value.istitle() and " " in value,
        "number": digits,
        "date": bool(re.search(r"\d{4}", value)),
        "text": (digits and letters) or "@" in value,
    }
    return kind if kind and telling[kind] and len(value) >= 6 else ""
