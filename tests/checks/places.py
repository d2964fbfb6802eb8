"""The 34 provinces and cities of today, as a portal may list them: with and without what they are."""

from __future__ import annotations

PROVINCES = [
    "An Giang", "Tỉnh Bắc Ninh", "Tỉnh Cà Mau", "TP. Cần Thơ", "Tỉnh Cao Bằng", "Thành phố Đà Nẵng",
    "Đắk Lắk", "Tỉnh Điện Biên", "Tỉnh Đồng Nai", "Đồng Tháp", "Tỉnh Gia Lai", "Thành phố Hà Nội", "Hà Tĩnh",
    "Thành phố Hải Phòng", "Thành phố Hồ Chí Minh", "TP. Huế", "Tỉnh Hưng Yên", "Tỉnh Khánh Hòa", "Lai Châu",
    "Tỉnh Lạng Sơn", "Tỉnh Lào Cai", "Lâm Đồng", "Tỉnh Nghệ An", "Tỉnh Ninh Bình", "Phú Thọ",
    "Tỉnh Quảng Ngãi", "Tỉnh Quảng Ninh", "Quảng Trị", "Tỉnh Sơn La", "Tỉnh Tây Ninh", "Thái Nguyên",
    "Tỉnh Thanh Hóa", "Tỉnh Tuyên Quang", "Vĩnh Long",
]  # fmt: skip
