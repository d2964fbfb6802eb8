"""Typical defects on the way in, of speed, of files and lookups, of consent, of one's own list."""

from __future__ import annotations

from tests.checks.defect import Defect
from tests.checks.form_facts import CONSENT, control
from tests.checks.incomplete_facts import PROBES, file_probe
from tests.checks.information_facts import pace
from tests.checks.people import CODE

OFFER = {"text": "Nộp hồ sơ", "control": "Nộp hồ sơ trực tuyến", "there": True, "enabled": True}
PAGE = {"url": "/dang-nhap", "passwords": [], "registers": []}
WAY_IN_DEFECTS = [
    Defect("L4-IDN-04", "sign_in.pages", [PAGE | {"passwords": ["Mật khẩu"]}], "còn ô «Mật khẩu»"),
    Defect("L4-IDN-04", "sign_in.pages", [PAGE | {"registers": ["Đăng ký tài khoản"]}], "«Đăng ký tài khoản»"),
    Defect("L4-IDN-09", "start.offer", OFFER | {"text": "Hiện tạm dừng tiếp nhận hồ sơ trực tuyến."}, "«Hiện tạm dừng"),
    Defect("L4-IDN-09", "start.offer", OFFER | {"there": False, "enabled": False}, "không có nút"),
    Defect("L4-IDN-09", "start.offer", OFFER | {"enabled": False}, "bị khóa"),
    Defect("L4-IDN-10", "published.channels", "Trực tiếp, trực tuyến tại Cổng Dịch vụ công", "bưu chính, VNeID"),
    Defect("L4-ACC-14", "page.pace", tuple(pace(u, fcp=3100) for u in "abc"), "đầu tiên sau 3,1 giây"),
    Defect("L4-ACC-14", "page.pace", (pace("a"), *(pace(u, blocked=900) for u in "bc")), "tác vụ dài sau 0,9 giây"),
    Defect("L4-ACC-15", "page.responses", [{"url": "/tim", "kind": "xhr", "ms": 15900.0}], "/tim trả lời sau 15,9"),
    Defect("L4-ACC-15", "page.responses", [{"url": "/tim", "kind": "xhr", "ms": 2600.0}], "trung bình 2,6"),
    *(Defect("L4-SEC-05", "attach.probes", [*PROBES, file_probe(name, accepted=True)], "vẫn được nhận")
      for name in ("virus", "virus-inside", "double-extension", "svg-as-picture", "macro")),
    Defect("L4-SEC-08", "lookup.hammer", {"sent": 60, "limited": False, "after": 60, "how": ""}, "tra cứu liền 60 mã"),
    Defect("L4-SEC-08", "lookup.riddle", {"words": "captcha", "alternative": False}, "bằng mắt (captcha)"),
    Defect("L4-SEC-10", "consent.boxes", [], "không chỗ nào xin đồng ý"),
    Defect("L4-SEC-10", "consent.boxes", [CONSENT | {"checked": True}], "đã tích sẵn"),
    Defect("L4-SEC-10", "consent.boxes", [CONSENT | {"text": "Theo quy định."}], "không nói dữ liệu dùng vào việc gì"),
    Defect("L4-SEC-10", "form.controls",
           [control("Tôi đồng ý cho dùng thông tin cá nhân", "checkbox", hint="để giải quyết", before="có")],
           "đã tích sẵn"),
    Defect("L4-SUB-10", "mine.codes", [], f"có 0 hồ sơ, không có {CODE}"),
    Defect("L4-SUB-10", "mine.codes", [CODE.replace("1", "2")], "có 1 hồ sơ"),
]
# Without any one of these nothing can be said.
WAY_IN_NEEDS: dict[str, tuple[str, ...]] = {
    "L4-IDN-04": ("sign_in.pages",),
    "L4-IDN-09": ("start.offer", "submission.code"),
    "L4-IDN-10": ("published.channels",),
    "L4-ACC-14": ("page.pace",),
    "L4-ACC-15": ("page.responses",),
    "L4-SEC-05": ("attach.probes",),
    "L4-SEC-08": ("lookup.hammer", "lookup.riddle"),
    "L4-SEC-10": ("consent.boxes",),
    "L4-SUB-10": ("mine.codes", "submission.code", "attachment:giay-to.pdf"),
}
