"""Defects of what stands on issued papers: QR codes, the result's code and kind."""

from __future__ import annotations

from dataclasses import replace

from sandbox.core.models import Dossier
from sandbox.core.procedures import Procedure
from sandbox.core.sheets import Sheet
from sandbox.faults.fault import Fault


class SlipWithoutCode(Fault):
    id = "sub-06-slip-without-qr"
    title = "Giấy tiếp nhận không có mã QR"
    citizen = "không quét được để tra hồ sơ"
    expects = frozenset({"L4-SUB-06"})

    def slip(self, dossier: Dossier, number: str) -> Sheet:
        return replace(super().slip(dossier, number), codes="")


class SlipCodeOfAnother(Fault):
    id = "sub-06-qr-of-another-dossier"
    title = "Mã QR trên giấy tiếp nhận là của hồ sơ khác"
    citizen = "quét ra hồ sơ của người khác"
    expects = frozenset({"L4-SUB-06"})

    def qr_text(self, dossier: Dossier, one: Procedure) -> str:
        head, _, serial = dossier.code.rpartition("-")
        return super().qr_text(dossier, one).replace(dossier.code, f"{head}-{int(serial) + 7:04d}")


class SlipCodeBare(Fault):
    id = "sub-06-qr-code-only"
    title = "Mã QR trên giấy tiếp nhận chỉ có mã hồ sơ"
    citizen = "quét không biết giấy gì, của ai"
    expects = frozenset({"L4-SUB-06"})

    def qr_text(self, dossier: Dossier, one: Procedure) -> str:
        return dossier.code


class ResultWithoutCode(Fault):
    id = "res-08-result-without-qr"
    title = "Kết quả không có mã QR"
    citizen = "không kiểm tra được kết quả thật giả"
    expects = frozenset({"L4-RES-08"})

    def result_qr(self, dossier: Dossier, number: str) -> str:
        return ""


class ResultCodeToHome(Fault):
    id = "res-08-qr-to-home-page"
    title = "Mã QR trên kết quả chỉ dẫn tới trang chủ"
    citizen = "quét không ra kết quả của mình"
    expects = frozenset({"L4-RES-08"})

    def result_qr(self, dossier: Dossier, number: str) -> str:
        return "https://dichvucong.example.vn/"


class OwnNumbering(Fault):
    id = "res-07-own-numbering"
    title = "Mã kết quả đánh số riêng, không theo mã hồ sơ"
    citizen = "không tra được kết quả theo hồ sơ"
    expects = frozenset({"L4-RES-07", "L4-INT-23", "L4-RES-12", "L4-RES-13"})

    def result_number(self, dossier: Dossier) -> str:
        return f"KQ-{dossier.pk:06d}"


class NoticeForResult(Fault):
    id = "res-02-notice-for-result"
    title = "Kết quả trả ra chỉ là thông báo đã giải quyết"
    citizen = "nhận được giấy khác với kết quả đã hứa"
    expects = frozenset({"L4-RES-02", "L4-RES-09"})

    def result(self, dossier: Dossier, number: str) -> Sheet:
        return replace(super().result(dossier, number), title="THÔNG BÁO ĐÃ GIẢI QUYẾT HỒ SƠ")
