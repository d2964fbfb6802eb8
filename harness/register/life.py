"""The states a service passes through on its way to the public, and which may follow which. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Stage(StrEnum):
    """Where a service stands. The first seven follow one another; the last two leave the way."""

    ELIGIBLE = "eligible"  # the province found that it can be offered online
    APPROVED = "approved"  # in the approved list of services to build
    BUILT = "built"
    TESTING = "testing"
    CONFORMING = "conforming"  # the latest decision is publish
    PUBLISHED = "published"
    INTEGRATED = "integrated"  # with the national portal
    WITHDRAWN = "withdrawn"  # was published, is not any more
    DROPPED = "dropped"


WAY = tuple(Stage)[:7]
WORDS: Mapping[Stage, str] = {
    Stage.ELIGIBLE: "đủ điều kiện",
    Stage.APPROVED: "đã phê duyệt",
    Stage.BUILT: "đã xây dựng",
    Stage.TESTING: "đang kiểm thử",
    Stage.CONFORMING: "đạt yêu cầu",
    Stage.PUBLISHED: "đã công bố",
    Stage.INTEGRATED: "đã tích hợp Cổng DVC quốc gia",
    Stage.WITHDRAWN: "đã gỡ công bố",
    Stage.DROPPED: "không thực hiện",
}
FIRST = frozenset({Stage.ELIGIBLE, Stage.APPROVED, Stage.BUILT, Stage.TESTING})  # how a service enters the register
NEXT: Mapping[Stage, frozenset[Stage]] = {
    Stage.ELIGIBLE: frozenset({Stage.APPROVED, Stage.DROPPED}),
    Stage.APPROVED: frozenset({Stage.BUILT, Stage.DROPPED}),
    Stage.BUILT: frozenset({Stage.TESTING, Stage.DROPPED}),
    Stage.TESTING: frozenset({Stage.CONFORMING, Stage.BUILT, Stage.DROPPED}),
    Stage.CONFORMING: frozenset({Stage.PUBLISHED, Stage.TESTING, Stage.BUILT}),
    Stage.PUBLISHED: frozenset({Stage.INTEGRATED, Stage.WITHDRAWN}),
    Stage.INTEGRATED: frozenset({Stage.WITHDRAWN}),
    Stage.WITHDRAWN: frozenset({Stage.BUILT, Stage.TESTING, Stage.DROPPED}),
    Stage.DROPPED: frozenset({Stage.ELIGIBLE}),
}
# Only a decision makes a service conforming, only `kiemthu publish` makes it published.
BY_DECISION = frozenset({Stage.CONFORMING, Stage.PUBLISHED})
PUBLIC = frozenset({Stage.PUBLISHED, Stage.INTEGRATED})


def may_follow(before: Stage | None, after: Stage) -> bool:
    """`before` is None for a service that is not in the register yet."""
    return after in (NEXT[before] if before else FIRST)


def refusal(code: str, before: Stage | None, after: Stage) -> str:
    """Why `after` may not follow, with what may; "" when it may."""
    if may_follow(before, after):
        return ""
    here = f"đang ở bước «{WORDS[before]}»" if before else "chưa có trong sổ"
    allowed = ", ".join(f"«{WORDS[stage]}»" for stage in Stage if may_follow(before, stage))
    return f"Dịch vụ {code} {here}, không chuyển được sang «{WORDS[after]}»; chỉ chuyển được sang {allowed}."


def after_decision(before: Stage | None, *, publish: bool) -> tuple[Stage, ...]:
    """The stages a recorded decision moves a service through. What is public stays public until a person withdraws it:
    a failed re-test of a published service is a follow-up, not a quiet disappearance."""
    if before in PUBLIC or before is Stage.DROPPED:
        return ()
    way: tuple[Stage, ...] = () if before in {Stage.TESTING, Stage.CONFORMING} else (Stage.TESTING,)
    if before in {Stage.ELIGIBLE, Stage.APPROVED}:  # what was driven has been built
        way = WAY[WAY.index(before) + 1 : WAY.index(Stage.TESTING) + 1]
    if publish:
        return way if before is Stage.CONFORMING else (*way, Stage.CONFORMING)
    return (Stage.TESTING,) if before is Stage.CONFORMING else way
