"""The page that opens a bundle: every criterion, what was seen, and the evidence that it was seen in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from harness.evidence.reader import PICTURES
from harness.evidence.vault import SEALED
from harness.model import DEMO_SIGNED, Criterion, Decision, Finding, State
from harness.reporting.answer import criteria_of, findings_of, group_titles
from harness.reporting.seal import seal_of
from harness.reporting.summary import CELL_ORDER, TEMPLATES, moment
from harness.reporting.words import JOURNEYS, SEVERITY, legal
from harness.verdict.gate import DECISION_WORDS, STATE_WORDS

KINDS = {"pages": "trang đã xem", "documents": "giấy tờ", "mails": "thư", "packets": "gói tin"}
TITLES = {
    "journal.jsonl": "nhật ký", "evidence.json": "bằng chứng đã niêm phong", "http.jsonl": "trao đổi HTTP",
    "http.jsonl.gz": "trao đổi HTTP (nén gzip)",
    "masked.jsonl": "dữ liệu cá nhân (chỉ chủ lượt chạy mở được)", "trace.zip": "vết Playwright",
}  # fmt: skip


def page_of(folder: Path, answer: Mapping[str, Any], services: Sequence[str] = ()) -> str:
    """HTML with relative links; ``services``: those alone, all when empty."""
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                      trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    env.filters["moment"] = moment
    criteria, titles = criteria_of(answer), group_titles(answer)
    rows = [row for row in answer["services"] if not services or row["service"] in services]
    return env.get_template("goi.html.j2").render(
        answer=answer,
        services=[_service(folder, row, criteria, titles) for row in rows],
        demo=DEMO_SIGNED if seal_of(folder).demo else "",
        left_out=len(answer["services"]) - len(rows),
        states=[(state.value, STATE_WORDS[state]) for state in CELL_ORDER],
    )


def _service(
    folder: Path, row: Mapping[str, Any], criteria: Mapping[str, Criterion], titles: Mapping[str, str]
) -> dict[str, Any]:
    findings = sorted(findings_of(row), key=lambda f: (CELL_ORDER.index(f.state), f.criterion))
    return {
        **row,
        "words": DECISION_WORDS[Decision(row["decision"])],
        "rows": [_finding(folder, f, criteria[f.criterion], titles) for f in findings],
        "tally": [(s.value, STATE_WORDS[s], row["counts"][s.value]) for s in CELL_ORDER if row["counts"].get(s.value)],
        "journeys": list(_journeys(folder / row["service"])),
    }


def _finding(folder: Path, finding: Finding, criterion: Criterion, titles: Mapping[str, str]) -> dict[str, Any]:
    shown = f"{criterion.id} {criterion.title_vi} {finding.required} {finding.seen}"
    return {
        "id": criterion.id,
        "title": criterion.title_vi,
        "group": titles.get(criterion.group, criterion.group),
        "severity": SEVERITY.get(criterion.severity, criterion.severity),
        "basis": legal(criterion.legal_basis, criterion.original_text_checked),
        "state": finding.state.value,
        "words": STATE_WORDS[finding.state],
        "required": finding.required,
        "seen": finding.seen,
        "unmet": finding.state in {State.FAIL, State.WARN},
        "files": [name for name in finding.files if (folder / name).is_file()],
        "journey": JOURNEYS.get(finding.journey, finding.journey),
        "folded": folded(shown),
    }


def _journeys(folder: Path) -> Iterator[dict[str, Any]]:
    for journey in sorted(p for p in folder.glob("*") if (p / "journal.jsonl").is_file()):
        files = sorted(p for p in journey.rglob("*") if p.is_file())
        yield {
            "title": JOURNEYS.get(journey.name, journey.name),
            "pictures": [_link(folder, p) for p in files if p.suffix in PICTURES],
            "files": [_link(folder, p) for p in files if p.suffix not in PICTURES],
        }


def _link(folder: Path, path: Path) -> dict[str, Any]:
    kind = KINDS.get(path.parent.name, "")
    return {
        "href": path.relative_to(folder.parent).as_posix(),
        "title": TITLES.get(path.name, f"{kind}: {path.name}" if kind else path.name),
        "sealed": path.name.endswith(SEALED),
    }


def folded(text: str) -> str:
    """As people search: without diacritics, in small letters."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
