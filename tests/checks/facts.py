"""Facts that the journeys leave behind on a conforming portal (2.000635, two copies)."""

from __future__ import annotations

import hashlib
from typing import Any

from tests.checks import papers
from tests.checks.people import AGENCY, CODE, PERSON

Facts = dict[str, Any]
TXN = "2611200001"
ENTRY = {"link": "/lien-ket/2.000635", "status": 200, "ended_at": "/dich-vu-cong/2.000635",
         "text": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh Mã thủ tục 2.000635"}  # fmt: skip
GIVEN = hashlib.sha256(papers.GIVEN).hexdigest()
RESULT = hashlib.sha256(papers.signed(*papers.RESULT, code=papers.RESULT_CODE, stamp=papers.STAMP)).hexdigest()


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


def field_refusal(label: str, probe: str = "empty", **changes: Any) -> dict[str, Any]:
    return {
        "label": label,
        "probe": probe,
        "advanced": False,
        "message": f"Vui lòng nhập {label}.",
        "near": True,
        "aria_invalid": True,
        "required_mark": True,
        "created": False,
    } | changes


def paper_refusal(**changes: Any) -> dict[str, Any]:
    label = "Giấy tờ chứng minh quan hệ"
    return {
        "label": label,
        "advanced": False,
        "message": f"Thiếu giấy tờ bắt buộc: {label}.",
        "created": False,
    } | changes


def file_probe(probe: str, *, accepted: bool, message: str = "Tệp không được chấp nhận.") -> dict[str, Any]:
    return {"probe": probe, "file": f"{probe}.pdf", "accepted": accepted, "message": "" if accepted else message}


HARMFUL = ("virus", "virus-inside", "double-extension", "svg-as-picture", "macro")
PROBES = [
    *(file_probe(name, accepted=True) for name in ("ok", "long-name")),
    *(file_probe(name, accepted=False) for name in ("wrong-type", "oversize", "empty", "renamed")),
    *(file_probe(name, accepted=False) for name in HARMFUL),
]
INCOMPLETE: Facts = {
    "form.refusals": [
        field_refusal("Họ, chữ đệm, tên"),
        field_refusal("Số bản sao"),
        field_refusal("Số điện thoại", "malformed", message="Số điện thoại phải gồm 10 chữ số."),
    ],
    "form.texts": [{"label": "Mục đích", "sent": "Đỗ Thị Ngọc & «con» <b>", "shown": "Đỗ Thị Ngọc & «con» <b>"}],
    "attach.slots": [{"label": "Giấy tờ chứng minh quan hệ (*)", "code": "KQ003984", "required": True, "hint": ""}],
    "attach.hint": "PDF, JPG, PNG; mỗi tệp không quá 5 MB",
    "attach.probes": PROBES,
    "attach.refusals": [paper_refusal()],
    "page.audit": ([], []),
    "page.language": ({"page": "tờ khai", "url": "/to-khai", "lang": "vi"},),
}


def step(name: str, expected: int, **changes: Any) -> dict[str, Any]:
    return {"step": name, "expected": expected, "portal": expected, "one_stop": expected} | changes


STEPS = [
    step("submit", 1, one_stop=None),
    step("pay", 1, one_stop=None),
    step("receive", 2),
    step("process", 4),
    step("issue", 9),
    step("deliver", 10),
]


RESULT_LINK = {"TenGiayTo": "ket-qua.pdf", "DuongDanTepTinKetQua": "https://dichvucong.example/kq/1"}


def fee_line(**changes: Any) -> dict[str, Any]:
    return {"TenPhiLePhi": "Lệ phí", "MaPhiLePhi": "LP-TLHT", "HinhThucThu": "1", "Gia": "16000",
            "LoaiPhiLePhi": "1"} | changes  # fmt: skip


def packet(status: str, **changes: Any) -> dict[str, Any]:
    data = {
        "MaHoSo": CODE,
        "MaTTHC": "2.000635",
        "TenTTHC": "Cấp bản sao",
        "MaLinhVuc": "G15-TP07",
        "TenLinhVuc": "Hộ tịch",
        "KenhThucHien": "2",
        "ChuHoSo": PERSON["full_name"],
        "LoaiDoiTuong": "1",
        "Email": PERSON["email"],
        "SoDienThoai": PERSON["phone"],
        "TrichYeuHoSo": "Cấp bản sao",
        "NgayNopHoSo": "20261120090030",
        "NgayTiepNhan": "20261120090500",
        "NgayHenTra": "20261123170000",
        "TrangThaiHoSo": status,
        "HinhThuc": "0",
        "DonViXuLy": AGENCY,
        "SoGiayToChuHoSo": PERSON["identity_number"],
        "HoSoCoThanhPhanSoHoa": "0",
        "TaiKhoanDuocXacThucVoiVNeID": "1",
        "DuocThanhToanTrucTuyen": "2",
        "DanhSachLePhi": [fee_line()],
        "DanhSachGiayToKetQua": [RESULT_LINK] if status == "10" else [],
        "NgayKetThucXuLy": "",
        "NgayTra": "",
        "TaiLieuNop": [
            {"TenTepDinhKem": "giay-to.pdf", "MaThanhPhanHoSo": "KQ003984", "DuongDanTaiTepTin": "https://dichvucong.example/1"}
        ],
    }
    return {"at": "2026-11-20T09:06:00+07:00", "is_updating": status != "2", "data": data | changes}


def progress(status: str, at: str) -> dict[str, Any]:
    data = {"MaHoSo": CODE, "NguoiXuLy": "Cán bộ", "ThoiDiemXuLy": at, "NoiDungXuLy": "…", "TrangThai": status}
    return {"at": "2026-11-20T09:06:00+07:00", "data": data}


PROGRESS = [
    progress("2", "20261120090500"),
    progress("4", "20261120090600"),
    progress("9", "20261120090700"),
    progress("10", "20261120090800"),
]


def notice(code: str, **changes: Any) -> dict[str, Any]:
    return {
        "kind": "ipn",
        "txn_ref": TXN,
        "amount": 16000,
        "rsp_code": code,
        "message": "…",
        "http_status": 200,
    } | changes


def order(amount: int = 16000, **changes: Any) -> dict[str, Any]:
    return {
        "txn_ref": TXN,
        "amount": amount,
        "order_info": "Le phi",
        "signature_valid": True,
        "state": "paid",
        "problems": [],
        "params": {},
    } | changes


def form_field(label: str, value: str, kind: str = "text", *, required: bool = True) -> dict[str, Any]:
    return {
        "section": "",
        "label": label,
        "kind": kind,
        "required": required,
        "set": value,
        "read_back": value,
        "rung": 1,
    }


def opened(label: str, before: str) -> dict[str, Any]:
    return {"section": "Thông tin người yêu cầu", "label": f"{label} (*)", "before": before, "source": ""}


def mail(text: str) -> dict[str, Any]:
    return {"to": PERSON["email"], "subject": f"Hồ sơ {CODE}", "text": text, "attachments": []}


OIDC = {
    "response_type": "code",
    "scope": "openid profile",
    "redirect_uri": "http://localhost:8000/quay-ve",
    "state": "x1",
}
COMPLETE: Facts = {
    "account.name": PERSON["full_name"],
    "identity.authorizations": [{"params": OIDC, "redeemed": True}],
    "cookies": [
        {"name": "phien", "http_only": True, "secure": True, "same_site": "Lax"},
        {"name": "csrftoken", "http_only": False, "secure": True, "same_site": "Lax"},
    ],
    "form.prefilled": [
        opened("Họ, chữ đệm, tên", PERSON["full_name"]),
        opened("Ngày, tháng, năm sinh", "1990-03-15"),
        opened("Số điện thoại", PERSON["phone"]),
    ],
    "form.fields": [
        form_field("Họ, chữ đệm, tên", PERSON["full_name"]),
        form_field("Số bản sao", "2"),
        form_field("Ngày, tháng, năm sinh", "15/03/1990", "date", required=False),
        form_field("Hình thức nhận kết quả", "Trực tuyến", "radio", required=False),
    ],
    "attach.slots": INCOMPLETE["attach.slots"],
    "review.text": f"Họ, chữ đệm, tên: {PERSON['full_name']} Ngày sinh: 15/03/1990 Số bản sao: 2 "
    "Hình thức nhận kết quả: Trực tuyến",
    "submission.code": CODE,
    "submission.at": "2026-11-20T09:00:30+07:00",
    "submission.message": "Nộp hồ sơ thành công.",
    "fee.before_start": 8000,  # one copy, before anybody asked for two
    "fee.charged": 16000,
    "fee.receipt": 16000,
    "payment.offered": True,
    "payment.status": "paid",
    "gateway.orders": [order()],
    "gateway.notices": [notice("00")],
    "status.steps": (STEPS[:2], STEPS),
    "status.portal": 10,
    "status.one_stop": 10,
    "code.one_stop": CODE,
    "history.portal": [1, 2, 4, 9, 10],
    "history.times": [f"20/11/2026 09:0{minute}:00" for minute in range(5)],
    "history.units": ["Người nộp", *[AGENCY] * 4],
    "received.at": "2026-11-20T09:05:00+07:00",
    "due_date.page": "2026-11-23T17:00:00+07:00",
    "due_date.one_stop": "2026-11-23T17:00:00+07:00",
    "receipts.count": 1,
    "mine.codes": [CODE],
    "result.offered": True,
    "lookup.text": f"Mã hồ sơ {CODE} Người nộp N***** V** M** Số định danh *********001 Đã trả kết quả 23/11/2026",
    "lookup.status": 10,
    "lookup.due_date": "2026-11-23T17:00:00+07:00",
    "mails": [mail(text) for text in ("Đã nhận hồ sơ.", "Đã tiếp nhận.", "Đang xử lý.", "Đã có kết quả.", "Đã trả.")],
    "notices.account": [f"Hồ sơ {CODE} đã được tiếp nhận."],
    "national.dossiers": [packet("2"), packet("10", NgayKetThucXuLy="20261120090700", NgayTra="20261120090800")],
    "national.progress": PROGRESS,
    "national.calls": [
        {"service": "DongBoHoSoMC", "is_updating": updating, "error_code": "0", "message": "", "at": ""}
        for updating in ("False", "True")
    ],
    "national.results": [{"url": "https://dichvucong.example/2", "status": 200, "size": 9, "sha256": RESULT}],
    "national.files": [{"url": "https://dichvucong.example/1", "status": 200, "size": 9, "sha256": GIVEN}],
    "slip.text": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "identity.visits": [
        {"address": "https://dichvucong.example/dang-nhap", "asks": False},
        {"address": "https://vneid.example/authorize", "asks": True},
        {"address": "https://dichvucong.example/", "asks": False},
    ],
    "rating.levels": ["Rất hài lòng", "Hài lòng", "Chưa hài lòng"],
    "rating.saved": "Đã ghi nhận đánh giá.",
}


def probe(who: str, what: str, **changes: Any) -> dict[str, Any]:
    return {"who": who, "url": f"/{what}", "what": what, "status": 403, "same_content": False, "revealed": []} | changes


STRANGER: Facts = {
    "stranger.probes": [
        probe(who, what)
        for who in ("account", "visitor")
        for what in ("dossier", "slip", "receipt", "result", "attachment:Giấy tờ")
    ],
    "identity.replay": "rejected",
}
PAYMENT: dict[str, Facts] = {
    "payment-cancelled": {
        "payment.status": "unpaid",
        "payment.retry_offered": True,
        "payment.message": "Giao dịch đã bị hủy.",
        "gateway.orders": [order(), order(txn_ref="2611200002")],
    },
    "payment-forged": {"gateway.notices": [notice("97")], "payment.status": ("unpaid", "unpaid")},
    "payment-wrong-amount": {"gateway.notices": [notice("04")], "payment.status": ("unpaid", "unpaid")},
    "payment-unknown": {"gateway.notices": [notice("01")], "payment.status": "unpaid"},
    "payment-suspicious": {"gateway.notices": [notice("00")], "payment.status": ("unpaid", "unpaid")},
    "payment-tampered-return": {"payment.status": ("unpaid", "unpaid")},
    "payment-browser-closed": {"gateway.notices": [notice("00")], "payment.status": "paid"},
    "payment-duplicate": {
        "gateway.notices": [notice("00"), notice("02"), notice("02")],
        "receipts.count": 1,
        "payment.status": "paid",
    },
    "payment-lost": {
        "gateway.queries": [{"txn_ref": TXN, "at": "2026-11-20T09:01:00+07:00"}],
        "payment.status": ("pending", "paid"),
    },
}
