"""Words by which portals of any make call the same thing; matched without regard to case."""

from __future__ import annotations

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


SIGN_IN = _any(r"đăng nhập", r"\bsign ?in\b", r"\blog ?in\b")
IDENTITY = _any(r"vneid", r"định danh", r"cổng (?:dịch vụ công|dvc) quốc gia", r"\bsso\b", r"tài khoản quốc gia")
SEARCH_BOX = _any(
    r"tìm",
    r"từ khóa",
    r"từ khoá",
    r"\bsearch\b",
    r"cần làm (?:thủ tục|gì)",
    r"nhập tên (?:thủ tục|dịch vụ)",
    r"tên thủ tục",
    r"tra cứu (?:thủ tục|dịch vụ)",
)
SEARCH = _any(r"^\W*tìm\b", r"^\W*tìm kiếm", r"\bsearch\b", r"^\W*tra cứu$")
RESULTS = _any(r"kết quả", r"tìm (?:thấy|được)", r"danh sách", r"\bresults?\b", r"thủ tục")
SERVICES = _any(
    r"dịch vụ công", r"thủ tục hành chính", r"danh mục", r"danh sách (?:dịch vụ|thủ tục)", r"nộp hồ sơ trực tuyến"
)
APPLY = _any(
    r"nộp (?:hồ sơ|đơn|trực tuyến|online)",
    r"^\W*nộp$",
    r"đăng ký trực tuyến",
    r"thực hiện (?:dịch vụ|trực tuyến|thủ tục)",
    r"gửi hồ sơ",
    r"làm thủ tục",
    r"\bapply\b",
    r"nộp ngay",
)
LOOKUP = _any(
    r"tra cứu (?:hồ sơ|tiến độ|trạng thái|tình trạng|kết quả)",
    r"tiến độ",
    r"tình trạng hồ sơ",
    r"theo dõi hồ sơ",
    r"^tra cứu$",
)
DOSSIER_BOX = _any(r"(?:mã|số)\s*(?:số\s*)?(?:hồ sơ|biên nhận|đơn|tiếp nhận)", r"hồ sơ số")
LOOK_UP = _any(r"tra cứu", r"tìm", r"xem", r"kiểm tra", r"search")
DOSSIERS = _any(
    r"hồ sơ của (?:tôi|bạn)", r"quản lý hồ sơ", r"hồ sơ đã nộp", r"hồ sơ cá nhân", r"my (?:applications?|dossiers?)"
)
HELP = _any(r"hướng dẫn", r"trợ giúp", r"hỏi đáp", r"câu hỏi", r"\bhelp\b", r"\bfaq\b")
COMPLAINT = _any(r"góp ý", r"phản ánh", r"kiến nghị", r"feedback")
STATISTICS = _any(r"thống kê", r"số liệu", r"tình hình (?:giải quyết|xử lý)", r"báo cáo")
FORMS = _any(r"biểu mẫu", r"mẫu đơn", r"tờ khai")
USERNAME = _any(
    r"tên đăng nhập", r"tài khoản", r"định danh", r"căn cước", r"cccd", r"email", r"thư điện tử", r"user", r"điện thoại"
)
GO_ON = _any(r"^\W*(?:tiếp tục|đăng nhập|xác nhận|tiếp theo|tiếp|sign in|log in|next|vào)\b")
SIGN_OUT = _any(r"đăng xuất", r"thoát", r"rời phiên", r"sign out", r"log ?out")
PROOF = _any(
    r"[^\n.]*\b(?:môi trường|hệ thống|cổng|trang|phiên bản|bản) (?:thử nghiệm|kiểm thử|đào tạo|demo|test)\b[^\n.]*",
    r"[^\n.]*\b(?:test environment|staging|sandbox|user acceptance)\b[^\n.]*",
)
GENERIC = _any(r"trang chủ", r"home(?:page)?", r"index", r"đăng nhập", r"chào mừng.*")
FACTS = {  # fact → what portals call the place where it stands
    "published.code": _any(r"mã (?:số )?(?:thủ tục|tthc|dịch vụ)"),
    "published.level": _any(r"mức độ", r"hình thức cung cấp"),
    "published.time_limit": _any(r"thời (?:hạn|gian) (?:giải quyết|xử lý|thực hiện)", r"^thời hạn"),
    "published.results": _any(r"^kết quả"),
    "published.components": _any(r"thành phần", r"giấy tờ (?:cần|phải)", r"hồ sơ (?:cần|gồm)"),
    "published.forms": _any(r"mẫu đơn", r"biểu mẫu", r"tờ khai"),
    "published.requirements": _any(r"yêu cầu", r"điều kiện"),
    "published.fee_text": _any(r"(?:mô tả|diễn giải|ghi chú).*(?:phí|phải nộp)"),
    "published.fee": _any(r"^(?:mức )?(?:thu )?(?:phí|lệ phí)", r"^(?:khoản|số tiền) (?:phải )?(?:nộp|thu)"),
    "published.steps": _any(r"trình tự", r"các bước"),
    "published.channels": _any(r"cách(?: thức)? (?:nộp|thực hiện)", r"hình thức nộp"),
    "published.subjects": _any(r"đối tượng", r"ai được"),
    "published.agency": _any(r"cơ quan", r"nơi giải quyết", r"đơn vị (?:thực hiện|giải quyết)"),
    "published.return_ways": _any(r"(?:nhận|trả) kết quả"),
    "published.laws": _any(r"căn cứ", r"cơ sở pháp lý", r"văn bản (?:quy định|pháp)"),
}
_SERVICE = _any(
    r"^(?:cấp|đăng ký|đổi|xác nhận|thủ tục|khai|công bố|chứng thực|gia hạn|thay đổi|điều chỉnh|"
    r"chấm dứt|thu hồi|cung cấp|xóa|nộp)\b"
)


def looks_like_service(words: str) -> bool:
    """Names of procedures begin with what the agency does."""
    return bool(_SERVICE.search(words.strip())) and len(words.split()) >= 3


def bare(text: str) -> str:
    """Text that may be JSON or HTML: the words of the proof itself."""
    found = re.search(
        r"(?:môi trường|hệ thống|cổng|trang|phiên bản|bản) (?:thử nghiệm|kiểm thử|đào tạo|demo|test)",
        text,
        re.IGNORECASE,
    )
    return found[0] if found else " ".join(text.split())[:80]
