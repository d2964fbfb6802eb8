"""``kiemthu judge``: the same suite over recorded evidence, without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.catalog import load
from harness.cli import concluding, project, shard_option
from harness.cli.deciding import Ground
from harness.cli.pytest_run import Order, run_suite
from harness.cli.screen import UsageProblemError
from harness.model import Service
from harness.verdict.record import read_run


def judge(
    run: Annotated[
        str, typer.Argument(help="Lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.", metavar="RUN")
    ] = "",
    run_dir: Annotated[Path | None, typer.Option("--run-dir", help="Thư mục cho lần xét lại.")] = None,
    json: Annotated[bool, typer.Option("--json", help="In kết luận ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Xét lại bằng chứng đã ghi của một lượt chạy, không mở trình duyệt, không tạo hồ sơ mới."""
    root = project.root()
    source = project.run_folder(run)
    earlier = read_run(source)
    catalog = load(root)
    chosen: list[Service] = [catalog.services[c] for c in earlier.selection.services if c in catalog.services]
    if not chosen:
        raise UsageProblemError(f"Lượt chạy {source.name} không có dịch vụ nào còn trong features/.")
    ground = Ground.of(catalog)
    rules = project.ruleset(catalog, chosen)
    # A full run is judged by all that is tested today: a new criterion needs no new dossier.
    wanted = tuple(c for c in earlier.selection.criteria if rules[c].tested) if earlier.selection.filtered else ()
    folder = project.fresh(run_dir) if run_dir else again(source).resolve()
    shard_option.tell(folder, earlier.shard)
    ended = run_suite(root, Order(folder, chosen, wanted, ("--evidence-from", str(source))))
    return concluding.conclude(folder, ended, rules, chosen, as_json=json, ground=ground, earlier=earlier)


def again(source: Path) -> Path:
    """``<run>-xet-lai-2``: beside the run, never over what it found."""
    number = 1
    while (folder := source.with_name(f"{source.name}-xet-lai-{number}")).exists():
        number += 1
    return folder
