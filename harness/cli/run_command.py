"""``kiemthu run``: check, drive, judge, decide, tell."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from harness.catalog import load, problems_of
from harness.catalog.messages import did_you_mean
from harness.cli import concluding, project, sandbox_process, shard_option
from harness.cli.deciding import Ground
from harness.cli.pytest_run import Order, run_suite
from harness.cli.screen import UsageProblemError
from harness.model import SpecificationError
from harness.verdict.record import FINDINGS

OWN = ("sandbox", "spa")  # portals that this project brings along


def run(  # noqa: PLR0913, PLR0917 – one parameter for each option of the command line
    codes: Annotated[
        list[str] | None,
        typer.Argument(help="Mã thủ tục, ví dụ 2.000635; bỏ trống là mọi dịch vụ.", metavar="[CODE]..."),
    ] = None,
    field: Annotated[
        list[str] | None, typer.Option("--field", help="Chỉ các dịch vụ của lĩnh vực này, ví dụ ho-tich.")
    ] = None,
    criterion: Annotated[
        list[str] | None,
        typer.Option("--criterion", help="Chỉ xét tiêu chí này, ví dụ L4-PAY-03; dùng được nhiều lần."),
    ] = None,
    portal: Annotated[
        str, typer.Option("--portal", metavar="NAME", help="Đi trên cổng này thay cho cổng ghi trong hồ sơ dịch vụ.")
    ] = "",
    headed: Annotated[bool, typer.Option("--headed", help="Mở cửa sổ trình duyệt cho người xem.")] = False,
    at_once: Annotated[
        int, typer.Option("--at-once", min=1, max=64, metavar="K", help="Số hành trình đi cùng lúc.")
    ] = 4,
    fault: Annotated[
        list[str] | None, typer.Option("--fault", metavar="ID", help="Bật một lỗi cài sẵn của cổng mẫu.")
    ] = None,
    variant: Annotated[
        list[str] | None, typer.Option("--variant", metavar="NAME", help="Dùng một biến thể đối chứng của cổng mẫu.")
    ] = None,
    latency: Annotated[
        int, typer.Option("--latency", min=0, metavar="MS", help="Thêm độ trễ cho mỗi yêu cầu (ms).")
    ] = 0,
    trace: Annotated[
        str, typer.Option("--trace", metavar="off|failed|on", help="Khi nào ghi vết Playwright.")
    ] = "failed",
    shard: Annotated[
        str, typer.Option("--shard", metavar="I/N", help="Chỉ chạy phần thứ I trong N phần của các dịch vụ đã chọn.")
    ] = "",
    repeats: Annotated[
        int, typer.Option("--repeats", min=1, max=20, metavar="N", help="Chạy N lượt riêng, giữ mọi lượt, rồi gộp.")
    ] = 1,
    policy: Annotated[
        str, typer.Option("--policy", metavar="FILE", help="Tệp chính sách; bỏ trống là catalog/policies/default.yaml.")
    ] = "",
    run_dir: Annotated[Path | None, typer.Option("--run-dir", help="Thư mục của lượt chạy.")] = None,
    json: Annotated[bool, typer.Option("--json", help="In kết luận ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Đi thử các dịch vụ như người dân và cán bộ, xét từng tiêu chí, rồi ra quyết định cho từng dịch vụ."""
    root = project.root()
    problems = problems_of(root)
    if problems:
        raise SpecificationError(problems)
    catalog = load(root)
    if portal and portal not in catalog.portals:
        known = did_you_mean(portal, catalog.portals)
        raise UsageProblemError(f"Không có cổng «{portal}» trong catalog/portals.{known}")
    catalog = catalog.on_portal(portal)
    ground = Ground.of(catalog, policy)
    chosen = project.services(catalog, codes or (), field or ())
    part = shard_option.shard_of(shard, chosen)
    chosen = tuple(s for s in chosen if part is None or s.code in part.services)
    rules = project.ruleset(catalog, chosen)
    wanted = project.criteria(rules, criterion or ())
    if trace not in {"", "off", "failed", "on"}:
        raise UsageProblemError(f"Tùy chọn --trace nhận off, failed hoặc on, không nhận «{trace}».")
    if fault or variant:
        if not {s.portal for s in chosen} <= set(OWN):
            raise UsageProblemError(f"Tùy chọn --fault và --variant chỉ dùng với cổng mẫu ({', '.join(OWN)}).")
        sandbox_process.check_names(root, fault or (), variant or ())
    folder = project.fresh(run_dir) if run_dir else project.runs() / new_id()
    options = [
        *(["--portal", portal] if portal else []),
        *(["--headed"] if headed else []),
        *(["--latency", str(latency)] if latency else []),
        *(["--browser-trace", trace] if trace else []),
        *("--at-once", str(at_once)),
        *(part for f in fault or () for part in ("--portal-fault", f)),
        *(part for v in variant or () for part in ("--portal-variant", v)),
    ]
    folders = attempts(folder, repeats)
    for attempt in folders:
        shard_option.tell(attempt, part)
        ended = run_suite(root, Order(attempt, chosen, wanted, options))
        code = concluding.conclude(
            attempt, ended, rules, chosen, as_json=json and repeats == 1, quiet=json and repeats > 1, ground=ground
        )
        if not (attempt / FINDINGS).is_file():
            return code
    return code if repeats == 1 else concluding.conclude_all(folders, catalog, ground, as_json=json)


def attempts(folder: Path, repeats: int) -> list[Path]:
    """Each attempt is a run of its own, with its own evidence; none is ever written over."""
    return [folder, *(project.fresh(folder.with_name(f"{folder.name}-lan-{n}")) for n in range(2, repeats + 1))]


def new_id() -> str:
    """``20261122-231005``: runs sort by their time."""
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
