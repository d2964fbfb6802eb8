"""Defects of what the public page says of a procedure."""

from __future__ import annotations

from sandbox.core.procedures import Component, Procedure
from sandbox.faults.fault import Fault


class StepsMissing(Fault):
    id = "inf-02-steps-as-link"
    title = "Trình tự thực hiện chỉ ghi «Xem chi tiết»"
    citizen = "không biết phải làm những bước nào"
    expects = frozenset({"L4-INF-02"})

    def published_steps(self, procedure: Procedure) -> list[str]:
        return ["Xem chi tiết"]


class ChannelMissing(Fault):
    id = "inf-03-online-not-named"
    title = "Cách thức thực hiện không nêu nộp trực tuyến"
    citizen = "tưởng phải đến cơ quan để nộp"
    expects = frozenset({"L4-INF-03", "L4-IDN-10"})

    def published_channels(self, procedure: Procedure) -> str:
        return "Trực tiếp, Dịch vụ bưu chính"


class PaperNotListed(Fault):
    id = "inf-04-paper-not-listed"
    title = "Thành phần hồ sơ trên trang thiếu giấy tờ bắt buộc"
    citizen = "đến bước đính kèm mới biết thiếu giấy tờ"
    expects = frozenset({"L4-INF-04"})

    def published_components(self, procedure: Procedure) -> list[str]:
        return ["Tờ khai điện tử (bắt buộc; bản sao: 1)"]


class ZeroCopies(Fault):
    id = "inf-04-zero-copies"
    title = "Thành phần hồ sơ ghi số lượng 0 bản"
    citizen = "không biết có phải nộp giấy tờ này hay không"
    expects = frozenset({"L4-INF-04"})

    def component_text(self, component: Component) -> str:
        return f"{component.code} – {component.name} (bản chính: 0; bản sao: 0)"


class SubjectsMissing(Fault):
    id = "inf-06-subjects-missing"
    title = "Đối tượng thực hiện ghi «Không có thông tin»"
    citizen = "không biết mình có được làm thủ tục này"
    expects = frozenset({"L4-INF-06"})

    def published_subjects(self, procedure: Procedure) -> str:
        return "Không có thông tin"


class AgencyAbolished(Fault):
    id = "inf-07-abolished-agency"
    title = "Cơ quan thực hiện là phòng của cấp huyện đã giải thể"
    citizen = "không biết cơ quan nào giải quyết"
    expects = frozenset({"L4-INF-07"})

    def published_agency(self, procedure: Procedure) -> str:
        return "Phòng Tư pháp huyện Mẫu"


class LawsWithoutNumber(Fault):
    id = "inf-11-laws-without-number"
    title = "Căn cứ pháp lý không có số hiệu văn bản"
    citizen = "không tra được quy định"
    expects = frozenset({"L4-INF-11"})

    def published_laws(self, procedure: Procedure) -> list[str]:
        return [law.name for law in procedure.laws]


class LevelOverstated(Fault):
    id = "inf-13-level-understated"
    title = "Trang ghi mức độ «Một phần» trong khi đã duyệt toàn trình"
    citizen = "tưởng vẫn phải đến cơ quan"
    expects = frozenset({"L4-INF-13"})

    def published_level(self, procedure: Procedure) -> str:
        return "Một phần"


class PaleWords(Fault):
    id = "acc-07-pale-words"
    title = "Chữ xám nhạt trên nền trắng ở trang thủ tục"
    citizen = "người mắt kém không đọc được"
    expects = frozenset({"L4-ACC-06", "L4-ACC-07"})

    def html(self, template: str, html: str) -> str:
        pale = '</h1><p><font color="#b8b8b8">Cập nhật theo quyết định mới nhất</font></p>'
        return self.replace(super().html(template, html), "</h1>", pale, only=template.endswith("procedure.html"))


class RunningWords(Fault):
    id = "acc-08-running-words"
    title = "Thông báo chạy ngang trên trang thủ tục"
    citizen = "chữ chạy, không kịp đọc, không dừng được"
    expects = frozenset({"L4-ACC-06", "L4-ACC-08"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), "</h1>", "</h1><marquee>Cổng bảo trì ngày thứ Bảy</marquee>",
                            only=template.endswith("procedure.html"))  # fmt: skip


class LinkWithoutWords(Fault):
    id = "acc-10-link-without-words"
    title = "Liên kết chỉ có biểu tượng, không có chữ"
    citizen = "người khiếm thị không biết liên kết dẫn đi đâu"
    expects = frozenset({"L4-ACC-06", "L4-ACC-10"})

    def html(self, template: str, html: str) -> str:
        link = '</h1><a href="/huong-dan"><span aria-hidden="true">▸</span></a>'
        return self.replace(super().html(template, html), "</h1>", link, only=template.endswith("procedure.html"))
