"""Procedures are data: `sandbox/procedures/<code>.yaml`, read once and frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "procedures"


@dataclass(frozen=True, slots=True)
class Field:
    """One control of an electronic form.

    kind: text | textarea | number | date (typed as dd/mm/yyyy) | email | tel | select | radio | checkbox.
    prefill: attribute of Account that fills it, e.g. "full_name". pattern is a full-match regex.
    """

    name: str
    label: str
    kind: str = "text"
    required: bool = True
    options: tuple[str, ...] = ()
    prefill: str = ""
    default: str = ""
    hint: str = ""
    pattern: str = ""
    message: str = ""  # Vietnamese sentence when the pattern is not met
    source: str = ""  # provinces | communes: options that all procedures share
    depends: str = ""  # name of the field whose answer chooses among them
    max_length: int = 300
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    title: str  # the page's heading
    sections: tuple[Section, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for section in self.sections for field in section.fields)


@dataclass(frozen=True, slots=True)
class Component:
    """A paper that goes with the dossier; every component has its upload slot."""

    code: str
    name: str
    required: bool = True
    originals: int = 0
    copies: int = 1


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One row of the fee table; amounts are whole đồng."""

    code: str
    name: str
    online: int
    direct: int
    kind: str = "lệ phí"  # phí | lệ phí
    per: str = ""  # name of a number field that multiplies the amount; empty: once a dossier
    unit: str = "hồ sơ"  # what one amount pays for, in words: "bản"
    by: str = ""  # name of the field whose answer chooses the amount
    rates: Mapping[str, int] = field(default_factory=dict)  # that answer → đồng online; 0: exempt; others pay `online`


@dataclass(frozen=True, slots=True)
class TimeLimit:
    amount: int
    unit: str  # working_day | day

    @property
    def text(self) -> str:
        return f"{self.amount:02d} {'ngày làm việc' if self.unit == 'working_day' else 'ngày'}"


@dataclass(frozen=True, slots=True)
class Result:
    """kind: signed_pdf (a document) | database_update (told by a notice)."""

    code: str
    name: str
    kind: str
    updates: str = ""  # the database that is updated

    @property
    def is_document(self) -> bool:
        return self.kind == "signed_pdf"


@dataclass(frozen=True, slots=True)
class Agency:
    name: str  # organisation (O) of its certificate
    code: str  # identification code of TT 01/2018
    address: str


@dataclass(frozen=True, slots=True)
class Law:
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Procedure:
    code: str
    name: str
    field_code: str  # G15-TP07
    field: str  # Hộ tịch
    field_slug: str  # ho-tich
    agency: Agency
    administrative_level: str  # Cấp xã
    level: str  # Toàn trình
    time_limit: TimeLimit
    result: Result
    subjects: str
    channels: tuple[str, ...]
    requirements: str
    steps: tuple[str, ...]
    laws: tuple[Law, ...]
    forms: tuple[str, ...]
    components: tuple[Component, ...]
    fees: tuple[FeeItem, ...]
    fee_text: str
    pages: tuple[FormPage, ...]
    form_basis: str = ""  # the document that issued the declaration form
    e_form: str = ""  # formio: its pages are drawn by Form.io in the browser; empty: by the portal

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for page in self.pages for field in page.fields)

    def field_of(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)

    def component(self, code: str) -> Component:
        return next(component for component in self.components if component.code == code)


def _page(data: Mapping[str, Any]) -> FormPage:
    sections = tuple(
        Section(
            section["title"],
            tuple(Field(**{**row, "options": tuple(row.get("options", ()))}) for row in section["fields"]),
        )
        for section in data["sections"]
    )
    return FormPage(data["title"], sections)


def read(path: Path) -> Procedure:
    """One file; an unknown key is an error, because the dataclasses know every key."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["agency"] = Agency(**data["agency"])
    data["time_limit"] = TimeLimit(**data["time_limit"])
    data["result"] = Result(**data["result"])
    data["laws"] = tuple(Law(**row) for row in data["laws"])
    data["components"] = tuple(Component(**row) for row in data["components"])
    data["fees"] = tuple(FeeItem(**row) for row in data["fees"])
    data["pages"] = tuple(_page(row) for row in data["pages"])
    for key in ("channels", "steps", "forms"):
        data[key] = tuple(data[key])
    return Procedure(**data)


_arrange: list[Callable[[Procedure], Procedure]] = []


def arrange(way: Callable[[Procedure], Procedure]) -> None:
    """From now on every procedure is laid out this way."""
    _arrange[:] = [way]
    procedures.cache_clear()


@cache
def procedures() -> Mapping[str, Procedure]:
    """All procedures by code, in the order of their names."""
    found = sorted((read(path) for path in FOLDER.glob("*.yaml")), key=lambda one: one.name)
    return {one.code: _arrange[0](one) if _arrange else one for one in found}


def procedure(code: str) -> Procedure:
    """The procedure of a code; KeyError when there is none."""
    return procedures()[code]


def in_field(slug: str) -> Iterator[Procedure]:
    return (one for one in procedures().values() if one.field_slug == slug)
