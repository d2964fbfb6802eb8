"""Facts that the journeys leave behind on a conforming portal (2.000635, two copies)."""

from __future__ import annotations

import hashlib
from typing import Any

from tests.checks import papers
from tests.checks.incomplete_facts import INCOMPLETE
from tests.checks.people import AGENCY, CODE, PERSON
from tests.checks.rows import PROGRESS, STEPS, TXN, form_field, mail, notice, opened, order, packet

Facts = dict[str, Any]
GIVEN = hashlib.sha256(papers.GIVEN).hexdigest()
RESULT = hashlib.sha256(papers.signed(*papers.RESULT, code=papers.RESULT_CODE, stamp=papers.STAMP)).hexdigest()

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
STILL_UNPAID = {"payment.before": "unpaid", "payment.after": "unpaid"}
PAYMENT: dict[str, Facts] = {
    "payment-cancelled": {
        "payment.after": "unpaid",
        "payment.retry_offered": True,
        "payment.message": "Giao dịch đã bị hủy.",
        "gateway.orders": [order(), order(txn_ref="2611200002")],
    },
    "payment-forged": {"gateway.notices": [notice("97")], **STILL_UNPAID},
    "payment-wrong-amount": {"gateway.notices": [notice("04")], **STILL_UNPAID},
    "payment-unknown": {"gateway.notices": [notice("01")], "payment.status": "unpaid"},
    "payment-suspicious": {"gateway.notices": [notice("00")], **STILL_UNPAID},
    "payment-tampered-return": {**STILL_UNPAID},
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
