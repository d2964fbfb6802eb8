"""Defects of results."""

from __future__ import annotations

from sandbox.core.models import Dossier
from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class ResultAtTheCounter(Fault):
    id = "res-01-result-at-the-counter"
    title = "Không tải được kết quả từ tài khoản"
    citizen = "vẫn phải đến quầy nhận kết quả"
    expects = frozenset({"L4-RES-01"})

    def result_offered(self, dossier: Dossier) -> bool:
        return False


class ResultEmpty(Fault):
    id = "res-03-result-empty"
    title = "Tệp kết quả rỗng 0 byte"
    citizen = "tải về một tệp không mở được"
    expects = frozenset({"L4-RES-03"})

    def paper_content(self, dossier: Dossier, kind: str, number: str) -> bytes:
        return b"" if kind == "result" else super().paper_content(dossier, kind, number)


class ResultIsPage(Fault):
    id = "res-03-result-is-a-page"
    title = "Tệp kết quả là một trang báo lỗi đặt tên .pdf"
    citizen = "tải về một tệp không mở được"
    expects = frozenset({"L4-RES-03"})

    def paper_content(self, dossier: Dossier, kind: str, number: str) -> bytes:
        if kind == "result":
            return "<!doctype html><title>Lỗi</title><p>Không tìm thấy tệp.</p>".encode()
        return super().paper_content(dossier, kind, number)


class SignedByAnother(Fault):
    id = "res-04-signed-by-another"
    title = "Kết quả mang chữ ký của cơ quan khác"
    citizen = "nơi nhận không chấp nhận giấy tờ"
    expects = frozenset({"L4-RES-04", "L4-RES-05", "L4-RES-13"})  # the stamp on the page names the signer

    def signer(self, procedure: Procedure, kind: str) -> str:
        return "Ủy ban nhân dân xã Láng Giềng" if kind == "result" else super().signer(procedure, kind)


class AppendedAfterSigning(Fault):
    id = "res-04-appended-after-signing"
    title = "Kết quả bị ghi thêm sau khi ký"
    citizen = "giấy tờ bị coi là đã sửa"
    expects = frozenset({"L4-RES-04"})

    def paper_content(self, dossier: Dossier, kind: str, number: str) -> bytes:
        whole = super().paper_content(dossier, kind, number)
        return whole + b"\n% ghi them\n%%EOF\n" if kind == "result" else whole


class OwnFileAsResult(Fault):
    id = "res-06-own-file-as-result"
    title = "Trả lại chính tệp người dân đã nộp làm kết quả"
    citizen = "nhận lại giấy tờ của mình thay vì kết quả"
    expects = frozenset({"L4-RES-06", "L4-RES-04", "L4-RES-09", "L4-RES-05", "L4-RES-07", "L4-RES-08", "L4-RES-13"})

    def paper_content(self, dossier: Dossier, kind: str, number: str) -> bytes:
        if kind == "result":
            return bytes(dossier.uploads.order_by("pk")[0].content)
        return super().paper_content(dossier, kind, number)


class ResultOfNeighbour(Fault):
    id = "res-09-result-of-neighbour"
    title = "Kết quả ghi tên người khác"
    citizen = "giấy tờ mang tên người khác"
    expects = frozenset({"L4-RES-09"})

    def result_rows(self, dossier: Dossier, one: Procedure) -> list[tuple[str, str]]:
        name = dossier.values.get("full_name", "")
        return [(k, "Trần Thị Láng Giềng" if v == name else v) for k, v in super().result_rows(dossier, one)]


class DiacriticsLost(Fault):
    id = "res-09-diacritics-lost"
    title = "Kết quả in mất dấu thanh trong họ tên"
    citizen = "tên trên giấy tờ không đúng tên mình"
    expects = frozenset({"L4-RES-09"})

    def result_rows(self, dossier: Dossier, one: Procedure) -> list[tuple[str, str]]:
        name = dossier.values.get("full_name", "")
        plain = self.searchable(name).title()
        return [(k, plain if v == name else v) for k, v in super().result_rows(dossier, one)]
