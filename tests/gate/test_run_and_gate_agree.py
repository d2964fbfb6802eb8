"""``run`` and ``gate`` take one way to a decision: over the same evidence and policy they never disagree."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from harness.catalog import Catalog
from harness.cli import main
from harness.cli.concluding import conclude, conclude_all
from harness.cli.deciding import Ground
from harness.cli.pytest_run import Ended
from harness.model import Finding, State
from tests.gate.place import LOW_CONTRAST, OVERPAID, ROOT, SERVICES, A, Made, Place, day
from tests.reporting.prepared import RULESET

WHOLE = Made(signed=False)
INSTEAD: dict[str, Sequence[Finding]] = {
    "clean": (),
    "failed": (OVERPAID,),
    "waived or not": (LOW_CONTRAST,),
    **{state.value: (Finding("L4-RES-01", A, state, seen="vì sao"),) for state in State},
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    for folder in ("features", "catalog/policies", "catalog/waivers", "reports/runs"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(ROOT / "catalog/policies/default.yaml", tmp_path / "catalog/policies")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("harness.cli.gate_command.load", catalog_of)
    return Place(tmp_path)


def catalog_of(root: Path) -> Catalog:
    rulesets = dict.fromkeys(("toan-trinh", "muc-do-4"), RULESET)
    return Catalog(root, {s.code: s for s in SERVICES}, {}, {}, rulesets, {}, {})


def concluded(place: Place, folder: Path) -> int:
    return conclude(
        folder, Ended(0, "", ()), RULESET, SERVICES, as_json=False, quiet=True, ground=Ground.of(catalog_of(place.root))
    )


@pytest.mark.parametrize("waiver", ["none", "sound", "expired"])
@pytest.mark.parametrize("name", INSTEAD)
def test_the_run_and_the_gate_say_the_same_of_every_service(place: Place, name: str, waiver: str) -> None:
    if waiver != "none":
        place.waiver(**({"end": day(-1)} if waiver == "expired" else {}))
    folder = place.run(Made(signed=False, instead=INSTEAD[name]))
    said = concluded(place, folder)
    target = place.root / "q.json"
    assert main(["gate", str(folder), "--format", "json", "--out", str(target)]) == said
    verdict, answer = (json.loads(p.read_text("utf-8")) for p in (folder / "verdict.json", target))
    assert answer["release"] == verdict["release"]
    both = [
        {s["service"]: (s["decision"], s["reasons"], s["counts"]) for s in a["services"]} for a in (verdict, answer)
    ]
    assert both[0] == both[1]
    assert main(["verify", str(folder)]) == 0  # the signed verdict follows from its findings, waivers and all


def test_repeats_are_decided_as_the_gate_decides_over_their_folders(place: Place) -> None:
    folders = [
        place.run(Made("a", signed=False)),
        place.run(Made("b", signed=False, instead=[OVERPAID])),
    ]
    for folder in folders:
        concluded(place, folder)
    catalog = catalog_of(place.root)
    assert conclude_all(folders, catalog, Ground.of(catalog), as_json=True) == 3
    assert main(["gate", *map(str, folders)]) == 3


def test_a_shard_decides_on_its_own_services_and_the_gate_misses_the_others(place: Place) -> None:
    (folder,) = [place.run(Made("p", SERVICES[:1], signed=False, shard=None))]
    content = json.loads((folder / "findings.json").read_text("utf-8"))
    content["shard"] = {"index": 1, "of": 2, "planned": sorted(s.code for s in SERVICES[:2])}
    own = sorted(content["shard"]["planned"])[0::2]
    if content["services"] != own:
        content["shard"]["index"] = 2
    (folder / "findings.json").write_text(json.dumps(content), "utf-8")
    assert concluded(place, folder) == 0
    assert main(["gate", str(folder)]) == 7


def test_a_leak_in_run_json_is_told_by_both(place: Place) -> None:
    folder = place.run(Made(signed=False, leaks=[f"{A}/complete/pages/1.png: có số định danh"]))
    assert concluded(place, folder) == 6
    assert main(["gate", str(folder)]) == 6
