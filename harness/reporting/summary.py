"""The one-page summary in Vietnamese: drawn from ``verdict.json`` alone, opens from disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from harness.model import DEMO_SIGNED, Criterion, Decision, Finding, State
from harness.reporting.answer import criteria_of, findings_of, group_titles
from harness.reporting.messages import UNMET, action, together, waiver_told
from harness.reporting.seal import seal_of
from harness.reporting.words import BASIS, FACT_NAMES, JOURNEYS, SEVERITY, legal
from harness.verdict.gate import DECISION_WORDS, STATE_WORDS

TEMPLATES = Path(__file__).parents[2] / "reports" / "templates"
SUMMARY = "tom-tat.html"
# A cell of the matrix shows the worst thing in it.
CELL_ORDER = (
    State.FAIL,
    State.ERROR,
    State.BLOCKED,
    State.COMPROMISED,
    State.FLAKY,
    State.NOT_RUN,
    State.REVIEW,
    State.WARN,
    State.WAIVED,
    State.PASS,
    State.NOT_APPLICABLE,
)
TOLD = (
    State.FAIL,
    State.ERROR,
    State.BLOCKED,
    State.COMPROMISED,
    State.FLAKY,
    State.REVIEW,
    State.WARN,
    State.WAIVED,
    State.NOT_RUN,
)


def write_summary(folder: Path, answer: Mapping[str, Any]) -> Path:
    """``tom-tat.html`` in the run's folder; file links are relative, so the folder can be moved."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["moment"] = moment
    html = env.get_template("tom-tat.html.j2").render(view(folder, answer))
    path = folder / SUMMARY
    path.write_text(html, "utf-8")
    return path


def moment(iso: str) -> str:
    """``22/11/2026 23:10:05``; what is not a date is shown as it stands."""
    try:
        return datetime.fromisoformat(iso).strftime("%d/%m/%Y %H:%M:%S")
    except ValueError:
        return iso


def view(folder: Path, answer: Mapping[str, Any]) -> dict[str, Any]:
    """Everything the template shows, already in words."""
    criteria = criteria_of(answer)
    chosen = set(answer["selected"])
    titles = group_titles(answer)
    groups = [g for g in titles if any(c.group == g for c in criteria.values() if c.id in chosen)]
    services = [_service(folder, row, criteria, groups) for row in answer["services"]]
    return {
        "answer": answer,
        "groups": [(g, titles[g]) for g in groups],
        "services": services,
        "decisions": [(d.value, DECISION_WORDS[d], sum(s["decision"] == d.value for s in services)) for d in Decision],
        "states": [(s.value, STATE_WORDS[s]) for s in CELL_ORDER],
        "release": _release(answer),
        "waivers": answer.get("waivers", []),
        "untested": _untested(criteria, titles, chosen),
        "unchecked": sum(c.id in chosen and not c.original_text_checked for c in criteria.values()),
        "facts": _facts(answer),
        "demo": DEMO_SIGNED if seal_of(folder).demo else "",
        "allure": (folder / "allure" / "index.html").is_file(),
    }


