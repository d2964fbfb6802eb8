"""Defects of later money, of reports, of officers' accounts, and of packets that did not get through."""

from __future__ import annotations

from datetime import datetime, timedelta

from sandbox.core import working_days
from sandbox.core.conforming.delivery import Message
from sandbox.core.models import Dossier, Officer, Payment
from sandbox.faults.fault import Fault


class FeeWithoutStatus(Fault):
    id = "pay-25-status-unchanged"
    title = "Yêu cầu nộp thêm mà hồ sơ không chuyển trạng thái"
    citizen = "không biết hồ sơ đang chờ tiền"
    expects = frozenset({"L4-PAY-25"})

    def reached(self, dossier: Dossier, status: int) -> int:
        return int(dossier.status) if status == 6 else super().reached(dossier, status)


class FeeAmountUntold(Fault):
    id = "pay-25-amount-untold"
    title = "Thông báo nộp thêm không nêu số tiền"
    citizen = "không biết phải nộp bao nhiêu"
    expects = frozenset({"L4-PAY-25"})

    def later_fee_note(self, words: str, amount: int) -> str:
        return words


class AllChargedAgain(Fault):
    id = "pay-25-all-charged-again"
    title = "Nộp thêm bị thu lại cả khoản đã nộp"
    citizen = "trả hai lần một khoản phí"
    expects = frozenset({"L4-PAY-25"})

    def order_amount(self, dossier: Dossier) -> int:
        return sum(line.amount for line in dossier.fees.all())


class NothingGivenBack(Fault):
    id = "pay-26-nothing-given-back"
    title = "Từ chối hồ sơ mà không hoàn tiền đã nộp"
    citizen = "mất tiền cho hồ sơ bị từ chối"
    expects = frozenset({"L4-PAY-26"})

    def refund_due(self, dossier: Dossier, status: int) -> bool:
        return False


class LessGivenBack(Fault):
    id = "pay-26-less-given-back"
    title = "Hoàn tiền thiếu một nghìn đồng"
    citizen = "nhận lại ít hơn đã nộp"
    expects = frozenset({"L4-PAY-26"})

    def refund_amount(self, payment: Payment) -> int:
        return super().refund_amount(payment) - 1000


class RefundUntold(Fault):
    id = "pay-26-untold"
    title = "Hoàn tiền mà không báo người nộp"
    citizen = "không biết tiền đã được trả lại"
    expects = frozenset({"L4-PAY-26"})

    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        return None if event == "refund" else super().message(dossier, event, note)


class RefusedLeftOut(Fault):
    id = "pay-34-refused-left-out"
    title = "Báo cáo đối soát bỏ giao dịch của hồ sơ bị từ chối"
    citizen = "tiền đã nộp không có trong sổ"
    expects = frozenset({"L4-PAY-34"})

    def reconciled(self, payments: list[Payment]) -> list[Payment]:
        return [one for one in super().reconciled(payments) if one.dossier.status != 3]


class RoundedInReport(Fault):
    id = "pay-34-amounts-rounded"
    title = "Báo cáo đối soát làm tròn số tiền xuống chục nghìn"
    citizen = "sổ ghi ít hơn số tiền đã nộp"
    expects = frozenset({"L4-PAY-34"})

    def reconciled(self, payments: list[Payment]) -> list[Payment]:
        found = super().reconciled(payments)
        for one in found:
            one.amount -= one.amount % 10_000
        return found


class ReceptionInThreeDays(Fault):
    id = "sub-07-three-days"
    title = "Hạn thông báo tiếp nhận tính 24 giờ làm việc"
    citizen = "nộp xong ba ngày không ai trả lời"
    expects = frozenset({"L4-SUB-07"})

    def reception_deadline(self, dossier: Dossier) -> datetime:
        return working_days.after_hours(dossier.submitted_at, 24)


class LateReceptionUnseen(Fault):
    id = "sub-07-late-unseen"
    title = "Hồ sơ quá 08 giờ chưa tiếp nhận không bị nhắc"
    citizen = "hồ sơ bị bỏ quên"
    expects = frozenset({"L4-SUB-07"})

    def reception_overdue(self, dossier: Dossier, at: datetime) -> bool:
        return False


class NeverAnUpdate(Fault):
    id = "int-13-never-an-update"
    title = "Mọi gói tin gửi như hồ sơ mới (isUpdating False)"
    citizen = "Cổng DVC quốc gia từ chối các lần cập nhật"
    expects = frozenset({"L4-INT-13"})

    def says_update(self, *, known: bool) -> bool:
        return False


class NeverSentAgain(Fault):
    id = "int-16-never-again"
    title = "Gói tin bị trả lỗi không được gửi lại"
    citizen = "hồ sơ không bao giờ tới Cổng DVC quốc gia"
    expects = frozenset({"L4-INT-16", "L4-SUB-12"})

    def send_again(self, attempts: int) -> timedelta | None:
        return None


class FailureUnseen(Fault):
    id = "int-16-unseen"
    title = "Lỗi đồng bộ không hiện ở đâu cả"
    citizen = "hồ sơ kẹt mà không ai biết"
    expects = frozenset({"L4-INT-16"})

    def sync_warnings(self, rows: list[str]) -> list[str]:
        return []


class MarkupAlive(Fault):
    id = "sec-06-markup-alive"
    title = "Trang cán bộ hiện lời khai không mã hóa ký tự"
    citizen = "mã độc trong tờ khai chạy trên máy cán bộ"
    expects = frozenset({"L4-SEC-06"})

    def html(self, template: str, html: str) -> str:
        found = super().html(template, html)
        shown = template == "onestop/dossier.html"
        return found.replace("&lt;img", "<img").replace("=1&gt;", "=1>") if shown else found


class NeverLocked(Fault):
    id = "sec-13-never-locked"
    title = "Tài khoản cán bộ không khóa khi nhập sai nhiều lần"
    citizen = "người ngoài dò được mật khẩu cán bộ"
    expects = frozenset({"L4-SEC-13"})

    def locked(self, officer: Officer, at: datetime) -> bool:
        return False


class NeverSignedOut(Fault):
    id = "sec-13-never-signed-out"
    title = "Phiên cán bộ không bao giờ hết hạn"
    citizen = "ai ngồi vào máy cũng xem được hồ sơ"
    expects = frozenset({"L4-SEC-13"})

    def officer_idle(self) -> timedelta:
        return timedelta(days=3650)
