"""Reads catalog/procedures/*.json: snapshots of the national catalogue, to lint with, never an oracle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator


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
    components: tuple[tuple[str, str], ...]  # (code, name); the code may be ""
    source: str
    retrieved: str  # yyyy-mm-dd, "" when the source gives no date


def load(root: Path, problems: list[str]) -> dict[str, Procedure]:
    found: dict[str, Procedure] = {}
    for path in sorted((root / "catalog/procedures").glob("*.json")):
        document = yamltext.read(path, root, problems, "procedure")  # JSON is YAML: same rules, same lines
        if document is None or not messages.conforms(document, validator("procedure"), problems):
            continue
        row = document.value
        if row["code"] != path.stem:
            problems.append(f"{document.at('code')}: Mã thủ tục «{row['code']}» khác tên tệp «{path.stem}».")
        fee = row.get("fee", {})
        found[row["code"]] = Procedure(
            code=row["code"],
            name=row["name"],
            field=row["field"],
            full_process={"yes": True, "no": False}.get(row["full_process"]),
            fee_online=int(fee["online"]) if "online" in fee else None,
            fee_direct=int(fee["direct"]) if "direct" in fee else None,
            fee_text=fee.get("text", ""),
            results=tuple(result["name"] for result in row.get("results", [])),
            components=tuple((part.get("code", ""), part["name"]) for part in row.get("components", [])),
            source=row["source"],
            retrieved=row["retrieved"],
        )
    return found
