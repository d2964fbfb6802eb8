"""What the formats share: every open finding of an answer with its criterion, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from harness.model import DEMO_SIGNED, Criterion, Decision, Finding, State
from harness.reporting.answer import criteria_of, findings_of
from harness.reporting.messages import HEADS, waiver_told
from harness.verdict.fingerprint import fingerprint
from harness.verdict.gate import DECISION_WORDS

UNMET = frozenset({State.FAIL, State.WARN})


def open_findings(answer: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Finding, Criterion]]:
    """Everything that is neither met nor exempt, waived included: service, finding, criterion."""
    criteria = criteria_of(answer)
    for service in answer["services"]:
        for finding in findings_of(service):
            yield service, finding, criteria[finding.criterion]


def head(finding: Finding, criterion: Criterion) -> str:
    """``Không đạt L4-PAY-03: Số tiền …``."""
    return f"{HEADS[finding.state]} {criterion.id}: {criterion.title_vi}"


def body(service: Mapping[str, Any], finding: Finding, criterion: Criterion) -> str:
    """What a reader needs to act, as lines of text."""
    unmet = finding.state in UNMET or finding.state is State.WAIVED
    rows = [
        ("Dịch vụ", f"{service['service']} {service['name']}"),
        ("Yêu cầu", (finding.required or criterion.title_vi) if unmet else ""),
        ("Thực tế" if unmet else "Lý do", finding.seen),
        ("Thấy ở", finding.extra.get("place", "") if unmet else ""),
        ("Có lẽ do" if unmet else "Ai phải làm gì", finding.owner or (criterion.owner if unmet else "")),
        ("Miễn trừ", waiver_told(finding)),
        ("Bằng chứng", ", ".join(finding.files)),
        ("Dấu lỗi", finding.extra.get("fingerprint", "")),
    ]
    return "\n".join(f"{name}: {text}" for name, text in rows if text)


def identity(finding: Finding) -> str:
    """The fingerprint of a failure; of a blank, that of its reason."""
    return finding.extra.get("fingerprint") or fingerprint(finding)


def headline(answer: Mapping[str, Any]) -> str:
    """The decision for the release, and how many services stand where."""
    return f"{DECISION_WORDS[Decision(answer['release']['decision'])]} ({tally(answer)})"


def tally(answer: Mapping[str, Any]) -> str:
    """``2 được công bố, 1 chưa công bố``."""
    found = ((d, sum(s["decision"] == d.value for s in answer["services"])) for d in Decision)
    return ", ".join(f"{n} {DECISION_WORDS[d].lower()}" for d, n in found if n) or "không có dịch vụ nào"


def demo_told(answer: Mapping[str, Any]) -> str:
    """Which runs a demo key signed, in one sentence; "" when none."""
    runs = [run["run"] for run in answer["runs"] if run["demo_key"]]
    return f"lượt chạy {', '.join(runs)} {DEMO_SIGNED}" if runs else ""
