"""run.json: what was run, with what, and every dossier it created on the portal."""

from __future__ import annotations

import json
import os
import platform
import resource
import sys
import threading
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import psutil

from harness.evidence.recorder import now, write_atomically
from harness.evidence.redaction import Redaction

SHARD = "shard.json"  # put there by whoever cut the run into parts: index, of, planned
RUN = "run.json"  # each worker of pytest-xdist writes its own: run-gw0.json


class RunFile:
    """Kept up to date on disk while the run goes on, so that a killed run still tells what it created."""

    def __init__(self, folder: Path, redaction: Redaction | None = None, **facts: Any) -> None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        self.path = folder / (f"run-{worker}.json" if worker else RUN)
        self._redaction = redaction or Redaction()
        self._lock = threading.Lock()
        self.content: dict[str, Any] = {
            "run": folder.name, "started": now(), "ended": "", "complete": False, **_machine(), **facts,
            "dossiers": [], "created": [], "peak_memory_mb": 0,
        }  # fmt: skip
        folder.mkdir(parents=True, exist_ok=True)
        self._write()

    def set(self, **facts: Any) -> None:
        with self._lock:
            self.content |= facts
            self._write()

    def created(self, code: str, service: str, journey: str) -> None:
        """A dossier now exists on the portal: a test dossier that someone may have to withdraw."""
        with self._lock:
            if code in self.content["dossiers"]:
                return
            self.content["dossiers"].append(code)
            self.content["created"].append({"code": code, "service": service, "journey": journey, "at": now()})
            self._write()

    def end(self, *, complete: bool) -> None:
        self.set(ended=now(), complete=complete)

    def measured(self, megabytes: int) -> None:
        if megabytes > self.content["peak_memory_mb"]:
            self.set(peak_memory_mb=megabytes)

    def _write(self) -> None:
        shown = self._redaction.value(self.content)
        write_atomically(self.path, json.dumps(shown, ensure_ascii=False, indent=1) + "\n")


def read_run_file(folder: Path) -> dict[str, Any]:
    """run.json of a run folder, or nothing when it has none."""
    path = folder / RUN
    content: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return content


def note_leaks(folder: Path, found: Iterable[str]) -> None:
    """Into run.json, where whoever judges the run looks for them."""
    content = read_run_file(folder)
    content["leaks"] = [*content.get("leaks", ()), *found]
    write_atomically(folder / RUN, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def memory_now(*, without: frozenset[int] = frozenset()) -> int:
    """Megabytes (proportional set size where the system tells) of this process and what it started."""
    total = 0
    me = psutil.Process()
    for process in [me, *me.children(recursive=True)]:
        if process.pid in without:
            continue
        try:
            memory = process.memory_full_info()
            total += getattr(memory, "pss", 0) or memory.rss
        except psutil.Error:
            continue  # ended while we looked
    return max(total, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024) // 2**20


def _machine() -> dict[str, str]:
    try:
        own = version("kiemthu")
    except PackageNotFoundError:  # run from the source tree
        own = "mã nguồn"
    return {
        "version": own,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.release()} {platform.machine()}, {psutil.cpu_count()} CPU",
        "command": " ".join([Path(sys.argv[0]).name.replace("__main__.py", "kiemthu"), *sys.argv[1:]]),
    }
