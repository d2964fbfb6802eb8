"""Reads features/<lĩnh-vực>/<mã>.yaml: one service as its approved profile describes it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog import messages, yamltext
from harness.catalog.adapter_references import applicant_references
from harness.catalog.procedures import Procedure
from harness.catalog.schemas import validator
from harness.catalog.yamltext import Document
from harness.model import FeeItem, FormSection, Paper, Result, Service, TimeLimit


@dataclass(frozen=True, slots=True)
class Known:
    """What a profile may refer to."""

    portals: Collection[str]
    personas: Collection[str]
    rulesets: Collection[str]
    procedures: Mapping[str, Procedure]


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
    document = yamltext.read(path, root, problems)
    if document is None or not messages.conforms(document, validator("service"), problems):
        return None
    before = len(problems)
    problems.extend(_broken(document, path, root, known))
    return _service(document, path, root, known) if len(problems) == before else None


def _broken(document: Document, path: Path, root: Path, known: Known) -> Iterator[str]:
    row = document.value
    if row["code"] != path.stem:
        yield f"{document.at('code')}: Mã thủ tục «{row['code']}» khác tên tệp «{path.stem}»."
    if row["field"] != path.parent.name:
        guess = messages.did_you_mean(row["field"], [path.parent.name]) or f" Cần «{path.parent.name}»."
        yield (
            f"{document.at('field')}: Lĩnh vực «{row['field']}» khác tên thư mục «{path.parent.name}».{guess}"
        )
    for key, what, names in (
        ("portal", "cổng dịch vụ công", known.portals),
        ("ruleset", "bộ tiêu chí", known.rulesets),
        ("applicant", "người nộp mẫu", known.personas),
    ):
        if key in row and row[key] not in names:
            yield messages.unknown(document.at(key), what, row[key], names)
    yield from _broken_fees(document)
    yield from _broken_form(document)
    for label, paper in row.get("papers", {}).items():
        name = paper if isinstance(paper, str) else paper["file"]
        samples = root / "catalog/samples"
        if not (root / "catalog" / name).is_file():
            there = [f"samples/{item.name}" for item in samples.iterdir()] if samples.is_dir() else []
            where = document.at("papers", label)
            yield messages.unknown(where, "tệp mẫu", name, there, f" cho giấy tờ «{label}» trong catalog")


def _broken_fees(document: Document) -> Iterator[str]:
    case = document.value.get("case", {})
    for index, item in enumerate(document.value["fees"]):
        per = item.get("per")
        if not per:
            continue
        where = document.at("fees", index)
        if per not in case:
            yield (
                f"{where}: Khoản thu «{item['name']}» nhân theo «{per}», nhưng trường hợp được thử (case) "
                f"không có «{per}», nên không tính được phí.{messages.did_you_mean(per, case)}"
            )
        elif not case[per].isdigit() or int(case[per]) < 1:
            yield (
                f"{document.at('case', per)}: Trường «Trường hợp» (case.{per}): cần một số nguyên từ 1 "
                f"để nhân khoản thu «{item['name']}», nhưng thấy «{case[per]}»."
            )


def _broken_form(document: Document) -> Iterator[str]:
    for section, fields in document.value["form"].items():
        for label, value in fields.items():
            yield from applicant_references(document.at("form", section, label), value)


def _service(document: Document, path: Path, root: Path, known: Known) -> Service:
    row = document.value
    result = row["result"]
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
        form=tuple(FormSection(title, fields) for title, fields in row["form"].items()),
        papers=tuple(_paper(label, paper, root) for label, paper in row.get("papers", {}).items()),
        fees=tuple(_fee(item) for item in row["fees"]),
        time_limit=TimeLimit(int(row["time_limit"]["amount"]), row["time_limit"]["unit"]),
        result=Result(result["name"], result["kind"], tuple(result["return"]), result.get("signer", "")),
        forms=tuple(row.get("forms", ())),
        requirements=tuple(row.get("requirements", ())),
        integrated=row.get("integrated", "true") == "true",
        catalogue_fee=(int(catalogue["number"]), catalogue["text"]) if catalogue else _published(procedure),
        catalogue_name=procedure.name if procedure else "",
        file=path.relative_to(root),
        lines={".".join(map(str, keys)): line for keys, line in document.lines.items() if keys},
    )


def _paper(label: str, paper: Any, root: Path) -> Paper:
    row = {"file": paper} if isinstance(paper, str) else paper
    required = row.get("required", "true") == "true"
    return Paper(label, root / "catalog" / row["file"], row.get("code", ""), required)


def _fee(item: Mapping[str, str]) -> FeeItem:
    direct = int(item["direct"]) if "direct" in item else None
    return FeeItem(item["code"], item["name"], int(item["online"]), direct, item.get("per", ""))


def _published(procedure: Procedure | None) -> tuple[int, str] | None:
    if procedure is None or procedure.fee_online is None:
        return None
    return procedure.fee_online, procedure.fee_text
