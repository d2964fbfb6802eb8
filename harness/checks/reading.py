"""Readings of evidence in the shapes that checks need; what is not there raises NotObserved."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from harness.checks.judges.workdays import moment
from harness.model import Evidence, NotObserved, Outcome, Witness

Row = Mapping[str, Any]


def rows(evidence: Evidence, fact: str) -> list[Row]:
    """The latest list of the fact; empty when it was looked for and nothing was there."""
    value = evidence.fact(fact)
    if value is None:  # how an adapter's reading says «not on the page»
        return []
    if not isinstance(value, list):
        raise NotObserved(fact, evidence.reason)
    return value


def some(evidence: Evidence, fact: str) -> list[Row]:
    """Like ``rows``, but an empty list is no observation."""
    found = rows(evidence, fact)
    if not found:
        raise NotObserved(fact, evidence.reason or "danh sách trống")
    return found


def statuses(evidence: Evidence, fact: str) -> list[object]:
    """Codes 1–10; words of the portal where the adapter does not know them."""
    return list(rows(evidence, fact))


def texts(evidence: Evidence, fact: str) -> list[str]:
    return [str(item) for item in rows(evidence, fact)]


def time_of(evidence: Evidence, fact: str) -> datetime:
    found = moment(evidence.fact(fact))
    if found is None:
        raise NotObserved(fact, "không đọc được thời điểm")
    return found


def read(evidence: Evidence, fact: str) -> Witness | None:
    """The latest reading that showed something; None when every reading was empty. Never read: NotObserved."""
    evidence.last(fact)
    shown = [witness for witness in evidence.all(fact) if witness.value not in (None, "", [])]
    return shown[-1] if shown else None


def seen_before_lost(evidence: Evidence, fact: str, before: str) -> Witness | None:
    """A reading that should stand beside another one: None when only that other one was on the page."""
    if not evidence.has(fact):
        evidence.last(before)
        return None
    return read(evidence, fact)


def walked_to_the_end(evidence: Evidence, fact: str) -> None:
    """A clean part of the way does not speak for the whole: raises NotObserved unless the journey is done."""
    if evidence.outcome is not Outcome.DONE:
        raise NotObserved(fact, evidence.reason)


def joined(one: Evidence | None, other: Evidence) -> Evidence:
    """Two journeys of one service as one record: the folder is the later one's, the applicant the first one's."""
    if one is None:
        return other
    worse = one if one.outcome is not Outcome.DONE else other
    way = os.path.relpath(one.folder, other.folder)
    moved = (replace(w, file=f"{way}/{w.file}" if w.file else "") for w in one.witnesses)
    return replace(
        other, journey=f"{one.journey}+{other.journey}", outcome=worse.outcome, reason=worse.reason, owner=worse.owner,
        started=min(one.started, other.started), ended=max(one.ended, other.ended),
        witnesses=(*moved, *other.witnesses), documents=(*one.documents, *other.documents),
        applicant=one.applicant, trouble=worse.trouble,
    )  # fmt: skip
