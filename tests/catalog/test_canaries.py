"""Every persona carries canaries: values that stand nowhere else, so that finding one anywhere is a leak."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from harness.catalog import load
from harness.evidence.masks import Masks
from harness.evidence.people import of_catalog

ROOT = Path(__file__).parents[2]
OWN = ("full_name", "identity_number", "birth_date", "phone", "email", "address")
CANARIES = ("identity_number", "phone", "email")
TEXTS = {".py", ".yaml", ".feature", ".json", ".html", ".md", ".js", ".ts", ".tsx", ".csv"}


def test_no_two_personas_share_a_canary() -> None:
    people = load(ROOT).personas.values()
    for name in (*CANARIES, "full_name", "address"):
        twice = {value: n for value, n in Counter(getattr(p, name) for p in people).items() if n > 1}
        assert not twice, name


def test_a_canary_stands_in_no_other_specification_and_not_in_the_portal() -> None:
    canaries = {getattr(p, name) for p in load(ROOT).personas.values() for name in CANARIES}
    for folder in ("catalog", "features", "harness", "sandbox", "schemas", "steps", "reports/templates"):
        for path in (p for p in (ROOT / folder).rglob("*") if p.suffix in TEXTS and "node_modules" not in p.parts):
            if path.name == "personas.yaml":
                continue
            text = path.read_text("utf-8", errors="replace")
            assert not [c for c in canaries if c in text], path


def test_every_value_of_every_persona_is_masked() -> None:
    people = list(load(ROOT).personas.values())
    masks = Masks(of_catalog(people, ()))
    for number, person in enumerate(people, 1):
        for name in OWN:
            shown = masks.text(f"a {getattr(person, name)} b")
            assert shown.startswith(f"a «người {number}: "), (person.id, name, shown)
