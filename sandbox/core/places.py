"""The 34 provinces and cities since 01/7/2025 (NQ 202/2025/QH15); communes are made up, alike in every province."""

from __future__ import annotations

PROVINCES = (
    "Tỉnh An Giang", "Tỉnh Bắc Ninh", "Tỉnh Cà Mau", "Thành phố Cần Thơ", "Tỉnh Cao Bằng", "Thành phố Đà Nẵng",
    "Tỉnh Đắk Lắk", "Tỉnh Điện Biên", "Tỉnh Đồng Nai", "Tỉnh Đồng Tháp", "Tỉnh Gia Lai", "Thành phố Hà Nội",
    "Tỉnh Hà Tĩnh", "Thành phố Hải Phòng", "Thành phố Hồ Chí Minh", "Thành phố Huế", "Tỉnh Hưng Yên",
    "Tỉnh Khánh Hòa", "Tỉnh Lai Châu", "Tỉnh Lạng Sơn", "Tỉnh Lào Cai", "Tỉnh Lâm Đồng", "Tỉnh Nghệ An",
    "Tỉnh Ninh Bình", "Tỉnh Phú Thọ", "Tỉnh Quảng Ngãi", "Tỉnh Quảng Ninh", "Tỉnh Quảng Trị", "Tỉnh Sơn La",
    "Tỉnh Tây Ninh", "Tỉnh Thái Nguyên", "Tỉnh Thanh Hóa", "Tỉnh Tuyên Quang", "Tỉnh Vĩnh Long",
)  # fmt: skip
COMMUNES = ("Phường Mẫu Một", "Phường Mẫu Hai", "Phường Mẫu Ba", "Xã Mẫu", "Xã Mẫu Hai", "Xã Mẫu Ba")
