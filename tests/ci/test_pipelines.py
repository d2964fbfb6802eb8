"""The ready pipelines: their YAML is read, and each command of theirs is run on prepared runs, in a shell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from harness.catalog import load
from harness.verdict.shards import Shard
from tests.gate.place import Made, Place

ROOT = Path(__file__).parents[2]
SHARDS = 3


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docs/ci" / name).read_text("utf-8"))
    return found


def github(job: str) -> list[str]:
    """The shell commands of a job, without the setting up of the machine."""
    steps = read("github-actions.yml")["jobs"][job]["steps"]
    return [step["run"] for step in steps if "kiemthu" in step.get("run", "") or "quyet-dinh" in step.get("run", "")]


def gitlab(job: str) -> list[str]:
    found: list[str] = read("gitlab-ci.yml")[job]["script"]
    return found


RUN = {"github": github("chay"), "gitlab": gitlab("chay")}
GATE = {"github": github("quyet-dinh"), "gitlab": gitlab("quyet-dinh")}


class Machine:
    """A checkout of the project where ``.venv/bin/kiemthu`` is there; ``run`` is played, ``gate`` is the real one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("catalog", "features", "schemas"):
            (root / folder).symlink_to(ROOT / folder)
        (root / ".venv/bin").mkdir(parents=True)
        self.command = root / ".venv/bin/kiemthu"
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SHARDS": str(SHARDS),
            "CI_NODE_TOTAL": str(SHARDS),
            "SIGNING_KEY": "khoa",
            "KIEMTHU_SIGNING_KEY": str(root / "khoa-ky.pem"),
            "GITHUB_STEP_SUMMARY": str(root / "tom-tat.md"),
        }

    def kiemthu(self, script: str) -> None:
        self.command.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        self.command.chmod(0o755)

    def shell(self, lines: list[str], **more: str) -> subprocess.CompletedProcess[str]:
        text = "set -e\n" + "\n".join(lines)
        environment = {**self.environment, **more}
        return subprocess.run(
            ["bash", "-c", text], cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("kind", RUN)
@pytest.mark.parametrize(("code", "ends"), [(0, 0), (1, 0), (3, 0), (2, 2), (4, 4), (6, 6), (7, 7)])
def test_a_shard_asks_for_its_part_and_hands_on_what_is_no_verdict(
    machine: Machine, kind: str, code: int, ends: int
) -> None:
    machine.kiemthu(f'echo "$@"; exit {code}')
    done = machine.shell(RUN[kind], SHARD="2", CI_NODE_INDEX="2")
    assert done.returncode == ends, done.stderr
    assert "run --shard 2/3 --run-dir runs/phan-2" in done.stdout


def test_the_options_of_the_shard_command_exist() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "harness.cli", "run", "--shard", "9/3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 2
    assert "--shard cần dạng i/n" in told.stderr


def prepare(machine: Machine, tmp_path: Path, *, parts: tuple[int, ...]) -> None:
    """Runs of the project's own services, whole by the project's own ruleset, signed with the organisation's key."""
    catalog = load(ROOT)
    rules = catalog.rulesets["toan-trinh"]
    services = [s for s in catalog.services.values() if not s.not_driven and s.ruleset == rules.id]
    place = Place(machine.root)
    secret, public = place.keys("don-vi")
    shutil.copy(public, machine.root / "khoa-cong-khai.pem")
    planned = tuple(sorted(s.code for s in services))
    for index in parts:
        shard = Shard(index, SHARDS, planned)
        mine = [s for s in services if s.code in shard.services]
        folder = place.run(Made(f"phan-{index}", mine, shard=shard, key=secret, rules=rules))
        target = machine.root / "runs" / f"phan-{index}"
        target.parent.mkdir(exist_ok=True)
        shutil.move(folder, target)


@pytest.mark.parametrize("kind", GATE)
@pytest.mark.parametrize(("parts", "code"), [((1, 2, 3), 0), ((1, 3), 7)])
def test_the_gate_command_of_the_pipeline_decides_and_leaves_its_files(
    machine: Machine, tmp_path: Path, kind: str, parts: tuple[int, ...], code: int
) -> None:
    prepare(machine, tmp_path, parts=parts)
    machine.kiemthu(f'exec {sys.executable} -m harness.cli "$@"')
    done = machine.shell(GATE[kind][:1])
    assert done.returncode == code, done.stdout + done.stderr
    answer = json.loads((machine.root / "quyet-dinh.json").read_text("utf-8"))
    assert answer["exit_code"] == code
    assert {run["shard"] for run in answer["runs"]} == {f"{n}/3" for n in parts}
    for line in GATE[kind][1:]:
        assert machine.shell([line]).returncode == 0
    for path in machine.root.glob("quyet-dinh.*"):
        assert path.stat().st_size
    if kind == "github":
        assert "Kiểm thử dịch vụ công" in (machine.root / "tom-tat.md").read_text("utf-8")
    else:
        rows = json.loads((machine.root / "quyet-dinh.codequality.json").read_text("utf-8"))
        assert bool(rows) == bool(code)


def test_every_artifact_that_is_handed_on_is_made() -> None:
    for kind, commands in GATE.items():
        text = " ".join(commands)
        told = (ROOT / f"docs/ci/{'github-actions' if kind == 'github' else 'gitlab-ci'}.yml").read_text("utf-8")
        for name in ("quyet-dinh.sarif", "quyet-dinh.xml", "quyet-dinh.codequality.json", "quyet-dinh.md"):
            assert (name in text) or (name not in told), f"{kind}: {name}"
