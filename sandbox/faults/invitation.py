"""Defects of the way in: sign-in, the invitation to apply, channels, one's own list, speed."""

from __future__ import annotations

import threading

from sandbox.core.models import Account, Dossier
from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class OwnPassword(Fault):
    id = "idn-04-own-password"
    title = "Trang đăng nhập vẫn cho dùng mật khẩu do cổng cấp"
    citizen = "phải nhớ thêm một mật khẩu, dễ bị lấy cắp"
    expects = frozenset({"L4-IDN-04"})

    def html(self, template: str, html: str) -> str:
        box = '<p><label for="mk">Mật khẩu do cổng cấp</label> <input type="password" id="mk"></p>'
        return self.after_heading(super().html(template, html), box, only=template.endswith("sign_in.html"))


class OwnRegistration(Fault):
    id = "idn-04-own-registration"
    title = "Trang đăng nhập mời tạo tài khoản riêng của cổng"
    citizen = "tưởng phải đăng ký thêm một tài khoản nữa"
    expects = frozenset({"L4-IDN-04"})

    def html(self, template: str, html: str) -> str:
        link = '<p><a href="/huong-dan">Chưa có tài khoản? Đăng ký tài khoản</a></p>'
        return self.after_heading(super().html(template, html), link, only=template.endswith("sign_in.html"))


class CounterOnly(Fault):
    id = "idn-09-counter-only"
    title = "Trang dịch vụ ghi tạm thời chỉ nhận hồ sơ trực tiếp"
    citizen = "bị đẩy ra bộ phận một cửa dù dịch vụ đã trực tuyến"
    expects = frozenset({"L4-IDN-09"})

    def html(self, template: str, html: str) -> str:
        note = "<p>Tạm thời chỉ nhận hồ sơ trực tiếp tại Bộ phận Một cửa.</p>"
        return self.after_heading(super().html(template, html), note, only=template.endswith("procedure.html"))


class ButtonLocked(Fault):
    id = "idn-09-button-locked"
    title = "Nút nộp trực tuyến bị khóa với người chưa đăng nhập"
    citizen = "thấy nút xám, tưởng dịch vụ không nhận trực tuyến"
    expects = frozenset({"L4-IDN-09"})

    def html(self, template: str, html: str) -> str:
        shown = super().html(template, html)
        only = template.endswith("procedure.html") and "Đăng xuất" not in shown
        return self.replace(shown, '<button class="whole">', '<button class="whole" disabled>', only=only)


class VneidNotNamed(Fault):
    id = "idn-10-vneid-not-named"
    title = "Cách thức thực hiện không nêu ứng dụng VNeID"
    citizen = "không biết nộp được ngay trên điện thoại"
    expects = frozenset({"L4-IDN-10"})

    def published_channels(self, procedure: Procedure) -> str:
        return super().published_channels(procedure).replace(" và ứng dụng VNeID", "")


class FinishedNotListed(Fault):
    id = "sub-10-finished-not-listed"
    title = "«Hồ sơ của tôi» bỏ các hồ sơ đã trả kết quả"
    citizen = "hồ sơ xong thì không tìm lại được nữa"
    expects = frozenset({"L4-SUB-10"})

    def dossiers_of(self, account: Account) -> list[Dossier]:
        return [one for one in super().dossiers_of(account) if one.status != 10]


class SlowStyles(Fault):
    id = "acc-14-slow-styles"
    title = "Trang chờ một tệp kiểu chữ 3,5 giây mới hiện"
    citizen = "màn hình trắng rất lâu"
    expects = frozenset({"L4-ACC-14"})

    def html(self, template: str, html: str) -> str:
        only = template.endswith(("home.html", "list.html", "procedure.html"))
        link = '</title><link rel="stylesheet" href="/kieu-chu.css">'
        return self.replace(super().html(template, html), "</title>", link, only=only)

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        if path == "/kieu-chu.css":
            threading.Event().wait(3.5)
            return 200, ""
        return super().answer(origin, path)


class SlowFirstAnswer(Fault):
    id = "acc-15-slow-first-answer"
    title = "Trang chủ ngủ lâu, lần mở đầu tiên mất 16 giây"
    citizen = "tưởng trang hỏng, bỏ đi"
    expects = frozenset({"L4-ACC-15"})
    _slept = False

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        if origin == "portal" and path == "/" and not self._slept:
            self._slept = True
            threading.Event().wait(16)
        return super().answer(origin, path)
