"""Defects of submission, reception, statuses and lookup."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from sandbox.core import working_days
from sandbox.core.models import Dossier
from sandbox.core.procedures import Procedure
from sandbox.core.texts import PRETENDED
from sandbox.faults.fault import Fault


class NoSubmissionTime(Fault):
    id = "sub-02-no-submission-time"
    title = "Màn hình nộp thành công không có thời điểm tiếp nhận"
    citizen = "không chứng minh được mình nộp lúc nào"
    expects = frozenset({"L4-SUB-02"})

    def submission_rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        return [row for row in super().submission_rows(dossier) if row[0] != "Thời điểm tiếp nhận"]


class ClockAhead(Fault):
    id = "sub-02-clock-hours-ahead"
    title = "Đồng hồ của cổng nhanh năm giờ"
    citizen = "hồ sơ ghi nộp vào một giờ chưa tới, hạn tính sai"
    expects = frozenset({"L4-SUB-02"})

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        if PRETENDED.get() is None:  # a moment that the request itself names stays
            PRETENDED.set(timezone.now() + timedelta(hours=5))
        return super().answer(origin, path)


class ClockBehind(Fault):
    id = "sub-02-clock-hours-behind"
    title = "Máy chủ cổng chạy giờ UTC, ghi như giờ Việt Nam"
    citizen = "hồ sơ ghi nộp trước đó bảy giờ, nộp buổi sáng thành hôm trước"
    expects = frozenset({"L4-SUB-02"})

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        if PRETENDED.get() is None:
            PRETENDED.set(timezone.now() - timedelta(hours=7))
        return super().answer(origin, path)


class CodeOfYesterday(Fault):
    id = "sub-03-code-of-yesterday"
    title = "Ngày trong mã hồ sơ là ngày hôm trước"
    citizen = "mã hồ sơ sai quy tắc, tra cứu theo ngày không thấy"
    expects = frozenset({"L4-SUB-03"})

    def dossier_code(self, day: datetime, serial: int) -> str:
        return super().dossier_code(day - timedelta(days=1), serial)


class CodeThreeDigits(Fault):
    id = "sub-03-code-three-digits"
    title = "Số thứ tự trong mã hồ sơ chỉ có ba chữ số"
    citizen = "mã hồ sơ không đúng cấu trúc chung cả nước"
    expects = frozenset({"L4-SUB-03", "L4-INT-05", "L4-INT-20"})

    def dossier_code(self, day: datetime, serial: int) -> str:
        head, _, number = super().dossier_code(day, serial).rpartition("-")
        return f"{head}-{int(number):03d}"


class SlipWithoutComponents(Fault):
    id = "sub-05-slip-without-components"
    title = "Giấy tiếp nhận không liệt kê thành phần hồ sơ"
    citizen = "không có bằng chứng đã nộp những giấy tờ gì"
    expects = frozenset({"L4-SUB-05"})

    def slip_rows(self, dossier: Dossier, one: Procedure) -> list[tuple[str, str]]:
        return [row for row in super().slip_rows(dossier, one) if not row[0].startswith("Thành phần hồ sơ")]


class SlipUnsigned(Fault):
    id = "sub-05-slip-unsigned"
    title = "Giấy tiếp nhận không có chữ ký số"
    citizen = "giấy tiếp nhận không có giá trị"
    expects = frozenset({"L4-SUB-05"})

    def signed(self, pdf: bytes, organisation: str, kind: str) -> bytes:
        return pdf if kind == "slip" else super().signed(pdf, organisation, kind)


class DueDateCountsReception(Fault):
    id = "sub-08-due-date-one-day-late"
    title = "Ngày hẹn trả cộng thừa một ngày làm việc"
    citizen = "phải chờ lâu hơn thời hạn một ngày"
    expects = frozenset({"L4-SUB-08"})

    def due_at(self, received: datetime, procedure: Procedure) -> datetime:
        return working_days.due(super().due_at(received, procedure), procedure.time_limit)


class NoSubmissionMail(Fault):
    id = "sub-09-no-mail"
    title = "Không gửi thư nào cho người nộp"
    citizen = "không biết hồ sơ đã được nhận hay chưa"
    expects = frozenset({"L4-SUB-09"})

    def mail(self, dossier: Dossier, event: str, note: str = "") -> tuple[str, str] | None:
        return None


class LookupWithoutDueDate(Fault):
    id = "sub-16-lookup-without-due-date"
    title = "Tra cứu công khai không có ngày hẹn trả"
    citizen = "không biết bao giờ có kết quả"
    expects = frozenset({"L4-SUB-16"})

    def lookup_rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        return [row for row in super().lookup_rows(dossier) if row[0] != "Ngày hẹn trả kết quả"]


class LookupStaleStatus(Fault):
    id = "sub-16-lookup-stale-status"
    title = "Tra cứu công khai luôn hiện «Mới đăng ký»"
    citizen = "tra cứu thấy hồ sơ nằm im"
    expects = frozenset({"L4-SUB-16"})

    def lookup_rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        return [(k, self.status_name(1) if k == "Trạng thái hồ sơ" else v) for k, v in super().lookup_rows(dossier)]


class StepNotShown(Fault):
    id = "prc-01-step-not-shown"
    title = "Hồ sơ đang xử lý nhưng cổng vẫn hiện «Được tiếp nhận»"
    citizen = "không biết hồ sơ đã được chuyển xử lý"
    expects = frozenset({"L4-PRC-01"})

    def portal_status(self, dossier: Dossier) -> str:
        return self.status_name(2) if dossier.status == 4 else super().portal_status(dossier)


class HistoryGoesBack(Fault):
    id = "prc-02-history-goes-back"
    title = "Lịch sử ghi hồ sơ đã xử lý xong quay lại đang xử lý"
    citizen = "thấy hồ sơ xong rồi lại quay về"
    expects = frozenset({"L4-PRC-02"})

    def history(self, dossier: Dossier) -> list[dict[str, str]]:
        rows = super().history(dossier)
        if dossier.status in {9, 10}:
            back = next(row for row in rows if row["status"] == self.status_name(4))
            rows = [*rows[:-1], back, rows[-1]] if dossier.status == 10 else [*rows, back]
        return rows


class OneStopLagsBehind(Fault):
    id = "int-19-one-stop-lags"
    title = "Một cửa điện tử vẫn ghi «Đã xử lý xong» sau khi trả kết quả"
    citizen = "cổng nói đã trả, bộ phận một cửa nói chưa"
    expects = frozenset({"L4-INT-19"})

    def one_stop_status(self, dossier: Dossier) -> str:
        return self.status_name(9) if dossier.status == 10 else super().one_stop_status(dossier)


class OneStopOtherCode(Fault):
    id = "int-19-one-stop-other-code"
    title = "Một cửa điện tử dùng mã hồ sơ khác"
    citizen = "đọc mã hồ sơ cho cán bộ thì cán bộ không tìm thấy"
    expects = frozenset({"L4-INT-19"})

    def one_stop_code(self, dossier: Dossier) -> str:
        return super().one_stop_code(dossier).replace("000.00.00.", "")
