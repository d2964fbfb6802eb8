"""Defects of what protects: files that do harm, the public lookup, consent."""

from __future__ import annotations

from sandbox.core.procedures import Component
from sandbox.faults.fault import Fault


class VirusInsideTaken(Fault):
    id = "sec-05-virus-inside-taken"
    title = "Tệp PDF có vi-rút đính bên trong vẫn được nhận"
    citizen = "cán bộ và người dân khác có thể bị lây mã độc"
    expects = frozenset({"L4-SEC-05"})

    def harm_in(self, name: str, content: bytes) -> str:
        return ""


class PictureNotLookedInto(Fault):
    id = "sec-05-picture-not-looked-into"
    title = "Ảnh .png chỉ được xét theo đuôi tệp"
    citizen = "tệp có mã script được nhận như ảnh chụp"
    expects = frozenset({"L4-SEC-05"})

    def file_error(self, component: Component, name: str, content: bytes) -> str:
        error = super().file_error(component, name, content)
        return "" if name.lower().endswith(".png") and "không đúng định dạng" in error else error


class LookupUnlimited(Fault):
    id = "sec-08-lookup-unlimited"
    title = "Tra cứu công khai không giới hạn số lần"
    citizen = "ai cũng dò được mọi mã hồ sơ"
    expects = frozenset({"L4-SEC-08"})

    def lookup_allowed(self, who: str) -> bool:
        return True


class LookupRiddle(Fault):
    id = "sec-08-riddle-for-the-eye-only"
    title = "Tra cứu đòi captcha bằng hình, không có cách khác"
    citizen = "người khiếm thị không tra cứu được"
    expects = frozenset({"L4-SEC-08"})

    def html(self, template: str, html: str) -> str:
        riddle = '<p><img src="/static/portal/emblem.svg" alt="Mã captcha" width="80" height="30"></p>'
        return self.after_heading(super().html(template, html), riddle, only=template.endswith("lookup.html"))


class ConsentTicked(Fault):
    id = "sec-10-consent-ticked"
    title = "Ô đồng ý xử lý dữ liệu cá nhân đã tích sẵn"
    citizen = "bị coi là đã đồng ý dù chưa đọc"
    expects = frozenset({"L4-SEC-10"})

    def consent_ticked(self) -> bool:
        return True


class ConsentWithoutPurpose(Fault):
    id = "sec-10-no-purpose"
    title = "Lời xin đồng ý không nói dữ liệu dùng vào việc gì"
    citizen = "không biết mình đồng ý cho việc gì"
    expects = frozenset({"L4-SEC-10"})

    def consent_notice(self) -> str:
        return "Dữ liệu cá nhân của ông/bà được bảo vệ theo quy định của pháp luật."
