"""Typical defects, one changed fact each, and the sentence a portal's vendor reads."""

from __future__ import annotations

from typing import Any

from tests.checks.again_facts import AGAIN_DEFECTS
from tests.checks.data_defects import DATA_DEFECTS
from tests.checks.defect import Defect
from tests.checks.desk_facts import DESK_DEFECTS
from tests.checks.elsewhere_facts import ELSEWHERE_DEFECTS
from tests.checks.facts import (
    CODE,
    COMPLETE,
    INCOMPLETE,
    INFORMATION,
    OIDC,
    PERSON,
    PROBES,
    PROGRESS,
    STEPS,
    field_refusal,
    file_probe,
    notice,
    opened,
    order,
    packet,
    paper_refusal,
    probe,
    progress,
    step,
)
from tests.checks.form_facts import FORM_DEFECTS
from tests.checks.further_defects import FURTHER
from tests.checks.money_facts import MONEY_DEFECTS
from tests.checks.surrounding_facts import SURROUNDING_DEFECTS
from tests.checks.way_in_defects import WAY_IN_DEFECTS


def _first(fact: str, row: Any, of: dict[str, Any] = INCOMPLETE) -> list[Any]:
    return [row, *of[fact][1:]]


def _probes(changed: dict[str, Any]) -> list[dict[str, Any]]:
    return [changed if one["probe"] == changed["probe"] else one for one in PROBES]


def _steps(changed: dict[str, Any]) -> list[dict[str, Any]]:
    return [changed if one["step"] == changed["step"] else one for one in STEPS]


