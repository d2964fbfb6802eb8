"""What a second try leaves behind on a conforming portal, and typical defects."""

from __future__ import annotations

from typing import Any

from tests.checks.defect import Defect
from tests.checks.people import CODE, PERSON

Facts = dict[str, Any]
NAME = PERSON["full_name"]
KEYS: Facts = {"page": 1, "controls": 4, "missed": [], "trapped": "", "untyped": [], "invisible": [],
               "next_reached": True, "next_works": True}  # fmt: skip
PRESS: Facts = {"there": True, "locked": True, "signs": ["Đang gửi…"], "words": "Đang gửi…", "again": False}
LISTED: Facts = {"before": 0, "after": 1, "new": [CODE], "tab": "cổng trả lời"}
FORGED = [{"variant": name, "status": 403, "answer": "", "accepted": False}
          for name in ("no-token", "wrong-token", "foreign-origin")]  # fmt: skip
KEPT = [{"label": "Số bản sao", "sent": "2", "kept": "2"}, {"label": "Giấy tờ", "sent": "a.pdf", "kept": "a.pdf"}]
SECOND: Facts = {"name": NAME, "first": NAME, "kept": True, "registers": [], "before": [CODE], "after": [CODE]}
TRIES = [{"how": how, "cut": 1, "said": "Mất kết nối.", "claims": False, "kept": True} for how in ("request", "answer")]
PLANTED = [{"page": page, "alive": 0, "ran": False, "told": True} for page in ("trang xem lại", "Hồ sơ của tôi")]
REPLAY: Facts = {"url": "/ho-so", "before": [NAME], "after": [], "status": 200}
AGAIN: dict[str, Facts] = {
    "keyboard": {"keyboard.pages": [KEYS]},
    "double": {"double.press": PRESS, "double.dossiers": LISTED, "forged.requests": FORGED},
    "expiry": {"expiry.warned": {"after": 25, "words": "Phiên còn 5 phút"}, "expiry.kept": KEPT,
               "identity.second": SECOND},
    "cut": {"cut.tries": TRIES, "cut.dossiers": LISTED, "planted.pages": PLANTED},
    "sign-out": {"sign_out.replay": REPLAY},
}  # fmt: skip
AGAIN_NEEDS: dict[str, tuple[str, ...]] = {
    "L4-ACC-12": ("keyboard.pages",),
    "L4-ACC-19": ("double.press",),
    "L4-ACC-20": ("expiry.warned", "expiry.kept"),
    "L4-IDN-06": ("identity.second",),
    "L4-IDN-07": ("sign_out.replay",),
    "L4-SUB-04": ("double.dossiers",),
    "L4-SUB-17": ("cut.tries", "cut.dossiers"),
    "L4-SEC-03": ("forged.requests",),
}
TWO = LISTED | {"new": [CODE, f"{CODE}x"]}
AGAIN_DEFECTS = [
    Defect("L4-ACC-12", "keyboard.pages", [KEYS | {"trapped": "Ngày sinh"}], "không ra khỏi «Ngày sinh»"),
    Defect("L4-ACC-12", "keyboard.pages", [KEYS, KEYS | {"page": 2, "missed": ["Xã"]}], "trang 2 của tờ khai"),
    Defect("L4-ACC-12", "keyboard.pages", [KEYS | {"invisible": ["Xã"]}], "không thấy con trỏ ở «Xã»"),
    Defect("L4-ACC-12", "keyboard.pages", [KEYS | {"untyped": ["Xã"]}], "gõ phím không đổi được «Xã»"),
    Defect("L4-ACC-12", "keyboard.pages", [KEYS | {"next_reached": False}], "không tới nút sang trang"),
    Defect("L4-ACC-12", "keyboard.pages", [KEYS | {"next_works": False}], "phím Enter"),
    Defect("L4-ACC-19", "double.press", PRESS | {"again": True}, "gửi thêm một yêu cầu"),
    Defect("L4-ACC-19", "double.press", PRESS | {"locked": False, "signs": []}, "không cho biết đang gửi"),
    Defect("L4-ACC-20", "expiry.warned", {"after": None, "words": ""}, "không thấy báo phiên sắp hết"),
    Defect("L4-ACC-20", "expiry.kept", [KEPT[0], KEPT[1] | {"kept": ""}], "«Giấy tờ» đã là «a.pdf», còn «»"),
    Defect("L4-IDN-06", "identity.second", SECOND | {"registers": ["Liên kết tài khoản"]}, "«Liên kết tài khoản»"),
    Defect("L4-IDN-06", "identity.second", SECOND | {"name": "Khách"}, "lần hai hiện «Khách»"),
    Defect("L4-IDN-06", "identity.second", SECOND | {"after": []}, f"không còn hồ sơ {CODE}"),
    Defect("L4-IDN-06", "identity.second", SECOND | {"before": [], "after": [], "kept": False}, "không còn hồ sơ nháp"),
    Defect("L4-IDN-07", "sign_out.replay", REPLAY | {"after": [NAME]}, "cookie cũ vẫn mở được"),
    Defect("L4-SUB-04", "double.dossiers", TWO, "có 2 hồ sơ"),
    Defect("L4-SUB-17", "cut.dossiers", TWO, "thành 2 hồ sơ"),
    Defect("L4-SUB-17", "cut.dossiers", LISTED | {"new": []}, "vẫn không có hồ sơ"),
    Defect("L4-SUB-17", "cut.tries", [TRIES[0] | {"claims": True}], "mà trang báo đã nộp"),
    Defect("L4-SUB-17", "cut.tries", [TRIES[0] | {"said": ""}], "trang không báo gì"),
    Defect("L4-SUB-17", "cut.tries", [TRIES[0] | {"kept": False}], "không còn điều đã khai"),
    Defect("L4-SEC-03", "forged.requests", [FORGED[0] | {"status": 302, "accepted": True}], "thiếu mã chống giả mạo"),
    Defect("L4-SEC-06", "planted.pages", [PLANTED[0], PLANTED[1] | {"alive": 1}], "Hồ sơ của tôi thành thẻ HTML"),
    Defect("L4-SEC-06", "planted.pages", [PLANTED[0] | {"ran": True}], "script đã chạy"),
]
