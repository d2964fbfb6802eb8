"""Defects that only a second dossier, or another hour, shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sandbox.core.models import Account, Dossier
from sandbox.core.procedures import Field, Procedure
from sandbox.core.texts import now
from sandbox.faults.fault import Fault

SUNDAY, LATE = 6, 22  # as datetime counts days; hour


class ForgottenAfterOne(Fault):
    id = "frm-04-second-not-prefilled"
    title = "Từ hồ sơ thứ hai, nơi cư trú không được điền sẵn nữa"
    citizen = "mỗi hồ sơ lại phải khai lại điều đã khai"
    expects = frozenset({"L4-FRM-04"})

    def prefill(self, field: Field, account: Account) -> str:
        known = field.prefill == "address" and Dossier.objects.filter(account=account).exists()
        return "" if known else super().prefill(field, account)


class ClosedOnSundayNight(Fault):
    id = "frm-26-closed-on-sunday-night"
    title = "Đêm Chủ nhật cổng ngừng nhận hồ sơ"
    citizen = "chỉ rảnh buổi tối cuối tuần thì không nộp được"
    expects = frozenset({"L4-FRM-26"})

    def obstacles(self, procedure: Procedure, values: Mapping[str, str], uploads: Collection[Any]) -> list[str]:
        if now().weekday() == SUNDAY and now().hour >= LATE:
            return ["Hệ thống tạm ngừng nhận hồ sơ từ 22 giờ Chủ nhật. Vui lòng quay lại sau."]
        return super().obstacles(procedure, values, uploads)
