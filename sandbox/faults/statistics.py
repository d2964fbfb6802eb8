"""Defects of the public statistics."""

from __future__ import annotations

from dataclasses import replace

from sandbox.core.conforming.open_site import Count
from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class MoreOnTimeThanSettled(Fault):
    id = "mon-03-more-in-time-than-settled"
    title = "Thống kê ghi số đúng hạn nhiều hơn số đã giải quyết"
    citizen = "thấy tỷ lệ đúng hạn không có thật"
    expects = frozenset({"L4-MON-03"})

    def counted(self, one: Procedure) -> Count:
        count = super().counted(one)
        return replace(count, on_time=count.finished + 1) if one.code == "1.000656" else count


class NumbersInWords(Fault):
    id = "mon-03-no-numbers"
    title = "Thống kê ghi «đang cập nhật» thay cho số đã nhận"
    citizen = "không biết cơ quan đã nhận bao nhiêu hồ sơ"
    expects = frozenset({"L4-MON-03"})

    def counted(self, one: Procedure) -> Count:
        return replace(super().counted(one), received="Đang cập nhật")  # type: ignore[arg-type]


class IntegrationDenied(Fault):
    id = "mon-06-integration-denied"
    title = "Danh sách ghi dịch vụ chưa tích hợp trong khi đã tích hợp"
    citizen = "không biết nộp được từ Cổng quốc gia"
    expects = frozenset({"L4-MON-06"})

    def counted(self, one: Procedure) -> Count:
        return replace(super().counted(one), integrated="Chưa tích hợp")
