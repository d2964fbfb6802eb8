"""Electronic forms: what is filled in beforehand, what is refused and in which words, and attachments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from sandbox.core import places
from sandbox.core.models import Account, Upload
from sandbox.core.procedures import Component, Field, Procedure
from sandbox.core.texts import now

MAGIC = {".pdf": b"%PDF-", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".png": b"\x89PNG\r\n\x1a\n"}
MEDIA = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}
LIMIT = 5 * 1024 * 1024  # bytes
# In two halves, so that no guard of the machine takes this file for what it describes.
TEST_VIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + rb"STANDARD-ANTIVIRUS-TEST-FILE!"


class Forms:
    def arranged(self, procedure: Procedure) -> Procedure:
        """The procedure with its form's pages as this portal lays them out."""
        return procedure

    # --- fields ------------------------------------------------------------------------------------
    def prefill(self, field: Field, account: Account) -> str:
        """The value a field opens with."""
        return str(getattr(account, field.prefill)) if field.prefill else field.default

    def required(self, field: Field) -> bool:
        return field.required

    def required_mark(self, field: Field) -> str:
        """Beside the label of a required field."""
        return "(*)" if self.required(field) else ""

    def stored_value(self, field: Field, text: str) -> str:  # noqa: ARG002 - faults choose by field
        """What is kept of what was typed: nothing is lost but line ends and outer blanks."""
        return unicodedata.normalize("NFC", text.replace("\r\n", "\n").strip())

    def field_error(self, field: Field, value: str) -> str:
        """A Vietnamese sentence shown beside the field; empty when the value is good."""
        if not value:
            return self.missing_message(field) if self.required(field) else ""
        if len(value) > field.max_length:
            return f"{field.label} dài quá {field.max_length} ký tự."
        choices = self.choices(field)
        if choices and value not in choices:
            return f"Vui lòng chọn một giá trị trong danh sách {field.label}."
        if field.pattern and not re.fullmatch(field.pattern, value):
            return field.message
        return self.kind_error(field, value)

    def missing_message(self, field: Field) -> str:
        verb = "chọn" if field.kind in {"select", "radio", "checkbox"} else "nhập"
        return f"Vui lòng {verb} {field.label}."

    def kind_error(self, field: Field, value: str) -> str:
        """What the kind of control demands of its value."""
        if field.kind == "email" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
            return f"{field.label} không đúng dạng, ví dụ: ten@example.vn."
        if field.kind == "date":
            return self.date_error(field, _date(value))
        if field.kind == "number":
            low, high = field.minimum or 0, field.maximum or 10**9
            if not value.isascii() or not value.isdecimal() or not low <= int(value) <= high:
                return f"{field.label} phải là số nguyên từ {low} đến {high}."
        return ""

    def date_error(self, field: Field, value: date | None) -> str:
        if value is None:
            return f"{field.label} phải là ngày có thật, viết theo dạng ngày/tháng/năm."
        if "sinh" in field.label.casefold() and value > now().date():
            return f"{field.label} không được ở tương lai."
        return ""

    def hint(self, field: Field) -> str:
        """Guidance beside every field that is typed in; a list explains itself."""
        if field.hint or field.options or field.source:
            return field.hint
        if field.kind == "number":
            return f"Chỉ nhập chữ số, từ {field.minimum or 0} đến {field.maximum or 10**9}"
        typed = {"date": "Viết theo dạng ngày/tháng/năm, ví dụ 05/09/1990", "email": "Ví dụ: ten@example.vn",
                 "tel": "10 chữ số, bắt đầu bằng số 0", "checkbox": ""}
        if field.kind in typed:
            return typed[field.kind]
        return "12 chữ số" if field.pattern == r"\d{12}" else f"Viết có dấu, không quá {field.max_length} ký tự"

    def choices(self, field: Field, parent: str | None = None) -> tuple[str, ...]:
        """Options of a list; `parent`: the answer that a list depends on, None for whatever it may be."""
        if field.source == "communes":
            return tuple(self.communes(parent)) if parent is not None else places.COMMUNES
        return tuple(self.provinces()) if field.source == "provinces" else field.options

    def provinces(self) -> list[str]:
        return list(places.PROVINCES)

    def communes(self, province: str) -> list[str]:
        return list(places.COMMUNES) if province in self.provinces() else []

    def form_errors(self, fields: Collection[Field], values: Mapping[str, str]) -> dict[str, str]:
        """Field name → sentence, for the given fields only."""
        found = {field.name: self.field_error(field, values.get(field.name, "")) for field in fields}
        return {name: sentence for name, sentence in found.items() if sentence}

    def review_rows(self, procedure: Procedure, values: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
        """Section title → (label, value), for the review screen."""
        return [
            (section.title, [(field.label, values.get(field.name, "")) for field in section.fields])
            for page in procedure.pages for section in page.sections
        ]

    def review_shown(self) -> bool:
        """A review screen stands before submission."""
        return True

    # --- attachments -------------------------------------------------------------------------------
    def slots(self, procedure: Procedure) -> list[Component]:
        """Upload slots of the form."""
        return list(procedure.components)

    def slot_required(self, component: Component) -> bool:
        return component.required

    def attachment_hint(self) -> str:
        """The row «Tệp được chấp nhận»."""
        return "PDF, JPG, PNG; mỗi tệp không quá 5 MB"

    def file_error(self, component: Component, name: str, content: bytes) -> str:  # noqa: ARG002 - faults choose
        """Why a file is refused, in Vietnamese; empty when it is accepted."""
        extension = PurePath(name).suffix.lower()
        if extension not in MAGIC:
            return f"Tệp «{name}» không được chấp nhận: chỉ nhận tệp PDF, JPG, PNG."
        if not content:
            return f"Tệp «{name}» rỗng (0 byte). Vui lòng chọn tệp khác."
        if len(content) > LIMIT:
            return f"Tệp «{name}» lớn hơn 5 MB. Vui lòng chọn tệp nhỏ hơn."
        if not content.startswith(MAGIC[extension]):
            return f"Nội dung tệp «{name}» không đúng định dạng {extension[1:].upper()}."
        return self.harm_in(name, content)

    def harm_in(self, name: str, content: bytes) -> str:
        """Why a file of the right kind is refused all the same; empty when it does no harm."""
        return f"Tệp «{name}» bị phần mềm diệt vi-rút chặn." if TEST_VIRUS in content else ""

    def media_type(self, name: str) -> str:
        return MEDIA.get(PurePath(name).suffix.lower(), "application/octet-stream")

    def stored_content(self, content: bytes) -> bytes:
        """What is kept of an uploaded file."""
        return content

    def missing_papers(self, procedure: Procedure, uploads: Collection[Upload]) -> dict[str, str]:
        """Component code → sentence, for every required paper that is not there."""
        there = {upload.component for upload in uploads}
        return {
            slot.code: f"Thiếu giấy tờ bắt buộc: {slot.name}."
            for slot in self.slots(procedure) if self.slot_required(slot) and slot.code not in there
        }

    def obstacles(self, procedure: Procedure, values: Mapping[str, str], uploads: Collection[Any]) -> list[str]:
        """Everything that keeps a draft from being submitted; empty when it may be."""
        return [*self.form_errors(procedure.fields, values).values(), *self.missing_papers(procedure, uploads).values()]


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a calendar day has no time zone
    except ValueError:
        return None
