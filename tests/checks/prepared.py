"""Evidence of a conforming portal, journey by journey, to be spoilt one fact at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

from harness.checks.reading import joined
from harness.model import (
    Document,
    Evidence,
    FeeItem,
    FormSection,
    Outcome,
    Paper,
    Result,
    Service,
    TimeLimit,
    Witness,
)
from tests.checks import desk_facts, papers
from tests.checks.again_facts import AGAIN
from tests.checks.elsewhere_facts import ELSEWHERE
from tests.checks.facts import COMPLETE, PAYMENT, STRANGER
from tests.checks.form_facts import FORM, FORM_FILES
from tests.checks.incomplete_facts import INCOMPLETE
from tests.checks.information_facts import ENTRY, INFORMATION
from tests.checks.money_facts import ANONYMOUS, FURTHER_COMPLETE, PUBLIC
from tests.checks.people import AGENCY, PERSON
from tests.checks.scenarios import scenario_of
from tests.checks.surrounding_facts import FORM_FILES as PRINTED
from tests.checks.surrounding_facts import SURROUNDINGS

NAME = "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"
DOCUMENTS = {
    "complete": {
        "slip": papers.signed(*papers.SLIP, code=papers.SLIP_CODE),
        "receipt": papers.signed(*papers.RECEIPT),
        "result": papers.signed(*papers.RESULT, code=papers.RESULT_CODE, stamp=papers.STAMP),
        "attachment:giay-to.pdf": papers.GIVEN,
        "officer:ket-qua.pdf": papers.signed(*papers.RESULT, code=papers.RESULT_CODE, stamp=papers.STAMP),
    },
    "form": FORM_FILES,
    "information": PRINTED,
    "supplement": desk_facts.SUPPLEMENT_FILES,
    "refusal": desk_facts.REFUSAL_FILES,
}
FACTS = {
    "information": INFORMATION | SURROUNDINGS | {"national.asked": PUBLIC, "national.entry": ENTRY},
    "complete": {name: value for name, value in INFORMATION.items() if name.startswith("published.")}
    | COMPLETE | FURTHER_COMPLETE,
    "incomplete": INCOMPLETE,
    "form": FORM,
    "stranger": STRANGER,
    "supplement": desk_facts.SUPPLEMENT,
    "refusal": desk_facts.REFUSAL,
    "withdrawal": desk_facts.WITHDRAWAL,
    **PAYMENT,
    "payment-anonymous": ANONYMOUS,
    **AGAIN,
    **ELSEWHERE,
}


@dataclass(frozen=True)
class Sample:
    """What one scenario is judged by, before it becomes evidence."""

    journeys: tuple[str, ...]
    changes: Mapping[str, Any] = field(default_factory=dict)  # fact → value, whichever journey leaves it
    files: Mapping[str, bytes] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()  # facts and documents
    outcome: Outcome = Outcome.DONE

    def but(self, fact: str, value: Any) -> Sample:
        return replace(self, changes={**self.changes, fact: value})

    def file(self, name: str, content: bytes) -> Sample:
        return replace(self, files={**self.files, name: content})

    def without(self, *names: str) -> Sample:
        return replace(self, lacking=self.lacking | set(names))

    def ended(self, outcome: Outcome) -> Sample:
        return replace(self, outcome=outcome)

    def evidence(self, folder: Path) -> Evidence:
        parts = [self._part(folder / journey, journey) for journey in self.journeys]
        whole: Evidence | None = reduce(joined, parts, None)
        assert whole is not None
        return whole

    def _part(self, folder: Path, journey: str) -> Evidence:
        facts = FACTS[journey] | {name: value for name, value in self.changes.items() if name in FACTS[journey]}
        witnesses = [
            Witness(name, value, "trang mẫu", "2026-11-20T09:00:30+07:00", "pages/01.aria.txt")
            for name, value in facts.items()
            if name not in self.lacking
            for value in _readings(value)
        ]
        files = {name: self.files.get(name, content) for name, content in DOCUMENTS.get(journey, {}).items()}
        documents = [
            self._document(folder, name, content) for name, content in files.items() if name not in self.lacking
        ]
        return Evidence(
            "2.000635",
            journey,
            "sandbox",
            self.outcome,
            "" if self.outcome is Outcome.DONE else "cổng đã đổi",
            "",
            folder,
            "2026-11-20T09:00:00+07:00",
            "2026-11-24T10:00:00+07:00",
            tuple(witnesses),
            tuple(documents),
            PERSON,
        )

    @staticmethod
    def _document(folder: Path, name: str, content: bytes) -> Document:
        path = folder / "documents" / f"{name.replace(':', '-')}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return Document(name, path, "application/pdf", hashlib.sha256(content).hexdigest(), len(content))


def _readings(value: Any) -> tuple[Any, ...]:
    """A tuple is several readings of one fact, oldest first."""
    return value if isinstance(value, tuple) else (value,)


def sample(criterion: str) -> Sample:
    """The conforming evidence that the criterion's own scenario selects."""
    return Sample(tuple(scenario_of(criterion).journeys))


def service(folder: Path, **changes: Any) -> Service:
    given = folder / "giay-to.pdf"
    given.write_bytes(papers.GIVEN)
    person = {
        label: f"@applicant.{key}"
        for label, key in (
            ("Họ, chữ đệm, tên", "full_name"),
            ("Ngày, tháng, năm sinh", "birth_date"),
            ("Số điện thoại", "phone"),
        )
    }
    made = Service(
        code="2.000635",
        name=NAME,
        field="ho-tich",
        field_name="Hộ tịch",
        agency=AGENCY,
        portal="sandbox",
        ruleset="toan-trinh",
        level="toàn trình",
        applicant="nguyen-van-mau",
        case={"copies": "2"},
        form=(
            FormSection("Thông tin người yêu cầu", person),
            FormSection("Nội dung đề nghị", {"Số bản sao": "2", "Họ tên người được trích lục": "@applicant.full_name"}),
        ),
        papers=(Paper("Giấy tờ chứng minh quan hệ", given, "KQ003984"),),
        fees=(FeeItem("LP-TLHT", "Lệ phí cấp bản sao trích lục hộ tịch", 8000, 8000, "copies"),),
        time_limit=TimeLimit(1, "working_day"),
        result=Result("Bản sao Trích lục hộ tịch", "signed_pdf", ("online", "post"), AGENCY),
        forms=("Tờ khai cấp bản sao trích lục hộ tịch",),
        form_basis="Thông tư 04/2024/TT-BTP",
        catalogue_fee=(8000, "8.000 đồng/bản sao"),
    )
    return replace(made, **changes)


def of_a_reduced_class(service: Service) -> Service:
    """Twice the fee for everybody else: who drives pays as much as before."""
    whole = FeeItem("LP-TLHT", service.fees[0].name, 16000, 16000, "copies", "fee_class", {"Hộ nghèo": 8000})
    return replace(service, fees=(whole,), case={**service.case, "fee_class": "Hộ nghèo"})
