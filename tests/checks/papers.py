"""PDF papers as a conforming portal issues them: Vietnamese text, signed by a test organisation."""

from __future__ import annotations

import io
from functools import cache

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sandbox.core import documents, signing
from tests.checks.people import AGENCY, CODE, PERSON

FONT = min((signing.PKI.parent / "fonts").glob("*.ttf"), key=lambda path: len(path.name))  # the plain face


@cache
def paper(*lines: str, password: str = "", picture: bytes = b"", code: str = "") -> bytes:
    """An unsigned page. `code`: text of a QR code at the top left."""
    if code:
        drawn = io.BytesIO()
        segno.make(code, micro=False).save(drawn, kind="png", scale=3)
        picture = drawn.getvalue()
    pdfmetrics.registerFont(TTFont("Serif", str(FONT)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=password or None)
    canvas.setFont("Serif", 9)
    for number, line in enumerate(lines):
        canvas.drawString(50, (620 if code else 780) - 20 * number, line)
    if picture:
        canvas.drawImage(ImageReader(io.BytesIO(picture)), 40, 660)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def signed(*lines: str, by: str = AGENCY, code: str = "", stamp: tuple[str, ...] = ()) -> bytes:
    """`stamp`: lines that the signature shows; none: it does not show."""
    return signing.sign(paper(*lines, code=code), by, documents.stamp(stamp) if stamp else b"")


SLIP = (
    AGENCY,
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    f"Mã hồ sơ: {CODE}",
    f"Tiếp nhận hồ sơ của: {PERSON['full_name']}",
    "Nội dung: Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
    "Thành phần: Giấy tờ chứng minh quan hệ",
    "Thời gian nhận hồ sơ: 20/11/2026 09:05:00",
    "Thời gian trả kết quả giải quyết hồ sơ: 23/11/2026 17:00:00",
    "Đăng ký nhận kết quả: Trực tuyến",
)
RECEIPT = (
    AGENCY,
    "BIÊN LAI THU PHÍ, LỆ PHÍ ĐIỆN TỬ",
    f"Người nộp tiền: {PERSON['full_name']}",
    f"Mã hồ sơ: {CODE}",
    "Nội dung thu: Lệ phí cấp bản sao trích lục hộ tịch",
    "Số tiền: 16.000 đ",
    "Bằng chữ: Mười sáu nghìn đồng",
)
RESULT = (
    AGENCY,
    "BẢN SAO TRÍCH LỤC HỘ TỊCH",
    f"Mã hồ sơ: {CODE}, số {CODE}-KQ1",
    f"Họ, chữ đệm, tên: {PERSON['full_name']}",
    f"Số định danh cá nhân: {PERSON['identity_number']}",
    "Quản lý tại: Hệ thống thông tin giải quyết thủ tục hành chính",
    f"Ký số bởi: {AGENCY}",
)
STAMP = (AGENCY, "Thời gian ký: 2026-11-20T09:07:00+07:00")
SLIP_CODE = f"{CODE}|2.000635|{PERSON['identity_number']}|Giấy tiếp nhận hồ sơ|Hệ thống mẫu|20/11/2026 09:05:00"
RESULT_CODE = f"{CODE}-KQ1|{CODE}|2.000635|Hệ thống mẫu"
GIVEN = paper("Giấy tờ chứng minh quan hệ", "Tài liệu mẫu của người nộp, dài hơn bốn mươi ký tự để so sánh.")


def without(lines: tuple[str, ...], word: str) -> tuple[str, ...]:
    kept = tuple(line for line in lines if word not in line)
    assert len(kept) < len(lines), word
    return kept


def instead(lines: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    changed = tuple(line.replace(old, new) for line in lines)
    assert changed != lines, old
    return changed
