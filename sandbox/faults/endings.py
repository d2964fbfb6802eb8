"""Defects of how dossiers end, and of what happens when they are late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sandbox.core.conforming.delivery import Message
from sandbox.core.models import Dossier, Paper, Reappointment
from sandbox.core.texts import now
from sandbox.faults.fault import Fault


class RefusedWithoutForm(Fault):
    id = "sub-12-no-form"
    title = "Từ chối hồ sơ mà không có phiếu"
    citizen = "không có văn bản để khiếu nại"
    expects = frozenset({"L4-SUB-12"})

    def letter_due(self, dossier: Dossier, kind: str) -> bool:
        return kind != "refusal" and super().letter_due(dossier, kind)


class RefusedWithoutReason(Fault):
    id = "sub-12-form-without-reason"
    title = "Phiếu từ chối chỉ ghi «Theo quy định của pháp luật»"
    citizen = "không biết vì sao bị từ chối"
    expects = frozenset({"L4-SUB-12"})

    def letter_words(self, dossier: Dossier, kind: str) -> str:
        return "Theo quy định của pháp luật" if kind == "refusal" else super().letter_words(dossier, kind)


class FormOfAnotherDossier(Fault):
    id = "sub-12-form-of-another"
    title = "Phiếu từ chối ghi mã của hồ sơ khác"
    citizen = "cầm phiếu không phải của mình"
    expects = frozenset({"L4-SUB-12"})

    def letter_head(self, dossier: Dossier) -> list[tuple[str, str]]:
        other = f"{dossier.code[:-4]}{int(dossier.code[-4:]) + 1:04d}"
        return [(label, other if label == "Mã hồ sơ" and dossier.status == 3 else text)
                for label, text in super().letter_head(dossier)]


class RefusedToldAsDone(Fault):
    id = "sub-12-told-as-done"
    title = "Hồ sơ bị từ chối gửi Cổng DVC quốc gia thành đã xử lý xong"
    citizen = "Cổng DVC quốc gia ghi đã xong trong khi bị từ chối"
    expects = frozenset({"L4-SUB-12"})

    def packet_status(self, status: int) -> str:
        return "9" if status == 3 else super().packet_status(status)


class StoppedWithoutLetter(Fault):
    id = "prc-09-no-letter"
    title = "Dừng xử lý không có văn bản"
    citizen = "hồ sơ dừng mà không có giấy tờ nào"
    expects = frozenset({"L4-PRC-09"})

    def letter_due(self, dossier: Dossier, kind: str) -> bool:
        return kind != "stop" and super().letter_due(dossier, kind)


class StoppedWithoutReason(Fault):
    id = "prc-09-full-stop"
    title = "Thông báo dừng xử lý chỉ ghi một dấu chấm ở phần lý do"
    citizen = "không biết vì sao hồ sơ dừng"
    expects = frozenset({"L4-PRC-09"})

    def letter_words(self, dossier: Dossier, kind: str) -> str:
        return "." if kind == "stop" else super().letter_words(dossier, kind)


class StoppedToldAsDone(Fault):
    id = "prc-09-told-as-done"
    title = "Hồ sơ dừng xử lý gửi Cổng DVC quốc gia thành đã xử lý xong"
    citizen = "thống kê ghi đã giải quyết trong khi bị dừng"
    expects = frozenset({"L4-PRC-09"})

    def packet_status(self, status: int) -> str:
        return "9" if status == 8 else super().packet_status(status)


class NoWithdrawal(Fault):
    id = "sub-15-no-withdrawal"
    title = "Trang hồ sơ không có chức năng rút"
    citizen = "không rút lại được hồ sơ nộp nhầm"
    expects = frozenset({"L4-SUB-15"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        return super().page(template, context) | ({"withdrawable": False} if template.endswith("/dossier.html") else {})


class WithdrawnGoesOn(Fault):
    id = "sub-15-withdrawn-goes-on"
    title = "Hồ sơ đã rút vẫn chuyển xử lý được"
    citizen = "hồ sơ đã rút vẫn bị giải quyết"
    expects = frozenset({"L4-SUB-15"})

    def may_follow(self, before: int, after: int) -> bool:
        return (before, after) == (7, 4) or super().may_follow(before, after)


class FinishedLate(Fault):
    id = "prc-04-finished-late"
    title = "Kết quả chỉ được ghi là xong năm ngày sau khi ký"
    citizen = "hồ sơ bị tính là quá hạn"
    expects = frozenset({"L4-PRC-04"})

    def finished_at(self, dossier: Dossier) -> datetime:
        return super().finished_at(dossier) + timedelta(days=5)


class ApologyTooLate(Fault):
    id = "prc-05-letter-too-late"
    title = "Thư xin lỗi chỉ hiện khi đã qua ngày hẹn"
    citizen = "đến ngày hẹn mới biết là chậm"
    expects = frozenset({"L4-PRC-05"})

    def papers_offered(self, dossier: Dossier) -> Sequence[Paper]:
        letter = dossier.reappointments.last()
        early = letter is not None and letter.due_before is not None and now() < letter.due_before
        return [one for one in super().papers_offered(dossier) if not (one.kind == "apology" and early)]


class ApologyWithoutReason(Fault):
    id = "prc-05-letter-without-reason"
    title = "Thư xin lỗi không nêu lý do chậm"
    citizen = "không biết vì sao trễ hẹn"
    expects = frozenset({"L4-PRC-05"})

    def apology_rows(self, letter: Reappointment) -> list[tuple[str, str]]:
        return [row for row in super().apology_rows(letter) if row[0] != "Lý do chậm"]


class ApologyWithOldDate(Fault):
    id = "prc-05-letter-old-date"
    title = "Thư xin lỗi ghi lại ngày hẹn cũ"
    citizen = "không biết ngày hẹn mới"
    expects = frozenset({"L4-PRC-05"})

    def apology_rows(self, letter: Reappointment) -> list[tuple[str, str]]:
        old = self.date_text(letter.due_before)
        return [(label, old if label.startswith("Hẹn lại") else text) for label, text in super().apology_rows(letter)]


class ApologyUntold(Fault):
    id = "prc-05-untold"
    title = "Hẹn lại mà không báo người nộp"
    citizen = "chờ đến ngày hẹn cũ mới biết"
    expects = frozenset({"L4-PRC-05"})

    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        return None if event == "apology" else super().message(dossier, event, note)


class AppointedTwice(Fault):
    id = "prc-06-twice"
    title = "Hệ thống cho hẹn lại nhiều lần"
    citizen = "bị hẹn hết lần này đến lần khác"
    expects = frozenset({"L4-PRC-06"})

    def may_reappoint(self, dossier: Dossier) -> bool:
        return dossier.due_at is not None and dossier.status in {2, 4, 6}
