"""Waivers: which may be honoured, what they cover, and a sentence for each that may not."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from harness.model import Criterion, Finding, State, Waiver
from harness.verdict.rollup import NOT_MET

LONGEST = 90  # days
NEVER = frozenset({"SUB", "PAY", "RES", "SEC"})  # groups whose mandatory criteria nobody can waive


@dataclass(frozen=True, slots=True)
class Use:
    """A waiver after it has been held against the findings."""

    waiver: Waiver
    problems: tuple[str, ...] = ()  # any: it is not honoured
    covered: int = 0  # findings of the run in which it covers most
    in_scope: bool = True  # its service and criterion were judged


@dataclass(frozen=True, slots=True)
class Seen:
    """What the runs say of one (service, criterion): the shortfalls of each run, and whether anything was left open."""

    shortfalls: Mapping[str, Sequence[Finding]]  # run → its failures, each with its fingerprint
    answered: bool  # at least one run came to an answer


def weigh(
    waivers: Sequence[Waiver],
    seen: Mapping[tuple[str, str], Seen],
    criteria: Mapping[str, Criterion],
    today: date,
) -> tuple[Use, ...]:
    """Each waiver with all that is wrong with it, in the order given."""
    names = Counter((w.service, w.criterion, w.fingerprint) for w in waivers)
    return tuple(_weighed(w, seen.get((w.service, w.criterion)), criteria, today, names) for w in waivers)


def _weighed(
    waiver: Waiver,
    seen: Seen | None,
    criteria: Mapping[str, Criterion],
    today: date,
    names: Mapping[tuple[str, str, str], int],
) -> Use:
    problems = [*_of_itself(waiver, criteria.get(waiver.criterion), today)]
    if names[waiver.service, waiver.criterion, waiver.fingerprint] > 1:
        problems.append("có tệp miễn trừ khác cho cùng lỗi này; hãy bỏ một")
    covered = 0
    if seen is not None:
        covered = max((_matching(waiver, found) for found in seen.shortfalls.values()), default=0)
        problems.extend(_of_use(waiver, seen, covered))
    return Use(waiver, tuple(problems), covered, in_scope=seen is not None)


def _of_itself(waiver: Waiver, criterion: Criterion | None, today: date) -> Iterator[str]:
    """What is wrong whatever the runs found."""
    if waiver.end < waiver.start:
        yield f"ngày kết thúc {_day(waiver.end)} trước ngày bắt đầu {_day(waiver.start)}"
    elif (waiver.end - waiver.start).days > LONGEST:
        days = (waiver.end - waiver.start).days
        yield f"kéo dài {days} ngày ({_day(waiver.start)}–{_day(waiver.end)}); nhiều nhất {LONGEST} ngày"
    if today > waiver.end:
        yield f"đã hết hạn ngày {_day(waiver.end)}; hãy sửa lỗi, hoặc xin miễn trừ mới và bỏ tệp này"
    if today < waiver.start:
        yield f"chưa tới ngày bắt đầu {_day(waiver.start)}"
    if _person(waiver.owner) == _person(waiver.approver):
        yield f"người duyệt cũng là người đề nghị ({waiver.owner}); người duyệt phải là người khác"
    if criterion and criterion.severity == "mandatory" and criterion.group in NEVER:
        yield (
            f"{criterion.id} là tiêu chí bắt buộc về nộp hồ sơ, thanh toán, kết quả hoặc an toàn, "
            "không bao giờ được miễn trừ; hãy bỏ tệp này"
        )


def _of_use(waiver: Waiver, seen: Seen, covered: int) -> Iterator[str]:
    shortfalls = [f for found in seen.shortfalls.values() for f in found]
    if covered > waiver.cap:
        yield f"che {covered} nhận định, quá số đã duyệt là {waiver.cap}"
    elif shortfalls and not covered:
        found = ", ".join(dict.fromkeys(f.extra["fingerprint"] for f in shortfalls))
        yield (
            f"không khớp: lỗi đang thấy ở {waiver.service} {waiver.criterion} có dấu {found}, "
            f"miễn trừ ghi {waiver.fingerprint}"
        )
    elif not shortfalls and seen.answered:
        yield f"không che lỗi nào: {waiver.service} {waiver.criterion} không còn lỗi; hãy bỏ tệp này"


def _matching(waiver: Waiver, found: Sequence[Finding]) -> int:
    return sum(f.extra["fingerprint"] == waiver.fingerprint for f in found)


def honoured(uses: Iterable[Use]) -> dict[tuple[str, str, str], Waiver]:
    """(service, criterion, fingerprint) → the waiver that covers it."""
    sound = (use.waiver for use in uses if not use.problems and use.covered)
    return {(w.service, w.criterion, w.fingerprint): w for w in sound}


def waive(finding: Finding, covering: Mapping[tuple[str, str, str], Waiver]) -> Finding:
    """The finding as *waived*, with who answers for it until when; unchanged when nothing covers it."""
    if finding.state not in NOT_MET:
        return finding
    waiver = covering.get((finding.service, finding.criterion, finding.extra.get("fingerprint", "")))
    if waiver is None:
        return finding
    told = {
        "was": finding.state.value,
        "waiver": waiver.id,
        "waiver_reason": waiver.reason,
        "waiver_owner": waiver.owner,
        "waiver_approver": waiver.approver,
        "waiver_issue": waiver.issue,
        "waiver_end": waiver.end.isoformat(),
    }
    return replace(finding, state=State.WAIVED, extra={**finding.extra, **told})


def _person(text: str) -> str:
    """The name before the office, so that letters, marks and spaces do not make one person two."""
    name = text.split(",", maxsplit=1)[0].casefold().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join(bare.split())


def touching(uses: Iterable[Use], services: Collection[str]) -> Iterator[tuple[Use, tuple[str, ...]]]:
    """Waivers with a problem, and the service whose decision they touch, if it is decided here."""
    for use in uses:
        if use.problems:
            yield use, tuple(s for s in (use.waiver.service,) if s in services)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
