"""The words and colours that every report shares."""

from __future__ import annotations

from harness.model import Decision, State

# Groups in the order of a citizen's way through a service.
WAY = ("INF", "ACC", "IDN", "FRM", "SUB", "PAY", "PRC", "RES", "INT", "DAT", "SEC", "MON", "TST")
# In Allure: the parameter that keeps services apart, and the label that reports/allurerc.mjs sorts blanks by.
SERVICE, JUDGED = "Dịch vụ", "kết luận"
SEVERITY = {"mandatory": "bắt buộc", "recommended": "khuyến nghị"}
BASIS = {"law": "quy định", "practice": "thực tiễn", "derived": "suy ra"}
JOURNEYS = {
    "information": "xem thông tin công khai",
    "incomplete": "nộp hồ sơ thiếu",
    "form": "thử từng ô của tờ khai",
    "complete": "trọn quy trình",
    "stranger": "người lạ tìm cách xem hồ sơ",
    "payment-cancelled": "hủy thanh toán",
    "payment-forged": "thông báo thanh toán giả chữ ký",
    "payment-wrong-amount": "thông báo thanh toán sai số tiền",
    "payment-unknown": "thông báo cho giao dịch lạ",
    "payment-suspicious": "giao dịch bị nghi ngờ",
    "payment-tampered-return": "sửa địa chỉ quay về",
    "payment-browser-closed": "đóng trình duyệt sau khi trả tiền",
    "payment-duplicate": "thông báo thanh toán lặp lại",
    "payment-lost": "mất thông báo thanh toán",
    "payment-anonymous": "người khác trả tiền hộ",
    "supplement": "bổ sung, nộp thêm, hẹn lại, dừng",
    "refusal": "cán bộ từ chối hồ sơ đã trả tiền",
    "withdrawal": "người nộp rút hồ sơ",
    "keyboard": "chỉ dùng bàn phím",
    "double": "nộp hai lần, từ hai thẻ",
    "expiry": "mất phiên đăng nhập giữa chừng",
    "cut": "mạng đứt lúc gửi hồ sơ",
    "sign-out": "đăng xuất rồi dùng lại cookie cũ",
    "phone": "khai trên điện thoại",
    "firefox": "khai trên Firefox",
}
# Facts about a run, as run.json names them.
FACT_NAMES = {
    "portal": "Bộ kết nối",
    "command": "Lệnh",
    "portal_name": "Cổng được kiểm",
    "portal_url": "Địa chỉ cổng",
    "environment": "Môi trường",
    "browser": "Trình duyệt",
    "at_once": "Số hành trình cùng lúc",
    "faults": "Lỗi cài sẵn",
    "variants": "Biến thể",
    "variant": "Biến thể",
    "latency_ms": "Độ trễ thêm (ms)",
    "peak_memory_mb": "Bộ nhớ cao nhất (MB)",
    "dossiers": "Hồ sơ đã tạo",
    "version": "Phiên bản kiemthu",
    "python": "Python",
    "machine": "Máy",
    "seconds": "Thời gian (giây)",
    "judged_from": "Xét lại từ lượt",
    "evidence_from": "Xét lại từ lượt",
}
# Colours of a terminal (rich) for each state and decision; the words always stand beside them.
STATE_STYLE = {
    State.PASS: "green",
    State.FAIL: "bold red",
    State.WARN: "yellow",
    State.NOT_APPLICABLE: "dim",
    State.BLOCKED: "bold magenta",
    State.COMPROMISED: "magenta",
    State.ERROR: "bold red",
    State.REVIEW: "cyan",
    State.FLAKY: "yellow",
    State.WAIVED: "cyan",
    State.NOT_RUN: "dim",
}
DECISION_STYLE = {
    Decision.PUBLISH: "bold white on green",
    Decision.HOLD: "bold white on red",
    Decision.CANNOT_SAY: "bold black on yellow",
}


def legal(basis: str, checked: bool) -> str:
    """A legal reference never looks more certain than it is."""
    return basis if checked else f"{basis} (chưa đối chiếu bản gốc)"
