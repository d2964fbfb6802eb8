"""``kiemthu portal-check``: each task of an adapter walked alone, and which step does not fit the portal."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from harness.authoring.onboarding import provisional
from harness.authoring.opening import Studio, applicant_of, studio
from harness.authoring.task_check import Result, State, check
from harness.catalog import Catalog, load
from harness.catalog.schemas import title
from harness.cli import project
from harness.cli.screen import errors, output, print_json
from harness.model import Service
from harness.portal.browser import browser
from harness.reporting.messages import action
from harness.verdict.exit_codes import ExitCode

STYLES = {State.WORKS: "green", State.FAILS: "bold red", State.UNFINISHED: "yellow", State.UNREACHED: "yellow",
          State.UNDECLARED: "dim", State.ABSENT: "dim", State.APART: "dim"}  # fmt: skip


def portal_check(  # noqa: PLR0913, PLR0917 — one parameter for each option
    name: Annotated[str, typer.Argument(help="Cổng dịch vụ công, tên tệp trong catalog/portals.", metavar="NAME")],
    service: Annotated[
        str, typer.Option("--service", metavar="CODE", help="Dịch vụ dùng để đi thử; bỏ trống thì tự chọn.")
    ] = "",
    applicant: Annotated[str, typer.Option("--applicant", help="Người nộp mẫu.")] = "",
    look_only: Annotated[bool, typer.Option("--look-only", help="Chỉ đi những việc không gửi gì lên cổng.")] = False,
    headed: Annotated[bool, typer.Option("--headed", help="Mở cửa sổ trình duyệt cho người xem.")] = False,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Đi riêng từng việc của bộ kết nối, chỉ ra bước không khớp với cổng, kèm ảnh và chữ gần giống trên trang."""
    root = project.root()
    catalog = load(root)
    project.known("cổng dịch vụ công", name, catalog.portals)
    if applicant:
        project.known("người nộp mẫu", applicant, catalog.personas)
    tried = _service(catalog, name, service)
    folder = root / "reports" / "portal-check" / f"{name}-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    _say(f"Mở cổng «{catalog.portals[name].name}», đi thử bằng dịch vụ {tried.code}")
    with studio(catalog, name) as opened:
        found = asyncio.run(_walk(opened, tried, applicant, folder, look_only=look_only, headed=headed))
    if json:
        print_json({"portal": name, "service": tried.code, "tasks": [_row(one, folder, root) for one in found]})
    else:
        _tell(found, folder, root)
    bad = [one for one in found if one.state not in {State.WORKS, State.UNDECLARED, State.ABSENT, State.APART}]
    left_out = [one for one in bad if look_only and one.told.startswith("chỉ xem")]
    return ExitCode.PUBLISH if len(left_out) == len(bad) else ExitCode.CANNOT_SAY


async def _walk(  # noqa: PLR0913 — what the command line said
    opened: Studio, service: Service, applicant: str, folder: Path, *, look_only: bool, headed: bool
) -> list[Result]:
    persona = applicant_of(opened.catalog, applicant or service.applicant)
    async with browser(headed=headed) as shell, opened.stage(shell, service, persona, folder) as stage:
        return await check(stage, folder, tell=lambda turn: _say(f"{turn.task} ({turn.actor})"), look_only=look_only)


def _service(catalog: Catalog, portal: str, wanted: str) -> Service:
    """The one asked for; else the one of this portal (or of any) that lets most tasks be tried."""
    if wanted and wanted in catalog.on_portal(portal).services:
        return catalog.on_portal(portal).services[wanted]
    if wanted:
        record = catalog.procedures.get(wanted)
        return provisional(wanted, record.name if record else "", portal, "toan-trinh")
    driven = [one for one in catalog.services.values() if not one.not_driven]
    pool = [one for one in driven if one.portal == portal] or driven
    if not pool:
        record = next(iter(catalog.procedures.values()), None)
        return provisional(
            record.code if record else "0.000000", record.name if record else "khai sinh", portal, "toan-trinh"
        )
    best = max(pool, key=lambda one: (bool(one.fee), bool(one.papers), one.result.is_document, -len(one.values)))
    return catalog.on_portal(portal).services[best.code]


def _row(one: Result, folder: Path, root: Path) -> dict[str, Any]:
    trouble = one.trouble
    return {
        "task": one.task, "state": one.state.name.lower(), "told": one.told,
        "step": trouble.step if trouble else "", "place": trouble.file if trouble else "",
        "page": trouble.page if trouble else "", "candidates": list(trouble.candidates) if trouble else [],
        "who": action(trouble.owner) if trouble else "",
        "picture": (folder / one.picture).relative_to(root).as_posix() if one.picture else "",
    }  # fmt: skip


def _tell(found: Sequence[Result], folder: Path, root: Path) -> None:
    for one in found:
        if one.trouble:
            _tell_failure(_row(one, folder, root))
    table = Table("Việc", "Là gì", "Kết quả", "Ghi chú", box=None, header_style="bold", pad_edge=False)
    for one in found:
        table.add_row(
            one.task,
            title("portal", ("tasks", one.task)),
            f"[{STYLES[one.state]}]{one.state.value}[/]",
            "" if one.trouble else one.told,
        )
    output.print(table)
    counts = Counter(one.state for one in found)
    output.print(" · ".join(f"{counts[state]} {state.value}" for state in State if counts[state]))
    if counts[State.APART]:
        output.print("Việc «đi ở hành trình riêng» cần hồ sơ ở tình trạng đặc biệt: kiemthu run đi thử.", style="dim")
    output.print(f"Cây truy cập và ảnh từng trang: {folder.relative_to(root)}/pages", markup=False, soft_wrap=True)


def _tell_failure(row: dict[str, Any]) -> None:
    errors.print(f"✗ Việc «{row['task']}»: {row['told']}", style="red", markup=False, soft_wrap=True)
    told = (("Bước", row["step"]), ("Sửa ở", row["place"]), ("Trang", row["page"]), ("Ảnh", row["picture"]),
            ("Gần giống", "; ".join(f"«{name}»" for name in row["candidates"][:5])),
            ("Ai phải làm gì", row["who"]))  # fmt: skip
    for name, value in told:
        if value:
            errors.print(f"    {name + ':':<16}{value}", markup=False, soft_wrap=True)


def _say(text: str) -> None:
    errors.print(f"→ {text}", style="dim", markup=False)
