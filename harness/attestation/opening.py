"""Opens a bundle that a stranger made: into a temporary folder, never out of it, never more than it may be."""

from __future__ import annotations

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.attestation.covered import BLOCK, stays_inside
from harness.attestation.trouble import UnsafeArchiveError

MOST_FILES = 200_000
LARGEST = 2 << 30  # bytes of one file
WHOLE = 20 << 30  # bytes of all
STRETCH = 200  # times what it takes in the archive; text of evidence folds to a twentieth
FREE = 1 << 20  # below this, stretching does not matter


@contextmanager
def opened(path: Path) -> Iterator[Path]:
    """The bundle's content in a folder that is gone afterwards. Raises UnsafeArchiveError with a sentence."""
    with tempfile.TemporaryDirectory(prefix="kiemthu-goi-") as name:
        folder = Path(name)
        try:
            with zipfile.ZipFile(path) as archive:
                entries = archive.infolist()
                for entry in _safe(entries):
                    _write(archive, entry, folder)
        except (zipfile.BadZipFile, zlib.error, EOFError) as wrong:
            raise UnsafeArchiveError(f"{path}: gói bị cắt hoặc hỏng, không mở được ({wrong})") from wrong
        except (NotImplementedError, RuntimeError) as wrong:
            raise UnsafeArchiveError(f"{path}: gói nén hoặc mã hóa theo cách không đọc ở đây ({wrong})") from wrong
        except UnsafeArchiveError as wrong:
            raise UnsafeArchiveError(f"{path}: {wrong}; gói không được mở") from None
        except OSError as wrong:
            raise UnsafeArchiveError(f"{path}: không giải nén được ({wrong.strerror or wrong})") from wrong
        yield folder


def _safe(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """All of them, once every one is known to be harmless."""
    if len(entries) > MOST_FILES:
        raise UnsafeArchiveError(f"có {len(entries)} tệp, nhiều hơn {MOST_FILES}")
    names: set[str] = set()
    total = 0
    for entry in entries:
        name, shown = entry.filename, entry.filename[:80]
        # The name as it stands in the archive, before zipfile has made it harmless.
        if not stays_inside(entry.orig_filename.rstrip("/")) or not stays_inside(name.rstrip("/")):
            raise UnsafeArchiveError(f"tệp «{shown}» trỏ ra ngoài thư mục")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise UnsafeArchiveError(f"tệp «{shown}» là liên kết")
        if name.casefold() in names:
            raise UnsafeArchiveError(f"tệp «{shown}» có hai lần")
        names.add(name.casefold())
        total += entry.file_size
        if entry.file_size > LARGEST or total > WHOLE:
            raise UnsafeArchiveError(f"tệp «{shown}» quá lớn ({entry.file_size} byte)")
        if entry.file_size > FREE and entry.file_size > STRETCH * max(entry.compress_size, 1):
            raise UnsafeArchiveError(f"tệp «{shown}» nở gấp {entry.file_size // max(entry.compress_size, 1)} lần")
    return entries


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> None:
    target = folder / entry.filename
    if entry.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with archive.open(entry) as source, target.open("xb") as out:
        while block := source.read(min(BLOCK, left + 1)):
            left -= len(block)
            if left < 0:  # the head of the archive lied about the size
                raise UnsafeArchiveError(f"tệp «{entry.filename[:80]}» lớn hơn kích thước đã ghi")
            out.write(block)


