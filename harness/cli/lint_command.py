"""``kiemthu lint``: the data of services against the snapshot of the national catalogue; nothing is started."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.table import Table

from harness.catalog import Catalog, approval, load
from harness.catalog.lint import Remark, remarks
from harness.catalog.messages import did_you_mean
from harness.cli import project
from harness.cli.screen import UsageProblemError, output, print_json
from harness.verdict.exit_codes import ExitCode

SEVERITY = {"mandatory": "bắt buộc", "recommended": "khuyến nghị"}


def lint(
    codes: Annotated[
        list[str] | None,
        typer.Argument(help="Mã thủ tục, ví dụ 2.000635; bỏ trống là mọi dịch vụ.", metavar="[CODE]..."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Soát dữ liệu thủ tục theo 14 tiêu chí DAT: phí, thời hạn, thành phần, kênh nộp, mã; không mở trình duyệt."""
    catalog = load(project.root())
    chosen = _chosen(catalog, codes or ())
    unknown = [code for code in chosen if code not in catalog.procedures]
    found = [
        remark
        for code in chosen
        if code in catalog.procedures
        for remark in remarks(
            catalog.procedures[code], catalog.services[code], catalog.rulesets[catalog.services[code].ruleset]
        )
    ]
    waiting = [*approval.unapproved(catalog.services[code] for code in chosen)]
    if json:
        rows = [_row(catalog, remark) for remark in found]
        print_json({"services": len(chosen), "not_in_catalogue": unknown, "findings": rows, "unapproved": waiting})
    else:
        _tell(catalog, found, unknown, len(chosen))
        for sentence in waiting:
            output.print(sentence, style="yellow", markup=False, soft_wrap=True)
    return ExitCode.HOLD if any(remark.is_mandatory for remark in found) else ExitCode.PUBLISH


def _chosen(catalog: Catalog, codes: Sequence[str]) -> list[str]:
    wrong = [
        f"Không có dịch vụ công có mã «{code}».{did_you_mean(code, catalog.services)}"
        for code in codes
        if code not in catalog.services
    ]
    if wrong:
        raise UsageProblemError("\n✗ ".join(wrong))
    return [*dict.fromkeys(codes or catalog.services)]


def _row(catalog: Catalog, remark: Remark) -> dict[str, Any]:
    return {
        "service": remark.service,
        "criterion": remark.criterion.id,
        "severity": remark.criterion.severity,
        "message": remark.sentence,
        "profile": catalog.services[remark.service].file.as_posix(),
        "catalogue": remark.file,
    }


def _tell(catalog: Catalog, found: Sequence[Remark], unknown: Sequence[str], total: int) -> None:
    if found:
        table = Table("Mã", "Dịch vụ", "Tiêu chí", "Mức", "Sai ở đâu", box=None, header_style="bold", pad_edge=False)
        for remark in found:
            name = catalog.services[remark.service].name
            severity = SEVERITY[remark.criterion.severity]
            table.add_row(remark.service, name, remark.criterion.id, severity, remark.sentence)
        output.print(table)
    mandatory = sum(remark.is_mandatory for remark in found)
    wrong = len({remark.service for remark in found})
    output.print(
        f"{total} dịch vụ: {wrong} dịch vụ có sai sót, {mandatory} lỗi bắt buộc, {len(found) - mandatory} khuyến nghị."
    )
    if unknown:
        output.print(f"{len(unknown)} dịch vụ không có trong bản chụp CSDL quốc gia nên chưa soát được.")
