"""Dossier codes, due dates, statuses and the steps between them, and what a public lookup tells."""

from __future__ import annotations

from datetime import datetime

from sandbox.core import working_days
from sandbox.core.conforming.guards import Guards
from sandbox.core.models import Dossier
from sandbox.core.procedures import Procedure, procedure
from sandbox.core.texts import STATUS_NAMES, moment

# national-portal.md §4, read forwards: status → statuses that may follow.
NEXT = {1: {2, 3, 5, 6, 7}, 2: {4, 5, 6, 7, 8, 9}, 4: {5, 6, 7, 8, 9}, 5: {2, 3, 4, 6, 7, 8}, 6: {4, 7, 8, 9},
        9: {10}, 3: set(), 7: set(), 8: set(), 10: set()}
PROVINCE = "000.00.00.H99"


class Processing(Guards):
    # --- code and dates ----------------------------------------------------------------------------
    def dossier_code(self, day: datetime, serial: int) -> str:
        """TT 01/2018 Đ19: V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX."""
        return f"{PROVINCE}-{day:%y%m%d}-{serial:04d}"

    def due_at(self, received: datetime, procedure: Procedure) -> datetime:
        return working_days.due(received, procedure.time_limit)

    def date_text(self, value: datetime | None) -> str:
        """Times as pages, slips and mails write them."""
        return moment(value)

    # --- statuses ----------------------------------------------------------------------------------
    def may_follow(self, before: int, after: int) -> bool:
        return after in NEXT[before]

    def status_name(self, status: int) -> str:
        return STATUS_NAMES[status]

    def portal_status(self, dossier: Dossier) -> str:
        """«Trạng thái hồ sơ» on the citizen's page."""
        return self.status_name(dossier.status)

    def one_stop_status(self, dossier: Dossier) -> str:
        """«Trạng thái hồ sơ» on the officer's page."""
        return self.status_name(dossier.status)

    def one_stop_code(self, dossier: Dossier) -> str:
        return str(dossier.code)

    def reached(self, dossier: Dossier, status: int) -> int:  # noqa: ARG002 - faults choose by dossier
        """The status a dossier has after a step towards `status`."""
        return status

    def history_steps(self, status: int) -> list[int]:
        """Statuses entered in the history when a dossier reaches a status."""
        return [status]

    def history(self, dossier: Dossier) -> list[dict[str, str]]:
        """Rows of «Lịch sử xử lý», oldest first."""
        return [
            {"at": self.date_text(row.at), "status": self.status_name(row.status), "by": row.by, "note": row.note}
            for row in dossier.history.order_by("at", "pk")
        ]

    def portal_due_date(self, dossier: Dossier) -> str:
        return self.date_text(dossier.due_at)

    def one_stop_due_date(self, dossier: Dossier) -> str:
        return self.date_text(dossier.due_at)

    # --- confirmation of submission ----------------------------------------------------------------
    def submission_rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        """NĐ 45/2020 Đ11.1: the code, and when the dossier counts as handed in."""
        return [
            ("Mã hồ sơ", dossier.code),
            ("Thời điểm tiếp nhận", self.date_text(dossier.submitted_at)),
            ("Tên thủ tục", procedure(dossier.procedure).name),
            ("Trạng thái hồ sơ", self.portal_status(dossier)),
        ]

    def submission_message(self, dossier: Dossier) -> str:
        return (f"Hệ thống đã tiếp nhận hồ sơ {dossier.code} lúc {self.date_text(dossier.submitted_at)}. "
                "Cơ quan giải quyết sẽ kiểm tra và gửi giấy tiếp nhận, hẹn trả kết quả.")

    # --- public lookup -----------------------------------------------------------------------------
    def lookup_rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        """What anybody who knows the code may read."""
        return [
            ("Mã hồ sơ", dossier.code),
            ("Tên thủ tục", procedure(dossier.procedure).name),
            ("Người nộp", self.mask_name(dossier.values.get("full_name", ""))),
            ("Số định danh cá nhân", self.mask_digits(dossier.values.get("identity_number", ""))),
            ("Cơ quan giải quyết", procedure(dossier.procedure).agency.name),
            ("Trạng thái hồ sơ", self.portal_status(dossier)),
            ("Ngày hẹn trả kết quả", self.portal_due_date(dossier)),
        ]

    def lookup_found(self, code: str) -> Dossier | None:
        """The dossier of a code typed by a visitor."""
        found: Dossier | None = Dossier.objects.filter(code=code.strip()).first()
        return found
