"""The house keeps its shape: data flows one way, files stay small, banned words stay out."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A room imports only rooms before it. Rooms in one tuple do not know each other.
ORDER: list[tuple[str, ...]] = [
    ("model",),
    ("catalog",),
    ("simulators",),
    ("portal",),
    ("evidence",),
    ("journey",),
    ("authoring",),
    ("checks",),
    ("verdict",),
    ("attestation",),
    ("register",),
    ("reporting",),
    ("cli",),
]
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
PLAYWRIGHT_MAY = {"portal"}
CODE = [*ROOT.glob("harness/**/*.py"), *ROOT.glob("steps/**/*.py"), *ROOT.glob("sandbox/**/*.py")]
BANNED = re.compile(
    r"time\.sleep\(|wait_for_timeout|networkidle|\.first\b(?!\()|\.nth\(|except Exception: *pass|pytest\.mark\.skip"
)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "harness" and len(parts) > 1 else None


@pytest.mark.parametrize("path", sorted(ROOT.glob("harness/**/*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_rooms_above_it(path: Path) -> None:
    room = path.relative_to(ROOT / "harness").parts[0].removesuffix(".py")
    if room == "__init__":
        return
    for module in imports(path):
        other = room_of(module)
        if other:
            assert LEVEL[other] <= LEVEL[room], f"{path.relative_to(ROOT)} imports {module}"


def test_only_the_portal_room_imports_playwright() -> None:
    for path in ROOT.glob("harness/**/*.py"):
        room = path.relative_to(ROOT / "harness").parts[0]
        if room not in PLAYWRIGHT_MAY:
            assert not [m for m in imports(path) if m.startswith("playwright")], path


def test_sandbox_and_harness_do_not_know_each_other() -> None:
    for path in ROOT.glob("harness/**/*.py"):
        assert not [m for m in imports(path) if m.split(".")[0] == "sandbox"], path
    for path in ROOT.glob("sandbox/**/*.py"):
        assert not [m for m in imports(path) if m.split(".")[0] in {"harness", "steps"}], path


def test_checks_have_no_browser_clock_or_network() -> None:
    forbidden = {"playwright", "httpx", "requests", "socket", "time", "asyncio", "flask", "django"}
    for path in ROOT.glob("harness/checks/**/*.py"):
        assert not {m.split(".")[0] for m in imports(path)} & forbidden, path
        assert "datetime.now" not in path.read_text("utf-8"), path


@pytest.mark.parametrize("path", sorted(CODE), ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_short_and_free_of_banned_words(path: Path) -> None:
    text = path.read_text("utf-8")
    if "migrations" not in path.parts:
        assert text.count("\n") <= 250, f"{path.relative_to(ROOT)} has {text.count(chr(10))} lines"
    found = [line for line in text.splitlines() if BANNED.search(line)]
    assert not found, f"{path.relative_to(ROOT)}: {found}"
    assert path.name not in {"utils.py", "helpers.py", "base.py"}


def test_top_level_folders() -> None:
    allowed = {"features", "steps", "schemas", "harness", "reports", "catalog", "sandbox", "tests", "docs"}
    found = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".")}
    assert found - allowed <= {"build", "kiemthu.egg-info"}


def test_the_command_line_leaves_pytest_bdd_to_pytest() -> None:
    """Imported before pytest starts, its assertions cannot be rewritten, and a run ends before it begins."""
    told = "import sys, harness.cli.app; sys.exit('pytest_bdd' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=False).returncode == 0
