"""What the applicant may take from the form, and into it: his declaration as a file, papers from his own store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.core.conforming.forms import Forms
from sandbox.core.models import Account
from sandbox.core.procedures import Procedure
from sandbox.core.sheets import Sheet


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A paper in the person's store of electronic data (NĐ 45/2020 Đ16)."""

    name: str
    file_name: str
    content: bytes


class Declaring(Forms):
    def declaration(self, one: Procedure, values: Mapping[str, str]) -> bytes:
        """The declaration as PDF, in the shape of the prescribed form, with all that has been entered."""
        from sandbox.core import documents  # noqa: PLC0415 - reportlab loads fonts

        declared = [row for _, part in self.review_rows(one, values) for row in part]
        rows = tuple((label, self.declared(value)) for label, value in declared)
        return documents.render(Sheet(one.agency.name, "", self.declaration_title(one).upper(), rows, "", None))

    def declaration_title(self, one: Procedure) -> str:
        return one.forms[0] if one.forms else one.name

    def declared(self, value: str) -> str:
        """One value as it is printed."""
        return value

    def store_offered(self) -> bool:
        """Whether the page of papers lets one choose from the store."""
        return True

    def stored_papers(self, account: Account) -> list[StoredPaper]:
        """Papers that agencies have issued to the person before."""
        from sandbox.core import documents  # noqa: PLC0415 - as above

        rows = (("Họ, chữ đệm, tên", account.full_name), ("Số định danh cá nhân", account.identity_number))
        sheet = Sheet("Kho dữ liệu điện tử của công dân", "", "GIẤY TỜ ĐÃ CẤP", rows, "", None)
        return [StoredPaper("Giấy tờ đã cấp trước đây", "giay-to-trong-kho.pdf", documents.render(sheet))]
