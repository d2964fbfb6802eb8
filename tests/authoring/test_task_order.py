"""Every task of the language has one turn, after what it needs."""

from __future__ import annotations

from dataclasses import replace

from harness.authoring.task_order import names, turns
from harness.catalog import load
from tests.catalog.conftest import PROJECT

CATALOG = load(PROJECT)
SERVICE = CATALOG.services["2.000635"]


def test_every_task_of_the_language_has_one_turn() -> None:
    for adapter in CATALOG.portals.values():
        order = [turn.task for turn in turns(adapter, SERVICE)]
        assert sorted(order) == sorted(set(names()) - {"officer_read"}), adapter.id


def test_what_a_task_needs_comes_before_it() -> None:
    for adapter in CATALOG.portals.values():
        order = [turn.task for turn in turns(adapter, SERVICE)]
        for turn in turns(adapter, SERVICE):
            assert all(order.index(one) < order.index(turn.task) for one in turn.after), turn


def test_when_payment_falls_is_data() -> None:
    late = replace(CATALOG.portals["sandbox"], order=("submit", "receive", "pay", "process", "issue", "result"))
    order = [turn.task for turn in turns(late, SERVICE)]
    assert order.index("receive") < order.index("pay") < order.index("process")


def test_a_free_service_only_looks_for_the_payment_button() -> None:
    free = replace(SERVICE, fees=())
    looks = {turn.task: turn.looks for turn in turns(CATALOG.portals["sandbox"], free)}
    assert looks["pay"]
    assert not looks["submit"]
