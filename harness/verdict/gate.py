"""The decision over one service: publish, hold, or cannot say. One pure function."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from harness.model import Decision, Finding, Policy, Ruleset, State
from harness.verdict.concern import Concern, heaviest
from harness.verdict.exit_codes import ExitCode
from harness.verdict.rollup import ServiceFindings
from harness.verdict.selection import Selection

STATE_WORDS = {
    State.PASS: "đạt",
    State.FAIL: "không đạt",
    State.WARN: "nên sửa",
    State.NOT_APPLICABLE: "không áp dụng",
    State.BLOCKED: "chưa kiểm được",
    State.COMPROMISED: "bị ảnh hưởng từ bên ngoài",
    State.ERROR: "lỗi bộ kiểm thử",
    State.REVIEW: "chờ người xét",
    State.FLAKY: "không ổn định",
    State.WAIVED: "được miễn trừ",
    State.NOT_RUN: "chưa chạy",
}
DECISION_WORDS = {
    Decision.PUBLISH: "ĐƯỢC CÔNG BỐ",
    Decision.HOLD: "CHƯA CÔNG BỐ",
    Decision.CANNOT_SAY: "CHƯA KẾT LUẬN ĐƯỢC",
}
# States that leave a criterion unanswered. A waiver answers only where this very ruling honours it.
UNANSWERED = (
    State.BLOCKED,
    State.COMPROMISED,
    State.ERROR,
    State.REVIEW,
    State.FLAKY,
    State.WAIVED,
    State.NOT_RUN,
)


DEFAULT = Policy()
SEVEREST = (Decision.HOLD, Decision.CANNOT_SAY, Decision.PUBLISH)
_CODES = {
    Decision.PUBLISH: ExitCode.PUBLISH,
    Decision.HOLD: ExitCode.HOLD,
    Decision.CANNOT_SAY: ExitCode.CANNOT_SAY,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision over one service, with every reason that stands against publishing."""

    service: str
    decision: Decision
    reasons: tuple[str, ...]


def decide(  # noqa: PLR0913 – all that one decision rests on
    rolled: ServiceFindings,
    ruleset: Ruleset,
    selection: Selection,
    policy: Policy = DEFAULT,
    *,
    honoured: Collection[str] = (),
    doubts: Iterable[str] = (),
) -> Verdict:
    """``publish`` only when the whole tested ruleset was asked and every answer allows it.

    ``honoured``: criteria whose waiver holds. ``doubts``: what else stands against this service.
    """
    shortfalls = tuple(_shortfalls(rolled, policy))
    against = (*doubts, *_doubts(rolled, ruleset, selection, honoured))
    if shortfalls:
        return Verdict(rolled.service, Decision.HOLD, (*shortfalls, *against))
    if against:
        return Verdict(rolled.service, Decision.CANNOT_SAY, against)
    waived = [f for f in rolled.findings if f.state is State.WAIVED]
    met = "mọi tiêu chí bắt buộc được kiểm đều đạt"
    told = (met + " hoặc được miễn trừ", _named(STATE_WORDS[State.WAIVED], waived)) if waived else (met,)
    return Verdict(rolled.service, Decision.PUBLISH, told)


def _shortfalls(rolled: ServiceFindings, policy: Policy) -> Iterable[str]:
    """What is proven to fall short of what the policy demands."""
    failed = [f for f in rolled.findings if f.state is State.FAIL]
    warned = [f for f in rolled.findings if f.state is State.WARN]
    if failed:
        yield _named("không đạt", failed)
    if warned and "recommended" in policy.blocking:
        yield _named("khuyến nghị không đạt, mà chính sách coi là chặn công bố", warned)
    elif policy.most_warnings is not None and len(warned) > policy.most_warnings:
        yield _named(f"nên sửa, quá mức {policy.most_warnings} mà chính sách cho phép", warned)


def _doubts(
    rolled: ServiceFindings, ruleset: Ruleset, selection: Selection, honoured: Collection[str]
) -> Iterable[str]:
    if rolled.service not in selection.services:
        yield "dịch vụ này không nằm trong danh sách được chọn"
    if not selection.complete:
        yield "lượt chạy dừng giữa chừng"
    if selection.leaks:
        yield f"bằng chứng còn lộ bí mật ở {len(selection.leaks)} tệp: {'; '.join(selection.leaks[:3])}"
    asked = {f.criterion for f in rolled.findings}
    missing = [c for c in ruleset.criteria if c.tested and c.id not in asked]
    if selection.filtered or missing:
        yield f"chỉ xét một phần bộ tiêu chí ({len(missing)} tiêu chí được kiểm không nằm trong lượt chạy)"
    counts = rolled.counts
    for state in UNANSWERED:
        found = [f for f in rolled.findings if f.state is state] if counts.get(state) else []
        found = [f for f in found if state is not State.WAIVED or f.criterion not in honoured]
        if found:
            yield _named(STATE_WORDS[state], found)
    unreasoned = [f for f in rolled.findings if f.state is State.NOT_APPLICABLE and not f.seen]
    if unreasoned:
        yield _named("được coi là không áp dụng mà không nêu lý do", unreasoned)
    if not any(f.state is State.PASS for f in rolled.findings):
        yield "không có tiêu chí nào được xác nhận là đạt"
    if rolled.strays:
        yield _named("có nhận định ngoài danh sách tiêu chí được chọn", list(rolled.strays))


def _named(what: str, findings: list[Finding]) -> str:
    names = ", ".join(f.criterion for f in findings[:8])
    return f"{len(findings)} tiêu chí {what}: {names}" + (", …" if len(findings) > 8 else "")


def exit_code(
    verdicts: Iterable[Verdict],
    rolled: Iterable[ServiceFindings],
    selection: Selection | None = None,
    concerns: Iterable[Concern] = (),
) -> ExitCode:
    """One code for all of it. A leak outweighs all; a proven failure outweighs what could not be said."""
    codes = [_CODES[v.decision] for v in verdicts] or [ExitCode.CANNOT_SAY]
    codes += [concern.code for concern in concerns]
    if selection and selection.leaks:
        codes.append(ExitCode.LEAK)
    if any(f.state is State.ERROR for r in rolled for f in r.findings):
        codes.append(ExitCode.HARNESS)
    return heaviest(codes)


def release_of(verdicts: Iterable[Verdict], code: ExitCode) -> Decision:
    """The decision for all of it: that of the service that stands worst, and publish only with exit code 0."""
    decisions = {verdict.decision for verdict in verdicts}
    worst = next((d for d in SEVEREST if d in decisions), Decision.CANNOT_SAY)
    return worst if worst is not Decision.PUBLISH or code is ExitCode.PUBLISH else Decision.CANNOT_SAY
