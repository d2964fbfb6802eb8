"""What the walk around a service leaves behind on a conforming portal, and its typical defects."""

from __future__ import annotations

from typing import Any

from tests.checks import papers
from tests.checks.defect import Defect
from tests.checks.people import AGENCY

NAME = "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"
PAGE = "https://dichvucong.example/dich-vu-cong/2.000635"
ROBOTS = "User-agent: *\nDisallow: /ho-so\nSitemap: https://dichvucong.example/sitemap.xml\n"
CRAWLED = {"url": PAGE, "status": 200, "ended_at": PAGE, "noindex": False, "canonical": PAGE, "named": True}
INDEXING: dict[str, Any] = {"url": PAGE, "robots": ROBOTS, "listed": [PAGE], "pages": [CRAWLED]}
LISTED = [f"{NAME} Mã thủ tục 2.000635 · Hộ tịch · {AGENCY} Toàn trình"]
OTHERS = [f"Đăng ký tạm trú Mã thủ tục 1.004194 · Cư trú · {AGENCY} Một phần"]
SURROUNDINGS: dict[str, Any] = {
    "forms.links": 1,
    "help.guide": "Tìm dịch vụ theo tên, bấm nộp hồ sơ, điền tờ khai rồi nộp.",
    "help.questions": "Tôi không có tài khoản thì làm thế nào? Đến công an xã để được cấp.",
    "help.support": "Tổng đài 1900 0000",
    "filters.all": [*LISTED, *OTHERS],
    "filters.field": LISTED,
    "filters.agency": [*LISTED, *OTHERS],  # one agency gives all of them
    "filters.level": LISTED,
    "complaint.offered": True,
    "complaint.saved": "Đã ghi nhận phản ánh của ông/bà.",
    "page.indexing": INDEXING,
    "statistics.services": ["Đăng ký tạm trú", NAME],
    "statistics.levels": ["Toàn trình", "Toàn trình"],
    "statistics.integrated": ["Chưa tích hợp", "Đã tích hợp"],
    "statistics.received": ["3", "1.204"],
    "statistics.finished": ["2", "1.200"],
    "statistics.on_time": ["2", "1.199"],
}
LINES = ("TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH", "Ban hành kèm theo Thông tư 04/2024/TT-BTP", "Kính gửi: …")
FORM_FILES = {"form:Tờ khai": papers.paper(*LINES)}
OLDER = papers.paper(LINES[0], "Ban hành kèm theo Thông tư 04/2020/TT-BTP")
BY_FILES = {"L4-INF-14", "L4-INF-15", "L4-INF-17"}  # spoilt in test_surroundings.py
SURROUNDING_NEEDS: dict[str, tuple[str, ...]] = {
    "L4-INF-14": ("forms.links", "published.forms"),
    "L4-INF-15": ("form:Tờ khai",),
    "L4-INF-16": ("help.guide", "help.questions", "help.support"),
    "L4-INF-17": ("published.name",),
    "L4-INF-18": ("filters.all", "filters.field", "filters.agency", "filters.level"),
    "L4-ACC-03": ("page.indexing",),
    "L4-MON-02": ("complaint.offered", "complaint.saved"),
    "L4-MON-03": ("statistics.services", "statistics.levels", "statistics.received"),
    "L4-MON-06": ("statistics.services", "statistics.levels", "statistics.integrated"),
}


def _seen(**changes: Any) -> dict[str, Any]:
    return INDEXING | {"pages": [CRAWLED | changes]}


SURROUNDING_DEFECTS = [
    Defect("L4-INF-16", "help.guide", None, "không có hướng dẫn nộp hồ sơ"),
    Defect("L4-INF-16", "help.questions", "Đang cập nhật", "mục hỏi đáp ghi «Đang cập nhật»"),
    Defect("L4-INF-16", "help.support", "Liên hệ cơ quan", "ghi «Liên hệ cơ quan»"),
    Defect("L4-INF-18", "filters.agency", [], "theo cơ quan ra 0 dịch vụ"),
    Defect("L4-INF-18", "filters.level", ["Đăng ký tạm trú"], "theo mức độ ra 1 dịch vụ"),
    Defect("L4-INF-18", "filters.field", [*LISTED, *OTHERS], "«Hộ tịch» vẫn ra cả 2 dịch vụ, gồm «Đăng ký"),
    Defect("L4-INF-18", "filters.level", OTHERS + LISTED, "theo mức độ «toàn trình» vẫn ra cả 2 dịch vụ"),
    Defect("L4-ACC-03", "page.indexing", INDEXING | {"robots": "User-agent: *\nDisallow: /*.0006"}, "robots.txt cấm"),
    Defect("L4-ACC-03", "page.indexing", INDEXING | {"robots": "User-agent: bingbot\nDisallow: /"}, "cấm bingbot"),
    Defect("L4-ACC-03", "page.indexing", _seen(noindex=True), "khai noindex"),
    Defect("L4-ACC-03", "page.indexing", _seen(canonical="https://dichvucong.example/"), "địa chỉ chính thức"),
    Defect("L4-ACC-03", "page.indexing", _seen(named=False), "mã nguồn không có tên dịch vụ"),
    Defect("L4-ACC-03", "page.indexing", INDEXING | {"pages": []}, "trang do script vẽ"),
    Defect("L4-MON-02", "complaint.offered", False, "không dẫn tới kênh phản ánh"),
    Defect("L4-MON-02", "complaint.saved", None, "không có lời xác nhận"),
    Defect("L4-MON-03", "statistics.services", ["Đăng ký tạm trú"], "không có dịch vụ này"),
    Defect("L4-MON-03", "statistics.levels", None, "không ghi mức độ"),
    Defect("L4-MON-03", "statistics.received", ["3", "Đang cập nhật"], "đã nhận là «Đang cập nhật»"),
    Defect("L4-MON-03", "statistics.on_time", ["3", "1.199"], "nhận 3, giải quyết 2, đúng hạn 3"),
    Defect("L4-MON-03", "statistics.finished", ["2", "1205"], "nhận 1204, giải quyết 1205"),
    Defect("L4-MON-06", "statistics.levels", ["Toàn trình", "Một phần"], "mức độ «Một phần»"),
    Defect("L4-MON-06", "statistics.integrated", ["Đã tích hợp", "Chưa tích hợp"], "«chưa tích hợp»"),
    Defect("L4-MON-06", "statistics.integrated", None, "không ghi dịch vụ đã tích hợp"),
]
