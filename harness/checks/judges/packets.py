"""Packets for the national portal, by schemas/national-dossier.schema.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from harness.checks.judges.project import SCHEMAS
from harness.checks.judges.workdays import VIETNAM


@cache
def _schema(name: str = "national-dossier") -> dict[str, Any]:
    return dict(json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))


@cache
def _validator(name: str = "national-dossier") -> Draft202012Validator:
    return Draft202012Validator(_schema(name))


def odd_envelope(service: str, body: Mapping[str, Any]) -> str:
    """What is wrong with a call around its rows, by schemas/national-call.schema.json; "" when nothing is."""
    for error in _validator("national-call").iter_errors({"service": service, **body}):
        path = ".".join(str(part) for part in error.absolute_path)
        if error.validator == "required":
            missing = next(name for name in error.validator_value if name not in error.instance)
            return f"thiếu trường {missing}"
        return f"{path or 'lời gọi'} là «{str(error.instance)[:60]}», phải {_form(error)}"
    return ""


def amount_of(value: object) -> int | None:
    """Whole đồng of a packet's «Gia», which is digits in a string; None for anything else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() else None


def title(name: str) -> str:
    """«DonViXuLy» → «Đơn vị xử lý»."""
    return str(_schema()["properties"].get(name, {}).get("title", name))


def missing_fields(packet: Mapping[str, Any], *, judged_elsewhere: frozenset[str] = frozenset()) -> list[str]:
    """Mandatory fields that are absent or empty, as dotted paths: «TaiLieuNop.0.MaThanhPhanHoSo»."""
    empty = [name for name in _schema()["required"] if _is_empty(packet.get(name))]
    nested = [
        ".".join([*map(str, error.absolute_path), name])
        for error in _validator().iter_errors(dict(packet))
        if error.validator == "required" and error.absolute_path
        for name in error.validator_value
        if name not in error.instance
    ]
    return [name for name in (*empty, *dict.fromkeys(nested)) if name not in judged_elsewhere]


def _is_empty(value: object) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def time_of(value: object) -> datetime | None:
    """yyyyMMddHHmmss of Vietnam; None when empty or not of that form."""
    try:
        return datetime.strptime(str(value), "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None


def status_of(value: object) -> int | None:
    """1–10, as the packets send it; None for anything else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and 1 <= int(text) <= 10 else None


def malformed(packet: Mapping[str, Any], schema: str = "national-dossier") -> list[tuple[str, object, str]]:
    """(dotted path, value, what was expected) of filled fields that break type, length or form.

    What is empty, a status that does not exist and a made-up number are told by criteria of their own.
    """
    found = []
    for error in _validator(schema).iter_errors(dict(packet)):
        path = [str(part) for part in error.absolute_path]
        if error.validator in {"required", "not"} or _is_empty(error.instance) or path[:1] == ["TrangThaiHoSo"]:
            continue
        found.append((".".join(path), error.instance, _form(error)))
    return found


def _form(error: ValidationError) -> str:
    """The broken rule in words; a date by its form rather than by its pattern."""
    rule = error.validator_value
    if "moment" in str(error.schema_path) or "20\\d{2}" in f"{rule}":
        return "ngày giờ yyyyMMddHHmmss"
    words = {"type": f"kiểu {rule}", "pattern": f"đúng mẫu {rule}", "enum": f"một trong {rule}",
             "maxLength": f"không quá {rule} ký tự", "minLength": f"ít nhất {rule} ký tự", "format": f"dạng {rule}"}
    return words.get(str(error.validator), "đúng kiểu, độ dài và định dạng")
