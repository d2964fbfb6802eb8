"""A canary is found wherever it hides, the file is named, and the value is never repeated."""

from __future__ import annotations

import base64
import gzip
import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas

from harness.evidence.masks import Datum
from harness.evidence.redaction import Redaction

CANARY, NAME = "999777123456", "Hoàng Yến Thử"
REDACTION = Redaction(
    ["Bi-mat-cua-luot-chay"],
    [Datum("người 1", "số định danh", CANARY, "number"), Datum("người 1", "họ tên", NAME, "name")],
)


def zipped(content: bytes, name: str = "a.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def png() -> bytes:
    out, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_itxt("Comment", f"chụp của {NAME}", zip=True)
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def webp() -> bytes:
    return exif_of("WEBP")


def jpeg() -> bytes:
    return exif_of("JPEG")


def exif_of(kind: str) -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = f"id {CANARY}"
    Image.new("RGB", (4, 4)).save(out, kind, exif=exif)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pageCompression=1)
    page.drawString(72, 700, f"So dinh danh: {CANARY}")
    page.save()
    return out.getvalue()


HIDDEN: dict[str, Callable[[], bytes]] = {
    "text": f"a {CANARY} b".encode,
    "decomposed": lambda: unicodedata.normalize("NFD", NAME).encode(),
    "capitals without diacritics": lambda: b"HOANG YEN THU",
    "UTF-16 with mark": lambda: NAME.encode("utf-16"),
    "UTF-16 big": lambda: b"\0" + NAME.encode("utf-16-be"),
    "UTF-16 small within bytes": lambda: b"\xff\x00\x01" + NAME.encode("utf-16-le"),
    "address": f"http://x/?ten={quote(NAME)}".encode,
    "HTML": lambda: "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in NAME).encode(),
    "base64": lambda: base64.b64encode(f"<id>{CANARY}</id>".encode()),
    "among bytes": lambda: b"\x00\xff\xfe\x01" + CANARY.encode() + b"\x00\x80",
    "grouped": lambda: b"999 777 123 456",
    "zip": lambda: zipped(NAME.encode()),
    "zip in zip in zip": lambda: zipped(zipped(zipped(NAME.encode()))),
    "a name within a zip": lambda: zipped(b"", f"{NAME}.txt"),
    "gzip": lambda: gzip.compress(CANARY.encode()),
    "PDF in zip": lambda: zipped(pdf(), "x.pdf"),
    "PDF": pdf,
    "PNG text": png,
    "EXIF": jpeg,
    "EXIF of WebP": webp,
    "a secret": lambda: b"khoa Bi-mat-cua-luot-chay",
    "a card": "thẻ 4111 1111 1111 1111".encode,
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_leak_is_found_and_its_file_named(tmp_path: Path, how: str) -> None:
    (tmp_path / "sau/trong").mkdir(parents=True)
    (tmp_path / "sau/trong/tep.bin").write_bytes(HIDDEN[how]())
    (tmp_path / "khac.txt").write_text("không có gì")
    found = list(REDACTION.leaks(tmp_path))
    assert found
    assert all(leak.startswith("sau/trong/tep.bin: có ") for leak in found)
    assert not any(value in leak for leak in found for value in (CANARY, NAME, "Bi-mat", "4111"))


@pytest.mark.parametrize("name", ["ban.zip", "ban.gz", "ban.pdf", "ban.png", "ban.jpg"])
def test_damaged_files_end_nothing(tmp_path: Path, name: str) -> None:
    whole = {"ban.zip": zipped(b"x" * 500), "ban.gz": gzip.compress(b"x" * 500), "ban.pdf": pdf(), "ban.png": png(),
             "ban.jpg": jpeg()}[name]  # fmt: skip
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    list(REDACTION.leaks(tmp_path))


def test_a_bomb_is_not_unfolded(tmp_path: Path) -> None:
    (tmp_path / "bom.zip").write_bytes(zipped(b"\0" * (65 << 20)))
    assert list(REDACTION.leaks(tmp_path)) == ["bom.zip: có tệp nén quá lớn, không soát hết được"]


def test_a_file_named_after_a_person(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.txt").write_text("")
    assert len(list(REDACTION.leaks(tmp_path))) == 1


def test_clean_files_and_what_is_sealed_are_silent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lệ phí 16.000 đ, mã 2.000635, «người 1: họ tên»")
    (tmp_path / "b.sealed").write_bytes(CANARY.encode())
    Image.new("RGB", (40, 40), (200, 30, 30)).save(tmp_path / "c.jpg")
    assert list(REDACTION.leaks(tmp_path)) == []


def test_a_trace_keeps_no_paper_and_no_value(tmp_path: Path) -> None:
    raw, kept = tmp_path / "raw.zip", tmp_path / "kept.zip"
    with zipfile.ZipFile(raw, "w") as trace:
        trace.writestr("trace.trace", f'{{"value":"{NAME}"}}')
        trace.writestr("resources/a.pdf", pdf())
    REDACTION.archive(raw, kept)
    raw.unlink()
    assert list(REDACTION.leaks(tmp_path)) == []
    with zipfile.ZipFile(kept) as trace:
        assert trace.read("trace.trace").decode() == '{"value":"«người 1: họ tên»"}'
        assert trace.read("resources/a.pdf") == b""


def test_what_other_tools_wrote_is_masked_in_place(tmp_path: Path) -> None:
    (tmp_path / "1-result.json").write_text(f'{{"message":"thấy {NAME}"}}')
    REDACTION.folder(tmp_path)
    assert (tmp_path / "1-result.json").read_text() == '{"message":"thấy «người 1: họ tên»"}'
