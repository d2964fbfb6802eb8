"""Typical defects, one changed fact each, and the sentence a portal's vendor reads."""

from __future__ import annotations

from typing import Any

from tests.checks.again_facts import AGAIN_DEFECTS
from tests.checks.data_defects import DATA_DEFECTS
from tests.checks.defect import Defect
from tests.checks.desk_facts import DESK_DEFECTS
from tests.checks.dossier_defects import DOSSIER_DEFECTS
from tests.checks.elsewhere_facts import ELSEWHERE_DEFECTS
from tests.checks.facts import COMPLETE, OIDC, probe
from tests.checks.form_facts import FORM_DEFECTS
from tests.checks.further_defects import FURTHER
from tests.checks.incomplete_facts import INCOMPLETE, PROBES, field_refusal, file_probe
from tests.checks.information_facts import INFORMATION
from tests.checks.money_facts import MONEY_DEFECTS
from tests.checks.payment_defects import PAYMENT_DEFECTS
from tests.checks.people import CODE, PERSON
from tests.checks.rows import opened
from tests.checks.surrounding_facts import SURROUNDING_DEFECTS
from tests.checks.way_in_defects import WAY_IN_DEFECTS


def _first(fact: str, row: Any, of: dict[str, Any] = INCOMPLETE) -> list[Any]:
    return [row, *of[fact][1:]]


def _probes(changed: dict[str, Any]) -> list[dict[str, Any]]:
    return [changed if one["probe"] == changed["probe"] else one for one in PROBES]


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
    *DOSSIER_DEFECTS,
    *PAYMENT_DEFECTS,
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