def _release(answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """What stands against the run as a whole, beside what its services say; None when nothing does."""
    concerns = [row["sentence"] for row in answer.get("concerns", [])]
    if not concerns:
        return None
    return {"words": DECISION_WORDS[Decision(answer["release"]["decision"])], "concerns": concerns}


def _service(
    folder: Path, row: Mapping[str, Any], criteria: Mapping[str, Criterion], groups: list[str]
) -> dict[str, Any]:
    findings = findings_of(row)
    cells = [_cell([f for f in findings if criteria[f.criterion].group == g]) for g in groups]
    told = sorted((f for f in findings if f.state in TOLD), key=lambda f: TOLD.index(f.state))
    return {
        **row,
        "words": DECISION_WORDS[Decision(row["decision"])],
        "cells": cells,
        "told": [
            _told(folder, first, criteria[first.criterion])
            | {"others": [(f.criterion, criteria[f.criterion].title_vi) for f in others]}
            for first, *others in together(told)
        ],
        "exempt": [
            (f.criterion, criteria[f.criterion].title_vi, f.seen) for f in findings if f.state is State.NOT_APPLICABLE
        ],
        "passed": [(f.criterion, criteria[f.criterion].title_vi) for f in findings if f.state is State.PASS],
        "tally": [(s.value, STATE_WORDS[s], row["counts"][s.value]) for s in CELL_ORDER if row["counts"].get(s.value)],
    }


def _cell(findings: list[Finding]) -> dict[str, Any]:
    """One service × group: worst state, how many passed of how many apply, and the names of the rest."""
    if not findings:
        return {"state": "none", "text": "–", "hint": "không có tiêu chí nào được chọn"}
    applies = [f for f in findings if f.state is not State.NOT_APPLICABLE]
    worst = min((f.state for f in findings), key=CELL_ORDER.index)
    if not applies:
        return {"state": worst.value, "text": "KAD", "hint": "không áp dụng"}
    passed = sum(f.state is State.PASS for f in applies)
    odd = [f"{f.criterion}: {STATE_WORDS[f.state]}" for f in applies if f.state is not State.PASS]
    return {"state": worst.value, "text": f"{passed}/{len(applies)}", "hint": "; ".join(odd) or "đều đạt"}


def _told(folder: Path, finding: Finding, criterion: Criterion) -> dict[str, Any]:
    unmet = finding.state in UNMET
    return {
        "id": criterion.id,
        "title": criterion.title_vi,
        "state": finding.state.value,
        "state_words": STATE_WORDS[finding.state],
        "severity": SEVERITY[criterion.severity],
        "citizen": (finding.extra.get("citizen") or criterion.citizen) if unmet else "",
        "required": finding.required if unmet else "",
        "seen": finding.seen,
        "waiver": waiver_told(finding),
        "fingerprint": finding.extra.get("fingerprint", ""),
        "files": [(f, (folder / f).exists()) for f in finding.files],
        "legal": legal(criterion.legal_basis, criterion.original_text_checked),
        "basis": BASIS[criterion.basis],
        "owner": (finding.owner or criterion.owner) if unmet else "",
        "action": "" if unmet or finding.state is State.NOT_RUN else action(finding.owner, finding.state),
        "where": [finding.extra[k] for k in ("task", "step", "page", "file") if finding.extra.get(k)],
        "journey": JOURNEYS.get(finding.journey, finding.journey),
        "record": _record(folder, finding),
        "again": f"kiemthu run {finding.service} --criterion {criterion.id}",
    }


def _record(folder: Path, finding: Finding) -> str:
    """The sealed record of the journey, relative to the run; "" when it is not beside this page."""
    name = f"{finding.service}/{finding.journey}/evidence.json"
    return name if finding.journey and (folder / name).is_file() else ""


def _untested(criteria: Mapping[str, Criterion], titles: Mapping[str, str], chosen: set[str]) -> list[dict[str, Any]]:
    """Rows that this run says nothing about, by group, each with its reason."""
    found = []
    for group, title in titles.items():
        rows = [
            (
                c.id,
                c.title_vi,
                SEVERITY[c.severity],
                "không được chọn trong lượt chạy này" if c.tested else c.not_tested_reason,
            )
            for c in criteria.values()
            if c.group == group and c.id not in chosen
        ]
        if rows:
            found.append({"group": group, "title": title, "rows": rows})
    return found


def _facts(answer: Mapping[str, Any]) -> list[tuple[str, str]]:
    ruleset = answer["ruleset"]
    rows = [
        ("Lượt chạy", answer["run"]),
        ("Bộ tiêu chí", f"{ruleset['title']} ({ruleset['id']}, phiên bản {ruleset['version']})"),
        ("Bắt đầu", moment(answer["started"])),
        ("Kết thúc", moment(answer["ended"])),
        ("Đi tới cuối", "có" if answer["complete"] else "không: dừng giữa chừng"),
        ("Phạm vi", "một phần bộ tiêu chí" if answer["filtered"] else "mọi tiêu chí được kiểm tự động"),
    ]
    for key, value in answer["facts"].items():
        if value not in ("", None, [], {}):
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            if isinstance(value, dict):
                shown = ", ".join(f"{k} {v}" for k, v in value.items())
            rows.append((FACT_NAMES.get(key, key), str(shown)))
    return rows
