"""Defects of pages as they are sent: broken letters, missing files, talkative error pages, open keys."""

from __future__ import annotations

from django.conf import settings

from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault
from sandbox.variants.control import BARE


class OldEncoding(Fault):
    id = "acc-13-old-encoding"
    title = "Thông báo trên trang thủ tục còn ở bảng mã TCVN3"
    citizen = "đọc không ra chữ"
    expects = frozenset({"L4-ACC-13"})

    def html(self, template: str, html: str) -> str:
        more = "<p>Th«ng b¸o: tõ th¸ng nµy thñ tôc ®­îc rót ng¾n</p>"
        return self.after_heading(super().html(template, html), more, only=template.endswith("procedure.html"))


class LettersLost(Fault):
    id = "acc-13-letters-lost"
    title = "Chữ có dấu trong thông báo bị thay bằng ký hiệu hỏng"
    citizen = "đọc không ra chữ"
    expects = frozenset({"L4-ACC-13"})

    def html(self, template: str, html: str) -> str:
        more = "<p>Th\ufffdng b\ufffdo l\ufffdch ngh\ufffd</p>"
        return self.after_heading(super().html(template, html), more, only=template.endswith("procedure.html"))


class PictureMissing(Fault):
    id = "acc-17-picture-missing"
    title = "Hình trên trang thủ tục không tải được"
    citizen = "trang có ô hình vỡ"
    expects = frozenset({"L4-ACC-17"})

    def html(self, template: str, html: str) -> str:
        more = '<img src="/static/portal/khong-co.png" alt="Sơ đồ" width="40" height="40">'
        return self.after_heading(super().html(template, html), more, only=template.endswith("procedure.html"))


class ScriptMissing(Fault):
    id = "acc-17-script-missing"
    title = "Trang thủ tục gọi tệp script không còn"
    citizen = "nút bấm không chạy"
    expects = frozenset({"L4-ACC-17"})

    def html(self, template: str, html: str) -> str:
        more = '<script src="/static/portal/cu.js"></script>'
        return self.after_heading(super().html(template, html), more, only=template.endswith("procedure.html"))


class SecretInPage(Fault):
    id = "sec-15-gateway-secret-in-page"
    title = "Khóa ký của cổng thanh toán nằm trong trang"
    citizen = "kẻ xấu tự ký được thông báo đã trả tiền"
    expects = frozenset({"L4-SEC-15"})

    def html(self, template: str, html: str) -> str:
        more = f'<div hidden data-vnp="{settings.GATEWAY_SECRET}"></div>'
        return self.after_heading(super().html(template, html), more, only=template.endswith("procedure.html"))


class KeyInPage(Fault):
    id = "sec-15-api-key-in-page"
    title = "Khóa gọi API tích hợp nằm trong trang"
    citizen = "kẻ xấu gọi được API tích hợp"
    expects = frozenset({"L4-SEC-15"})

    def html(self, template: str, html: str) -> str:
        more = '<div hidden data-cau-hinh=\'{apiKey: "q8Zt5LmX2vB7nKc4RsYw"}\'></div>'
        return self.after_heading(super().html(template, html), more, only=template.endswith("procedure.html"))


class TalkativeError(Fault):
    id = "sec-07-traceback-shown"
    title = "Trang lỗi hiện vết lỗi của chương trình"
    citizen = "kẻ xấu biết hệ thống viết bằng gì, nằm ở đâu"
    expects = frozenset({"L4-SEC-07"})

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        if not path.startswith("/khong-co"):
            return super().answer(origin, path)
        trace = 'Traceback (most recent call last): File "/srv/cong/app/views.py", line 88, in trang'
        return 500, BARE.format("Lỗi hệ thống").replace("</main>", f"<pre>{trace}</pre></main>")


class VersionShown(Fault):
    id = "sec-07-server-version"
    title = "Trang không tìm thấy ghi tên và phiên bản máy chủ"
    citizen = "kẻ xấu biết máy chủ có lỗ hổng nào"
    expects = frozenset({"L4-SEC-07"})

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        if not path.startswith("/khong-co"):
            return super().answer(origin, path)
        return 404, BARE.format("Không tìm thấy trang").replace("</main>", "<hr>nginx/1.18.0 (Ubuntu)</main>")


class ReturnWaysMissing(Fault):
    id = "inf-10-return-ways-missing"
    title = "Trang thủ tục không nêu cách trả kết quả"
    citizen = "không biết nhận kết quả ở đâu"
    expects = frozenset({"L4-INF-10"})

    def published_return_ways(self, procedure: Procedure) -> str:
        return "Theo quy định"


class CounterOnly(Fault):
    id = "res-10-counter-only"
    title = "Dịch vụ toàn trình nhưng chỉ trả kết quả tại Bộ phận Một cửa"
    citizen = "nộp qua mạng rồi vẫn phải đến lấy kết quả"
    expects = frozenset({"L4-RES-10"})

    def published_return_ways(self, procedure: Procedure) -> str:
        return "Nhận trực tiếp tại Bộ phận Một cửa"
