"""Whether everything a profile names is there. Reads on past schema errors, so that all is told at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog import messages
from harness.catalog.adapter_references import applicant_references
from harness.catalog.procedures import Procedure
from harness.catalog.yamltext import Document


@dataclass(frozen=True, slots=True)
class Known:
    """What a profile may refer to."""

    portals: Collection[str]
    personas: Collection[str]
    rulesets: Collection[str]
    procedures: Mapping[str, Procedure]


def broken(document: Document, path: Path, root: Path, known: Known) -> Iterator[str]:
    code, folder = _text(document, "code"), _text(document, "field")
    if code and code != path.stem:
        field = messages.field_name("Mã thủ tục hành chính", ("code",))
        yield f"{document.at('code')}: {field}: cần trùng tên tệp «{path.stem}», nhưng thấy «{code}»."
    if folder and folder != path.parent.name:
        field = messages.field_name("Lĩnh vực (tên thư mục)", ("field",))
        yield f"{document.at('field')}: {field}: cần trùng tên thư mục «{path.parent.name}», nhưng thấy «{folder}»."
    for key, title, names in (
        ("portal", "Cổng dịch vụ công", known.portals),
        ("ruleset", "Bộ tiêu chí", known.rulesets),
        ("applicant", "Người nộp", known.personas),
    ):
        name = _text(document, key)
        if name and name not in names:
            field = messages.field_name(title, (key,))
            yield messages.unknown(document.at(key), title.lower(), name, names, field)
    yield from _fees(document)
    yield from _form(document)
    yield from _papers(document, root)


def _text(document: Document, key: str) -> str:
    value = document.value.get(key)
    return value if isinstance(value, str) else ""


def _group(document: Document, key: str) -> Mapping[str, Any]:
    value = document.value.get(key)
    return value if isinstance(value, dict) else {}


def _fees(document: Document) -> Iterator[str]:
    case = _group(document, "case")
    fees = document.value.get("fees")
    for index, item in enumerate(fees if isinstance(fees, list) else []):
        if not isinstance(item, dict):
            continue
        name, by = item.get("name", ""), item.get("by")
        if isinstance(by, str) and by and by not in case:
            field = messages.field_name("Tùy theo", ("fees", index, "by"))
            yield (
                f"{document.at('fees', index)}: {field}: không biết mức thu của trường hợp này, vì khoản thu "
                f"«{name}» tùy theo «{by}» mà phần «case» không có.{messages.did_you_mean(by, case)}"
            )
        per = item.get("per")
        if not isinstance(per, str) or not per:
            continue
        if per not in case:
            field = messages.field_name("Nhân theo", ("fees", index, "per"))
            yield (
                f"{document.at('fees', index)}: {field}: không tính được phí của trường hợp này, vì khoản thu "
                f"«{name}» nhân theo «{per}» mà phần «case» không có.{messages.did_you_mean(per, case)}"
            )
        elif not str(case[per]).isdigit() or int(case[per]) < 1:
            field = messages.field_name("Giá trị của trường hợp", ("case", per))
            yield (
                f"{document.at('case', per)}: {field}: cần một số nguyên từ 1 để nhân khoản thu «{name}», "
                f"nhưng thấy «{case[per]}»."
            )


def _form(document: Document) -> Iterator[str]:
    for section, fields in _group(document, "form").items():
        for label, value in fields.items() if isinstance(fields, dict) else ():
            if isinstance(value, str):
                yield from applicant_references(document.at("form", section, label), value)


def _papers(document: Document, root: Path) -> Iterator[str]:
    for label, paper in _group(document, "papers").items():
        name = paper.get("file") if isinstance(paper, dict) else paper
        if not isinstance(name, str) or not name or (root / "catalog" / name).is_file():
            continue
        samples = root / "catalog/samples"
        there = [f"samples/{item.name}" for item in samples.iterdir()] if samples.is_dir() else []
        field = messages.field_name("Tệp mẫu", ("papers", label))
        yield messages.unknown(document.at("papers", label), "tệp", name, sorted(there), field)
