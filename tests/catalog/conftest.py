"""A small project on disk: the real catalog, one profile, and a way to spoil one line of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.catalog import problems_of

PROJECT = Path(__file__).parents[2]
PROFILE = "features/ho-tich/2.000635.yaml"
PORTAL = "catalog/portals/sandbox.yaml"


@dataclass(frozen=True)
class Project:
    root: Path

    def spoil(self, file: str, old: str, new: str) -> int:
        """Replace once; the line where the replaced text began."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def problems(self) -> list[str]:
        return problems_of(self.root, sentences=["hồ sơ đã đi trọn quy trình", 'cổng trả lời mã "{code}"'])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    ignore = shutil.ignore_patterns("samples")
    shutil.copytree(PROJECT / "catalog", tmp_path / "catalog", ignore=ignore)
    (tmp_path / "catalog/samples").symlink_to(PROJECT / "catalog/samples")
    (tmp_path / "features/ho-tich").mkdir(parents=True)
    shutil.copy(PROJECT / PROFILE, tmp_path / PROFILE)
    return Project(tmp_path)
