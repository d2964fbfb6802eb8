"""Provinces and centrally run cities since 01/7/2025 (NQ 202/2025/QH15, 12/6/2025), and those that ended then. Pure."""

from __future__ import annotations

import re

from harness.checks.judges.wording import plain

CURRENT = frozenset(
    name.casefold()
    for name in (
        "Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An",
        "Hà Tĩnh", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Hải Phòng",
        "Ninh Bình", "Quảng Trị", "Đà Nẵng", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk",
        "Hồ Chí Minh", "Đồng Nai", "Tây Ninh", "Cần Thơ", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang",
    )
)  # fmt: skip
ENDED = frozenset(
    name.casefold()
    for name in (
        "Hà Giang", "Yên Bái", "Bắc Kạn", "Hòa Bình", "Vĩnh Phúc", "Bắc Giang", "Thái Bình", "Hải Dương", "Hà Nam",
        "Nam Định", "Quảng Bình", "Quảng Nam", "Kon Tum", "Bình Định", "Ninh Thuận", "Bình Thuận", "Đắk Nông",
        "Phú Yên", "Bà Rịa - Vũng Tàu", "Bình Dương", "Bình Phước", "Long An", "Sóc Trăng", "Hậu Giang", "Bến Tre",
        "Trà Vinh", "Tiền Giang", "Kiên Giang", "Bạc Liêu",
    )
)  # fmt: skip
_KIND = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+|^\d+\s*[-–.]\s*|\s*\(\d+\)$")
_TONES = {"hoà": "hòa", "hoá": "hóa", "đắc": "đắk", "thừa thiên huế": "huế", "thừa thiên - huế": "huế"}
DISTRICT = re.compile(r"^(?:quận|huyện|thị xã)\b|(?:cấp|quận/|/) ?huyện\b", re.IGNORECASE)


def province(option: str) -> str:
    """«Thành phố Hồ Chí Minh» → «hồ chí minh»; spelling of tones as in the resolution."""
    name = plain(option).casefold().replace("–", "-")
    for _ in range(2):  # «01 - Thành phố Hà Nội»
        name = _KIND.sub("", name).strip()
    for other, usual in _TONES.items():
        name = name.replace(other, usual)
    return name


def is_list_of_provinces(options: list[str]) -> bool:
    """Most of a list that is long enough are names of provinces, old or new."""
    known = sum(province(option) in CURRENT | ENDED for option in options)
    return known >= 5 and known * 2 > len(options)
