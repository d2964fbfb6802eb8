"""What a person gets wrong in a file, and the message that must say so."""

from __future__ import annotations

import unicodedata

from tests.catalog.conftest import PORTAL, PROFILE

RULESET = "catalog/rulesets/toan-trinh.yaml"
NAME = "name: Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"

# what is wrong → file, text, wrong text, the message; {line} is where the wrong text begins
MISTAKES = {
    "misspelt key": (
        PROFILE,
        "level: toàn trình",
        "levle: toàn trình",
        "Không có trường «levle». Có phải ý bạn là «level» (Mức độ cung cấp)?",
    ),
    "wrong type": (
        PROFILE,
        "time_limit: {amount: 1, unit: working_day}",
        "time_limit: 1 ngày",
        "Trường «Thời hạn giải quyết» (time_limit): cần một nhóm trường (tên: giá trị), nhưng thấy «1 ngày».",
    ),
    "not a number": (
        PROFILE,
        "online: 8000",
        "online: 8.000đ",
        "Trường «Mức thu khi nộp trực tuyến» (fees.1.online): cần số đồng viết liền, ví dụ 8000, nhưng thấy «8.000đ».",
    ),
    "unknown word": (
        PROFILE,
        "unit: working_day",
        "unit: working_days",
        (
            "Trường «Đơn vị thời hạn» (time_limit.unit): cần một trong: working_day, day, hour, "
            "nhưng thấy «working_days». Có phải ý bạn là «working_day»?"
        ),
    ),
    "NFD text": (
        PROFILE,
        NAME,
        unicodedata.normalize("NFD", NAME),
        f"Chữ Việt tổ hợp rời (NFD) trong «{NAME}»; hãy gõ lại bằng Unicode dựng sẵn (NFC).",
    ),
    "unknown portal": (
        PROFILE,
        "portal: sandbox",
        "portal: sanbox",
        "Trường «Cổng dịch vụ công» (portal): không có cổng dịch vụ công «sanbox». Có phải ý bạn là «sandbox»?",
    ),
    "unknown ruleset": (
        PROFILE,
        "ruleset: toan-trinh",
        "ruleset: toan-trin",
        "Trường «Bộ tiêu chí» (ruleset): không có bộ tiêu chí «toan-trin». Có phải ý bạn là «toan-trinh»?",
    ),
    "unknown persona": (
        PROFILE,
        "level: toàn trình",
        "applicant: nguyen-van-mao\nlevel: toàn trình",
        "Trường «Người nộp» (applicant): không có người nộp «nguyen-van-mao». Có phải ý bạn là «nguyen-van-mau»?",
    ),
    "unknown reference": (
        PROFILE,
        '"Thư điện tử": "@applicant.email"',
        '"Thư điện tử": "@applicant.mail"',
        "Không có giá trị tham chiếu «@applicant.mail». Có phải ý bạn là «@applicant.email»?",
    ),
    "wrong folder": (
        PROFILE,
        "field: ho-tich",
        "field: ho-tick",
        "Trường «Lĩnh vực (tên thư mục)» (field): cần trùng tên thư mục «ho-tich», nhưng thấy «ho-tick».",
    ),
    "missing sample file": (
        PROFILE,
        '"Giấy tờ chứng minh quan hệ": {file: samples/giay-to.pdf',
        '"Giấy tờ chứng minh quan hệ": {file: samples/giay-too.pdf',
        (
            "Trường «Tệp mẫu» (papers.Giấy tờ chứng minh quan hệ): không có tệp «samples/giay-too.pdf». "
            "Có phải ý bạn là «samples/giay-to.pdf»?"
        ),
    ),
    "fee missing for a case": (
        PROFILE,
        "per: copies",
        "per: copy",
        (
            "Trường «Nhân theo» (fees.1.per): không tính được phí của trường hợp này, vì khoản thu "
            "«Lệ phí cấp bản sao trích lục hộ tịch» nhân theo «copy» mà phần «case» không có. "
            "Có phải ý bạn là «copies»?"
        ),
    ),
    "case is not a number": (
        PROFILE,
        'copies: "2"',
        "copies: hai",
        (
            "Trường «Giá trị của trường hợp» (case.copies): cần một số nguyên từ 1 để nhân khoản thu "
            "«Lệ phí cấp bản sao trích lục hộ tịch», nhưng thấy «hai»."
        ),
    ),
    "unknown verb": (
        PORTAL,
        "press: {button: Trả kết quả}",
        "pres: {button: Trả kết quả}",
        "Không có động từ hay bổ ngữ «pres». Có phải ý bạn là «press» (Bấm)?",
    ),
    "two verbs": (
        PORTAL,
        "as: visitor",
        "{as: visitor, use: find}",
        (
            "Trường «Bước» (tasks.lookup.1): cần đúng một động từ: open, press, set, wait, expect, read, "
            "fetch, mail, as, use, if_seen, nhưng thấy nhóm trường {as, use}."
        ),
    ),
    "unknown place": (
        PORTAL,
        "{button: Trả kết quả}",
        "{buton: Trả kết quả}",
        "Không có cách chỉ chỗ «buton». Có phải ý bạn là «button» (Nút)?",
    ),
    "unknown actor": (PORTAL, "as: visitor", "as: visiter", "Không có vai «visiter». Có phải ý bạn là «visitor»?"),
    "unknown fact": (
        PORTAL,
        "read: fee.charged",
        "read: fee.chargd",
        "Không có dữ kiện «fee.chargd». Có phải ý bạn là «fee.charged»?",
    ),
    "a fact of ours": (
        PORTAL,
        "read: fee.charged",
        "read: {find.clicks: Số lần bấm}",
        "Dữ kiện «find.clicks» do bộ kiểm thử tự ghi, bộ kết nối không đọc.",
    ),
    "a fact without a usual place": (
        PORTAL,
        "read: fee.charged",
        "read: attach.from_store",
        (
            "Dữ kiện «attach.from_store» không có chữ thường gặp trong catalog/facts.yaml; "
            "hãy ghi chỗ đọc, ví dụ «attach.from_store: {row: …}»."
        ),
    ),
    "no fact of that group": (
        PORTAL,
        "read: lookup.*",
        "read: lockup.*",
        "Không có dữ kiện «lockup.*». Có phải ý bạn là «lookup.*»?",
    ),
    "words missing for a shared piece": (
        PORTAL,
        "press: Tra cứu, until: Kết quả tra cứu}",
        "press: Tra cứu}",
        "«use: ask» còn thiếu «with: {until: …}».",
    ),
    "words that a shared piece does not take": (
        PORTAL,
        "press: Tra cứu, until: Kết quả tra cứu}",
        "press: Tra cứu, until: Kết quả tra cứu, untill: x}",
        "Không có chỗ nhận «@given.untill». Có phải ý bạn là «@given.until»?",
    ),
    "unknown shared piece": (
        PORTAL,
        "use: vneid.sign_in",
        "use: vneid.signin",
        "Không có việc «vneid.signin». Có phải ý bạn là «vneid.sign_in»?",
    ),
    "unknown partner": (
        PORTAL,
        "gateway: vnpay",
        "gateway: vnpai",
        "Không có đối tác «vnpai». Có phải ý bạn là «vnpay»?",
    ),
    "unknown task": (
        PORTAL,
        "use: officer_sign_in",
        "use: oficer_sign_in",
        "Không có việc «oficer_sign_in». Có phải ý bạn là «officer_sign_in»?",
    ),
    "secret in a file": (
        PORTAL,
        'username: can-bo-01, password: "${OFFICER_PASSWORD}"',
        "username: can-bo-01, password: Bi-mat-1",
        (
            "Trường «Mật khẩu» (actors.officer.password): cần tên biến môi trường dạng ${OFFICER_PASSWORD}; "
            "không ghi bí mật vào tệp, nhưng thấy một giá trị ghi thẳng."
        ),
    ),
    "secret typed by a step": (
        "catalog/portals/sandbox.yaml",
        'Mật khẩu: "@actor.password"',
        "Mật khẩu: Bi-mat-1",
        (
            "Ô «Mật khẩu»: không ghi bí mật vào tệp; hãy ghi vào actors, lấy từ biến môi trường "
            "(password: ${TÊN_BIẾN}), rồi dùng @actor.password."
        ),
    ),
    "secret in an address": (
        PORTAL,
        "- open: /dang-nhap",
        "- open: /dang-nhap?token=abc123",
        "Địa chỉ chứa bí mật; hãy lấy từ biến môi trường ở origins.",
    ),
    "secret in an origin": (
        PORTAL,
        'portal: "${PORTAL_URL}"',
        "portal: https://ai:bimat@dvc.example.vn",
        (
            "Trường «Địa chỉ gốc» (origins.portal): cần địa chỉ dạng https://dichvucong.example.vn hoặc "
            "${PORTAL_URL}, nhưng thấy «https://…@dvc.example.vn»."
        ),
    ),
    "unknown criterion": (
        RULESET,
        "criteria: all",
        "criteria: [L4-PAY-03, L4-PAI-03]",
        "Không có tiêu chí «L4-PAI-03». Có phải ý bạn là «L4-PAY-03»?",
    ),
}
