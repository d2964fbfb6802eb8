"""Reads features/<lĩnh-vực>/<mã>.yaml: one service as its approved profile describes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.procedures import Procedure
from harness.catalog.schemas import validator
from harness.catalog.service_references import Known, broken
from harness.catalog.yamltext import Document
from harness.model import FeeItem, FormSection, Paper, Result, Service, TimeLimit


def profiles(root: Path) -> list[Path]:
    return sorted((root / "features").glob("*/*.yaml"))


def load(root: Path, known: Known, problems: list[str]) -> dict[str, Service]:
    found: dict[str, Service] = {}
    for path in profiles(root):
        service = load_one(path, root, known, problems)
        if service is None:
            continue
        if service.code in found:
            first = found[service.code].file
            problems.append(f"{service.file}:1: Mã thủ tục «{service.code}» đã có ở {first}.")
        else:
            found[service.code] = service
    return found


def load_one(path: Path, root: Path, known: Known, problems: list[str]) -> Service | None:
    before = len(problems)
    document = yamltext.read(path, root, problems, "service")
    if document is None:
        return None
    messages.conforms(document, validator("service"), problems)
    if isinstance(document.value, dict):
        problems.extend(broken(document, path, root, known))
    return _service(document, path, root, known) if len(problems) == before else None


def _service(document: Document, path: Path, root: Path, known: Known) -> Service:
    row = document.value
    result = row.get("result", {"name": "", "kind": "notice", "return": []})  # only who is not driven may lack it
    catalogue = row.get("catalogue_fee")
    procedure = known.procedures.get(row["code"])
    return Service(
        code=row["code"],
        name=row["name"],
        field=row["field"],
        field_name=row["field_name"],
        agency=row["agency"],
        portal=row["portal"],
        ruleset=row["ruleset"],
        level=row["level"],
        applicant=row.get("applicant", ""),
        case=row.get("case", {}),
        form=tuple(FormSection(title, fields) for title, fields in row.get("form", {}).items()),
        papers=tuple(_paper(label, paper, root) for label, paper in row.get("papers", {}).items()),
        fees=tuple(_fee(item) for item in row["fees"]),
        time_limit=TimeLimit(int(row["time_limit"]["amount"]), row["time_limit"]["unit"]),
        result=Result(result["name"], result["kind"], tuple(result["return"]), result.get("signer", "")),
        forms=tuple(row.get("forms", ())),
        form_basis=row.get("form_basis", ""),
        requirements=tuple(row.get("requirements", ())),
        integrated=row.get("integrated", "true") == "true",
        unapproved=tuple(row.get("unapproved", ())),
        not_driven=row.get("not_driven", ""),
        catalogue_fee=(int(catalogue["number"]), catalogue["text"]) if catalogue else _published(procedure),
        catalogue_name=procedure.name if procedure else "",
        file=path.relative_to(root),
        lines={".".join(map(str, keys)): line for keys, line in document.lines.items() if keys},
    )


def _paper(label: str, paper: Any, root: Path) -> Paper:
    row = {"file": paper} if isinstance(paper, str) else paper
    required = row.get("required", "true") == "true"
    return Paper(label, root / "catalog" / row["file"], row.get("code", ""), required)


def _fee(item: Mapping[str, Any]) -> FeeItem:
    direct = int(item["direct"]) if "direct" in item else None
    rates = {word: int(amount) for word, amount in item.get("rates", {}).items()}
    by = item.get("by", "")
    return FeeItem(item.get("code", ""), item["name"], int(item["online"]), direct, item.get("per", ""), by, rates)


def _published(procedure: Procedure | None) -> tuple[int, str] | None:
    if procedure is None or procedure.fee_online is None:
        return None
    return procedure.fee_online, procedure.fee_text
