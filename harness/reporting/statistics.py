"""What the office asks of the register as of a day: counts, deadlines, defects, what is about to end. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from harness.catalog.headers import plain
from harness.register.life import WAY, WORDS, Stage
from harness.register.snapshot import Entry, Failure, Snapshot, Waived

SOON = timedelta(days=30)
ON_TIME, LATE, DUE_SOON, AHEAD = "đúng hạn", "trễ hạn", "sắp đến hạn", "chưa đến hạn"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One date of the plan against what happened."""

    entry: Entry
    stage: Stage
    due: date
    reached: date | None
    state: str  # ON_TIME | LATE | DUE_SOON | AHEAD

    @property
    def days_late(self) -> int:
        return 0 if self.reached is None else max(0, (self.reached - self.due).days)


@dataclass(frozen=True, slots=True)
class Lapse:
    entry: Entry
    last_day: date


@dataclass(frozen=True, slots=True)
class Top:
    criterion: str
    title: str
    severity: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything on the page, the sheets and the JSON."""

    as_of: date
    entries: tuple[Entry, ...]  # without those that were dropped
    dropped: int
    totals: Mapping[Stage, int]  # where services stand today
    table: tuple[tuple[str, str, Mapping[Stage, int]], ...]  # field, agency → stage → services
    share: tuple[int, int]  # public at level 4, all services
    milestones: tuple[Milestone, ...]
    top: tuple[Top, ...]
    defects: tuple[tuple[Entry, Failure], ...]  # open: of the latest decision
    waivers: tuple[tuple[Waived, int], ...]  # with the days left, soonest first
    lapses: tuple[Lapse, ...]
    follow_up: tuple[Entry, ...]  # public, while the latest decision says otherwise

    @property
    def signed_for_trial(self) -> int:
        """Services whose latest decision is signed by the key that the harness made for itself."""
        return sum(bool(one.decided and one.decided.demo) for one in self.entries)

    @property
    def on_time(self) -> Counter[str]:
        return Counter(one.state for one in self.milestones)


def statistics(held: Snapshot, as_of: date, *, max_age: timedelta) -> Statistics:
    """`held` is the register as of the end of that day; evidence lapses `max_age` after its run."""
    entries = tuple(one for one in held.entries if one.stage is not Stage.DROPPED)
    defects = tuple((one, failure) for one in entries if one.decided for failure in one.decided.failures
                    if failure.state != "waived")  # fmt: skip
    return Statistics(
        as_of, entries, len(held.entries) - len(entries), Counter(one.stage for one in entries), _table(entries),
        (sum(one.is_public for one in entries), len(entries)),
        tuple(_milestones(entries, as_of)), _top(defects), defects, _ending(held.waivers, as_of),
        _lapses(entries, as_of, max_age),
        tuple(one for one in entries if one.is_public and one.decided and one.decided.decision != "publish"),
    )  # fmt: skip


def _table(entries: Iterable[Entry]) -> tuple[tuple[str, str, Mapping[Stage, int]], ...]:
    rows: dict[tuple[str, str], Counter[Stage]] = defaultdict(Counter)
    for one in entries:
        rows[one.field, one.agency][one.stage] += 1
    ordered = sorted(rows.items(), key=lambda row: tuple(plain(name) for name in row[0]))
    return tuple((field, agency, counts) for (field, agency), counts in ordered)


def _milestones(entries: Iterable[Entry], as_of: date) -> Iterable[Milestone]:
    """A stage counts as reached when the service has been there or beyond: what is published has been built."""
    for one in entries:
        for stage, due in sorted(one.plan.items(), key=lambda item: item[1]):
            beyond = WAY[WAY.index(stage) :] if stage in WAY else (stage,)
            seen = [one.reached[later].date() for later in beyond if later in one.reached]
            reached = min(seen, default=None)
            if reached:
                state = ON_TIME if reached <= due else LATE
            else:
                state = LATE if as_of > due else DUE_SOON if due - as_of <= SOON else AHEAD
            yield Milestone(one, stage, due, reached, state)


def _top(defects: Iterable[tuple[Entry, Failure]]) -> tuple[Top, ...]:
    found: dict[str, list[tuple[Entry, Failure]]] = defaultdict(list)
    for entry, failure in defects:
        found[failure.criterion].append((entry, failure))
    tops = (Top(criterion, rows[0][1].title, rows[0][1].severity, tuple(entry.code for entry, _ in rows))
            for criterion, rows in found.items())  # fmt: skip
    return tuple(sorted(tops, key=lambda top: (-len(top.services), top.severity != "mandatory", top.criterion)))


def _ending(waivers: Iterable[Waived], as_of: date) -> tuple[tuple[Waived, int], ...]:
    left = ((waiver, (waiver.ends - as_of).days) for waiver in waivers)
    return tuple(sorted(((w, days) for w, days in left if 0 <= days <= SOON.days), key=lambda one: one[1]))


def _lapses(entries: Iterable[Entry], as_of: date, max_age: timedelta) -> tuple[Lapse, ...]:
    found = (Lapse(one, (one.decided.ended + max_age).date()) for one in entries if one.decided)
    return tuple(sorted((one for one in found if one.last_day - as_of <= SOON), key=lambda lapse: lapse.last_day))


@dataclass(frozen=True, slots=True)
class Change:
    """What one service did between two days."""

    code: str
    name: str
    before: str
    after: str
    appeared: tuple[str, ...]  # criteria that fail now and did not
    mended: tuple[str, ...]


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Services that moved, came, or whose defects are others than before."""
    found = []
    for one in after.entries:
        was = before.by_code.get(one.code)
        then, now = _failing(was), _failing(one)
        if was is None or was.stage is not one.stage or then != now:
            stood = WORDS[was.stage] if was else "chưa có trong sổ"
            found.append(Change(one.code, one.name, stood, WORDS[one.stage], tuple(sorted(now - then)),
                                tuple(sorted(then - now))))  # fmt: skip
    return tuple(found)


def _failing(entry: Entry | None) -> frozenset[str]:
    return frozenset(f.criterion for f in entry.decided.failures if f.state == "fail") if entry and entry.decided \
        else frozenset()  # fmt: skip
