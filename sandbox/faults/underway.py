"""Defects met on the way through: sign-in again, data mixed up, unseen surcharges, a history that says too little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.core.models import Dossier
from sandbox.faults.fault import Fault


class AskedTwice(Fault):
    id = "idn-02-asked-twice"
    title = "Đăng nhập xong lại bị đưa sang VNeID lần nữa"
    citizen = "phải đăng nhập hai lần"
    expects = frozenset({"L4-IDN-02"})

    def let_in(self, answers: int) -> bool:
        return answers > 1


class BirthDateMixedUp(Fault):
    id = "idn-05-birth-date-mixed-up"
    title = "Ngày sinh nhận từ VNeID bị đảo ngày và tháng"
    citizen = "tờ khai điền sẵn sai ngày sinh"
    expects = frozenset({"L4-IDN-05", "L4-FRM-02"})

    def account_from_claims(self, claims: Mapping[str, Any]) -> dict[str, str]:
        found = super().account_from_claims(claims)
        year, month, day = found["birth_date"].split("-") if "-" in found["birth_date"] else ("", "", "")
        return found | {"birth_date": f"{year}-{day}-{month}" if int(day or 99) <= 12 else "1970-01-01"}


class SurchargeUnseen(Fault):
    id = "pay-28-surcharge-at-gateway"
    title = "Cổng thanh toán thu thêm 2.200 đồng không nêu trên trang hồ sơ"
    citizen = "bị thu thêm khoản không ai báo trước"
    expects = frozenset({"L4-PAY-28", "L4-PAY-03"})

    def order_amount(self, dossier: Dossier) -> int:
        return super().order_amount(dossier) + 2200


class PaidShownLate(Fault):
    id = "pay-20-paid-shown-late"
    title = "Hồ sơ chỉ ghi đã thanh toán sau khi cán bộ tiếp nhận"
    citizen = "trả tiền rồi vẫn thấy chưa nộp, sợ mất tiền"
    expects = frozenset({"L4-PAY-20"})

    def payment_state_shown(self, dossier: Dossier) -> str:
        state = super().payment_state_shown(dossier)
        return "pending" if state == "paid" and not dossier.received_at else state


class HistoryWithoutTimes(Fault):
    id = "prc-03-history-without-time"
    title = "Lịch sử xử lý có bước không ghi thời điểm"
    citizen = "không biết hồ sơ nằm đó từ bao giờ"
    expects = frozenset({"L4-PRC-03"})

    def history(self, dossier: Dossier) -> list[dict[str, str]]:
        rows = super().history(dossier)
        return [row | {"at": ""} if number else row for number, row in enumerate(rows)]


class HistoryWithoutUnits(Fault):
    id = "prc-03-history-without-unit"
    title = "Lịch sử xử lý không ghi đơn vị, người thực hiện"
    citizen = "không biết ai đang giữ hồ sơ"
    expects = frozenset({"L4-PRC-03"})

    def history(self, dossier: Dossier) -> list[dict[str, str]]:
        return [row | {"by": "", "unit": ""} for row in super().history(dossier)]
