"""Defects where two systems tell two stories, and of what others may check: verification, prints, signatures, store."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sandbox.core.models import Account, Dossier, Paper, StatusChange
from sandbox.core.procedures import Procedure
from sandbox.core.texts import national
from sandbox.faults.fault import Fault


class CopyWithoutDiacritics(Fault):
    id = "int-15-name-without-diacritics"
    title = "Cổng DVC quốc gia giữ họ tên không dấu"
    citizen = "tên mình trên Cổng quốc gia không đúng"
    expects = frozenset({"L4-INT-15", "L4-INT-14"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        sent = super().packet(dossier)
        return sent | {"ChuHoSo": self.searchable(sent["ChuHoSo"]).title()}


class CopyHasAnotherDueDate(Fault):
    id = "int-15-due-date-one-day-later"
    title = "Cổng DVC quốc gia giữ ngày hẹn muộn hơn một ngày so với trang hồ sơ"
    citizen = "hai cổng hẹn hai ngày"
    expects = frozenset({"L4-INT-15"})

    def packet_dates(self, dossier: Dossier) -> dict[str, str]:
        later = dossier.due_at + timedelta(days=1) if dossier.due_at else None
        return super().packet_dates(dossier) | {"NgayHenTra": national(later)}


class NationalResultSavedAnew(Fault):
    id = "int-15-result-saved-anew"
    title = "Cổng DVC quốc gia nhận bản kết quả đã lưu lại, không phải tệp người nộp có"
    citizen = "tệp kết quả ở hai nơi khác nhau, nơi nhận không tin bản nào"
    expects = frozenset({"L4-INT-15"})

    def shared_paper(self, paper: Paper) -> bytes:
        return super().shared_paper(paper) + b"\n" if paper.kind == "result" else super().shared_paper(paper)


class DeskKeepsItsDraft(Fault):
    id = "int-15-desk-keeps-a-draft"
    title = "Một cửa điện tử lưu bản kết quả trước khi đóng dấu thời gian"
    citizen = "cơ quan tra lại thấy văn bản khác với văn bản đã trả"
    expects = frozenset({"L4-INT-15"})

    def officer_paper(self, paper: Paper) -> bytes:
        return super().officer_paper(paper)[:-1] if paper.kind == "result" else super().officer_paper(paper)


class LongNames(Fault):
    id = "int-20-officer-too-long"
    title = "Dòng tiến độ gửi người xử lý dài quá 50 ký tự"
    citizen = "tiến độ hồ sơ không lên Cổng quốc gia"
    expects = frozenset({"L4-INT-20"})

    def progress_row(self, dossier: Dossier, change: StatusChange) -> dict[str, str] | None:
        row = super().progress_row(dossier, change)
        return row | {"NguoiXuLy": f"{change.by} – {change.unit} – bộ phận tiếp nhận và trả kết quả"} if row else row


class DatesOfProgress(Fault):
    id = "int-20-start-date-as-written"
    title = "Dòng tiến độ gửi ngày bắt đầu ở dạng ISO"
    citizen = "tiến độ hồ sơ không lên Cổng quốc gia"
    expects = frozenset({"L4-INT-20"})

    def progress_row(self, dossier: Dossier, change: StatusChange) -> dict[str, str] | None:
        row = super().progress_row(dossier, change)
        return row | {"NgayBatDau": change.at.isoformat()} if row else row


class CodeNotInTheCatalogue(Fault):
    id = "int-01-code-not-in-the-catalogue"
    title = "Mã thủ tục trên cổng không có trên cơ sở dữ liệu quốc gia"
    citizen = "tra mã trên Cổng quốc gia không ra"
    expects = frozenset({"L4-INT-01", "L4-INT-02", "L4-INF-12"})

    def published_code(self, procedure: Procedure) -> str:
        return procedure.code.replace("2.000635", "2.009635")


class LinkByThePrefix(Fault):
    id = "int-02-link-by-the-prefix"
    title = "Liên kết từ Cổng quốc gia mở thủ tục khác cùng đầu mã"
    citizen = "bấm từ Cổng quốc gia sang thì vào nhầm thủ tục"
    expects = frozenset({"L4-INT-02"})

    def linked_code(self, code: str, known: Collection[str]) -> str:
        return max(one for one in known if one[:3] == code[:3])


class StoreKeepsNothing(Fault):
    id = "int-23-result-not-stored"
    title = "Kết quả không vào Kho dữ liệu điện tử của người dân"
    citizen = "lần sau phải nộp lại giấy tờ đã được cấp"
    expects = frozenset({"L4-INT-23"})

    def stored_results(self, account: Account) -> list[tuple[str, str]]:
        return []


class StoreOwnNumbers(Fault):
    id = "int-23-stored-under-a-running-number"
    title = "Kho đánh số kết quả riêng, không theo mã hồ sơ"
    citizen = "không tìm được kết quả theo hồ sơ"
    expects = frozenset({"L4-INT-23"})

    def stored_results(self, account: Account) -> list[tuple[str, str]]:
        return [(f"KDL-{index:06d}", name) for index, (_, name) in enumerate(super().stored_results(account), 1)]


class AccountKindLost(Fault):
    id = "mon-07-account-kind-lost"
    title = "Gói tin không ghi tài khoản đã xác thực VNeID hay chưa"
    citizen = "chỉ số phục vụ của cơ quan tính thiếu"
    expects = frozenset({"L4-MON-07"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"TaiKhoanDuocXacThucVoiVNeID": ""}


class AnythingIsReal(Fault):
    id = "res-12-any-code-is-real"
    title = "Trang xác minh nói mọi mã đều có thật"
    citizen = "giấy tờ giả cũng được xác minh"
    expects = frozenset({"L4-RES-12"})

    def verified(self, number: str) -> Paper | None:
        return super().verified(number) or Paper.objects.filter(kind="result").first()


class NothingIsReal(Fault):
    id = "res-12-real-code-denied"
    title = "Trang xác minh không biết kết quả đã trả"
    citizen = "nơi nhận tưởng giấy tờ của mình là giả"
    expects = frozenset({"L4-RES-12"})

    def verified(self, number: str) -> Paper | None:
        return None


class PrintWithoutSystem(Fault):
    id = "res-13-print-without-its-system"
    title = "Kết quả in ra không ghi hệ thống quản lý"
    citizen = "bản in không biết tra ở đâu"
    expects = frozenset({"L4-RES-13"})

    def result_rows(self, dossier: Dossier, one: Procedure) -> list[tuple[str, str]]:
        return [row for row in super().result_rows(dossier, one) if row[0] != "Quản lý tại"]


class SignatureUnseen(Fault):
    id = "res-05-signature-not-shown"
    title = "Chữ ký số trên kết quả không hiện hình"
    citizen = "nhìn giấy tờ không biết đã được ký"
    expects = frozenset({"L4-RES-05"})

    def stamp(self, organisation: str) -> bytes:
        return b""


class SignatureWithoutTime(Fault):
    id = "res-05-signature-without-time"
    title = "Hình chữ ký không ghi giờ ký theo múi giờ Việt Nam"
    citizen = "không biết giấy tờ ký lúc nào"
    expects = frozenset({"L4-RES-05"})

    def stamp_lines(self, organisation: str) -> tuple[str, ...]:
        name, time = super().stamp_lines(organisation)
        return name, time[:24]


class SignatureOfAnotherShown(Fault):
    id = "res-05-signature-shows-another"
    title = "Hình chữ ký ghi tên cơ quan khác với người ký"
    citizen = "giấy tờ nhìn như của cơ quan khác"
    expects = frozenset({"L4-RES-05"})

    def stamp_lines(self, organisation: str) -> tuple[str, ...]:
        return ("Ủy ban nhân dân xã Láng Giềng", super().stamp_lines(organisation)[1])
