"""Texts and files that portals are known to stumble over. Pure."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from harness.portal.forms.control import Control
from harness.portal.forms.match import key

HARD = "Đặng Thị Ỷ Ẵm – số 5/12 “ngõ Ẩm” & 'Ngạn' <b>đậm</b> \"kép\"; 100% ₫ \\ ẫ ỡ ự ỗ ỵ"
_MEGABYTES = re.compile(r"(\d+(?:[.,]\d+)?)\s*(MB|Mb|KB|kB)", re.IGNORECASE)
_NOT_PROSE = re.compile(r"^[\d\s/.,:+-]+$|@|^\S+$")


def is_free_text(control: Control, source: str, value: str) -> bool:
    """Prose that a person makes up, without a form of its own; never data of the account."""
    if control.kind not in {"text", "textarea"} or control.disabled or control.readonly or source.startswith("@"):
        return False
    limits = control.limits
    if limits.get("pattern") or limits.get("inputmode") or limits.get("type") in {"email", "tel", "url"}:
        return False
    return not _NOT_PROSE.search(value) and len(value.split()) >= 3


def hard_text(mark: str, maxlength: int | None, *, lines: bool) -> str:
    """Every letter with marks, quotes and markup; long where the field allows it."""
    text = f"{mark} {HARD}".strip()
    room = maxlength or 400
    while lines and len(text) + len(HARD) + 2 <= min(room, 400):
        text = f"{text}; {HARD}"
    return text[:room].rstrip()


def malformed_for(control: Control) -> str:
    """A value that cannot be right for what the label asks; "" when the label says nothing of a form."""
    if control.disabled or control.readonly or control.kind not in {"text", "number"}:
        return ""
    label = key(control.label)
    if "điện thoại" in label or control.limits.get("type") == "tel":
        return "12ab"
    if "thư điện tử" in label or "email" in label or control.limits.get("type") == "email":
        return "khong-phai-thu"
    if "định danh" in label or "căn cước" in label:
        return "12345"
    return ""


@dataclass(frozen=True, slots=True)
class FileProbe:
    name: str  # wrong-type | oversize | empty | renamed | long-name | ok, and those that do harm
    path: Path
    must_be_accepted: bool


# Harmless, and known to every virus scanner; in two halves, so that none of them takes this file for it.
TEST_VIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + rb"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def harmful() -> dict[str, tuple[str, bytes]]:
    """Files that a portal must not take over, whatever they call themselves: probe → file name, content."""
    script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>document.title='ran'</script></svg>"
    macro = io.BytesIO()
    with zipfile.ZipFile(macro, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Attribut")
    return {
        "virus": ("giay-to-1.pdf", TEST_VIRUS),
        "virus-inside": ("giay-to-2.pdf", _pdf_around(TEST_VIRUS)),
        "double-extension": ("giay-to.pdf.exe", b"MZ\x90\x00" + b"\0" * 64),
        "svg-as-picture": ("anh-chup.png", script),
        "macro": ("don-de-nghi.pdf", macro.getvalue()),
    }


def _pdf_around(content: bytes) -> bytes:
    """A proper PDF of one empty page with a file attached, as scanners unpack it."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.com) 4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Type/Filespec/F(a.com)/EF<</F 5 0 R>>>>",
        b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (len(objects) + 1, table, len(objects) + 1, len(made))


def size_limit(hint: str) -> int | None:
    """Bytes named in the hint: «tối đa 5 MB»."""
    found = _MEGABYTES.search(hint)
    if not found:
        return None
    unit = 1024 * 1024 if found[2].lower() == "mb" else 1024
    return int(float(found[1].replace(",", ".")) * unit)


def file_probes(folder: Path, sample: Path, limit: int | None) -> list[FileProbe]:
    """Files made for the purpose; `limit` in bytes, 20 MB when the portal names none."""
    content = sample.read_bytes()
    beyond = (limit or 20 * 1024 * 1024) + 1 - len(content)
    made = {
        "wrong-type": ("chuong-trinh.exe", b"MZ\x90\x00" + b"\0" * 64),
        "empty": ("rong.pdf", b""),
        "renamed": ("trang-web.pdf", "<!doctype html><title>Không phải PDF</title>".encode()),
        "oversize": (f"qua-lon{sample.suffix}", content + b"\0" * max(0, beyond)),
        "long-name": (f"{'tên-tệp-rất-dài-' * 9}{sample.suffix}", content),  # 202 bytes in UTF-8
        **harmful(),
        "ok": (f"giấy tờ hợp lệ{sample.suffix}", content),
    }
    probes = []
    for name, (file, data) in made.items():
        path = folder / file
        path.write_bytes(data)
        probes.append(FileProbe(name, path, name in {"long-name", "ok"}))
    return probes
