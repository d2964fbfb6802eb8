"""Defects of single controls of the electronic form: asked twice, typed by hand, unexplained, badly checked."""

from __future__ import annotations

import re
from datetime import date

from sandbox.core.procedures import Component, Field
from sandbox.faults.fault import Fault

PURPOSE = '<div class="field wide">\n  <label for="o-purpose">'  # stands on the second page of the form


class AddressAskedAgain(Fault):
    id = "frm-03-address-asked-again"
    title = "Trang hai hỏi lại nơi cư trú của người yêu cầu, để trống"
    citizen = "phải khai lại điều vừa khai ở trang trước"
    expects = frozenset({"L4-FRM-03"})

    def html(self, template: str, html: str) -> str:
        page = super().html(template, html)
        again = ('<div class="field"><label for="o-lai">Nơi cư trú của người yêu cầu</label>'
                 '<input id="o-lai" name="lai" placeholder="Số nhà, xã, tỉnh"></div>')  # fmt: skip
        return self.replace(page, PURPOSE, again + PURPOSE, only=template.endswith("step.html") and PURPOSE in page)


class CommuneTyped(Fault):
    id = "frm-05-ethnic-group-typed"
    title = "Dân tộc phải gõ tay"
    citizen = "gõ mỗi người một kiểu, hồ sơ bị trả lại vì sai tên"
    expects = frozenset({"L4-FRM-05"})

    def html(self, template: str, html: str) -> str:
        page = super().html(template, html)
        typed = ('<div class="field"><label for="o-dt">Dân tộc</label>'
                 '<input id="o-dt" name="dt" placeholder="Ví dụ: Kinh"></div>')  # fmt: skip
        return self.replace(page, PURPOSE, typed + PURPOSE, only=template.endswith("step.html") and PURPOSE in page)


class NoGuidance(Fault):
    id = "frm-06-no-guidance"
    title = "Ô họ tên, nơi cư trú, mục đích không có lời hướng dẫn"
    citizen = "không biết phải điền gì vào ô"
    expects = frozenset({"L4-FRM-06"})

    def hint(self, field: Field) -> str:
        return "" if field.kind in {"text", "textarea"} and not field.hint else super().hint(field)


class DraftLost(Fault):
    id = "frm-08-unsent-lost"
    title = "Mất mạng giữa chừng, mở lại tờ khai thì điều đang khai mất hết"
    citizen = "phải khai lại từ đầu sau mỗi lần rớt mạng"
    expects = frozenset({"L4-FRM-08"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), "data-offline data-keep", "data-offline data-old",
                            only=template.endswith("step.html"))  # fmt: skip


class OldIdentityNumbers(Fault):
    id = "frm-10-nine-digits"
    title = "Ô số định danh vẫn nhận số chứng minh nhân dân 9 chữ số"
    citizen = "gõ thiếu số mà không được báo, hồ sơ bị trả lại"
    expects = frozenset({"L4-FRM-10"})

    def field_error(self, field: Field, value: str) -> str:
        old = field.pattern == r"\d{12}" and re.fullmatch(r"\d{9}", value)
        return "" if old else super().field_error(field, value)


class BornTomorrow(Fault):
    id = "frm-10-born-in-future"
    title = "Nhận ngày sinh ở tương lai"
    citizen = "gõ nhầm năm sinh mà không được báo"
    expects = frozenset({"L4-FRM-10"})

    def date_error(self, field: Field, value: date | None) -> str:
        return super().date_error(field, min(value, date(1990, 1, 1)) if value else None)


class CommunesEmpty(Fault):
    id = "frm-11-communes-empty"
    title = "Chọn tỉnh Vĩnh Long thì danh sách xã trống"
    citizen = "không chọn được xã của mình nên không khai được"
    expects = frozenset({"L4-FRM-11"})

    def communes(self, province: str) -> list[str]:
        return [] if province == "Tỉnh Vĩnh Long" else super().communes(province)


class OldProvinces(Fault):
    id = "frm-12-ended-provinces"
    title = "Danh mục còn tỉnh đã sáp nhập"
    citizen = "chọn phải tỉnh không còn nữa"
    expects = frozenset({"L4-FRM-12"})

    def provinces(self) -> list[str]:
        return sorted([*super().provinces(), "Tỉnh Bình Dương", "Tỉnh Hà Giang"])


class UnsignedRefused(Fault):
    id = "frm-19-unsigned-refused"
    title = "Bắt ký số tệp đính kèm dù thủ tục không yêu cầu"
    citizen = "không có chứng thư số thì không nộp được"
    expects = frozenset({"L4-FRM-14", "L4-FRM-19"})

    def file_error(self, component: Component, name: str, content: bytes) -> str:
        if content.startswith(b"%PDF-") and b"/ByteRange" not in content:
            return f"Tệp «{name}» chưa được ký số. Vui lòng ký số rồi tải lại."
        return super().file_error(component, name, content)


class SmallSums(Fault):
    id = "frm-22-ten-digits"
    title = "Ô vốn kinh doanh chỉ nhận đến 10 chữ số"
    citizen = "không khai được số vốn từ mười tỷ đồng"
    expects = frozenset({"L4-FRM-22"})
    service = "1.001612"

    def kind_error(self, field: Field, value: str) -> str:
        if field.kind == "number" and len(value) > len("9999999999"):
            return f"{field.label} quá lớn."
        return super().kind_error(field, value)


class PostMissing(Fault):
    id = "frm-24-post-missing"
    title = "Không cho chọn nhận kết quả qua bưu chính"
    citizen = "không nhận được kết quả tại nhà dù thủ tục cho phép"
    expects = frozenset({"L4-FRM-24"})

    def choices(self, field: Field, parent: str | None = None) -> tuple[str, ...]:
        found = super().choices(field, parent)
        return tuple(one for one in found if field.name != "return_way" or "bưu chính" not in one)
