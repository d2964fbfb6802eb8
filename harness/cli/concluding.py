"""The end of a run: findings to decisions, the table, verdict.json, the summary page, the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from harness.attestation import attest
from harness.cli import project
from harness.cli.pytest_run import Ended
from harness.cli.screen import errors, output, print_json
from harness.model import Ruleset, Service, SpecificationError, Trouble
from harness.reporting.messages import action
from harness.reporting.summary import write_summary
from harness.reporting.table import print_answer
from harness.verdict.exit_codes import ExitCode
from harness.verdict.record import RunRecord, UnreadableRunError, read_run
from harness.verdict.verdict_file import judge, write_verdict

BROKEN = {pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR}


def conclude(  # noqa: PLR0913 – what a run was made of
    folder: Path,
    ended: Ended,
    rules: Ruleset,
    chosen: Sequence[Service],
    *,
    as_json: bool,
    earlier: RunRecord | None = None,
) -> int:
    """``earlier``: the run whose evidence was judged again; what was partial there is partial here."""
    if isinstance(ended.trouble, SpecificationError):
        raise ended.trouble
    if isinstance(ended.trouble, Trouble):
        owner = action(ended.trouble.owner)
        errors.print(f"✗ {ended.trouble.sentence}\n  Ai phải làm gì: {owner}", style="red", markup=False)
    elif ended.collection_errors or ended.code in BROKEN:
        errors.print("✗ Bộ kiểm thử không chạy được; chi tiết trong " + str(folder / "pytest.log"), style="bold red")
        for text in (*ended.collection_errors, *([] if ended.collection_errors else ended.said.splitlines()[-6:])):
            errors.print(text, markup=False, soft_wrap=True)
        return ExitCode.HARNESS
    try:
        record = read_run(folder)
    except UnreadableRunError as wrong:
        errors.print(f"✗ {wrong}", style="red", markup=False)
        return ExitCode.HARNESS
    whole = record.selection.complete and ended.code != pytest.ExitCode.INTERRUPTED
    whole = whole and (earlier is None or earlier.selection.complete)
    record = replace(record, selection=replace(record.selection, complete=whole))
    answer = judge(record, rules, chosen)
    write_verdict(folder, answer)
    page = write_summary(folder, answer)
    sealed = attest(folder, project.root(), chosen)
    if as_json:
        print_json(answer)
    else:
        print_answer(output, answer)
        output.print(f"Trang tóm tắt: {page}", soft_wrap=True, markup=False)
        for note in sealed:
            output.print(f"Bản kê đã ký: {note}", soft_wrap=True, markup=False)
    return int(answer["exit_code"])
