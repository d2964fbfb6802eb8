"""Defect sheets: one for each criterion that a service does not meet, and one list for a tracker."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from harness.evidence.reader import events, journeys, picture_of, read
from harness.model import Criterion, Finding, State
from harness.reporting.answer import criteria_of, findings_of, group_titles
from harness.reporting.by_hand import by_hand
from harness.reporting.messages import UNMET, waiver_told
from harness.reporting.minutes import build_of
from harness.reporting.plain import clean
from harness.reporting.summary import TEMPLATES, moment
from harness.reporting.words import BASIS, JOURNEYS, SEVERITY, legal
from harness.verdict.gate import STATE_WORDS

FOLDER = "phieu-loi"
LIST = "loi.csv"
# Pages that show a group best, when the finding names no page of its own.
SHOWN = {
    "PAY": ("pay",), "SUB": ("submit", "review"), "FRM": ("review", "fill"), "RES": ("result", "track"),
    "PRC": ("track",), "IDN": ("sign_in",), "MON": ("rate",), "INF": ("start", "about"), "ACC": ("search", "start"),
}  # fmt: skip
COLUMNS = {
    "id": "Mã lỗi", "headline": "Tiêu đề", "severity": "Mức", "state": "Tình trạng",
    "service": "Mã dịch vụ", "service_name": "Dịch vụ",
    "field": "Lĩnh vực", "agency": "Cơ quan", "criterion": "Tiêu chí", "group": "Nhóm", "citizen": "Người dân gặp",
    "required": "Yêu cầu", "seen": "Thực tế", "legal": "Căn cứ", "owner": "Có lẽ do", "journey": "Hành trình",
    "evidence": "Bằng chứng",
    "waiver": "Miễn trừ", "fingerprint": "Dấu lỗi", "again": "Chạy lại", "sheet": "Phiếu lỗi",
    "run": "Lượt chạy", "portal": "Cổng",
    "build": "Phiên bản cổng", "at": "Lúc",
}  # fmt: skip
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


@dataclass(frozen=True, slots=True)
class Defect:
    """One sheet: the row of the list, and what only the sheet shows."""

    row: Mapping[str, str]
    title: str
    basis: str
    links: tuple[str, ...]
    files: tuple[str, ...]
    picture: str  # relative to the run; "" when none was taken
    steps: tuple[str, ...]


def defects(folder: Path, answer: Mapping[str, Any]) -> Iterator[Defect]:
    """In the order of services, mandatory before recommended."""
    criteria, titles = criteria_of(answer), group_titles(answer)
    for service in answer["services"]:
        build = build_of(read(folder / code / name) for code, name in journeys(folder) if code == service["service"])
        unmet = [f for f in findings_of(service) if f.state in UNMET]
        for finding in sorted(unmet, key=lambda f: f.state is not State.FAIL):
            yield _defect(folder, answer, service | {"build": build}, finding, criteria[finding.criterion], titles)


def write_defects(folder: Path, answer: Mapping[str, Any], target: Path) -> list[Path]:
    """The sheets and the list, in ``target``; the list stands there even when nothing fell short."""
    target.mkdir(parents=True, exist_ok=True)
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 – Markdown; words of portals go through `md`
    )
    env.filters["md"] = md
    sheet = env.get_template("phieu-loi.md.j2")
    found = list(defects(folder, answer))
    up = PurePosixPath(*[".."] * len(target.relative_to(folder).parts)) if target.is_relative_to(folder) else folder
    written = []
    for one in found:
        path = target / one.row["sheet"]
        path.write_text(sheet.render(d=one, up=up, columns=COLUMNS), "utf-8")
        written.append(path)
    (target / LIST).write_text(as_csv(found), "utf-8-sig")  # the mark tells spreadsheets that it is UTF-8
    return [*written, target / LIST]


def as_csv(found: list[Defect]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS.values())
    table.writerows([_cell(one.row[key]) for key in COLUMNS] for one in found)
    return out.getvalue()


def md(text: object) -> str:
    """A portal's words as words: no markup, no link, no HTML, one line."""
    return _MARKS.sub(r"\\\1", " ".join(clean(str(text).replace("\t", " ")).split()))


def _cell(text: str) -> str:
    """A spreadsheet must not take a portal's words for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _defect(  # noqa: PLR0913, PLR0917 – a finding and all that surrounds it
    folder: Path, answer: Mapping[str, Any], service: Mapping[str, Any], f: Finding, c: Criterion,
    titles: Mapping[str, str],
) -> Defect:  # fmt: skip
    journey = folder / f.service / f.journey
    walked = bool(f.journey) and (journey / "journal.jsonl").is_file()
    picture, page = _picture(journey, f, c.group) if walked else ("", "")
    evidence = tuple(f.files) or ((f"{f.service}/{f.journey}/evidence.json",) if walked else ())
    seen = [read(journey)] if walked else []
    row = {
        "id": f"{f.service}/{c.id}",
        "headline": f"[{f.service}] {c.id}: {c.title_vi}",
        "severity": SEVERITY[c.severity],
        "state": STATE_WORDS[f.state],
        "waiver": waiver_told(f),
        "fingerprint": f.extra.get("fingerprint", ""),
        "service": f.service,
        "service_name": service["name"],
        "field": service["field_name"],
        "agency": service["agency"],
        "criterion": c.id,
        "group": titles.get(c.group, c.group),
        "citizen": f.extra.get("citizen") or c.citizen,
        "required": f.required or c.title_vi,
        "seen": f.seen,
        "legal": legal(c.legal_basis, c.original_text_checked),
        "owner": f.owner or c.owner,
        "journey": JOURNEYS.get(f.journey, f.journey) or "đối chiếu dữ liệu, không đi cổng",
        "evidence": "; ".join(evidence),
        "again": f"kiemthu run {f.service} --criterion {c.id}",
        "sheet": f"{f.service}-{c.id}.md",
        "run": answer["run"],
        "portal": str(answer["facts"].get("portal_name") or answer["facts"].get("portal") or ""),
        "build": service["build"],
        "at": moment(seen[0].started if seen else answer["started"]),
    }
    steps = by_hand(journey, page) if walked else [_without_a_walk(f, c)]
    return Defect(row, c.title_vi, BASIS[c.basis], c.links, evidence, picture, tuple(steps))


def _picture(journey: Path, finding: Finding, group: str) -> tuple[str, str]:
    """The picture nearest to what was judged, and the page that the finding itself names ("" when none)."""
    pages = [row for row in events(journey) if row["kind"] == "page"]
    own = {PurePosixPath(name).name for name in finding.files}
    named = next((row["file"] for row in pages if PurePosixPath(row["file"]).name in own), "")
    until = [row["file"] for row in pages].index(named) + 1 if named else len(pages)
    taken = [row for row in pages[:until] if picture_of(journey / row["file"])]
    of_group = [row for row in taken if row["name"] in SHOWN.get(group, ())]
    chosen = taken if named else of_group or taken
    found = picture_of(journey / chosen[-1]["file"]) if chosen else None
    return (found.relative_to(journey.parents[1]).as_posix() if found else "", named)


def _without_a_walk(finding: Finding, criterion: Criterion) -> str:
    if criterion.judged_by == "review":
        return "Xem câu trả lời của người xét trong catalog/reviews và bằng chứng kèm theo"
    return f"Đối chiếu hồ sơ duyệt của dịch vụ với bản chụp danh mục quốc gia: kiemthu lint {finding.service}"
