"""``kiemthu import``: a province's list of services becomes profiles to complete."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.catalog import Catalog, drafts, load, spreadsheet
from harness.cli import project
from harness.cli.screen import errors, output, print_json
from harness.verdict.exit_codes import ExitCode


def import_list(
    file: Annotated[Path, typer.Argument(help="Danh sách dịch vụ công, tệp Excel .xlsx.", metavar="FILE.xlsx")],
    portal: Annotated[str, typer.Option("--portal", help="Cổng dịch vụ công của các dịch vụ này.")] = "sandbox",
    ruleset: Annotated[str, typer.Option("--ruleset", help="Bộ tiêu chí.")] = "toan-trinh",
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Đọc danh sách dịch vụ của tỉnh (mã, tên, lĩnh vực, cơ quan, mức độ, phí, thời hạn), lập hồ sơ để điền tiếp."""
    root = project.root()
    catalog = load(root)
    project.known("cổng dịch vụ công", portal, catalog.portals)
    project.known("bộ tiêu chí", ruleset, catalog.rulesets)
    problems: list[str] = []
    written: list[str] = []
    kept: list[str] = []
    folders = drafts.folders(catalog.services.values())
    left_out: list[str] = []
    for row in spreadsheet.read(file, problems, left_out):
        if row.code in catalog.services:
            kept.append(f"{row.cell}: {row.code} đã có ở {catalog.services[row.code].file.as_posix()}")
            continue
        folder = drafts.folder_of(row.field_name, folders)
        place = f"features/{folder}/{row.code}.yaml"
        drafts.write(drafts.draft(row, folder, portal, ruleset), root / place)
        written.append(place)
    if json:
        print_json({"written": written, "kept": kept, "left_out": left_out, "problems": problems})
    else:
        _tell(catalog, written, kept, problems)
        for sentence in left_out:
            output.print(f"- {sentence}; không lập hồ sơ", markup=False, soft_wrap=True)
    return ExitCode.USAGE if problems else ExitCode.PUBLISH


def _tell(catalog: Catalog, written: list[str], kept: list[str], problems: list[str]) -> None:
    for place in written:
        output.print(f"+ {place}", markup=False, soft_wrap=True)
    for sentence in kept:
        output.print(f"= {sentence}; giữ nguyên, không ghi đè", markup=False, soft_wrap=True)
    for sentence in problems:
        errors.print(sentence, markup=False, soft_wrap=True)
    output.print(f"{len(written)} hồ sơ mới để điền tiếp, {len(kept)} đã có, {len(problems)} chỗ sai trong danh sách.")
    if written:
        output.print(f"Cách điền: docs/mo-ta-dich-vu.md. Trước đó có {len(catalog.services)} hồ sơ.")