NAME = "Họ, chữ đệm, tên"
DEFECTS = [
    Defect(
        "L4-INF-01", "published.name", "Cấp bản sao Trích lục hộ tịch", "trang ghi tên «Cấp bản sao Trích lục hộ tịch»"
    ),
    Defect("L4-INF-05", "published.time_limit", "3 ngày làm việc", "«3 ngày làm việc»; yêu cầu: 1 ngày làm việc"),
    Defect("L4-INF-05", "published.time_limit", "1 ngày", "trang ghi thời hạn «1 ngày»"),
    Defect("L4-INF-05", "published.time_limit", None, "trang không nêu thời hạn giải quyết"),
    Defect("L4-INF-05", "published.time_limit", "Theo quy định", "không có số ngày hoặc giờ"),
    Defect("L4-INF-08", "published.results", ["Phiếu từ chối giải quyết"], "trang chỉ nêu «Phiếu từ chối giải quyết»"),
    Defect("L4-INF-08", "published.results", ["Giấy khai sinh"], "trang nêu kết quả «Giấy khai sinh»"),
    Defect("L4-INF-08", "published.results", [], "trang không nêu kết quả nào"),
    Defect(
        "L4-INF-09", "published.forms", [], "trang không có mẫu đơn, tờ khai «Tờ khai cấp bản sao trích lục hộ tịch»"
    ),
    Defect("L4-INF-09", "published.forms", None, "trang không có mẫu đơn, tờ khai"),
    Defect("L4-INF-08", "published.results", None, "trang không nêu kết quả nào"),
    Defect("L4-MON-01", "rating.levels", None, "có 0 mức đánh giá"),
    Defect("L4-INF-12", "published.code", "2.002516", "trang ghi mã 2.002516; yêu cầu: mã 2.000635"),
    Defect("L4-INF-12", "published.code", "2.0635", "sai định dạng"),
    Defect("L4-INF-12", "published.code", None, "trang không ghi mã thủ tục"),
    Defect("L4-ACC-01", "find.clicks", 4, "phải bấm 4 lần"),
    Defect("L4-ACC-01", "find.clicks", None, "không tới được dịch vụ"),
    Defect(
        "L4-ACC-02",
        "search.queries",
        _first("search.queries", INFORMATION["search.queries"][0] | {"found": False, "hits": []}, INFORMATION),
        "tìm theo tên «bản sao trích lục»: 0 kết quả, không có dịch vụ",
    ),
    Defect(
        "L4-ACC-06",
        "page.audit",
        [{"page": "trang thủ tục", "rule": "image-alt", "help": "Ảnh cần văn bản thay thế"}],
        "trang thủ tục: Ảnh cần văn bản thay thế (image-alt)",
    ),
    Defect("L4-ACC-11", "page.language", {"page": "trang chủ", "url": "/", "lang": "en"}, "khai ngôn ngữ «en»"),
    Defect("L4-ACC-11", "page.language", {"page": "trang chủ", "url": "/", "lang": ""}, "không khai ngôn ngữ"),
    Defect(
        "L4-IDN-01", "account.name", "Tài khoản khách", "trang hiện «Tài khoản khách»; yêu cầu: hiện «Nguyễn Văn Mẫu»"
    ),
    Defect("L4-IDN-01", "identity.authorizations", [], "không chuyển tới VNeID"),
    Defect("L4-IDN-01", "identity.authorizations", [{"params": OIDC, "redeemed": False}], "không đổi mã xác thực"),
    Defect("L4-IDN-03", "identity.authorizations", [{"params": OIDC | {"state": ""}}], "không có tham số state"),
    Defect("L4-IDN-03", "identity.authorizations", [{"params": OIDC | {"scope": "profile"}}], "không có openid"),
    Defect("L4-IDN-03", "identity.authorizations", [{"params": OIDC | {"response_type": "token"}}], "«token»"),
    Defect(
        "L4-IDN-03",
        "identity.authorizations",
        [{"params": OIDC | {"redirect_uri": "http://dvc.vn/x"}}],
        "không phải https",
    ),
    Defect("L4-IDN-03", "identity.replay", "accepted", "kèm state sai vẫn đăng nhập được"),
    Defect(
        "L4-FRM-02",
        "form.prefilled",
        [opened(NAME, PERSON["full_name"]), opened("Ngày, tháng, năm sinh", "")],
        "ô «Ngày, tháng, năm sinh» mở ra để trống; yêu cầu: điền sẵn «15/03/1990»",
    ),
    Defect("L4-FRM-02", "form.prefilled", [opened(NAME, "Trần Thị Đào")], "mở ra ghi «Trần Thị Đào»"),
    Defect(
        "L4-FRM-09", "form.refusals", [field_refusal(NAME, message="This field is required.")], "không phải tiếng Việt"
    ),
    Defect(
        "L4-FRM-09", "form.refusals", [field_refusal(NAME, message=f"{NAME} is required.")], "không phải tiếng Việt"
    ),
    Defect("L4-FRM-09", "form.refusals", [field_refusal(NAME, required_mark=False)], "không có dấu hiệu bắt buộc"),
    Defect("L4-FRM-09", "form.refusals", [field_refusal(NAME, near=False)], "không nằm cạnh ô"),
    Defect("L4-FRM-09", "form.refusals", [field_refusal(NAME, aria_invalid=False)], "aria-invalid"),
    Defect("L4-FRM-09", "form.refusals", [field_refusal(NAME, message="")], "không có thông báo"),
    Defect(
        "L4-FRM-09",
        "form.refusals",
        [field_refusal(NAME), field_refusal("Số điện thoại", "malformed", advanced=True)],
        "nhập sai định dạng ô «Số điện thoại»: vẫn đi tiếp được",
    ),
    Defect(
        "L4-FRM-13",
        "attach.slots",
        [*INCOMPLETE["attach.slots"], {"label": "Bản sao sổ hộ khẩu", "code": "KQ000001"}],
        "biểu mẫu đòi thêm «Bản sao sổ hộ khẩu»",
    ),
    Defect("L4-FRM-13", "attach.slots", [], "không có chỗ nộp «Giấy tờ chứng minh quan hệ»"),
    Defect("L4-FRM-14", "attach.hint", "Tệp PDF, JPG", "không nêu dung lượng"),
    Defect("L4-FRM-14", "attach.hint", None, "không nêu định dạng"),
    Defect(
        "L4-FRM-14", "attach.probes", _probes(file_probe("empty", accepted=True)), "tệp rỗng (0 byte) vẫn được nhận"
    ),
    Defect(
        "L4-FRM-14", "attach.probes", _probes(file_probe("renamed", accepted=True)), "đổi đuôi thành .pdf vẫn được nhận"
    ),
    Defect(
        "L4-FRM-14", "attach.probes", _probes(file_probe("oversize", accepted=False, message="")), "không nêu lý do"
    ),
    Defect("L4-FRM-14", "attach.probes", _probes(file_probe("ok", accepted=False)), "tệp đúng quy định bị từ chối"),
    Defect(
        "L4-FRM-21",
        "form.texts",
        [{"label": "Mục đích", "sent": "Đỗ & Bình", "shown": "Do &amp; Bình"}],
        "nhập «Đỗ & Bình», hiện lại «Do &amp; Bình»",
    ),
    Defect("L4-FRM-23", "review.text", f"{NAME}: {PERSON['full_name']} 15/03/1990", "không có «Số bản sao: 2»"),
    Defect(
        "L4-SUB-01",
        "form.refusals",
        [field_refusal(NAME, advanced=True), field_refusal("Số bản sao")],
        "thiếu «Họ, chữ đệm, tên» mà vẫn đi tiếp được",
    ),
    Defect(
        "L4-SUB-01", "form.refusals", [field_refusal(NAME, created=True), field_refusal("Số bản sao")], "vẫn tạo hồ sơ"
    ),
    Defect(
        "L4-SUB-01", "attach.refusals", [paper_refusal(advanced=True)], "thiếu giấy tờ «Giấy tờ chứng minh quan hệ»"
    ),
    Defect("L4-SUB-01", "attach.refusals", [paper_refusal(message="Có lỗi xảy ra.")], "chỉ báo «Có lỗi xảy ra.»"),
    Defect("L4-SUB-02", "submission.at", "2026-11-20T14:01:00+07:00", "sau lúc màn hình đó được đọc"),
    Defect("L4-SUB-02", "submission.at", None, "không có thời điểm tiếp nhận"),
    Defect("L4-SUB-02", "submission.at", "2026-11-19T09:00:00+07:00", "trước khi bắt đầu làm hồ sơ"),
    Defect("L4-SUB-02", "submission.code", None, "không có mã hồ sơ"),
    Defect("L4-SUB-03", "submission.code", "000.00.00.H99-261120-001", "mã hồ sơ «000.00.00.H99-261120-001»"),
    Defect(
        "L4-SUB-03",
        "submission.code",
        "000.00.00.H99-261119-0001",
        "mang ngày 19/11/2026; yêu cầu: ngày tiếp nhận 20/11/2026",
    ),
    Defect("L4-SUB-03", "submission.code", "000.00.00.H99-261335-0001", "mang ngày không có thật"),
    Defect(
        "L4-SUB-08",
        "due_date.page",
        "2026-11-25T17:00:00+07:00",
        "trang hồ sơ hẹn trả ngày 25/11/2026; yêu cầu: 20/11/2026 + 1 ngày làm việc = 23/11/2026",
    ),
    Defect("L4-SUB-08", "due_date.one_stop", "2026-11-24T17:00:00+07:00", "một cửa điện tử hẹn trả ngày 24/11/2026"),
    Defect("L4-SUB-09", "mails", [], "không có thư nào gửi người nộp"),
    Defect("L4-SUB-09", "mails", [{"subject": "Chào", "text": "…"}], "1 thư gửi người nộp, không thư nào có mã hồ sơ"),
    Defect("L4-SUB-09", "notices.account", [], "tài khoản có 0 thông báo"),
    Defect("L4-SUB-16", "lookup.status", 1, "tra cứu công khai: trạng thái 1"),
    Defect("L4-SUB-16", "lookup.status", None, "không có trạng thái"),
    Defect("L4-SUB-16", "lookup.due_date", None, "không có ngày hẹn trả"),
    Defect("L4-SUB-16", "lookup.due_date", "2026-11-30T17:00:00+07:00", "hẹn trả ngày 30/11/2026"),
    Defect("L4-SUB-16", "lookup.text", "Không tìm thấy hồ sơ.", "trang tra cứu không hiện hồ sơ"),
    Defect(
        "L4-PAY-01",
        "payment.offered",
        False,
        "không cho thanh toán trực tuyến; yêu cầu: thanh toán trực tuyến 16.000 đ",
    ),
    Defect("L4-PAY-01", "gateway.orders", [], "bấm thanh toán nhưng không tới cổng thanh toán"),
    Defect(
        "L4-PAY-03",
        "gateway.orders",
        [order(20000)],
        "cổng thanh toán thu 20.000 đ (đúng mức: trang hồ sơ, trang bắt đầu, biên lai, gói tin gửi Cổng DVC quốc gia); "
        "yêu cầu: mức đã công bố là 8.000 đ × 2 bản = 16.000 đ",
    ),
    Defect("L4-PAY-03", "fee.charged", 8000, "trang hồ sơ ghi phải nộp 8.000 đ"),
    Defect("L4-PAY-03", "fee.charged", None, "trang hồ sơ ghi phải nộp không có số tiền"),
    Defect("L4-PAY-03", "fee.before_start", 7000, "trang bắt đầu ghi 7.000 đ (đúng mức: cổng thanh toán"),
    Defect("L4-PAY-03", "fee.receipt", 8000, "biên lai ghi 8.000 đ (đúng mức: cổng thanh toán"),
    Defect("L4-PAY-10", "gateway.notices", [notice("99")], "trả lời mã 99 (…); yêu cầu: mã 00"),
    Defect("L4-PAY-10", "payment.status", "unpaid", "hồ sơ ghi «chưa thanh toán»"),
    Defect("L4-PAY-11", "gateway.notices", [notice("00")], "trả lời mã 00 (…); yêu cầu: mã 97"),
    Defect("L4-PAY-11", "gateway.notices", [notice("", http_status=500)], "trả lời HTTP 500 không có mã"),
    Defect(
        "L4-PAY-11",
        "payment.status",
        ("unpaid", "paid"),
        "hồ sơ ghi «đã thanh toán»; yêu cầu: hồ sơ vẫn chưa thanh toán",
    ),
    Defect("L4-PAY-12", "gateway.notices", [notice("00")], "yêu cầu: mã 04"),
    Defect("L4-PAY-12", "payment.status", ("unpaid", "paid"), "hồ sơ ghi «đã thanh toán»"),
    Defect("L4-PAY-13", "gateway.notices", [notice("99")], "trả lời mã 99 (…); yêu cầu: mã 01"),
    Defect("L4-PAY-14", "gateway.notices", [notice("00"), notice("00"), notice("02")], "trả lời 00, 00, 02"),
    Defect("L4-PAY-14", "receipts.count", 2, "2 biên lai cho một lần nộp tiền"),
    Defect("L4-PAY-15", "payment.status", ("unpaid", "paid"), "hồ sơ ghi «đã thanh toán»"),
    Defect("L4-PAY-16", "payment.status", "pending", "hồ sơ ghi «đang chờ xác nhận»"),
    Defect("L4-PAY-16", "payment.message", "", "quay về sau khi hủy: không có thông báo"),
    Defect("L4-PAY-16", "payment.retry_offered", False, "sau khi hủy không còn cách thanh toán"),
    Defect("L4-PAY-17", "payment.status", "unpaid", "hồ sơ ghi «chưa thanh toán»"),
    Defect("L4-PAY-18", "gateway.queries", [], "không hỏi lại cổng thanh toán"),
    Defect("L4-PAY-18", "payment.status", "pending", "hồ sơ ghi «đang chờ xác nhận»"),
    Defect(
        "L4-PRC-01",
        "status.steps",
        _steps(step("process", 4, portal=2)),
        "sau bước chuyển xử lý cổng hiện 2 (Được tiếp nhận); yêu cầu: 4 (Đang xử lý)",
    ),
    Defect("L4-PRC-01", "status.steps", _steps(step("issue", 9, portal=None)), "cổng hiện «trống»"),
    Defect("L4-PRC-02", "history.portal", [1, 2, 4, 9, 4, 10], "9 (Đã xử lý xong) → 4 (Đang xử lý)"),
    Defect("L4-PRC-02", "history.portal", [1, 2, 4, 10], "4 (Đang xử lý) → 10 (Đã trả kết quả)"),
    Defect("L4-PRC-02", "history.portal", [1, "Chờ ký"], "→ «Chờ ký»"),
    Defect("L4-RES-01", "result.offered", False, "không cho tải kết quả"),
    Defect("L4-INT-03", "national.dossiers", [], f"không nhận gói tin nào của hồ sơ {CODE}"),
    Defect("L4-INT-04", "national.dossiers", [packet("2", DonViXuLy=" ")], "bỏ trống DonViXuLy (Đơn vị xử lý)"),
    Defect(
        "L4-INT-04",
        "national.dossiers",
        [packet("2", TaiLieuNop=[{"TenTepDinhKem": "a"}])],
        "TaiLieuNop.0.MaThanhPhanHoSo",
    ),
    Defect(
        "L4-INT-06",
        "national.dossiers",
        [packet("2", NgayTiepNhan="20261119090000")],
        "Ngày nộp hồ sơ 20/11/2026 09:00 sau Ngày tiếp nhận 19/11/2026 09:00",
    ),
    Defect("L4-INT-07", "national.dossiers", [packet("")], "gửi trạng thái rỗng"),
    Defect("L4-INT-07", "national.dossiers", [packet("11")], "gửi trạng thái «11»"),
    Defect("L4-INT-07", "national.dossiers", [packet("8")], "8 (Dừng xử lý) mà hồ sơ chưa từng có"),
    Defect("L4-INT-12", "national.progress", [PROGRESS[0], *PROGRESS[2:]], "không gửi tiến độ bước 4 (Đang xử lý)"),
    Defect(
        "L4-INT-12",
        "national.progress",
        [*PROGRESS, progress("4", "20261120090750")],
        "9 (Đã xử lý xong) → 4 (Đang xử lý)",
    ),
    Defect("L4-INT-12", "national.progress", [*PROGRESS, progress("9", "20261120090500")], "tiến độ"),
    Defect("L4-INT-19", "code.one_stop", "H99-261120-0001", "một cửa điện tử ghi mã H99-261120-0001"),
    Defect(
        "L4-INT-19", "status.steps", _steps(step("deliver", 10, one_stop=9)), "một cửa điện tử ghi 9 (Đã xử lý xong)"
    ),
    Defect("L4-DAT-03", "published.fee", 0, "ô số ghi 0 đ, nhưng phần mô tả nêu 8.000 đ"),
    Defect("L4-DAT-04", "published.fee", 8, "ô số ghi 8 đ, nhưng phần mô tả nêu 8.000 đ"),
    Defect("L4-SEC-02", "cookies", [COMPLETE["cookies"][0] | {"http_only": False}], "cookie «phien» không có HttpOnly"),
    Defect("L4-SEC-02", "cookies", [COMPLETE["cookies"][0] | {"secure": False}], "cookie «phien» không có Secure"),
    Defect(
        "L4-SEC-04",
        "stranger.probes",
        [probe("account", "result", status=200, same_content=True)],
        "người có tài khoản khác mở kết quả được nguyên nội dung của chủ hồ sơ (HTTP 200)",
    ),
    Defect(
        "L4-SEC-04",
        "stranger.probes",
        [probe("visitor", "dossier", status=200, revealed=["Nguyễn Văn Mẫu"])],
        "khách không đăng nhập mở trang hồ sơ được «Nguyễn Văn Mẫu» của chủ hồ sơ",
    ),
    Defect("L4-SEC-11", "lookup.text", f"{CODE} Nguyễn Văn Mẫu", "hiện họ tên đầy đủ"),
    Defect("L4-SEC-11", "lookup.text", f"{CODE} 999 090 000 001, 0990.000.001", "hiện số định danh, số điện thoại"),
    Defect("L4-MON-01", "rating.levels", ["Rất hài lòng", "Hài lòng"], "có 2 mức đánh giá"),
    Defect("L4-MON-01", "rating.saved", None, "không có lời xác nhận"),
    *FURTHER,
    *DATA_DEFECTS,
    *FORM_DEFECTS,
    *SURROUNDING_DEFECTS,
    *WAY_IN_DEFECTS,
    *DESK_DEFECTS,
    *MONEY_DEFECTS,
    *AGAIN_DEFECTS,
    *ELSEWHERE_DEFECTS,
]
