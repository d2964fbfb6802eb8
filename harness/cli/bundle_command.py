"""``kiemthu bundle``: one zip of a run for the vendor or the auditor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.catalog.messages import did_you_mean
from harness.cli import project
from harness.cli.screen import UsageProblemError, output
from harness.cli.verify_command import told
from harness.reporting.bundle import bundle as pack
from harness.verdict.exit_codes import ExitCode
from harness.verdict.verdict_file import read_verdict


def bundle(
    run: Annotated[
        str, typer.Argument(help="Lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.", metavar="RUN")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE.zip", help="Tệp gói; mặc định <RUN>.zip.")] = None,
    service: Annotated[
        list[str] | None, typer.Option("--service", metavar="CODE", help="Trang đọc chỉ hiện dịch vụ này.")
    ] = None,
    key: Annotated[
        list[Path] | None, typer.Option("--key", metavar="PUB", help="Khóa công khai để đối chiếu gói vừa lập.")
    ] = None,
) -> int:
    """Đóng gói bằng chứng, bản kê đã ký và trang đọc vào một tệp zip; mở lại và đối chiếu trước khi giao."""
    folder = project.run_folder(run)
    known = [row["service"] for row in read_verdict(folder)["services"]]
    for code in service or ():
        if code not in known:
            raise UsageProblemError(f"Lượt chạy {folder.name} không có dịch vụ «{code}».{did_you_mean(code, known)}")
    target = (out or folder.with_name(f"{folder.name}.zip")).resolve()
    if target.is_relative_to(folder):
        raise UsageProblemError(f"Không đặt gói vào trong lượt chạy ({folder}): gói sẽ làm sai bản kê đã ký.")
    found = pack(folder, target, service or (), key or ())
    output.print(f"Gói: {target} ({target.stat().st_size / 1e6:.1f} MB)", soft_wrap=True, markup=False)
    for line in told(target, found):
        output.print(line, markup=False, soft_wrap=True)
    return ExitCode.PUBLISH if found.ok else ExitCode.EVIDENCE
