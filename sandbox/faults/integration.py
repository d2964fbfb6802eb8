"""Defects of what is sent to the national portal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.core.models import Dossier, StatusChange
from sandbox.core.texts import national
from sandbox.faults.fault import Fault


class NeverSynchronised(Fault):
    id = "int-03-never-synchronised"
    title = "Hồ sơ không được đồng bộ lên Cổng DVC quốc gia"
    citizen = "tra cứu trên Cổng DVC quốc gia không thấy hồ sơ"
    expects = frozenset({"L4-INT-03"})

    def synchronised(self, dossier: Dossier) -> bool:
        return False


class UnitMissing(Fault):
    id = "int-04-unit-missing"
    title = "Gói tin bỏ trống đơn vị xử lý"
    citizen = "Cổng DVC quốc gia không cho biết ai đang giữ hồ sơ"
    expects = frozenset({"L4-INT-04"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return super().packet(dossier) | {"DonViXuLy": ""}


class OwnerMissing(Fault):
    id = "int-04-phone-missing"
    title = "Gói tin thiếu số điện thoại người nộp"
    citizen = "không nhận được tin nhắn từ Cổng DVC quốc gia"
    expects = frozenset({"L4-INT-04"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        return {key: value for key, value in super().packet(dossier).items() if key != "SoDienThoai"}


class ReceivedBeforeSent(Fault):
    id = "int-06-received-before-sent"
    title = "Ngày tiếp nhận trong gói tin sớm hơn ngày nộp"
    citizen = "thời hạn bị tính sai"
    expects = frozenset({"L4-INT-06", "L4-INT-15"})

    def packet_dates(self, dossier: Dossier) -> dict[str, str]:
        return super().packet_dates(dossier) | {"NgayTiepNhan": national(dossier.submitted_at - timedelta(days=1))}


class StatusUnmapped(Fault):
    id = "int-07-status-unmapped"
    title = "Trạng thái đang xử lý không được ánh xạ, gửi rỗng"
    citizen = "Cổng DVC quốc gia không hiện trạng thái hồ sơ"
    expects = frozenset({"L4-INT-07"})

    def packet(self, dossier: Dossier) -> dict[str, Any]:
        sent = super().packet(dossier)
        return sent | {"TrangThaiHoSo": "" if sent["TrangThaiHoSo"] == "4" else sent["TrangThaiHoSo"]}


class StepNotTold(Fault):
    id = "int-12-step-not-told"
    title = "Bước đang xử lý không được gửi tiến độ"
    citizen = "Cổng DVC quốc gia hiện thiếu bước"
    expects = frozenset({"L4-INT-12"})

    def progress_row(self, dossier: Dossier, change: StatusChange) -> dict[str, str] | None:
        return None if change.status == 4 else super().progress_row(dossier, change)


class DoneAtReception(Fault):
    id = "int-12-done-at-reception"
    title = "Gửi tiến độ «đã xử lý xong» ngay lúc tiếp nhận"
    citizen = "Cổng DVC quốc gia báo xong khi hồ sơ mới được nhận"
    expects = frozenset({"L4-INT-12"})

    def progress_row(self, dossier: Dossier, change: StatusChange) -> dict[str, str] | None:
        row = super().progress_row(dossier, change)
        return row | {"TrangThai": "9"} if row and change.status == 2 else row
