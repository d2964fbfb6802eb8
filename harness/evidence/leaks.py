"""Looks through every file of a finished run for what must not be there: archives, PDF text and images' texts too."""

from __future__ import annotations

import gzip
import io
import re
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from harness.evidence.vault import SEALED

Told = Callable[[str], Iterable[str]]  # what a text gives away
DEEPEST = 4  # archives within archives
LARGEST = 64 << 20  # bytes that one entry of an archive may unfold to
_CARDLIKE = "có số thẻ"  # in bytes that are no text, any long number may pass for a card
_TEXT = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{4,}")


def leaks(folder: Path, told: Told, without: Collection[str] = ()) -> Iterator[str]:
    """``file: what``, each once; never the value itself."""
    tops = (p for p in folder.iterdir() if p.name not in without)
    every = (one for top in tops for one in ([top] if top.is_file() else top.rglob("*")))
    for path in sorted(p for p in every if p.is_file() and not p.is_symlink()):
        name = path.relative_to(folder).as_posix()
        seen = dict.fromkeys([*told(unicodedata.normalize("NFC", name)), *_in(path.read_bytes(), path.name, told, 0)])
        yield from (f"{name}: {what}" for what in seen)


def _in(content: bytes, name: str, told: Told, depth: int) -> Iterator[str]:
    if name.endswith(SEALED):
        return  # only the owner can read it, which is what it is for
    if depth > DEEPEST:
        yield "có tệp nén lồng quá sâu, không soát hết được"
        return
    if content[:4] == b"PK\x03\x04":
        yield from _zip(content, told, depth)
    elif content[:2] == b"\x1f\x8b":
        yield from _gzip(content, name, told, depth)
    elif content[:5] == b"%PDF-":
        yield from _pdf(content, told)
    elif content[:3] == b"\xff\xd8\xff" or content[:8] == b"\x89PNG\r\n\x1a\n" or content[8:12] == b"WEBP":
        yield from _picture(content, told)
    else:
        yield from _text(content, told)


def _text(content: bytes, told: Told) -> Iterator[str]:
    try:
        yield from told(_nfc(content.decode("utf-8")))
    except UnicodeDecodeError:
        yield from _binary(content, told)
    if b"\0" in content:
        yield from _binary(content, told)


def _binary(content: bytes, told: Told) -> Iterator[str]:
    """Runs of text among other bytes, in UTF-8 and in UTF-16 of either order and start."""
    texts = [b"\n".join(_TEXT.findall(content)).decode("utf-8", "replace")]
    if b"\0" in content:
        texts += [content[at:].decode(kind, "replace") for kind in ("utf-16-le", "utf-16-be") for at in (0, 1)]
    yield from (what for text in texts for what in told(_nfc(text)) if what != _CARDLIKE)


def _zip(content: bytes, told: Told, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield from told(_nfc(entry.filename))
                if entry.file_size > LARGEST:
                    yield "có tệp nén quá lớn, không soát hết được"
                    continue
                yield from _in(archive.read(entry), entry.filename, told, depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        yield from _binary(content, told)


def _gzip(content: bytes, name: str, told: Told, depth: int) -> Iterator[str]:
    try:
        with gzip.open(io.BytesIO(content)) as file:
            inner = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        yield from _binary(content, told)
        return
    if len(inner) > LARGEST:
        yield "có tệp nén quá lớn, không soát hết được"
        return
    yield from _in(inner, name.removesuffix(".gz"), told, depth + 1)


def _pdf(content: bytes, told: Told) -> Iterator[str]:
    yield from _binary(content, told)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return
    try:
        texts = [str(value) for value in document.get_metadata_dict().values()]
        for page in document:
            text = page.get_textpage().get_text_bounded()
            texts += [text, re.sub(r"\s+", " ", text)]
    finally:
        document.close()
    yield from (what for text in texts for what in told(_nfc(text)))


def _picture(content: bytes, told: Told) -> Iterator[str]:
    """Its texts (EXIF, PNG text, comments). Its pixels are covered when they are taken, not here."""
    yield from _binary(content, told)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as picture:
                texts = [*map(str, picture.info.values()), *map(str, picture.getexif().values())]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return
    yield from (what for text in texts for what in told(_nfc(text)))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
