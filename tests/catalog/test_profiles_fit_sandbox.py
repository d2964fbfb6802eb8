"""Every profile that is driven on the sandbox fits the form that the sandbox draws from its own data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from statistics import median
from typing import Any

import pytest
import yaml

from harness.catalog import load
from harness.model import Service
from tests.catalog.conftest import PROJECT

CATALOG = load(PROJECT)
DRIVEN = [s for s in CATALOG.services.values() if s.portal == "sandbox" and not s.not_driven]
PERSONA = next(iter(CATALOG.personas.values()))


@pytest.fixture(params=DRIVEN, ids=lambda service: service.code)
def service(request: pytest.FixtureRequest) -> Service:
    found: Service = request.param
    return found


@pytest.fixture
def procedure(service: Service) -> dict[str, Any]:
    path = PROJECT / f"sandbox/procedures/{service.code}.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def fields(procedure: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for page in procedure["pages"]:
        for section in page["sections"]:
            for field in section["fields"]:
                yield (section["title"], field["label"]), field


def resolved(value: str) -> str:
    return getattr(PERSONA, value.removeprefix("@applicant.")) if value.startswith("@applicant.") else value


def refused(field: Mapping[str, Any], value: str) -> str:
    """Why the field would not take the value."""
    kind = field.get("kind", "text")
    if "options" in field and value not in field["options"]:
        return f"not among {field['options']}"
    if "pattern" in field and not re.fullmatch(field["pattern"], value):
        return f"does not match {field['pattern']}"
    if kind == "date":
        datetime.strptime(value, "%d/%m/%Y")  # noqa: DTZ007 - a calendar day has no time zone
    if kind == "number" and not field.get("minimum", 0) <= int(value) <= field.get("maximum", 10**9):
        return "out of its range"
    if kind == "checkbox" and value != "có":
        return "a tick is «có»"
    return "" if len(value) <= field.get("max_length", 300) else "too long"


def test_form(service: Service, procedure: dict[str, Any]) -> None:
    drawn = dict(fields(procedure))
    assert set(service.values) <= set(drawn)
    assert {key for key, field in drawn.items() if field.get("required", True)} <= set(service.values)
    assert procedure["pages"][0]["title"] == "Thông tin hồ sơ"
    wrong = {key: refused(drawn[key], resolved(value)) for key, value in service.values.items()}
    assert {key: why for key, why in wrong.items() if why} == {}


def test_names_of_fields_are_used_once(procedure: dict[str, Any]) -> None:
    names = [field["name"] for _, field in fields(procedure)]
    assert len(names) == len(set(names))
    assert len(names) == len(dict(fields(procedure))), "a label occurs twice in one section"


def test_papers(service: Service, procedure: dict[str, Any]) -> None:
    drawn = {one["name"]: one for one in procedure["components"]}
    assert {paper.label for paper in service.papers} == set(drawn)
    for paper in service.papers:
        assert (paper.code, paper.required) == (drawn[paper.label]["code"], drawn[paper.label].get("required", True))


def test_published_facts(service: Service, procedure: dict[str, Any]) -> None:
    limit, result = procedure["time_limit"], procedure["result"]
    assert procedure["name"] == service.name
    assert service.catalogue_name in {"", service.name}
    assert (procedure["field"], procedure["field_slug"]) == (service.field_name, service.field)
    assert procedure["agency"]["name"] == service.agency
    assert procedure["level"].casefold() == service.level
    assert (limit["amount"], limit["unit"]) == (service.time_limit.amount, service.time_limit.unit)
    assert (result["name"], result["kind"]) == (service.result.name, service.result.kind)
    assert procedure["forms"] == list(service.forms)
    assert all(one in procedure["requirements"] for one in service.requirements)
    if service.result.is_document:
        assert service.result.signer == service.agency
        assert service.agency in yaml.safe_load((PROJECT / "sandbox/pki/organisations.yaml").read_text("utf-8"))


def test_fees_of_the_case(service: Service, procedure: dict[str, Any]) -> None:
    typed = {field["name"]: resolved(service.values.get(key, "")) for key, field in fields(procedure)}
    charged = 0
    for item, approved in zip(procedure["fees"], service.fees, strict=True):
        assert (item["code"], item["name"]) == (approved.code, approved.name)
        assert (item["online"], item["direct"]) == (approved.online, approved.direct)
        assert item.get("rates", {}) == approved.rates
        amount = item.get("rates", {}).get(typed.get(item.get("by", "")), item["online"])
        charged += amount * int(typed[item["per"]] if "per" in item else 1)
    assert service.fee == charged


def test_cases_and_exemptions_are_among_the_services() -> None:
    fees = {s.code: s.fee for s in DRIVEN}
    assert fees["3.000333"] == 100_000, "a student pays half"
    assert fees["2.002516"] == 0, "a poor household is exempt"
    assert fees["1.000656"] == 8_000, "a late registration is not exempt"
    assert sum(amount == 0 for amount in fees.values()) >= 4


def test_profiles_are_short() -> None:
    lines = [len((PROJECT / s.file).read_text("utf-8").splitlines()) for s in CATALOG.services.values()]
    assert median(lines) <= 45
