"""The rows of the minutes' tables: every criterion, what is not met, what was not answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from harness.model import Criterion, Finding, State
from harness.reporting.messages import waiver_told
from harness.reporting.summary import CELL_ORDER
from harness.reporting.words import SEVERITY, legal
from harness.verdict.gate import STATE_WORDS


def table(
    findings: Sequence[Finding], criteria: Mapping[str, Criterion], titles: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Rows by group, numbered through."""
    groups: list[dict[str, Any]] = []
    number = 0
    for group, title in titles.items():
        rows = []
        for f in (f for f in findings if criteria[f.criterion].group == group):
            number += 1
            c = criteria[f.criterion]
            rows.append({
                "n": number, "id": c.id, "title": c.title_vi, "severity": SEVERITY[c.severity],
                "legal": legal(c.legal_basis, c.original_text_checked),
                "state": STATE_WORDS[f.state], "loud": f.state not in {State.PASS, State.NOT_APPLICABLE},
            })  # fmt: skip
        if rows:
            groups.append({"title": f"{title} ({group})", "rows": rows})
    return groups


def unmet(finding: Finding, criterion: Criterion) -> dict[str, Any]:
    rows = [
        ("Người dân gặp", finding.extra.get("citizen") or criterion.citizen),
        ("Yêu cầu", finding.required or criterion.title_vi),
        ("Thực tế", finding.seen),
        ("Thấy ở", finding.extra.get("place", "")),
        ("Bằng chứng", ", ".join(finding.files)),
        ("Căn cứ", legal(criterion.legal_basis, criterion.original_text_checked)),
        ("Có lẽ do", finding.owner or criterion.owner),
    ]
    return {
        "id": criterion.id, "title": criterion.title_vi, "severity": SEVERITY[criterion.severity],
        "state": STATE_WORDS[finding.state], "rows": [list(row) for row in rows if row[1]],
    }  # fmt: skip


def row(finding: Finding, criteria: Mapping[str, Criterion]) -> dict[str, str]:
    why = "; ".join(text for text in (finding.seen, waiver_told(finding)) if text) or "không ghi lý do"
    return {
        "id": finding.criterion, "title": criteria[finding.criterion].title_vi,
        "why": why, "state": STATE_WORDS[finding.state],
    }  # fmt: skip


def untested(answer: Mapping[str, Any], criteria: Mapping[str, Criterion]) -> list[dict[str, str]]:
    chosen = set(answer["selected"])
    return [
        {"id": c.id, "title": c.title_vi,
         "why": "không được chọn trong lượt chạy này" if c.tested else c.not_tested_reason}
        for c in criteria.values()
        if c.id not in chosen
    ]  # fmt: skip


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: CELL_ORDER.index(f.state))
