"""What the portal publishes of a procedure (level 1), its lists and its search."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable

from sandbox.core.procedures import Component, FeeItem, Procedure
from sandbox.core.texts import vnd


class Published:
    """Texts of the public pages. Templates ask these methods, never the procedure itself."""

    def published_name(self, procedure: Procedure) -> str:
        return procedure.name

    def published_code(self, procedure: Procedure) -> str:
        return procedure.code

    def published_level(self, procedure: Procedure) -> str:
        return procedure.level

    def published_time_limit(self, procedure: Procedure) -> str:
        return procedure.time_limit.text

    def published_results(self, procedure: Procedure) -> list[str]:
        return [procedure.result.name]

    def published_steps(self, procedure: Procedure) -> list[str]:
        return list(procedure.steps)

    def published_channels(self, procedure: Procedure) -> str:
        """NĐ 118/2025: the way online leads through the national portal and the application of VNeID."""
        online = {"Trực tuyến": "Trực tuyến trên Cổng Dịch vụ công quốc gia và ứng dụng VNeID"}
        return ", ".join(online.get(channel, channel) for channel in procedure.channels)

    def published_return_ways(self, procedure: Procedure) -> str:  # noqa: ARG002 - faults choose by procedure
        """NĐ 42/2022 Đ11.1: online, and by post for who asks."""
        return "Trực tuyến trong tài khoản; qua dịch vụ bưu chính công ích nếu đăng ký"

    def published_subjects(self, procedure: Procedure) -> str:
        return procedure.subjects

    def published_agency(self, procedure: Procedure) -> str:
        return procedure.agency.name

    def published_laws(self, procedure: Procedure) -> list[str]:
        return [f"{law.name} ({law.number})" for law in procedure.laws]

    def published_forms(self, procedure: Procedure) -> list[str]:
        return list(procedure.forms)

    def published_requirements(self, procedure: Procedure) -> str:
        return procedure.requirements

    def published_components(self, procedure: Procedure) -> list[str]:
        """«KQ003984 – Giấy tờ chứng minh quan hệ (bắt buộc; bản sao: 1)»."""
        return [self.component_text(component) for component in procedure.components]

    def component_text(self, component: Component) -> str:
        need = "bắt buộc" if component.required else "nếu có"
        number = f"bản chính: {component.originals}" if component.originals else f"bản sao: {component.copies}"
        return f"{component.code} – {component.name} ({need}; {number})"

    def published_fee(self, procedure: Procedure) -> str:
        """The number of the fee table for the online channel: «8.000 đ»."""
        return vnd(sum(self.fee_amount(item) for item in procedure.fees))

    def fee_amount(self, item: FeeItem) -> int:
        return item.online

    def published_fee_text(self, procedure: Procedure) -> str:
        return procedure.fee_text

    def listed(self, procedures: Iterable[Procedure]) -> list[Procedure]:
        """Procedures that lists (home page, fields, search without words) show."""
        return list(procedures)

    def searchable(self, text: str) -> str:
        """Folded for search: no diacritics, no case, single spaces."""
        plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
        return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())

    def search(self, query: str, procedures: Iterable[Procedure]) -> list[Procedure]:
        """Every word of the query in the name, or the query in the code."""
        words = self.searchable(query).split()
        return [
            one for one in self.listed(procedures)
            if all(word in self.searchable(f"{one.code} {one.name}") for word in words)
        ]

    def narrowed(
        self, found: Iterable[Procedure], by: str, wanted: str, of: Callable[[Procedure], str]  # noqa: ARG002 - faults choose by filter
    ) -> list[Procedure]:
        """What a filter of the public list leaves."""
        return [one for one in found if of(one) == wanted]

    def linked_code(self, code: str, known: Collection[str]) -> str:  # noqa: ARG002 - a fault takes another one
        """Which procedure a link from the national portal stands for."""
        return code

    def home_shows_services(self) -> bool:
        """The home page leads to every service in at most three clicks."""
        return True

    def language(self) -> str:
        """The `lang` of every page."""
        return "vi"
