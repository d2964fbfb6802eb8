"""The real thing, in processes of their own: a drive, its replay without a browser, and Ctrl-C in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from harness.evidence.reader import journeys, read
from harness.model import Outcome

ROOT = Path(__file__).parents[2]
PROFILE = "features/ho-tich/2.000635.yaml"
SOON = 90.0  # seconds


def command(*options: object) -> list[str]:
    return [sys.executable, "-m", "pytest", PROFILE, "-q", "--tb=short", "-p", "no:xdist", *map(str, options)]


def run(*options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*options), cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def findings(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "findings.json").read_text("utf-8"))
    return content


def states(folder: Path) -> dict[str, tuple[str, str]]:
    return {f["criterion"]: (f["state"], f["seen"]) for f in findings(folder)["findings"]}


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "r1"
    done = run("--run-dir", folder, "--criterion", "L4-SUB-02", "--criterion", "L4-PAY-11", "--criterion", "L4-PAY-02")
    assert done.returncode == 0, done.stdout[-3000:]
    return folder


def test_scenarios_are_judged_from_one_drive(driven: Path) -> None:
    assert {c: state for c, (state, _) in states(driven).items()} == {
        "L4-SUB-02": "pass", "L4-PAY-11": "pass", "L4-PAY-02": "not-applicable",
    }  # fmt: skip
    assert sorted(journeys(driven)) == [("2.000635", "complete"), ("2.000635", "payment-forged")]
    content = findings(driven)
    assert (content["filtered"], content["complete"]) == (True, True)
    assert len(content["facts"]["dossiers"]) == 2
    assert content["facts"]["peak_memory_mb"] > 0


def test_no_secret_of_the_run_reached_a_file(driven: Path) -> None:
    texts = (path for path in driven.rglob("*") if path.suffix in {".json", ".jsonl", ".txt"})
    text = "".join(path.read_text("utf-8", "replace") for path in texts)
    assert "9704198526191432198" not in text
    assert '"Mật khẩu"' not in text


def test_a_replay_needs_no_browser_and_says_the_same(driven: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    options = [o for c in states(driven) for o in ("--criterion", c)]
    done = run("--run-dir", again, "--evidence-from", driven, *options)
    assert done.returncode == 0, done.stdout[-3000:]
    assert states(again) == states(driven)
    assert not (again / "2.000635").exists()


def test_a_replay_of_what_was_never_driven_is_not_run(driven: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    run("--run-dir", again, "--evidence-from", driven, "--criterion", "L4-ACC-02")
    assert states(again)["L4-ACC-02"][0] == "not-run"


def test_ctrl_c_leaves_a_partial_run_that_can_be_judged(tmp_path: Path) -> None:
    folder, again = tmp_path / "r2", tmp_path / "again"
    process = subprocess.Popen(
        command("--run-dir", folder), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    journal = folder / "2.000635/complete/journal.jsonl"
    deadline = time.monotonic() + SOON
    while not (journal.is_file() and "submission.code" in journal.read_text("utf-8")):
        assert time.monotonic() < deadline
        assert process.poll() is None
        threading.Event().wait(0.1)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the browser's processes hear it too
    said, _ = process.communicate(timeout=60)
    assert process.returncode == pytest.ExitCode.INTERRUPTED, said[-3000:]
    content = findings(folder)
    assert content["complete"] is False
    assert {f["state"] for f in content["findings"]} <= {"pass", "not-run", "not-applicable"}
    assert read(folder / "2.000635/complete").outcome is Outcome.INTERRUPTED
    assert (folder / "2.000635/complete/evidence.json").is_file()
    run("--run-dir", again, "--evidence-from", folder)
    judged = {state for state, _ in states(again).values()}
    assert "fail" not in judged
    assert {"pass", "not-run"} <= judged
