"""The end of a run: findings to decisions, the table, verdict.json, the summary page, the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.attestation import attest
from harness.attestation.covered import LATER
from harness.catalog import Catalog
from harness.cli import project
from harness.cli.deciding import Ground, decide_over
from harness.cli.proofs import own_proof, proof_of
from harness.cli.pytest_run import Ended
from harness.cli.screen import errors, output, print_json
from harness.evidence.redaction import Redaction
from harness.evidence.run_file import note_leaks
from harness.model import Policy, Ruleset, Service, SpecificationError, Trouble
from harness.reporting.formats.terminal import print_gate
from harness.reporting.messages import action
from harness.reporting.summary import write_summary
from harness.reporting.table import print_answer
from harness.verdict.exit_codes import ExitCode
from harness.verdict.gate_file import gate_answer
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
    quiet: bool = False,
    ground: Ground | None = None,
    earlier: RunRecord | None = None,
) -> int:
    """``ground``: the policy and the waivers to decide by; without it the default policy and no waiver.

    ``earlier``: the run whose evidence was judged again; what was partial there is partial here.
    """
    if isinstance(ended.trouble, SpecificationError):
        raise ended.trouble
    if isinstance(ended.trouble, Trouble):
        owner = action(ended.trouble.owner)
        told = ended.redaction.text(ended.trouble.sentence)
        errors.print(f"✗ {told}\n  Ai phải làm gì: {owner}", style="red", markup=False)
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
    ground = ground or Ground(Policy(), ())
    answer, page = _told(record, whole, rules, chosen, ground)
    if found := [leak for leak in _leaks(folder, ended.redaction) if leak not in record.selection.leaks]:
        note_leaks(folder, found)
        answer, page = _told(read_run(folder), whole, rules, chosen, ground)
    if as_json:
        print_json(answer)
    elif not quiet:
        print_answer(output, answer)
        output.print(f"Trang tóm tắt: {page}", soft_wrap=True, markup=False)
    for note in attest(folder, project.root(), chosen):
        errors.print(f"Bản kê đã ký: {note}", soft_wrap=True, markup=False, style="dim")
    write_summary(folder, answer)  # again, because it says whose key signed; the signature does not cover it
    return int(answer["exit_code"])


def _told(
    record: RunRecord, whole: bool, rules: Ruleset, chosen: Sequence[Service], ground: Ground
) -> tuple[dict[str, Any], Path]:
    # A shard decides on its own services; whether all shards are there is asked where they meet, in ``gate``.
    record = replace(record, selection=replace(record.selection, complete=whole), shard=None)
    answer = judge(record, rules, chosen, ground.terms({record.id: own_proof(record)}))
    write_verdict(record.folder, answer)
    return answer, write_summary(record.folder, answer)


def _leaks(folder: Path, redaction: Redaction) -> Iterator[str]:
    """In what was written after the journeys ended: their own evidence was looked through then."""
    services = {path.name for path in folder.iterdir() if path.is_dir() and path.name not in LATER}
    yield from (leak for leak in redaction.leaks(folder, services))


def conclude_all(folders: Sequence[Path], catalog: Catalog, ground: Ground, *, as_json: bool) -> int:
    """Several attempts as one decision, exactly as ``kiemthu gate`` takes it over the same folders."""
    records = [read_run(folder) for folder in folders]
    proofs = {record.id: proof_of(record, catalog.root) for record in records}
    ruling, rules, services = decide_over(records, catalog, ground, proofs)
    answer = gate_answer(ruling, rules, services)
    if as_json:
        print_json(answer)
    else:
        output.rule(f"Gộp {len(records)} lượt chạy", align="left")
        print_gate(output, answer)
    return int(ruling.code)
