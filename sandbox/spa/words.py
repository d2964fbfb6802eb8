"""This portal's own words: the domain decides what is said, this table how it is called here."""

from __future__ import annotations

from collections.abc import Iterable

STATUS = {
    "Mới đăng ký": "Đã gửi đơn", "Được tiếp nhận": "Đã nhận đơn", "Không được tiếp nhận": "Không nhận đơn",
    "Đang xử lý": "Đang giải quyết", "Yêu cầu bổ sung giấy tờ": "Chờ bổ sung tài liệu",
    "Yêu cầu thực hiện nghĩa vụ tài chính": "Chờ nộp tiền", "Công dân yêu cầu rút hồ sơ": "Người nộp đã rút đơn",
    "Dừng xử lý": "Ngừng giải quyết", "Đã xử lý xong": "Đã có kết quả", "Đã trả kết quả": "Hoàn tất",
}
PAYMENT = {
    "Đã thanh toán": "Đã nộp đủ", "Chưa thanh toán": "Chưa nộp", "Đang chờ xác nhận": "Chờ ngân hàng báo có",
    "Không phải nộp": "Miễn nộp",
}
ACTIONS = {
    "Tiếp nhận hồ sơ": "Nhận đơn", "Yêu cầu bổ sung": "Đề nghị bổ sung", "Từ chối": "Không nhận",
    "Yêu cầu nộp phí": "Báo nộp tiền", "Chuyển xử lý": "Giao giải quyết", "Ký và ban hành kết quả": "Ký kết quả",
    "Trả kết quả": "Giao kết quả", "Dừng xử lý": "Ngừng giải quyết", "Xin lỗi và hẹn lại": "Xin lỗi, hẹn ngày khác",
}
LABELS = {
    "Mã hồ sơ": "Hồ sơ số", "Thời điểm tiếp nhận": "Ghi nhận lúc", "Tên thủ tục": "Thủ tục",
    "Trạng thái hồ sơ": "Tình trạng", "Người nộp": "Người đứng đơn", "Số định danh cá nhân": "Số định danh",
    "Cơ quan giải quyết": "Nơi giải quyết", "Ngày hẹn trả kết quả": "Hẹn trả",
}


def status(words: str) -> str:
    """A status that the table does not know stays as the domain says it."""
    return STATUS.get(words, words)


def payment(words: str) -> str:
    return PAYMENT.get(words, words)


def rows(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Rows of the domain under this portal's labels."""
    return [{"label": LABELS.get(label, label), "value": STATUS.get(value, value)} for label, value in pairs]
