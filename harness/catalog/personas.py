"""Reads catalog/personas/*.yaml: synthetic persons with an account at the identity provider."""

from __future__ import annotations

from pathlib import Path

from harness.catalog import messages, yamltext
from harness.catalog.schemas import validator
from harness.model import Persona

_UNIQUE = {"identity_number": "Số định danh cá nhân", "phone": "Số điện thoại", "email": "Thư điện tử"}


def load(root: Path, problems: list[str]) -> dict[str, Persona]:
    found: dict[str, Persona] = {}
    taken: dict[tuple[str, str], str] = {}
    for path in sorted((root / "catalog/personas").glob("*.yaml")):
        document = yamltext.read(path, root, problems, "persona")
        if document is None or not messages.conforms(document, validator("persona"), problems):
            continue
        for index, row in enumerate(document.value["personas"]):
            persona = Persona(**row)
            where = document.at("personas", index)
            if persona.id in found:
                problems.append(f"{where}: Người nộp mẫu «{persona.id}» đã có; mỗi mã chỉ dùng một lần.")
                continue
            found[persona.id] = persona
            for attribute, title in _UNIQUE.items():
                owner = taken.setdefault((attribute, row[attribute]), persona.id)
                if owner != persona.id:
                    problems.append(f"{where}: Trường «{title}» trùng với người nộp mẫu «{owner}».")
    return found
