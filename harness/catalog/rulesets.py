"""Reads catalog/rulesets: one table of criteria (criteria/*.yaml), and the rulesets that select from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.applicability import outside
from harness.catalog.schemas import validator
from harness.model import Criterion, Ruleset

_ADDRESS = re.compile(r"https?://[^\s;…]+")
_JUDGED_BY = {"yes": "walk", "data": "data", "review": "review"}
_Table = dict[str, tuple[Criterion, str]]  # id → criterion, the day its basis came into being ("" unknown)


def load(root: Path, problems: list[str]) -> dict[str, Ruleset]:
    folder = root / "catalog/rulesets"
    groups: dict[str, str] = {}
    table = _table(root, groups, problems)
    found: dict[str, Ruleset] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "sources.yaml":
            continue
        document = yamltext.read(path, root, problems, "ruleset")
        if document is None or not messages.conforms(document, validator("ruleset"), problems):
            continue
        row = document.value
        found[path.stem] = Ruleset(
            id=path.stem,
            title=row["title"],
            version=row["version"],
            effective_from=row["effective_from"],
            effective_to=row.get("effective_to", ""),
            legal_basis=row["legal_basis"],
            criteria=_selected(document, table, problems),
            groups=groups,
        )
    return found


def _selected(document: yamltext.Document, table: _Table, problems: list[str]) -> tuple[Criterion, ...]:
    row = document.value
    chosen = list(table) if row["criteria"] == "all" else row["criteria"]
    left_out: Mapping[str, str] = row.get("leave_out", {})
    for index, name in enumerate(() if row["criteria"] == "all" else chosen):
        if name not in table:
            problems.append(messages.unknown(document.at("criteria", index), "tiêu chí", name, table))
    problems.extend(
        messages.unknown(document.at("leave_out", name), "tiêu chí", name, table)
        for name in left_out
        if name not in table
    )
    end = row.get("effective_to", "")
    criteria = []
    for criterion, since in (table[name] for name in chosen if name in table):
        reason = left_out.get(criterion.id, "")
        if not reason and end and since and since >= end:
            reason = f"căn cứ có từ {_date(since)}, sau khi bộ tiêu chí này hết hiệu lực ({_date(end)})"
        criteria.append(replace(criterion, applies_when=outside(reason)) if reason else criterion)
    return tuple(criteria)


def _date(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _table(root: Path, groups: dict[str, str], problems: list[str]) -> _Table:
    folder = root / "catalog/rulesets"
    sources = yamltext.read(folder / "sources.yaml", root, problems)
    if sources is None or not messages.conforms(sources, validator("sources"), problems):
        return {}
    table: _Table = {}
    for path in sorted((folder / "criteria").glob("*.yaml")):
        document = yamltext.read(path, root, problems, "criteria")
        if document is None or not messages.conforms(document, validator("criteria"), problems):
            continue
        group = document.value["group"]
        groups[group] = document.value["title"]
        for index, row in enumerate(document.value["criteria"]):
            where = document.at("criteria", index)
            if row["id"] in table:
                problems.append(f"{where}: Tiêu chí «{row['id']}» đã có; mỗi mã chỉ dùng một lần.")
            if row["id"].split("-")[1] != group:
                problems.append(f"{where}: Tiêu chí «{row['id']}» không thuộc nhóm {group}.")
            problems.extend(
                messages.unknown(where, "nguồn", name, sources.value)
                for name in row["sources"]
                if name not in sources.value
            )
            table[row["id"]] = (_criterion(row, group, sources.value), row.get("since", ""))
    return table


def _criterion(row: Mapping[str, Any], group: str, sources: Mapping[str, Mapping[str, str]]) -> Criterion:
    read_at = (sources[name]["where"] for name in row["sources"] if name in sources)
    return Criterion(
        id=row["id"],
        group=group,
        title_vi=row["title_vi"],
        title_en=row["title_en"],
        severity=row["severity"],
        basis=row["basis"],
        legal_basis=row["legal_basis"],
        original_text_checked=row["original_text_checked"] == "true",
        applies_when=" and ".join(row["applies_when"]),
        tested="tested" in row,
        not_tested_reason=row.get("not_tested", ""),
        owner=row.get("owner", ""),
        citizen=row.get("citizen", ""),
        judged_by=_JUDGED_BY.get(row.get("tested", ""), ""),
        question=row.get("question", ""),
        links=tuple(dict.fromkeys(link for text in read_at for link in _ADDRESS.findall(text))),
    )
