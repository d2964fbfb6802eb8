"""``kiemthu publish``: a service goes public on a valid, fresh, signed decision, or not at all."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import httpx
import typer

from harness.attestation import verify
from harness.catalog import load
from harness.catalog.policies import policy
from harness.cli import project
from harness.cli.recording import profile_digest
from harness.cli.register_command import By, opened, operator
from harness.cli.screen import errors, output
from harness.register import Register, RegisterError, acts
from harness.register.publishing import Terms, Today, obstacles
from harness.register.snapshot import Decided, Snapshot, snapshot
from harness.verdict.exit_codes import ExitCode

HOOK_PATIENCE = 30.0  # seconds


def publish(  # noqa: PLR0913, PLR0917 — Typer reads the options here
    code: Annotated[str, typer.Argument(help="Mã dịch vụ.")],
    run: Annotated[Path | None, typer.Option("--run", help="Thư mục bằng chứng, khi đã chuyển đi chỗ khác.")] = None,
    key: Annotated[list[Path] | None, typer.Option("--key", metavar="PUB", help="Khóa công khai được tin.")] = None,
    days: Annotated[int, typer.Option("--max-age", help="Số ngày bằng chứng còn giá trị; 0: theo chính sách.")] = 0,
    demo: Annotated[bool, typer.Option("--demo", help="Nhận cả chữ ký của khóa dùng thử: chỉ để làm quen.")] = False,
    by: By = "",
) -> int:
    """Ghi công bố một dịch vụ: chỉ khi có quyết định «được công bố» còn mới, đã ký, hồ sơ duyệt không đổi."""
    root = project.root()
    catalog, register, who = load(root), opened(), operator(by)
    service = catalog.services.get(code)
    held = _held(register, code)
    entry = held.by_code.get(code)
    last = entry.decided if entry else None
    now = Today(datetime.now(UTC), profile_digest(root, service) if service else "", _proof(last, run, key or []))
    terms = Terms(timedelta(days=days or policy(root).most_age_days), demo)
    found = list(obstacles(code, service, held, terms, now))
    if found or last is None or service is None:
        for sentence in found:
            errors.print(f"✗ {sentence}", style="red", markup=False, soft_wrap=True)
        errors.print(f"Chưa công bố {code}.", style="bold red", markup=False)
        return ExitCode.HOLD if last and last.decision == "hold" else ExitCode.CANNOT_SAY
    hook = catalog.portals[service.portal].publishing_hook
    answer = _tell(hook, code, last, who) if hook else ""
    with register.writing(who) as ledger:
        again = snapshot(ledger.connection, ledger.at, only=code).by_code[code].decided
        if again is None or again.id != last.id:
            raise RegisterError(f"Sổ vừa có quyết định khác về {code}; hãy xem lại rồi công bố.", refused=True)
        acts.publish(ledger, code, last.id, answer)
    output.print(f"✓ Đã ghi công bố {code} theo lượt chạy {last.run}.", markup=False, soft_wrap=True)
    if answer:
        output.print(f"  Cổng trả lời: {answer}", markup=False, soft_wrap=True)
    return ExitCode.PUBLISH


def _held(register: Register, code: str) -> Snapshot:
    with register.reading() as connection:
        return snapshot(connection, datetime.now(UTC), only=code)


def _proof(last: Decided | None, run: Path | None, keys: list[Path]) -> list[str] | None:
    """What verification finds wrong today; None when the evidence is not where it was."""
    folder = run or (Path(last.place) if last else Path("/nowhere"))
    if last is None or not folder.exists():
        return None
    found = verify(folder, keys)
    other = found.run and found.run != last.run
    return [*found.problems, *([f"Thư mục {folder} là của lượt {found.run}, không phải {last.run}."] if other else [])]


def _tell(hook: str, code: str, last: Decided, by: str) -> str:
    """Asks the portal to publish. Raises RegisterError when it will not: then nothing is recorded."""
    address = os.path.expandvars(hook)
    if "$" in address:
        raise RegisterError(f"Bộ kết nối gọi {hook} khi công bố, nhưng máy chưa đặt biến môi trường này.", refused=True)
    body = {"service": code, "run": last.run, "manifest_sha256": last.digest, "by": by}
    try:
        answer = httpx.post(address, json=body, timeout=HOOK_PATIENCE)
        answer.raise_for_status()
    except httpx.HTTPError as wrong:
        raise RegisterError(f"Cổng không nhận công bố {code}: {wrong}. Chưa ghi gì vào sổ.") from wrong
    return f"{answer.status_code} {answer.text[:200]}".strip()
