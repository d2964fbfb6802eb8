"""A sample of the kill matrix, one fault a walk, and the control portals; the whole is `make kill-matrix`."""

from __future__ import annotations

import pytest

from harness.catalog import load
from tests.kill_matrix.controls import differences, expected
from tests.kill_matrix.runner import ROOT, faults, judge, try_fault
from tests.kill_matrix.scope import judged_with, walks

SAMPLE = [
    "dat-04-fee-number-thousandth",  # information
    "frm-14-empty-file-accepted",  # incomplete
    "pay-11-signature-not-checked",  # payment
    "res-04-signed-by-another",  # complete
    "sec-04-neighbour-fetches-result",  # stranger
]


def test_every_tested_criterion_has_a_fault() -> None:
    unseeded = {c.id for c in load(ROOT).rulesets["toan-trinh"].criteria if c.judged_by in {"data", "review"}}
    assert set(walks()) - unseeded == {criterion for fault in faults() for criterion in fault["expects"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize("fault", SAMPLE)
def test_a_fault_turns_exactly_its_criteria_red(fault: str) -> None:
    row = try_fault(next(one for one in faults() if one["id"] == fault))
    assert (row.survived, row.unexpected) == ([], []), row
    assert row.decision == "hold"


@pytest.mark.parametrize("variant", ["inert", "reject-all", "always-200"])
def test_a_control_portal_is_judged_as_is_known(variant: str) -> None:
    """From one whole walk; every walk of every control portal is `make controls`."""
    driven = [word for criterion in judged_with(["L4-RES-04"]) for word in ("--criterion", criterion)]
    states, decision, _ = judge("2.000635", "--variant", variant, *driven)
    assert differences(expected()[variant], variant, {"states": states, "decision": decision}) == []
