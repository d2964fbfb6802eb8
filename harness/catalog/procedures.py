"""Reads catalog/procedures/*.json: snapshots of the national catalogue, to lint with, never an oracle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator


@dataclass(frozen=True, slots=True)
class Component:
    """A row of the components; those with quantity 0 are notes."""

    code: str  # may be ""
    name: str
    note: str = ""
    quantity: int | None = None  # None when the source does not say


@dataclass(frozen=True, slots=True)
class Procedure:
    code: str
    name: str
    field: str
    full_process: bool | None  # isFullProcess; None when the source does not say
    fee_online: int | None  # the number, đồng
    fee_direct: int | None
    fee_text: str
    results: tuple[str, ...]
    components: tuple[Component, ...]
    source: str
    retrieved: str  # yyyy-mm-dd, "" when the source gives no date
    # None: the source, or our copy of it, does not say; an empty tuple: the source leaves it blank.
    levels: tuple[str, ...] | None = None  # bộ | tỉnh | huyện | xã
    channels: tuple[str, ...] | None = None  # online | post | direct
    return_ways: tuple[str, ...] | None = None  # online | post | counter
    results_listed: bool = True  # False: the source was not read for results
    electronic_form: bool | None = None  # hasElectronicForm
    time_limits: tuple[str, ...] = ()  # one a case, as written
    time_limit_text: str = ""
    replaced_by: str = ""  # a code
    retired: str = ""  # yyyy-mm-dd
    file: str = ""  # relative to the project


def load(root: Path, problems: list[str]) -> dict[str, Procedure]:
    found: dict[str, Procedure] = {}
    for path in sorted((root / "catalog/procedures").glob("*.json")):
        document = yamltext.read(path, root, problems, "procedure")  # JSON is YAML: same rules, same lines
        if document is None or not messages.conforms(document, validator("procedure"), problems):
            continue
        row = document.value
        if row["code"] != path.stem:
            problems.append(f"{document.at('code')}: Mã thủ tục «{row['code']}» khác tên tệp «{path.stem}».")
        found[row["code"]] = of(row, document.file)
    return found


def record(root: Path, code: str) -> dict[str, Any]:
    """The snapshot's own words, to be kept as evidence; {} when the procedure is not in it."""
    path = root / "catalog/procedures" / f"{code}.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def of(row: Mapping[str, Any], file: str = "") -> Procedure:
    """One snapshot, as its file or a record of it holds it."""
    fee = row.get("fee", {})
    return Procedure(
        code=row["code"],
        name=row["name"],
        field=row["field"],
        full_process=_FLAG.get(row["full_process"]),
        fee_online=int(fee["online"]) if "online" in fee else None,
        fee_direct=int(fee["direct"]) if "direct" in fee else None,
        fee_text=fee.get("text", ""),
        results=tuple(result["name"] for result in row.get("results", [])),
        components=tuple(_component(part) for part in row.get("components", [])),
        source=row["source"],
        retrieved=row["retrieved"],
        levels=_words(row, "agency_levels"),
        channels=_words(row, "channels"),
        return_ways=_words(row, "return_ways"),
        results_listed="results" in row,
        electronic_form=_FLAG.get(row.get("electronic_form", "")),
        time_limits=tuple(row.get("time_limits", ())),
        time_limit_text=row.get("time_limit_text", ""),
        replaced_by=row.get("replaced_by", ""),
        retired=row.get("retired", ""),
        file=file,
    )


_FLAG = {"yes": True, "no": False}


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return tuple(row[key]) if key in row else None


def _component(part: Mapping[str, str]) -> Component:
    quantity = int(part["quantity"]) if "quantity" in part else None
    return Component(part.get("code", ""), part["name"], part.get("note", ""), quantity)
