"""Profiles to complete: what a list tells of a service, written so that it is valid and linted but not driven."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from harness.catalog.headers import plain
from harness.catalog.spreadsheet import Row
from harness.model import Service

TO_DO = "hồ sơ chưa hoàn thiện: cần điền tờ khai, giấy tờ, kết quả rồi bỏ dòng này"


def folders(services: Iterable[Service]) -> dict[str, str]:
    """Name of a field, without diacritics → the folder that already holds it."""
    return {plain(service.field_name): service.field for service in services}


def folder_of(field_name: str, known: Mapping[str, str]) -> str:
    return known.get(plain(field_name)) or "-".join(re.findall(r"[a-z0-9]+", plain(field_name)))


def draft(row: Row, folder: str, portal: str, ruleset: str) -> str:
    """The text of ``features/<folder>/<code>.yaml``."""
    told = row.limit_text
    lines = [
        "# yaml-language-server: $schema=../../schemas/service.schema.json",
        f"# Từ danh sách của tỉnh, ô {row.cell}. Mọi giá trị phải được người có thẩm quyền duyệt.",
        f"code: {_quoted(row.code)}",
        f"name: {_quoted(row.name)}",
        f"field: {folder}",
        f"field_name: {_quoted(row.field_name)}",
        f"agency: {_quoted(row.agency)}",
        f"portal: {portal}",
        f"ruleset: {ruleset}",
        f"level: {row.level}",
        f"not_driven: {_quoted(TO_DO)}",
        *_fees(row),
        f"time_limit: {{amount: {row.limit.amount}, unit: {row.limit.unit}}}   # danh sách ghi: {told}",
        "unapproved: [name, agency, level, fees, time_limit]   # duyệt xong điều nào thì xóa tên điều đó",
    ]
    return "\n".join(lines) + "\n"


def write(text: str, path: Path) -> None:
    """A new file; FileExistsError rather than writing over what somebody approved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)


def _fees(row: Row) -> list[str]:
    told = f"   # danh sách ghi: {row.fee_text}" if row.fee_text else ""
    if row.fee is None:
        return [f"fees: []{told or '   # danh sách không có cột phí'}; cần điền biểu phí đã duyệt"]
    if not row.fee:
        return [f"fees: []{told}"]
    return [f"fees:{told}", f'  - {{code: LP-01, name: "Phí, lệ phí", online: {row.fee}}}']


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
