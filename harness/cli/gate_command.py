"""``kiemthu gate``: one decision per service and for the release, over one or more runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from harness.catalog import load
from harness.catalog.gherkin import criteria_places
from harness.catalog.messages import did_you_mean
from harness.cli import deciding, project
from harness.cli.proofs import proof_of
from harness.cli.screen import UsageProblemError, output
from harness.evidence.recorder import write_atomically
from harness.reporting.formats import WRITERS
from harness.reporting.formats.terminal import print_gate
from harness.verdict.gate_file import gate_answer
from harness.verdict.record import RunRecord, UnreadableRunError, read_run

TABLE = "table"


def gate(  # noqa: PLR0913, PLR0917 – one parameter for each option of the command line
    runs: Annotated[
        list[str] | None,
        typer.Argument(help="Các lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.", metavar="[RUN]..."),
    ] = None,
    policy: Annotated[
        str, typer.Option("--policy", metavar="FILE", help="Tệp chính sách; bỏ trống là catalog/policies/default.yaml.")
    ] = "",
    portal_build: Annotated[
        str, typer.Option("--portal-build", metavar="BUILD", help="Bản cổng mà bằng chứng phải thuộc về.")
    ] = "",
    key: Annotated[
        list[Path] | None,
        typer.Option("--key", metavar="PUB", help="Khóa công khai PEM (hoặc thư mục khóa) của đơn vị ký."),
    ] = None,
    tsa_ca: Annotated[
        list[Path] | None, typer.Option("--tsa-ca", metavar="PEM", help="Chứng thư gốc của cơ quan cấp dấu thời gian.")
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="F", help=f"Một trong: table, {', '.join(WRITERS)}; dùng được nhiều lần."),
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option("--out", metavar="FILE", help="Tệp cho --format cùng thứ tự; thiếu thì in ra màn hình."),
    ] = None,
) -> int:
    """Ra quyết định từ một hay nhiều lượt chạy: được công bố, chưa công bố, hay chưa kết luận được."""
    formats = format_ or [TABLE]
    check_formats(formats, out or [])
    with seldom_collected():
        catalog = load(project.root())
        ground = deciding.Ground.of(catalog, policy, portal_build)
        folders = list(dict.fromkeys(project.run_folder(run) for run in runs or [""]))
        records = deciding.named_apart(read_all(folders))
        proofs = {record.id: proof_of(record, catalog.root, key or (), tsa_ca or ()) for record in records}
        ruling, rules, services = deciding.decide_over(records, catalog, ground, proofs)
        answer = gate_answer(ruling, rules, services)
        places = criteria_places(catalog.root)
    targets: list[Path | None] = [*(out or []), *[None] * (len(formats) - len(out or []))]
    for name, target in zip(formats, targets, strict=True):
        if name == TABLE:
            print_gate(output, answer)
        else:
            tell(WRITERS[name](answer, places), target)
    if TABLE not in formats and all(targets):
        print_gate(output, answer, brief=True)
    return int(ruling.code)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Findings live until the end: looking for garbage among 400,000 of them took a quarter of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def check_formats(formats: list[str], out: list[Path]) -> None:
    known = [TABLE, *WRITERS]
    for name in formats:
        if name not in known:
            raise UsageProblemError(
                f"Không có dạng kết quả «{name}»; cần một trong: {', '.join(known)}.{did_you_mean(name, known)}"
            )
    files = [name for name in formats if name != TABLE]
    if len(out) > len(files) or (out and TABLE in formats[: len(out)]):
        raise UsageProblemError("Mỗi --out đi với một --format khác table, theo cùng thứ tự.")


def read_all(folders: list[Path]) -> list[RunRecord]:
    """Every run, or one message that names all that cannot be read."""
    found, problems = [], []
    for folder in folders:
        try:
            found.append(read_run(folder))
        except UnreadableRunError as wrong:
            problems.append(str(wrong))
    if problems:
        raise UnreadableRunError("\n✗ ".join(problems))
    return found


def tell(text: str, target: Path | None) -> None:
    """Whole or not at all; a disk that is full is a sentence."""
    if target is None:
        output.file.write(text)
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, text)
    except OSError as wrong:
        raise UsageProblemError(f"Không ghi được {target}: {wrong.strerror or wrong}.") from wrong
