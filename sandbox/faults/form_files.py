"""Defects of the declaration as a file, of the store of papers, of claiming to pay less."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class LettersLost(Fault):
    id = "frm-07-letters-lost"
    title = "Tệp tờ khai mất chữ có hai dấu (ẫ, ễ, ữ…)"
    citizen = "bản in sai họ tên, không dùng được"
    expects = frozenset({"L4-FRM-07"})

    def declared(self, value: str) -> str:
        return value.translate(dict.fromkeys(map(ord, "ấầẩẫậếềểễệốồổỗộớờởỡợứừửữự"), "?"))


class OwnTitle(Fault):
    id = "frm-20-own-title"
    title = "Bản in ghi «Thông tin hồ sơ» thay cho tên mẫu quy định"
    citizen = "nơi khác không nhận bản in vì không đúng mẫu"
    expects = frozenset({"L4-FRM-20"})

    def declaration_title(self, one: Procedure) -> str:
        return "Thông tin hồ sơ"


class StoreEmpty(Fault):
    id = "frm-16-store-not-offered"
    title = "Trang đính kèm không cho chọn giấy tờ từ kho"
    citizen = "phải chụp lại giấy tờ mà mình đã có bản điện tử"
    expects = frozenset({"L4-FRM-16"})

    def store_offered(self) -> bool:
        return False


class ExemptionIgnored(Fault):
    id = "frm-25-exemption-not-counted"
    title = "Khai diện miễn phí mà phí tạm tính không đổi"
    citizen = "thuộc diện miễn mà vẫn bị đòi đủ tiền"
    expects = frozenset({"L4-FRM-25"})
    service = "2.002516"

    def fee_before_start(self, procedure: Procedure, values: Mapping[str, str]) -> int:
        return super().fee_before_start(procedure, {**values, "fee_class": ""})
