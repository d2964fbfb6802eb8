"""Defects of what stands around a service: forms to print, help, the public list, search engines, complaints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sandbox.core import links
from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class FormIsErrorPage(Fault):
    id = "inf-14-form-is-an-error-page"
    title = "Liên kết mẫu đơn trả về một trang báo lỗi"
    citizen = "tải mẫu đơn về không mở được"
    expects = frozenset({"L4-INF-14"})

    def blank_form(self, one: Procedure, title: str) -> bytes:
        return "<!doctype html><title>Lỗi</title><p>Máy chủ tệp đang bảo trì.</p>".encode()


class FormCutOff(Fault):
    id = "inf-14-form-cut-off"
    title = "Tệp mẫu đơn bị cắt giữa chừng"
    citizen = "tải mẫu đơn về không mở được"
    expects = frozenset({"L4-INF-14"})

    def blank_form(self, one: Procedure, title: str) -> bytes:
        return super().blank_form(one, title)[:1500]


class FormOfOlderEdition(Fault):
    id = "inf-15-form-of-an-older-edition"
    title = "Mẫu đơn là bản đã bị thay thế"
    citizen = "khai theo mẫu cũ rồi bị trả lại"
    expects = frozenset({"L4-INF-15"})

    def form_edition(self, one: Procedure) -> str:
        return super().form_edition(one).replace("/2024/", "/2020/")


class HelpWithoutContact(Fault):
    id = "inf-16-support-cannot-be-reached"
    title = "Mục liên hệ không có số điện thoại hay thư điện tử"
    citizen = "vướng mắc không biết gọi cho ai"
    expects = frozenset({"L4-INF-16"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), 'Tổng đài <a href="tel:19000000">1900 0000</a>',
                            "Liên hệ tổng đài của cơ quan", only=template.endswith("guide.html"))


class FeeDiffersInside(Fault):
    id = "inf-17-fee-differs-after-sign-in"
    title = "Mức phí trên trang thủ tục khác nhau trước và sau khi đăng nhập"
    citizen = "đăng nhập xong mới thấy mức phí khác"
    expects = frozenset({"L4-INF-17"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("procedure.html") and shown["account"]:
            shown["rows"] = [(k, v.replace("8.000", "9.000") if "phí" in k else v) for k, v in shown["rows"]]
        return shown


class LawsBehindSignIn(Fault):
    id = "inf-17-laws-behind-sign-in"
    title = "Căn cứ pháp lý chỉ hiện với người đã đăng nhập"
    citizen = "phải có tài khoản mới biết căn cứ của thủ tục"
    expects = frozenset({"L4-INF-17", "L4-INF-11"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("procedure.html") and not shown["account"]:
            shown["lists"] = [row for row in shown["lists"] if row[0] != "Căn cứ pháp lý"]
        return shown


class FilteredAway(Fault):
    id = "inf-18-lost-when-filtered-by-agency"
    title = "Lọc danh mục theo cơ quan thì mất dịch vụ"
    citizen = "lọc theo xã mình không thấy dịch vụ"
    expects = frozenset({"L4-INF-18"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if any(one.name == "co-quan" and one.chosen for one in shown.get("filters", ())):
            shown["items"] = [item for item in shown["items"] if item["code"] != "2.000635"]
        return shown


class FilterThatFiltersNothing(Fault):
    id = "inf-18-field-filter-does-nothing"
    title = "Lọc danh mục theo lĩnh vực nhưng danh mục vẫn như cũ"
    citizen = "chọn lĩnh vực xong vẫn phải dò hết danh mục"
    expects = frozenset({"L4-INF-18"})

    def narrowed(
        self, found: Iterable[Procedure], by: str, wanted: str, of: Callable[[Procedure], str]
    ) -> list[Procedure]:
        return list(found) if by == "linh-vuc" else super().narrowed(found, by, wanted, of)


class HiddenFromCrawlers(Fault):
    id = "acc-03-robots-bar-services"
    title = "robots.txt cấm máy tìm kiếm đọc mọi trang dịch vụ"
    citizen = "tìm trên mạng không ra dịch vụ"
    expects = frozenset({"L4-ACC-03"})

    def robots(self) -> str:
        return super().robots().replace("User-agent: *\n", "User-agent: *\nDisallow: /*-cong/\n")


class CanonicalHome(Fault):
    id = "acc-03-canonical-is-home"
    title = "Mọi trang khai trang chủ là địa chỉ chính thức của mình"
    citizen = "máy tìm kiếm chỉ dẫn tới trang chủ"
    expects = frozenset({"L4-ACC-03"})

    def canonical(self, path: str) -> str:
        return links.portal("/")


class ComplaintLost(Fault):
    id = "mon-02-complaint-not-acknowledged"
    title = "Gửi phản ánh xong trang trở lại trống trơn"
    citizen = "không biết phản ánh đã tới nơi chưa"
    expects = frozenset({"L4-MON-02"})

    def html(self, template: str, html: str) -> str:
        page = super().html(template, html)
        start = page.find('<div class="note good" role="status">') if template.endswith("feedback.html") else -1
        return page if start < 0 else page[:start] + page[page.index("</div>", start) + 6:]


class ComplaintNotLinked(Fault):
    id = "mon-02-complaint-not-linked"
    title = "Trang dịch vụ không dẫn tới kênh phản ánh"
    citizen = "không tìm thấy chỗ phản ánh"
    expects = frozenset({"L4-MON-02"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), '<a href="/phan-anh">Phản ánh, kiến nghị</a>', "",
                            only=template.endswith("procedure.html"))


class NotListedForCrawlers(Fault):
    id = "acc-03-noindex"
    title = "Trang dịch vụ khai noindex"
    citizen = "tìm trên mạng không ra dịch vụ"
    expects = frozenset({"L4-ACC-03"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), "<title>", '<meta name="robots" content="noindex"><title>',
                            only=template.endswith("procedure.html"))

    def sitemap(self, every: Iterable[Procedure]) -> list[str]:
        return [links.portal("/")]
