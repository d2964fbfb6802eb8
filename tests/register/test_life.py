"""Which stage may follow which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.register.life import BY_DECISION, NEXT, PUBLIC, Stage, after_decision, may_follow, refusal


def test_the_way_to_the_public_leads_through_testing_and_a_decision() -> None:
    for stage in Stage:
        if may_follow(stage, Stage.PUBLISHED):
            assert stage is Stage.CONFORMING
        if may_follow(stage, Stage.CONFORMING):
            assert stage is Stage.TESTING
    assert not may_follow(None, Stage.CONFORMING)
    assert not may_follow(None, Stage.PUBLISHED)


def test_no_stage_is_a_dead_end_and_none_follows_itself() -> None:
    for stage in Stage:
        assert NEXT[stage]
        assert stage not in NEXT[stage]


@given(st.one_of(st.none(), st.sampled_from(Stage)), st.booleans())
def test_a_decision_moves_a_service_only_by_legal_steps(before: Stage | None, publish: bool) -> None:
    at = before
    for step in after_decision(before, publish=publish):
        assert may_follow(at, step)
        at = step
    if before not in PUBLIC and before is not Stage.DROPPED:
        assert at is (Stage.CONFORMING if publish else Stage.TESTING)


def test_what_is_public_stays_public_until_a_person_withdraws_it() -> None:
    assert after_decision(Stage.PUBLISHED, publish=False) == ()
    assert after_decision(Stage.INTEGRATED, publish=False) == ()


@pytest.mark.parametrize("to", sorted(BY_DECISION))
def test_the_sentence_names_where_a_service_stands_and_where_it_may_go(to: Stage) -> None:
    sentence = refusal("2.000635", Stage.ELIGIBLE, to)
    assert "2.000635" in sentence
    assert "«đủ điều kiện»" in sentence
    assert "«đã phê duyệt»" in sentence
    assert refusal("2.000635", Stage.ELIGIBLE, Stage.APPROVED) == ""
