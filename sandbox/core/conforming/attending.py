"""What officers do beside issuing the result: supplement, refusal, stop, later fees, lateness, refund, exchange."""

from __future__ import annotations

from datetime import datetime, timedelta

from sandbox.core import working_days
from sandbox.core.conforming.delivery import Delivery, Message
from sandbox.core.models import Dossier, Officer, Paper, Payment, Reappointment, Supplement, Talk, Upload
from sandbox.core.procedures import Procedure, procedure
from sandbox.core.sheets import Sheet
from sandbox.core.texts import now, vnd

RECEPTION_HOURS = 8  # NĐ 45/2020 Đ11: working hours until the applicant is told
LETTERS = {"supplement": "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "refusal": "PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ",
           "stop": "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "apology": "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"}
RECEPTION = "Bộ phận tiếp nhận và trả kết quả"
FORMS = {kind: f"Mẫu số {number} (TT 01/2018/TT-VPCP)" for kind, number in
         {"supplement": "02", "refusal": "03", "apology": "04"}.items()}  # fmt: skip
CLOSINGS = {
    "supplement": "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, ông/bà liên hệ bộ phận tiếp nhận và trả kết quả "
                  "để được hướng dẫn.",
    "refusal": "Xin thông báo để ông/bà được biết và thực hiện.",
    "stop": "Xin thông báo để ông/bà được biết.",
}  # fmt: skip


class Attending(Delivery):
    # --- what an officer may do ----------------------------------------------------------------------
    def officer_obstacle(self, dossier: Dossier, action: str) -> str:
        """Why a step that the state allows is not open all the same; empty when it is."""
        if action == "bo-sung" and not self.may_ask_supplement(dossier):
            return "Hồ sơ chỉ được yêu cầu bổ sung một lần."
        if action == "xin-loi" and not self.may_reappoint(dossier):
            return "Hồ sơ chỉ được hẹn lại một lần, trước ngày hẹn trả."
        if action == "xu-ly" and dossier.status == 6 and self.payment_state(dossier) != "paid":
            return "Người nộp chưa nộp khoản đã yêu cầu."
        return ""

    def may_ask_supplement(self, dossier: Dossier) -> bool:
        """TT 01/2018: once, and completely."""
        return not dossier.supplements.exists()

    def may_reappoint(self, dossier: Dossier) -> bool:
        """NĐ 61/2018 Đ19: once."""
        return dossier.due_at is not None and dossier.status in {2, 4, 6} and not dossier.reappointments.exists()

    def words_problem(self, words: str) -> str:
        """A reason is a sentence, not a full stop."""
        return "" if sum(letter.isalpha() for letter in words) >= 10 else "Vui lòng ghi rõ nội dung, lý do."

    # --- reception within eight working hours ----------------------------------------------------------
    def reception_deadline(self, dossier: Dossier) -> datetime:
        return working_days.after_hours(dossier.submitted_at, RECEPTION_HOURS)

    def reception_overdue(self, dossier: Dossier, at: datetime) -> bool:
        return dossier.status == 1 and at > self.reception_deadline(dossier)

    # --- supplement --------------------------------------------------------------------------------------
    def due_after_waiting(self, request: Supplement, answered: datetime, one: Procedure) -> datetime | None:
        """The time that the applicant needed is not counted."""
        if request.due_before is None:
            return None
        return working_days.shifted(request.due_before, request.asked_at, answered, one.time_limit)

    def portal_code(self, dossier: Dossier) -> str:
        """«Mã hồ sơ» on the citizen's page."""
        return str(dossier.code)

    def finished_at(self, dossier: Dossier) -> datetime:  # noqa: ARG002 - faults choose by dossier
        """When processing ended: the moment at which the result is signed."""
        return now()

    # --- letters -----------------------------------------------------------------------------------------
    def sheet(self, dossier: Dossier, kind: str, number: str) -> Sheet:
        if kind not in LETTERS:
            return super().sheet(dossier, kind, number)
        one, rows = procedure(dossier.procedure), [*self.letter_head(dossier), *self.letter_body(dossier, kind)]
        return Sheet(one.agency.name, number, LETTERS[kind], tuple(rows), self.signer(one, kind),
                     self.letter_date(dossier, kind), unit=RECEPTION, form=FORMS.get(kind, ""),
                     closing=CLOSINGS.get(kind, ""))  # fmt: skip

    def letter_head(self, dossier: Dossier) -> list[tuple[str, str]]:
        one = procedure(dossier.procedure)
        return [("Kính gửi", dossier.values.get("full_name", "")), ("Mã hồ sơ", dossier.code),
                ("Nội dung yêu cầu giải quyết", f"{one.name} (mã thủ tục {one.code})"),
                ("Ngày nhận hồ sơ", self.date_text(dossier.received_at or dossier.submitted_at))]

    def letter_body(self, dossier: Dossier, kind: str) -> list[tuple[str, str]]:
        if kind == "apology":
            letter = dossier.reappointments.latest("pk")
            return self.apology_rows(letter)
        labels = {"supplement": "Giấy tờ, nội dung cần bổ sung", "refusal": "Lý do từ chối", "stop": "Lý do dừng"}
        return [(labels[kind], self.letter_words(dossier, kind))]

    def letter_due(self, dossier: Dossier, kind: str) -> bool:  # noqa: ARG002 - faults choose by kind
        """Whether a step is put in writing."""
        return True

    def letter_words(self, dossier: Dossier, kind: str) -> str:  # noqa: ARG002 - faults choose by kind
        """What the officer wrote: the reason of the latest step."""
        return str(dossier.history.latest("pk").note)

    def apology_rows(self, letter: Reappointment) -> list[tuple[str, str]]:
        """TT 01/2018, form 04."""
        return [("Đã hẹn trả kết quả", self.date_text(letter.due_before)), ("Lý do chậm", letter.reason),
                ("Hẹn lại ngày trả kết quả", self.date_text(letter.due_after)),
                ("Cơ quan giải quyết", "Xin lỗi ông/bà vì sự chậm trễ này")]

    def letter_date(self, dossier: Dossier, kind: str) -> datetime:  # noqa: ARG002 - as above
        return now()

    # --- messages ----------------------------------------------------------------------------------------
    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        code = dossier.code
        sentences = {
            "answered": f"Hồ sơ {code}: đã nhận giấy tờ bổ sung. Ngày hẹn trả mới: {self.date_text(dossier.due_at)}.",
            "talk": f"Hồ sơ {code} có tin nhắn của cán bộ: {note}",
            "apology": f"Hồ sơ {code} sẽ trả chậm, cơ quan giải quyết xin lỗi ông/bà. Lý do: {note}. "
                       f"Hẹn lại: {self.date_text(dossier.due_at)}. Thư xin lỗi có trong trang hồ sơ.",
            "refund": f"Hồ sơ {code}: đã yêu cầu cổng thanh toán hoàn trả {note} về tài khoản đã nộp.",
        }
        if event in sentences:
            return f"Hồ sơ {code}: {procedure(dossier.procedure).name}", sentences[event]
        return super().message(dossier, event, note)

    def later_fee_note(self, words: str, amount: int) -> str:
        """What the applicant is told when an officer asks for more."""
        return f"{words}: {vnd(amount)}"

    # --- money back ----------------------------------------------------------------------------------------
    def refund_due(self, dossier: Dossier, status: int) -> bool:
        """Paid for a service that is not given: refused, or taken back before it was received."""
        return status == 3 or (status == 7 and dossier.received_at is None)

    def refund_amount(self, payment: Payment) -> int:
        """All that was paid, đồng."""
        return int(payment.amount)

    # --- reconciliation --------------------------------------------------------------------------------------
    def reconciled(self, payments: list[Payment]) -> list[Payment]:
        """Which payments of a day the report lists."""
        return payments

    # --- officers' accounts -----------------------------------------------------------------------------------
    def lock_after(self) -> int:
        """Wrong passwords in a row until an account is locked."""
        return 5

    def locked_for(self) -> timedelta:
        return timedelta(minutes=15)

    def locked(self, officer: Officer, at: datetime) -> bool:
        return officer.locked_until is not None and at < officer.locked_until

    def officer_idle(self) -> timedelta:
        """After so long without a page the officer must sign in again."""
        return timedelta(minutes=30)

    # --- delivery in the background ------------------------------------------------------------------------------
    def send_again(self, attempts: int) -> timedelta | None:
        """How long after a failed attempt the next one follows; None: never."""
        return timedelta(seconds=min(2**attempts, 60))

    def says_update(self, *, known: bool) -> bool:
        """Whether a packet says that it updates a dossier which the national portal has."""
        return known

    def sync_warnings(self, rows: list[str]) -> list[str]:
        """What the officers' page of failed deliveries lists."""
        return rows

    # --- the officers' page of a dossier ---------------------------------------------------------------------
    def uploads_for_officer(self, dossier: Dossier) -> list[Upload]:
        """What the applicant sent, as the officers' page lists it."""
        return list(dossier.uploads.order_by("pk"))

    def officer_file(self, upload: Upload) -> bytes:
        """The bytes that the officer opens."""
        return bytes(upload.content)

    def officer_paper(self, paper: Paper) -> bytes:
        """The issued paper that the officer opens."""
        return bytes(paper.content)

    def talks_shown(self, dossier: Dossier, *, to_officer: bool) -> list[Talk]:  # noqa: ARG002 - faults choose by it
        return list(dossier.talks.order_by("pk"))

