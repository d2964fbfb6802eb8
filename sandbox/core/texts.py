"""How times, money and statuses read in Vietnamese."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone
from num2words import num2words

STATUS_NAMES = {
    1: "Mới đăng ký", 2: "Được tiếp nhận", 3: "Không được tiếp nhận", 4: "Đang xử lý",
    5: "Yêu cầu bổ sung giấy tờ", 6: "Yêu cầu thực hiện nghĩa vụ tài chính", 7: "Công dân yêu cầu rút hồ sơ",
    8: "Dừng xử lý", 9: "Đã xử lý xong", 10: "Đã trả kết quả",
}
PAYMENT_NAMES = {
    "paid": "Đã thanh toán", "unpaid": "Chưa thanh toán", "pending": "Đang chờ xác nhận", "none": "Không phải nộp",
}


PRETENDED: ContextVar[datetime | None] = ContextVar("PRETENDED", default=None)  # the test clock of one request


def now() -> datetime:
    """The present moment in Vietnam, to the second (what a citizen reads is what is stored)."""
    return timezone.localtime(PRETENDED.get()).replace(microsecond=0)


def vnd(amount: int) -> str:
    """`16000` → «16.000 đ»."""
    return f"{amount:,}".replace(",", ".") + " đ"


def vnd_in_words(amount: int) -> str:
    """`16000` → «Mười sáu nghìn đồng»."""
    words: str = num2words(amount, lang="vi")
    return f"{words[:1].upper()}{words[1:]} đồng"


def moment(value: datetime | None) -> str:
    """«24/11/2026 17:00:00» in Vietnam's time; empty when there is none."""
    return timezone.localtime(value).strftime("%d/%m/%Y %H:%M:%S") if value else ""


def day(value: datetime | None) -> str:
    return timezone.localtime(value).strftime("%d/%m/%Y") if value else ""


def national(value: datetime | None) -> str:
    """`yyyyMMddHHmmss`, the national portal's time."""
    return timezone.localtime(value).strftime("%Y%m%d%H%M%S") if value else ""
