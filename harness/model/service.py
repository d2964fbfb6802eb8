"""A service as its approved profile describes it, and the persons who try it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path


def vnd(amount: int) -> str:
    """An amount of đồng the way a Vietnamese reader writes it: ``16.000 đ``."""
    return f"{amount:,}".replace(",", ".") + " đ"


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One phí or lệ phí of the approved fee table. Amounts are whole đồng."""

    code: str  # "": nobody has approved one
    name: str
    online: int
    direct: int | None = None
    per: str = ""  # a key of the case that multiplies the amount, e.g. "copies"; empty: once a dossier
    by: str = ""  # a key of the case that chooses the amount, e.g. "fee_class"
    rates: Mapping[str, int] = dataclass_field(default_factory=dict)  # that value of the case → đồng; 0: exempt

    def rate(self, case: Mapping[str, str]) -> int:
        """One amount in this case: reduced or exempt when the case says so."""
        return self.rates.get(case.get(self.by, ""), self.online)

    def due(self, case: Mapping[str, str]) -> int:
        return self.rate(case) * (int(case[self.per]) if self.per else 1)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    amount: int
    unit: str  # "working_day" | "day" | "hour"


@dataclass(frozen=True, slots=True)
class Result:
    """What ends the procedure. ``kind``: signed_pdf | database_update | notice."""

    name: str
    kind: str
    return_ways: tuple[str, ...]  # "online", "post", "counter"
    signer: str = ""  # organisation (O) that must have signed a signed_pdf

    @property
    def is_document(self) -> bool:
        return self.kind == "signed_pdf"


@dataclass(frozen=True, slots=True)
class Paper:
    """A component that goes with the dossier: the label of its upload slot and the file to give."""

    label: str
    file: Path
    code: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class FormSection:
    """Visible label → value, under a section title ("" when the form has no sections).

    A value is literal text, or ``@applicant.<attribute>`` resolved against the persona that drives.
    """

    title: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Persona:
    """A synthetic person with an account at the identity provider."""

    id: str
    full_name: str
    identity_number: str  # 12 digits
    birth_date: str  # dd/mm/yyyy
    gender: str
    phone: str
    email: str
    address: str
    province: str
    commune: str
    password: str = dataclass_field(repr=False)


@dataclass(frozen=True, slots=True)
class Service:
    """One profile, ``features/<lĩnh-vực>/<mã>.yaml``, validated."""

    code: str
    name: str
    field: str  # folder name, e.g. "ho-tich"
    field_name: str  # "Hộ tịch"
    agency: str
    portal: str
    ruleset: str
    level: str  # the badge the portal must show: "toàn trình" | "mức độ 4"
    applicant: str  # persona id, or "" to draw any from the pool
    case: Mapping[str, str]
    form: tuple[FormSection, ...]
    papers: tuple[Paper, ...]
    fees: tuple[FeeItem, ...]
    time_limit: TimeLimit
    result: Result
    forms: tuple[str, ...] = ()  # declaration forms that the procedure page must list
    form_basis: str = ""  # the document that issued the declaration form, "" when the profile does not say
    requirements: tuple[str, ...] = ()
    integrated: bool = True  # with the national portal
    unapproved: tuple[str, ...] = ()  # facts that were proposed and that no person has approved yet
    not_driven: str = ""  # why it is linted but never driven; "": it is driven
    catalogue_fee: tuple[int, str] | None = None  # the national catalogue's number and its text
    catalogue_name: str = ""  # the procedure's name in the snapshot of the national catalogue
    file: Path = Path()
    lines: Mapping[str, int] = dataclass_field(default_factory=dict)  # dotted field → line in `file`

    @property
    def fee(self) -> int:
        """đồng to pay online for this case."""
        return sum(item.due(self.case) for item in self.fees)

    @property
    def values(self) -> dict[tuple[str, str], str]:
        """(section, label) → value, in the profile's order."""
        return {(s.title, label): value for s in self.form for label, value in s.fields.items()}
