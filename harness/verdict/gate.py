"""The decision over one service: publish, hold, or cannot say. One pure function."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from harness.model import Decision, Finding, Ruleset, State
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
# States that leave a criterion unanswered. Waivers are not built yet: none can be honoured.
UNANSWERED = (
    State.BLOCKED,
    State.COMPROMISED,
    State.ERROR,
    State.REVIEW,
    State.FLAKY,
    State.WAIVED,
    State.NOT_RUN,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision over one service, with every reason that stands against publishing."""

    service: str
    decision: Decision
    reasons: tuple[str, ...]


def decide(rolled: ServiceFindings, ruleset: Ruleset, selection: Selection) -> Verdict:
    """``publish`` only when the whole tested ruleset was asked and every answer allows it."""
    failed = [f for f in rolled.findings if f.state is State.FAIL]
    if failed:
        return Verdict(rolled.service, Decision.HOLD, (_named("không đạt", failed),))
    doubts = tuple(_doubts(rolled, ruleset, selection))
    if doubts:
        return Verdict(rolled.service, Decision.CANNOT_SAY, doubts)
    return Verdict(rolled.service, Decision.PUBLISH, ("mọi tiêu chí bắt buộc được kiểm đều đạt",))


def _doubts(rolled: ServiceFindings, ruleset: Ruleset, selection: Selection) -> Iterable[str]:
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
    for state in UNANSWERED:
        found = [f for f in rolled.findings if f.state is state]
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
    verdicts: Iterable[Verdict], rolled: Iterable[ServiceFindings], selection: Selection | None = None
) -> ExitCode:
    """One code for the whole run. A leak outweighs all; a proven failure outweighs what could not be said."""
    if selection and selection.leaks:
        return ExitCode.LEAK
    decisions = {v.decision for v in verdicts}
    if Decision.HOLD in decisions:
        return ExitCode.HOLD
    if any(f.state is State.ERROR for r in rolled for f in r.findings):
        return ExitCode.HARNESS
    return ExitCode.PUBLISH if decisions == {Decision.PUBLISH} else ExitCode.CANNOT_SAY
