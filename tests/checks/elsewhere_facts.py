"""What the phone and the second engine leave behind on a conforming portal, and typical defects."""

from __future__ import annotations

from typing import Any

from tests.checks.defect import Defect

ROW: dict[str, Any] = {"page": "trang dịch vụ", "url": "/", "wide": 0, "culprits": [], "small": []}
WALK: dict[str, Any] = {"engine": "Firefox 140", "stuck": "",
                        "done": ["find", "sign_in", "start", "fill", "attach", "review"]}  # fmt: skip
ELSEWHERE: dict[str, dict[str, Any]] = {"phone": {"phone.pages": [ROW]}, "firefox": {"engine.walk": WALK}}
ELSEWHERE_NEEDS: dict[str, tuple[str, ...]] = {"L4-ACC-04": ("engine.walk",), "L4-ACC-05": ("phone.pages",)}
ELSEWHERE_DEFECTS = [
    Defect("L4-ACC-05", "phone.pages", [ROW, ROW | {"wide": 120, "culprits": ["table"]}], "rộng hơn màn hình"),
    Defect("L4-ACC-05", "phone.pages", [ROW | {"small": ["Gửi (18×18)", "Xóa (9×9)"]}], "«Gửi (18×18)» và 1 chỗ khác"),
    Defect("L4-ACC-04", "engine.walk", WALK | {"done": ["find", "sign_in"], "stuck": "không thấy nút"},
           "không mở tờ khai được: không thấy nút"),
]
