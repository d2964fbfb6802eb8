"""``kiemthu sandbox``: the sample portal and the other sides it talks to, until Ctrl-C."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from harness.catalog import load
from harness.cli import project, sandbox_process
from harness.cli.screen import output


def sandbox(
    fault: Annotated[list[str] | None, typer.Option("--fault", metavar="ID", help="Bật một lỗi cài sẵn.")] = None,
    variant: Annotated[
        list[str] | None, typer.Option("--variant", metavar="NAME", help="Dùng một biến thể đối chứng.")
    ] = None,
    faults: Annotated[bool, typer.Option("--faults", help="Chỉ liệt kê các lỗi cài sẵn.")] = False,
) -> int:
    """Mở cổng mẫu cùng cổng thanh toán, định danh, Cổng quốc gia và hộp thư mô phỏng; Ctrl-C để dừng."""
    root = project.root()
    if faults:
        table = Table("Mã", "Lỗi", "Người dân gặp", "Làm đỏ")
        for row in sandbox_process.faults(root):
            expects = row["expects"]
            names = ", ".join(sorted(expects)) if isinstance(expects, list) else str(expects)
            table.add_row(str(row["id"]), str(row["title"]), str(row["citizen"]), names)
        output.print(table)
        return 0
    sandbox_process.check_names(root, fault or (), variant or ())
    catalog = load(root)
    from harness.cli.sandbox_session import serve  # noqa: PLC0415 – the simulators are slow to load

    serve(catalog, tuple(fault or ()), tuple(variant or ()))
    return 0
