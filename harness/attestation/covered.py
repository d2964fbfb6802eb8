"""Which files of a run the signature speaks for, and their hashes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST, ENVELOPE, PUBLIC, STAMP = "manifest.json", "attestation.dsse.json", "attestation.pub.pem", "attestation.tsr"
PROOF = frozenset({MANIFEST, ENVELOPE, PUBLIC, STAMP})
# Drawn from the verdict by other tools, now or later; whoever doubts them draws them again.
LATER = {
    "allure-results": "dữ liệu cho báo cáo Allure, vẽ từ nhận định",
    "allure": "báo cáo Allure, dựng sau khi ký",
    "allure-report": "báo cáo Allure, dựng sau khi ký",
    "bao-cao": "báo cáo thống kê, lập sau khi ký",
    "bien-ban": "biên bản, lập sau khi ký và mang chữ ký riêng",
    "index.html": "trang đọc của gói, dựng khi đóng gói",
    "phieu-loi": "phiếu lỗi, lập sau khi ký",
    "tom-tat.html": "trang tóm tắt, vẽ từ verdict.json; vẽ lại bằng kiemthu report",
}
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    path: str  # with /, from the folder
    sha256: str
    size: int


def files(folder: Path) -> Iterator[Path]:
    """Every file that the signature speaks for, in order. A link is given as it is: whoever hashes it refuses it."""
    for here, folders, names in os.walk(folder, followlinks=False):
        at = Path(here)
        top = at == folder
        links = [name for name in folders if (at / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links and not (top and name in LATER))
        for name in sorted([*names, *links]):
            if not (top and (name in PROOF or name in LATER)):
                yield at / name


def kept(folder: Path, path: Path) -> Kept:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            size += len(block)
    return Kept(path.relative_to(folder).as_posix(), digest.hexdigest(), size)


def stays_inside(path: str) -> bool:
    """A relative path of plain parts: nothing absolute, no ``..``, no drive, no backslash."""
    parts = PurePosixPath(path).parts
    plain = bool(parts) and not path.startswith("/") and "\\" not in path and "\0" not in path
    return plain and ".." not in parts and ":" not in parts[0] and PurePosixPath(path).as_posix() == path
