"""What a visitor reads of the service on a conforming portal (2.000635), and what persons answered about it."""

from __future__ import annotations

from typing import Any

from tests.checks.people import AGENCY

Facts = dict[str, Any]
ENTRY = {"link": "/lien-ket/2.000635", "status": 200, "ended_at": "/dich-vu-cong/2.000635",
         "text": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh Mã thủ tục 2.000635"}  # fmt: skip


def _row(kind: str, query: str) -> dict[str, Any]:
    return {"kind": kind, "query": query, "hits": ["Cấp bản sao Trích lục hộ tịch"], "found": True}


RECORD: dict[str, Any] = {
    "code": "2.000635",
    "name": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
    "field": "Hộ tịch",
    "full_process": "yes",
    "electronic_form": "yes",
    "agency_levels": ["xã"],
    "channels": ["online", "direct"],
    "return_ways": ["online", "post"],
    "time_limits": ["1 ngày làm việc"],
    "fee": {"online": 8000, "direct": 8000, "text": "8.000 đồng/bản sao"},
    "results": [{"name": "Bản sao Trích lục hộ tịch"}],
    "components": [{"name": "Giấy tờ chứng minh quan hệ", "code": "KQ003984", "quantity": 1}],
    "source": "mẫu",
    "retrieved": "2026-07-18",
}


def answer(criterion: str, **changes: Any) -> dict[str, Any]:
    return {
        "criterion": criterion,
        "answer": "met",
        "by": "Trần Văn Mẫu, phụ trách an toàn thông tin",
        "date": "2026-11-02",
        "evidence": ["Quyết định 12/QĐ-MAU"],
        "seen": {"portal": "1.0"},
    } | changes


def pace(url: str, **changes: Any) -> dict[str, Any]:
    return {"page": "trang dịch vụ", "url": url, "fcp": 600, "lcp": 700, "full": 900, "blocked": 0} | changes


INFORMATION: Facts = {
    "published.name": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
    "published.code": "2.000635",
    "published.level": "Toàn trình",
    "published.time_limit": "01 ngày làm việc",
    "published.results": ["Bản sao Trích lục hộ tịch"],
    "published.forms": ["Tờ khai cấp bản sao trích lục hộ tịch"],
    "published.requirements": "Sự kiện hộ tịch đã được đăng ký.",
    "published.components": ["KQ003984 – Giấy tờ chứng minh quan hệ (bắt buộc; bản sao: 1)"],
    "published.steps": ["Người yêu cầu nộp hồ sơ trực tuyến và nộp lệ phí."],
    "published.channels": "Trực tiếp, Trực tuyến trên Cổng Dịch vụ công quốc gia và VNeID, Dịch vụ bưu chính",
    "start.offer": {"text": "Nộp hồ sơ", "control": "Nộp hồ sơ trực tuyến", "there": True, "enabled": True},
    "sign_in.pages": [{"url": "/dang-nhap", "passwords": [], "registers": []}],
    "lookup.hammer": {"sent": 60, "limited": True, "after": 20, "how": "HTTP 429"},
    "lookup.riddle": {"words": "", "alternative": False},
    "page.pace": tuple(pace(url) for url in ("/", "/tim", "/dich-vu")),
    "page.responses": [{"url": "/", "kind": "document", "ms": 120.0}],
    "published.subjects": "Công dân Việt Nam",
    "published.agency": f"{AGENCY}, Số 1, đường Trung tâm",
    "published.return_ways": "Trực tuyến trong tài khoản; qua dịch vụ bưu chính công ích",
    "page.spelling": [{"page": "trang chủ", "url": "https://dichvucong.example/", "samples": []}],
    "page.errors": [],
    "errors.shown": [{"url": "https://dichvucong.example/x", "status": 404, "text": "Không tìm thấy trang"}],
    "client.code": [{"url": "https://dichvucong.example/a.js", "size": 900, "secrets": []}],
    "published.laws": ["Luật Hộ tịch (60/2014/QH13)"],
    "published.fee": 8000,
    "published.fee_text": "8.000 đồng/bản sao",
    "national.procedure": RECORD,
    "review.answers": [answer(criterion) for criterion in ("L4-SEC-09", "L4-SEC-12", "L4-TST-09")],
    "review.now": {"portal": "1.0", "profile": "0" * 16},
    "find.clicks": 2,
    "find.path": ["/", "/linh-vuc/ho-tich"],
    "search.queries": [
        _row("name", "bản sao trích lục"),
        _row("code", "2.000635"),
        _row("no-diacritics", "trich luc"),
        _row("partial", "trích lục"),
    ],
    "page.audit": ([], [], []),
    "page.language": (
        {"page": "trang chủ", "url": "/", "lang": "vi"},
        {"page": "tìm kiếm", "url": "/tim", "lang": "vi-VN"},
    ),
}
