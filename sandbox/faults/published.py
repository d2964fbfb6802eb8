"""Defects of the public pages: what is published, how it is found, how it is read."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.core.procedures import Procedure
from sandbox.faults.fault import Fault


class NameShortened(Fault):
    id = "inf-01-name-shortened"
    title = "Tên thủ tục trên trang bị rút gọn"
    citizen = "không chắc đây có phải đúng thủ tục mình cần"
    expects = frozenset({"L4-INF-01"})

    def html(self, template: str, html: str) -> str:
        return self.replace(super().html(template, html), ", bản sao Giấy khai sinh</h1>", "</h1>",
                            only=template.endswith("procedure.html"))


class TimeLimitOutdated(Fault):
    id = "inf-05-time-limit-outdated"
    title = "Thời hạn giải quyết trên trang là của quyết định cũ"
    citizen = "chờ lâu hơn thời hạn đã phê duyệt mà không biết"
    expects = frozenset({"L4-INF-05"})

    def published_time_limit(self, procedure: Procedure) -> str:
        return "3 ngày làm việc"


class ResultOnlyNotice(Fault):
    id = "inf-08-result-only-notice"
    title = "Trang chỉ nêu thông báo, không nêu kết quả cuối cùng"
    citizen = "không biết cuối cùng mình nhận được giấy tờ gì"
    expects = frozenset({"L4-INF-08"})

    def published_results(self, procedure: Procedure) -> list[str]:
        return ["Thông báo yêu cầu bổ sung hồ sơ", "Phiếu từ chối giải quyết hồ sơ"]


class FeeNotShown(Fault):
    id = "inf-09-fee-not-shown"
    title = "Trang không nêu mức lệ phí bằng đồng"
    citizen = "không biết phải trả bao nhiêu trước khi nộp"
    expects = frozenset({"L4-INF-09"})

    def published_fee(self, procedure: Procedure) -> str:
        return "Theo quy định"

    def published_fee_text(self, procedure: Procedure) -> str:
        return "Thu theo quy định hiện hành"


class FormMissing(Fault):
    id = "inf-09-form-missing"
    title = "Trang không có tờ khai của thủ tục"
    citizen = "không tìm thấy tờ khai"
    expects = frozenset({"L4-INF-09"})

    def published_forms(self, procedure: Procedure) -> list[str]:
        return []


class CodeOfAnother(Fault):
    id = "inf-12-code-of-another"
    title = "Trang ghi mã của thủ tục khác"
    citizen = "tra cứu theo mã trên trang thì ra thủ tục khác"
    expects = frozenset({"L4-INF-12", "L4-INT-01", "L4-INT-02"})

    def published_code(self, procedure: Procedure) -> str:
        return "2.002516"


class HiddenDeep(Fault):
    id = "acc-01-hidden-deep"
    title = "Trang chủ và danh mục không dẫn tới dịch vụ"
    citizen = "bấm quá ba lần vẫn không tới được dịch vụ"
    expects = frozenset({"L4-ACC-01", "L4-INF-18"})

    def home_shows_services(self) -> bool:
        return False

    def listed(self, procedures: Iterable[Procedure]) -> list[Procedure]:
        return []

    def search(self, query: str, procedures: Iterable[Procedure]) -> list[Procedure]:
        words = self.searchable(query).split()
        return [p for p in procedures if words and all(w in self.searchable(f"{p.code} {p.name}") for w in words)]


class SearchNeedsDiacritics(Fault):
    id = "acc-02-search-needs-diacritics"
    title = "Ô tìm kiếm chỉ hiểu chữ có dấu"
    citizen = "gõ không dấu thì không tìm thấy gì"
    expects = frozenset({"L4-ACC-02"})

    def searchable(self, text: str) -> str:
        return " ".join(text.casefold().split())


class PictureWithoutAlternative(Fault):
    id = "acc-06-picture-without-alternative"
    title = "Hình trên trang thủ tục không có văn bản thay thế"
    citizen = "người khiếm thị không biết hình nói gì"
    expects = frozenset({"L4-ACC-06", "L4-ACC-09"})

    def html(self, template: str, html: str) -> str:
        return self.replace(
            super().html(template, html), "</h1>",
            '</h1><img width="16" height="16" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
            only=template.endswith("procedure.html"),
        )


class LanguageMissing(Fault):
    id = "acc-11-language-english"
    title = "Trang khai ngôn ngữ là tiếng Anh"
    citizen = "phần mềm đọc màn hình đọc tiếng Việt bằng giọng Anh"
    expects = frozenset({"L4-ACC-11"})

    def language(self) -> str:
        return "en"


class FeeNumberZero(Fault):
    id = "dat-03-fee-number-zero"
    title = "Ô số ghi phí 0 đồng trong khi mô tả có mức thu"
    citizen = "tưởng miễn phí, đến khi nộp mới bị thu tiền"
    expects = frozenset({"L4-DAT-03"})

    def published_fee(self, procedure: Procedure) -> str:
        return "0 đ"


class FeeNumberThousandth(Fault):
    id = "dat-04-fee-number-thousandth"
    title = "Ô số ghi phí thiếu ba chữ số 0 so với mô tả"
    citizen = "thấy hai mức phí khác nhau trên cùng một trang"
    expects = frozenset({"L4-DAT-04"})

    def published_fee(self, procedure: Procedure) -> str:
        return "8 đ"
