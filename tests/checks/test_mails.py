"""Mails may come in any order, and twice: what is judged of them stays the same."""

from __future__ import annotations

from typing import Any

import pytest

from harness.checks import checks
from harness.model import NotObserved
from tests.checks.conftest import Judge
from tests.checks.facts import COMPLETE
from tests.checks.prepared import FACTS, sample


def reads_mails(criterion: str) -> bool:
    return any("mails" in FACTS[journey] for journey in sample(criterion).journeys)


def told(judged: Judge, criterion: str, mails: list[Any] | None) -> object:
    spoilt = sample(criterion) if mails is None else sample(criterion).but("mails", mails)
    try:
        return judged(criterion, spoilt)
    except NotObserved as unseen:
        return str(unseen)


@pytest.mark.parametrize("criterion", [one for one in checks() if reads_mails(one)])
def test_order_and_copies_change_no_verdict(criterion: str, judged: Judge) -> None:
    (mails,) = [FACTS[j]["mails"] for j in sample(criterion).journeys if "mails" in FACTS[j]][:1]
    usual = told(judged, criterion, None)
    assert told(judged, criterion, mails[::-1]) == usual
    assert told(judged, criterion, [*mails[1:], *mails, *mails[:1]]) == usual


def test_a_copy_does_not_stand_for_a_message_that_never_came(judged: Judge) -> None:
    mails = COMPLETE["mails"][:3] * 2
    assert "chỉ có 3 thông báo" in str(judged("L4-PRC-07", sample("L4-PRC-07").but("mails", mails)))
