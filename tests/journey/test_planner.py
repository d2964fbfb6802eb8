"""Only what a scenario needs is driven, in a workable order."""

from __future__ import annotations

import pytest

from harness.journey.planner import JOURNEYS, PAYMENT, Drive, plan


def test_one_drive_serves_many_scenarios() -> None:
    assert plan([("a", "complete")] * 3) == [Drive("a", "complete", ("complete",))]


def test_the_stranger_needs_the_owner_and_comes_after_him() -> None:
    drives = plan([("a", "stranger")])
    assert [d.name for d in drives] == ["complete", "stranger"]
    assert drives[1].after == "complete"


def test_payment_probes_are_one_walk_with_only_what_is_wanted() -> None:
    drives = plan([("a", "payment-lost"), ("a", "payment-forged")])
    assert drives == [Drive("a", "payment", ("payment-forged", "payment-lost"))]


def test_services_keep_the_order_of_the_scenarios() -> None:
    assert [d.service for d in plan([("b", "complete"), ("a", "information"), ("b", "information")])] == ["b", "b", "a"]


def test_all_journeys_are_planned_once() -> None:
    drives = plan([("a", j) for j in JOURNEYS])
    assert sorted(j for d in drives for j in d.journeys) == sorted(JOURNEYS)
    assert next(d for d in drives if d.name == "payment").journeys == PAYMENT


def test_nothing_selected_drives_nothing() -> None:
    assert plan([]) == []


def test_an_unknown_journey_is_refused() -> None:
    with pytest.raises(ValueError, match="compleet"):
        plan([("a", "compleet")])
