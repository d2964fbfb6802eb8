"""Typical defects of paying online."""

from __future__ import annotations

from tests.checks.defect import Defect
from tests.checks.rows import notice, order

PAYMENT_DEFECTS = [
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
        "payment.after",
        "paid",
        "hồ sơ ghi «đã thanh toán»; yêu cầu: hồ sơ vẫn chưa thanh toán",
    ),
    Defect("L4-PAY-12", "gateway.notices", [notice("00")], "yêu cầu: mã 04"),
    Defect("L4-PAY-12", "payment.after", "paid", "hồ sơ ghi «đã thanh toán»"),
    Defect("L4-PAY-13", "gateway.notices", [notice("99")], "trả lời mã 99 (…); yêu cầu: mã 01"),
    Defect("L4-PAY-14", "gateway.notices", [notice("00"), notice("00"), notice("02")], "trả lời 00, 00, 02"),
    Defect("L4-PAY-14", "receipts.count", 2, "2 biên lai cho một lần nộp tiền"),
    Defect("L4-PAY-15", "payment.after", "paid", "hồ sơ ghi «đã thanh toán»"),
    Defect("L4-PAY-16", "payment.after", "pending", "hồ sơ ghi «đang chờ xác nhận»"),
    Defect("L4-PAY-16", "payment.message", "", "quay về sau khi hủy: không có thông báo"),
    Defect("L4-PAY-16", "payment.retry_offered", False, "sau khi hủy không còn cách thanh toán"),
    Defect("L4-PAY-17", "payment.status", "unpaid", "hồ sơ ghi «chưa thanh toán»"),
    Defect("L4-PAY-18", "gateway.queries", [], "không hỏi lại cổng thanh toán"),
    Defect("L4-PAY-18", "payment.status", "pending", "hồ sơ ghi «đang chờ xác nhận»"),
]
