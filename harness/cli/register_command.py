"""``kiemthu register …``: the plan goes in, runs go in, people move services; everything can be read back."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from sqlalchemy import select

from harness.catalog import load, plan_sheet
from harness.catalog.messages import did_you_mean
from harness.cli import project
from harness.cli.recording import enter_run
from harness.cli.screen import UsageProblemError, errors, output, print_json
from harness.register import Register, acts, address
from harness.register.audit import breaks
from harness.register.life import FIRST, WORDS, Stage
from harness.register.tables import audit as audit_table
from harness.verdict.exit_codes import ExitCode

app = typer.Typer(help="Sổ đăng ký: kế hoạch, lượt chạy, quyết định, công bố của mọi dịch vụ; chỉ thêm, không sửa.",
                  no_args_is_help=True, rich_markup_mode="rich")  # fmt: skip

By = Annotated[str, typer.Option("--by", help="Người ghi sổ; bỏ trống là KIEMTHU_OPERATOR hoặc tài khoản của máy.")]
Json = Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")]


def opened() -> Register:
    return Register(address(project.root()))


def operator(given: str = "") -> str:
    return given or os.environ.get("KIEMTHU_OPERATOR", "") or getpass.getuser()


def stage_named(given: str) -> Stage:
    """By its key (`built`) or its Vietnamese words."""
    known = {stage.value: stage for stage in Stage} | {WORDS[stage]: stage for stage in Stage}
    if given in known:
        return known[given]
    told = ", ".join(f"{stage} («{WORDS[stage]}»)" for stage in Stage)
    raise UsageProblemError(f"Không có bước «{given}».{did_you_mean(given, known)} Các bước: {told}.")


@app.command("plan")
def plan(
    file: Annotated[Path, typer.Argument(help="Kế hoạch .xlsx: Mã thủ tục, Tên dịch vụ, Lĩnh vực, Cơ quan, Hạn …")],
    stage: Annotated[str, typer.Option("--stage", help="Bước của dịch vụ chưa có trong sổ.")] = Stage.APPROVED,
    by: By = "",
    json: Json = False,
) -> int:
    """Nạp kế hoạch của tỉnh: dịch vụ nào, hạn tới từng bước. Nạp lại thì chỉ ghi chỗ đổi."""
    first = stage_named(stage)
    if first not in FIRST:
        raise UsageProblemError(f"Dịch vụ không vào sổ ở bước «{WORDS[first]}» được; chọn một trong: "
                                f"{', '.join(sorted(FIRST))}.")  # fmt: skip
    problems: list[str] = []
    lines = plan_sheet.read(file, problems)
    with opened().writing(operator(by)) as ledger:
        due = [{Stage(key): day for key, day in line.due.items()} for line in lines]
        fresh = sum(acts.enter(ledger, line.service, days, first, file.name)
                    for line, days in zip(lines, due, strict=True))  # fmt: skip
    if json:
        print_json({"lines": len(lines), "fresh": fresh, "problems": problems})
    else:
        for sentence in problems:
            errors.print(f"✗ {sentence}", style="red", markup=False, soft_wrap=True)
        output.print(f"{len(lines)} dịch vụ trong kế hoạch, {fresh} mới vào sổ, {len(problems)} chỗ sai trong tệp.")
    return ExitCode.USAGE if problems else ExitCode.PUBLISH


@app.command("record")
def record(
    run: Annotated[str, typer.Argument(help="Lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.")] = "",
    key: Annotated[list[Path] | None, typer.Option("--key", metavar="PUB", help="Khóa công khai được tin.")] = None,
    by: By = "",
) -> int:
    """Ghi quyết định của một lượt chạy đã ký vào sổ, sau khi đối chiếu với bản kê."""
    folder = project.run_folder(run)
    entered = enter_run(opened(), folder, load(project.root()), keys=key or (), by=operator(by))
    for problem in entered.problems:
        errors.print(f"✗ {problem}", style="red", markup=False, soft_wrap=True)
    if entered.problems:
        errors.print("Chưa ghi gì vào sổ.", style="red")
        return ExitCode.EVIDENCE
    said = f"Đã ghi {len(entered.services)} quyết định" if entered.fresh else "Lượt chạy này đã có trong sổ từ trước"
    output.print(f"{said}: {folder.name}.", markup=False)
    return ExitCode.PUBLISH


@app.command("move")
def move(
    code: Annotated[str, typer.Argument(help="Mã dịch vụ.")],
    to: Annotated[str, typer.Argument(help="Bước mới, ví dụ approved, built, integrated, withdrawn.")],
    why: Annotated[str, typer.Option("--why", help="Căn cứ: số quyết định, biên bản, công văn.")],
    by: By = "",
) -> int:
    """Chuyển bước một dịch vụ, kèm căn cứ. Bước «đạt yêu cầu» và «đã công bố» không ghi tay được."""
    stage = stage_named(to)
    with opened().writing(operator(by)) as ledger:
        acts.move(ledger, code, stage, why)
    output.print(f"Dịch vụ {code} chuyển sang «{WORDS[stage]}».", markup=False)
    return ExitCode.PUBLISH


@app.command("history")
def history(
    code: Annotated[str, typer.Argument(help="Mã dịch vụ hoặc mã lượt chạy; bỏ trống là mọi việc.")] = "",
    json: Json = False,
) -> int:
    """Ai đã làm gì, khi nào."""
    with opened().reading() as connection:
        rows = [dict(row) for row in connection.execute(select(audit_table).order_by(audit_table.c.id)).mappings()]
    shown = [row for row in rows if not code or row["subject"] == code or f'"{code}"' in row["detail"]]
    if json:
        print_json([row | {"at": row["at"].isoformat()} for row in shown])
        return ExitCode.PUBLISH
    table = Table(show_header=True)
    for heading in ("Lúc", "Ai", "Việc", "Về", "Chi tiết"):
        table.add_column(heading, overflow="fold")
    for row in shown:
        at = f"{row['at'].astimezone():%d/%m/%Y %H:%M:%S}"
        table.add_row(at, row["by"], row["act"], row["subject"], row["detail"])
    output.print(table)
    return ExitCode.PUBLISH


@app.command("audit")
def audit(json: Json = False) -> int:
    """Soát chuỗi nhật ký: có dòng nào bị sửa, bỏ hay chèn thêm không."""
    with opened().reading() as connection:
        rows = [dict(row) for row in connection.execute(select(audit_table).order_by(audit_table.c.id)).mappings()]
    found = list(breaks(rows))
    head = rows[-1]["digest"] if rows else ""
    if json:
        print_json({"acts": len(rows), "head": head, "breaks": found, "checked": datetime.now(UTC).isoformat()})
    else:
        for sentence in found:
            errors.print(f"✗ {sentence}", style="red", markup=False, soft_wrap=True)
        if not found:
            output.print(f"✓ {len(rows)} việc, chuỗi liền mạch; mã băm cuối: {head or '–'}", soft_wrap=True)
    return ExitCode.EVIDENCE if found else ExitCode.PUBLISH
