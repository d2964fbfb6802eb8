"""Defects of electronic forms and attachments."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sandbox.core.models import Account, Upload
from sandbox.core.procedures import Component, Field, Procedure
from sandbox.faults.fault import Fault


class BirthDateNotPrefilled(Fault):
    id = "frm-02-birth-date-not-prefilled"
    title = "Ngày sinh không được điền sẵn"
    citizen = "phải khai lại điều hệ thống đã biết"
    expects = frozenset({"L4-FRM-02"})

    def prefill(self, field: Field, account: Account) -> str:
        return "" if field.name == "birth_date" else super().prefill(field, account)


class EnglishMessages(Fault):
    id = "frm-09-english-messages"
    title = "Thông báo lỗi ở ô bắt buộc bằng tiếng Anh"
    citizen = "không hiểu vì sao không đi tiếp được"
    expects = frozenset({"L4-FRM-09"})

    def missing_message(self, field: Field) -> str:
        return "This field is required."


class NoRequiredMark(Fault):
    id = "frm-09-no-required-mark"
    title = "Ô số điện thoại bắt buộc nhưng không có dấu (*)"
    citizen = "chỉ biết ô bắt buộc sau khi bị báo lỗi"
    expects = frozenset({"L4-FRM-09"})

    def required_mark(self, field: Field) -> str:
        return "" if field.name == "phone" else super().required_mark(field)


class ExtraSlot(Fault):
    id = "frm-13-extra-slot"
    title = "Biểu mẫu đòi thêm bản sao sổ hộ khẩu"
    citizen = "bị yêu cầu giấy tờ không có trong thủ tục"
    expects = frozenset({"L4-FRM-13"})

    def slots(self, procedure: Procedure) -> list[Component]:
        extra = Component(code="KQ000001", name="Bản sao sổ hộ khẩu", required=False)
        return [*super().slots(procedure), extra]


class EmptyFileAccepted(Fault):
    id = "frm-14-empty-file-accepted"
    title = "Nhận tệp rỗng 0 byte"
    citizen = "tưởng đã nộp giấy tờ nhưng cán bộ không mở được"
    expects = frozenset({"L4-FRM-14"})

    def file_error(self, component: Component, name: str, content: bytes) -> str:
        return super().file_error(component, name, content) if content else ""


class LimitsNotStated(Fault):
    id = "frm-14-limits-not-stated"
    title = "Không nêu dung lượng tệp cho phép"
    citizen = "chỉ biết giới hạn sau khi tải lên thất bại"
    expects = frozenset({"L4-FRM-14"})

    def attachment_hint(self) -> str:
        return "Tệp PDF, JPG hoặc PNG"


class UploadCut(Fault):
    id = "frm-15-upload-cut"
    title = "Tệp lớn hơn 1 MB bị cắt khi lưu"
    citizen = "cán bộ nhận được tệp hỏng"
    expects = frozenset({"L4-FRM-15", "L4-INT-10", "L4-SUB-10"})

    def stored_content(self, content: bytes) -> bytes:
        return super().stored_content(content)[: 1024 * 1024]


class LetterLost(Fault):
    id = "frm-21-letter-lost"
    title = "Chữ đ, Đ bị đổi thành d, D khi lưu ô nhập nhiều dòng"
    citizen = "nội dung mình khai bị sai chính tả"
    expects = frozenset({"L4-FRM-21", "L4-FRM-23"})

    def stored_value(self, field: Field, text: str) -> str:
        kept = super().stored_value(field, text)
        return kept.translate(str.maketrans("đĐ", "dD")) if field.kind == "textarea" else kept


class QuotesDoubled(Fault):
    id = "frm-21-quotes-doubled"
    title = "Dấu nháy và ký hiệu & hiện thành mã HTML"
    citizen = "nội dung mình khai hiện thành ký hiệu lạ"
    expects = frozenset({"L4-FRM-21"})

    def stored_value(self, field: Field, text: str) -> str:
        kept = super().stored_value(field, text)
        return kept.replace("&", "&amp;").replace('"', "&quot;") if field.kind == "textarea" else kept


class ReviewMissesCopies(Fault):
    id = "frm-23-review-misses-copies"
    title = "Màn hình xem lại không có mục đích đã khai"
    citizen = "không kiểm tra lại được điều mình đã khai trước khi nộp"
    expects = frozenset({"L4-FRM-23"})

    def review_rows(self, procedure: Procedure, values: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (title, [(label, value) for label, value in rows if label != "Số, năm đăng ký"])
            for title, rows in super().review_rows(procedure, values)
        ]


class MissingPaperAccepted(Fault):
    id = "sub-01-missing-paper-accepted"
    title = "Thiếu giấy tờ bắt buộc vẫn đi tiếp và nộp được"
    citizen = "hồ sơ bị trả lại sau nhiều ngày vì thiếu giấy tờ"
    expects = frozenset({"L4-SUB-01"})

    def missing_papers(self, procedure: Procedure, uploads: Collection[Upload]) -> dict[str, str]:
        return {}


class SilentRefusal(Fault):
    id = "sub-01-silent-refusal"
    title = "Thiếu giấy tờ thì không đi tiếp được nhưng không nói thiếu gì"
    citizen = "bấm mãi không được mà không biết vì sao"
    expects = frozenset({"L4-SUB-01"})

    def missing_papers(self, procedure: Procedure, uploads: Collection[Upload]) -> dict[str, str]:
        return dict.fromkeys(super().missing_papers(procedure, uploads), "Có lỗi xảy ra.")
