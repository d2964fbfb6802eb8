"""Defects that show on a small screen or in another engine only."""

from __future__ import annotations

from sandbox.faults.fault import Fault


class WideTable(Fault):
    id = "acc-05-wide-table"
    title = "Bảng trên trang dịch vụ rộng hơn màn hình điện thoại"
    citizen = "phải kéo ngang mới đọc được trên điện thoại"
    expects = frozenset({"L4-ACC-05"})

    def html(self, template: str, html: str) -> str:
        columns = "".join(f"<td>Khoản{n}_khong_xuong_dong</td>" for n in range(6))
        table = f"<table><tr>{columns}</tr></table>"
        return self.after_heading(super().html(template, html), table, only=template.endswith("procedure.html"))


class TinyButton(Fault):
    id = "acc-05-tiny-button"
    title = "Nút tắt, mở trên tờ khai chỉ to bằng hạt đậu"
    citizen = "bấm mãi không trúng nút trên điện thoại"
    expects = frozenset({"L4-ACC-05"})

    def html(self, template: str, html: str) -> str:
        link = '<link rel="stylesheet" href="/static/portal/tiny.css">'
        return self.replace(super().html(template, html), "</head>", f"{link}</head>",
                            only=template.endswith("review.html"))


class OneEngineOnly(Fault):
    id = "acc-04-one-engine-only"
    title = "Trên Firefox nút chuyển bước của tờ khai không hiện"
    citizen = "dùng Firefox thì không khai tiếp được"
    expects = frozenset({"L4-ACC-04"})

    def html(self, template: str, html: str) -> str:
        link = '<link rel="stylesheet" href="/static/portal/one-engine.css">'
        return self.replace(super().html(template, html), "</head>", f"{link}</head>",
                            only=template.endswith("step.html"))
