"""The portfolio page: every service, its latest decision, and every criterion behind it, in one file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from harness.model import Finding, Service, State
from harness.model.verification import DEMO_KEY
from harness.reporting.messages import waiver_told
from harness.reporting.plain import clean
from harness.reporting.seal import seal_of
from harness.reporting.summary import SUMMARY, TEMPLATES, moment
from harness.reporting.words import JOURNEYS, SEVERITY, WAY, legal
from harness.verdict.gate import DECISION_WORDS, STATE_WORDS
from harness.verdict.outline import CriterionRow, FindingRow, Outline, ServiceRow
from harness.verdict.record import UnreadableRunError

# One letter a criterion: 2,000 services × 200 criteria are 400 kB.
LETTER = {
    State.PASS: "p", State.FAIL: "f", State.WARN: "w", State.NOT_APPLICABLE: "n", State.BLOCKED: "b",
    State.COMPROMISED: "c", State.ERROR: "e", State.REVIEW: "r", State.FLAKY: "k", State.WAIVED: "v",
    State.NOT_RUN: "x",
}  # fmt: skip
NOT_ASKED = "."
UNTESTED = "untested"
DECISIONS = {**{d.value: words for d, words in DECISION_WORDS.items()}, UNTESTED: "CHƯA KIỂM"}


@dataclass
class Table:
    """Strings by number: each is written once however many rows say it."""

    rows: list[Any] = field(default_factory=list)
    _numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        key = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(clean(value) if isinstance(value, str) else value)
        return self._numbers[key]


class Portfolio:
    """Takes runs one after the other and keeps of each only what the page shows."""

    def __init__(self, page: Path) -> None:
        self.page = page
        self.texts, self.fields, self.agencies, self.runs = Table(), Table(), Table(), Table()
        self.criteria = Table()  # a criterion whose words changed between runs is two rows: each run shows its own
        self.groups: dict[str, str] = {}
        self.services: dict[str, dict[str, Any]] = {}
        self.unreadable: list[str] = []

    def add(self, folder: Path, run: Outline) -> None:
        """The latest run of a service is shown; earlier decisions stay as its history."""
        places = {row.id: self._criterion(row) for row in run.criteria}
        for row in run.criteria:
            self.groups.setdefault(row.group, run.ruleset.groups.get(row.group, row.group))
        name = f"{run.run} ({DEMO_KEY})" if seal_of(folder).demo else run.run
        number = self.runs.number([
            name, moment(run.ended or run.started), _link(self.page, folder, ""),
            f"{run.ruleset.title} {run.ruleset.version}",
            _link(self.page, folder, SUMMARY) if (folder / SUMMARY).is_file() else "",
            int(run.complete), int(run.filtered),
        ])  # fmt: skip
        for service in run.services:
            shown = self._service(service, number, places) | {"at": run.ended or run.started}
            earlier = self.services.get(service.service)
            if earlier:
                shown, older = (shown, earlier) if shown["at"] >= earlier["at"] else (earlier, shown)
                shown["h"] = [*older.get("h", []), *shown.get("h", []), [older["r"], older["d"]]]
            self.services[service.service] = shown

    def untested(self, services: Iterable[Service]) -> None:
        """Services with a profile that no run has judged: they must not be missing from the list."""
        for service in services:
            if service.code not in self.services:
                self.services[service.code] = {
                    "c": service.code, "n": clean(service.name), "f": self.fields.number(service.field_name),
                    "a": self.agencies.number(service.agency), "d": UNTESTED, "r": -1, "s": "", "x": [],
                    "w": [self.texts.number(service.not_driven or "chưa có lượt chạy nào")],
                }  # fmt: skip

    def data(self) -> dict[str, Any]:
        order = [*(g for g in WAY if g in self.groups), *sorted(set(self.groups) - set(WAY))]
        services = sorted(self.services.values(), key=lambda s: (s["f"], s["c"]))
        return {
            "decisions": DECISIONS,
            "states": {LETTER[s]: [s.value, STATE_WORDS[s]] for s in State},
            "groups": [[g, self.groups[g]] for g in order],
            "criteria": [[*row[:2], order.index(row[2]), *row[3:]] for row in self.criteria.rows],
            "journeys": JOURNEYS,
            "fields": self.fields.rows,
            "agencies": self.agencies.rows,
            "runs": self.runs.rows,
            "texts": self.texts.rows,
            "services": [{k: v for k, v in s.items() if k != "at"} for s in services],
            "unreadable": self.unreadable,
        }

    def _criterion(self, row: CriterionRow) -> int:
        basis = clean(legal(row.legal_basis, row.original_text_checked))
        severity = SEVERITY.get(row.severity, row.severity)
        return self.criteria.number([row.id, clean(row.title_vi), row.group, severity, basis])

    def _service(self, service: ServiceRow, run: int, places: Mapping[str, int]) -> dict[str, Any]:
        letters, said = [NOT_ASKED] * len(self.criteria.rows), []
        for finding in service.findings:
            place = places[finding.criterion]
            letters[place] = LETTER[finding.state]
            if finding.state is not State.PASS:
                said.append(self._said(place, finding))
        return {
            "c": service.service, "n": clean(service.name), "f": self.fields.number(service.field_name),
            "a": self.agencies.number(service.agency), "d": service.decision.value, "r": run,
            "s": "".join(letters), "x": said, "w": [self.texts.number(reason) for reason in service.reasons],
        }  # fmt: skip

    def _said(self, place: int, finding: FindingRow) -> list[Any]:
        """[criterion, text, journey, file …]; what is empty at the end is left out."""
        told = Finding(finding.criterion, "", finding.state, extra=finding.extra or {})
        text = "; ".join(part for part in (finding.seen, waiver_told(told)) if part)
        row: list[Any] = [place, self.texts.number(text), finding.journey, *finding.files]
        while row[-1] == "":
            row.pop()
        return row


def read_runs(portfolio: Portfolio, folders: Sequence[Path], read: Any, *, strict: bool) -> None:
    """``strict``: the runs were named by hand, so one that cannot be read is an error, not a remark."""
    for folder in folders:
        try:
            portfolio.add(folder, read(folder))
        except UnreadableRunError as wrong:
            if strict:
                raise
            portfolio.unreadable.append(str(wrong))


def write_portfolio(portfolio: Portfolio) -> Path:
    """One file without anything from outside: it opens from disk, and can be mailed."""
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    data = portfolio.data()
    html = env.get_template("danh-muc.html.j2").render(data=_embedded(data), totals=_totals(data))
    portfolio.page.parent.mkdir(parents=True, exist_ok=True)
    part = portfolio.page.with_suffix(".part")
    part.write_text(html, "utf-8")
    part.replace(portfolio.page)
    return portfolio.page


def _totals(data: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    counts = [s["d"] for s in data["services"]]
    return [(key, words, counts.count(key)) for key, words in DECISIONS.items()]


def _embedded(data: Mapping[str, Any]) -> str:
    """JSON inside a script element: a portal's words must not be able to close it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _link(page: Path, folder: Path, name: str) -> str:
    return Path(os.path.relpath(folder / name, page.parent)).as_posix()
