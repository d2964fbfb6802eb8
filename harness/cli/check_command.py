"""``kiemthu check``: everything people wrote, read at once; nothing is started."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from harness.catalog import adapter_references, approval, load, problems_of
from harness.cli import project
from harness.cli.screen import errors, output, print_json
from harness.verdict.exit_codes import ExitCode

PLACE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+): (?P<message>.*)$", re.DOTALL)


def check(
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Đọc và đối chiếu mọi hồ sơ dịch vụ, bộ kết nối, bộ tiêu chí, kịch bản; không mở trình duyệt."""
    root = project.root()
    found = [*problems_of(root), *approval.unfinished(root)]
    waiting = [] if found else [*approval.unapproved(load(root).services.values())]
    if json:
        rows = [as_row(p) for p in found]
        print_json({"ok": not found, "problems": rows, "unapproved": [as_row(p) for p in waiting]})
    elif found:
        tell(found)
    else:
        catalog = load(root)
        for sentence in waiting:
            output.print(sentence, style="yellow", markup=False, soft_wrap=True)
        output.print(
            f"✓ {len(catalog.services)} dịch vụ, {len(catalog.portals)} bộ kết nối, "
            f"{len(catalog.rulesets)} bộ tiêu chí, "
            f"{len(catalog.personas)} người mẫu: không thấy lỗi.",
            style="green",
        )
        for adapter in catalog.portals.values():
            if by_selector := adapter_references.css_places(adapter):
                output.print(f"  Bộ kết nối {adapter.id}: {len(by_selector)} chỗ gọi bằng bộ chọn CSS, sẽ hỏng khi "
                             f"cổng đổi mã nguồn; nên gọi bằng chữ: {', '.join(by_selector)}", style="yellow")
    return ExitCode.USAGE if found else ExitCode.PUBLISH


def as_row(problem: str) -> dict[str, str | int]:
    found = PLACE.match(problem)
    if not found:
        return {"file": "", "line": 0, "message": problem}
    return {"file": found["file"], "line": int(found["line"]), "message": found["message"]}


def tell(problems: list[str]) -> None:
    """All the messages, one a line, each beginning with file:line so that an editor can jump there."""
    for problem in problems:
        errors.print(problem, markup=False, soft_wrap=True)
    errors.print(f"✗ {len(problems)} chỗ phải sửa; chưa khởi động gì.", style="bold red")
