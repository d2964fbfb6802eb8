"""Writes ``features/<lĩnh-vực>/<mã>.yaml``: valid, short, and saying what a person must approve. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from harness.authoring.form_walk import Met, Place
from harness.authoring.published import Facts, per
from harness.authoring.slots import Proposed

UNAPPROVED = ("name", "agency", "level", "fees", "time_limit", "result", "papers", "forms", "requirements")
_PLAIN = re.compile(r"[^\W\d_][^:#@\[\]{}\"'&*!|>%`\n]*[^\s:#@\[\]{}\"'&*!|>%`]")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
MISSING = "CẦN ĐIỀN"


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that was found out about one service."""

    code: str
    folder: str
    portal: str
    ruleset: str
    applicant: str  # "": any
    facts: Facts
    met: Mapping[Place, Met]
    papers: tuple[Proposed, ...]
    trouble: str = ""  # why the form could not be walked to its end

    @property
    def missing(self) -> list[str]:
        """What keeps the service from being driven."""
        found = [self.trouble] if self.trouble else []
        found += [] if any(met.value for met in self.met.values()) else ["chưa có tờ khai"]
        found += [] if self.facts.result.name else ["chưa biết kết quả thực hiện"]
        found += [f"không có tệp mẫu nào hợp với «{p.label}»" for p in self.papers if p.required and p.file is None]
        return found


def write(draft: Draft) -> str:
    facts = draft.facts
    lines = [
        "# yaml-language-server: $schema=../../schemas/service.schema.json",
        "# kiemthu new-service lập từ trang thủ tục và CSDL quốc gia. Duyệt xong điều nào thì xóa tên ở «unapproved».",
        f"code: {quoted(draft.code)}",
        f"name: {word(facts.name)}" + _remark(facts, "name"),
        f"field: {draft.folder}",
        f"field_name: {word(facts.field_name or draft.folder)}",
        f"agency: {word(facts.agency or MISSING)}",
        f"portal: {draft.portal}",
        f"ruleset: {draft.ruleset}",
        f"level: {facts.level}",
    ]
    lines += [f"not_driven: {quoted('chưa đi thử được: ' + '; '.join(draft.missing))}"] if draft.missing else []
    lines += [f"applicant: {draft.applicant}"] if draft.applicant else []
    values = {place: met.value for place, met in draft.met.items() if met.value}
    counted = per(facts.fee_text, values) if facts.fee else None
    lines += ["case:", f"  {_case_key(counted[0])}: {quoted(values[counted[1]])}"] if counted else []
    lines += _form(draft.met)
    lines += _papers(draft.papers)
    lines += _fees(facts, _case_key(counted[0]) if counted else "")
    limit, result = facts.time_limit, facts.result
    lines.append(f"time_limit: {{amount: {limit.amount}, unit: {limit.unit}}}" + _remark(facts, "time_limit"))
    if result.name:
        signer = f", signer: {inner(result.signer)}" if result.signer else ""
        lines.append(f"result: {{name: {inner(result.name)}, kind: {result.kind}, "
                     f"return: [{', '.join(result.return_ways)}]{signer}}}" + _remark(facts, "result"))  # fmt: skip
    lines += [f"forms: [{', '.join(inner(one) for one in facts.forms)}]"] if facts.forms else []
    lines += [f"requirements: [{', '.join(inner(one) for one in facts.requirements)}]"] if facts.requirements else []
    lines.append(f"unapproved: [{', '.join(unapproved(draft))}]")
    return "\n".join(lines) + "\n"


def unapproved(draft: Draft) -> list[str]:
    there = {"papers": draft.papers, "forms": draft.facts.forms, "requirements": draft.facts.requirements,
             "result": draft.facts.result.name}  # fmt: skip
    return [name for name in UNAPPROVED if there.get(name, True)]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def word(text: str) -> str:
    """As a person would write it: quotation marks only where YAML needs them."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS else quoted(text)


def inner(text: str) -> str:
    """The same inside brackets, where a comma ends a value."""
    return quoted(text) if "," in text else word(text)


def _remark(facts: Facts, fact: str) -> str:
    """Only what a person must decide: two sources that disagree, or none at all."""
    note = facts.notes.get(fact, "")
    return f"   # {note}" if note.startswith(("KHÁC NHAU", "không nguồn")) else ""


def _form(met: Mapping[Place, Met]) -> Iterator[str]:
    filled = [one for one in met.values() if one.value]
    if filled:
        yield "form:"
    last = None
    for one in filled:
        section, label = one.place
        if section != last:
            yield f"  {quoted(section)}:"
            last = section
        yield f"    {quoted(label)}: {word(one.value)}" + ("   # đoán" if one.guessed else "")
        for entry, labels in one.brings.items():
            yield f"    # chọn «{entry}» thì khai thêm: {', '.join(f'«{label}»' for label in labels)}"


def _papers(papers: tuple[Proposed, ...]) -> Iterator[str]:
    given = [paper for paper in papers if paper.file]
    if given:
        yield "papers:"
    for paper in given:
        more = (f", code: {paper.code}" if paper.code else "") + ("" if paper.required else ", required: false")
        file = f"samples/{paper.file.name}" if paper.file else ""
        yield f"  {quoted(paper.label)}: " + (f"{{file: {file}{more}}}" if more else file)


def _fees(facts: Facts, counted: str) -> list[str]:
    if not facts.fee:
        return ["fees: []" + _remark(facts, "fees")]
    direct = f", direct: {facts.fee_direct}" if facts.fee_direct else ""
    multiplied = f", per: {counted}" if counted else ""
    return ["fees:" + _remark(facts, "fees"),
            f'  - {{name: "Phí, lệ phí", online: {facts.fee}{direct}{multiplied}}}']  # fmt: skip


def _case_key(unit: str) -> str:
    return {"bản": "copies", "bản sao": "copies"}.get(unit, "quantity")
