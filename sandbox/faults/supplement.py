"""Defects of asking for more: what is asked, what is kept, what officers see, when the result is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sandbox.core.conforming.delivery import Message
from sandbox.core.models import Dossier, Supplement, Talk, Upload
from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class RequestSaysNothing(Fault):
    id = "sub-13-request-says-nothing"
    title = "Phiếu yêu cầu bổ sung chỉ ghi «Theo quy định»"
    citizen = "không biết phải bổ sung giấy tờ gì"
    expects = frozenset({"L4-SUB-13"})

    def letter_words(self, dossier: Dossier, kind: str) -> str:
        return "Theo quy định" if kind == "supplement" else super().letter_words(dossier, kind)


class AskedAgain(Fault):
    id = "sub-13-asked-again"
    title = "Hệ thống cho yêu cầu bổ sung nhiều lần"
    citizen = "bị gọi bổ sung hết lần này đến lần khác"
    expects = frozenset({"L4-SUB-13"})

    def may_ask_supplement(self, dossier: Dossier) -> bool:
        return True


class WaitingToldAsDone(Fault):
    id = "sub-13-told-as-done"
    title = "Trạng thái chờ bổ sung gửi Cổng DVC quốc gia thành đã xử lý xong"
    citizen = "tra trên Cổng DVC quốc gia thấy đã xong, không biết phải bổ sung"
    expects = frozenset({"L4-SUB-13"})

    def packet_status(self, status: int) -> str:
        return "9" if status == 5 else super().packet_status(status)


class RequestUntold(Fault):
    id = "sub-13-request-untold"
    title = "Không báo người nộp khi yêu cầu bổ sung"
    citizen = "không biết hồ sơ đang chờ mình"
    expects = frozenset({"L4-SUB-13"})

    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:
        return None if event == "5" else super().message(dossier, event, note)


class NewCode(Fault):
    id = "sub-14-new-code"
    title = "Hồ sơ đã bổ sung mang mã mới"
    citizen = "mã cũ không còn dùng được"
    expects = frozenset({"L4-SUB-14"})

    def portal_code(self, dossier: Dossier) -> str:
        answered = dossier.supplements.exclude(answered_at=None).exists()
        return f"{dossier.code}1" if answered else super().portal_code(dossier)


class EarlierFilesHidden(Fault):
    id = "sub-14-earlier-files-hidden"
    title = "Bổ sung xong chỉ còn thấy tệp mới"
    citizen = "không còn thấy giấy tờ đã nộp lần đầu"
    expects = frozenset({"L4-SUB-14"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        found = super().page(template, context)
        answered = any("đã bổ sung" in row["note"] for row in found.get("history", []))
        shown = template.endswith("portal/dossier.html") and answered
        return {**found, "uploads": found["uploads"][-1:]} if shown else found


class RequestErased(Fault):
    id = "sub-14-request-erased"
    title = "Lịch sử bỏ dòng yêu cầu bổ sung sau khi người nộp trả lời"
    citizen = "không còn dấu vết ai đã yêu cầu, lúc nào"
    expects = frozenset({"L4-SUB-14"})

    def history(self, dossier: Dossier) -> list[dict[str, str]]:
        rows = super().history(dossier)
        return rows if dossier.status == 5 else [row for row in rows if row["status"] != self.status_name(5)]


class AddedFileLost(Fault):
    id = "sub-11-added-file-lost"
    title = "Cán bộ không thấy tệp nộp sau cùng"
    citizen = "bổ sung rồi vẫn bị coi là thiếu"
    expects = frozenset({"L4-SUB-11"})

    def uploads_for_officer(self, dossier: Dossier) -> list[Upload]:
        return super().uploads_for_officer(dossier)[:-1]


class FileCutForOfficer(Fault):
    id = "sub-11-file-cut"
    title = "Tệp mở từ phía cán bộ bị cắt mất phần cuối"
    citizen = "cán bộ báo tệp hỏng, đòi nộp lại"
    expects = frozenset({"L4-SUB-11"})

    def officer_file(self, upload: Upload) -> bytes:
        return super().officer_file(upload)[:-2]


class DueNotMoved(Fault):
    id = "prc-11-due-not-moved"
    title = "Thời gian chờ bổ sung vẫn bị tính"
    citizen = "ngày hẹn đã qua khi hồ sơ còn đang chờ"
    expects = frozenset({"L4-PRC-11"})

    def due_after_waiting(self, request: Supplement, answered: datetime, one: Procedure) -> datetime | None:
        return request.due_before


class DueMovedByCalendar(Fault):
    id = "prc-11-calendar-days"
    title = "Ngày hẹn lùi theo ngày lịch thay vì ngày làm việc"
    citizen = "ngày hẹn muộn hơn đúng ra"
    expects = frozenset({"L4-PRC-11"})

    def due_after_waiting(self, request: Supplement, answered: datetime, one: Procedure) -> datetime | None:
        by_day = replace(one, time_limit=replace(one.time_limit, unit="day"))
        return super().due_after_waiting(request, answered, by_day)


class SupplementUnsent(Fault):
    id = "int-18-supplement-unsent"
    title = "Gói tin không ghi lần bổ sung"
    citizen = "Cổng DVC quốc gia không thấy việc bổ sung"
    expects = frozenset({"L4-INT-18"})

    def packet_supplements(self, dossier: Dossier) -> list[dict[str, Any]]:
        return []


class OldDueDateSent(Fault):
    id = "int-18-old-due-date"
    title = "Gói tin ghi ngày hẹn mới bằng ngày hẹn cũ"
    citizen = "tra trên Cổng DVC quốc gia thấy ngày hẹn sai"
    expects = frozenset({"L4-INT-18"})

    def packet_supplements(self, dossier: Dossier) -> list[dict[str, Any]]:
        return [row | {"NgayHenTraMoi": row["NgayHenTraTruoc"]} for row in super().packet_supplements(dossier)]


class AnswerUnread(Fault):
    id = "prc-08-answer-unread"
    title = "Cán bộ không thấy tin người nộp trả lời"
    citizen = "trả lời rồi mà cán bộ không biết"
    expects = frozenset({"L4-PRC-08"})

    def talks_shown(self, dossier: Dossier, *, to_officer: bool) -> list[Talk]:
        shown = super().talks_shown(dossier, to_officer=to_officer)
        return [one for one in shown if one.from_officer or not to_officer]


class QuestionUnread(Fault):
    id = "prc-08-question-unread"
    title = "Người nộp không thấy tin của cán bộ trên hồ sơ"
    citizen = "cán bộ hỏi mà không hay biết"
    expects = frozenset({"L4-PRC-08"})

    def talks_shown(self, dossier: Dossier, *, to_officer: bool) -> list[Talk]:
        shown = super().talks_shown(dossier, to_officer=to_officer)
        return [one for one in shown if to_officer or not one.from_officer]
