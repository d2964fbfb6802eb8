"""``verify``: compares a run with its signed manifest, offline, and names everything that does not hold."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer._key import SSlibKey

from harness.attestation import timestamp
from harness.attestation.covered import ENVELOPE, MANIFEST, PUBLIC, STAMP, files, kept, stays_inside
from harness.attestation.following import contradictions
from harness.attestation.keys import DEMO, believed, public_key
from harness.attestation.manifest import problems_in
from harness.attestation.statement import PREDICATE, STATEMENT
from harness.attestation.trouble import KeyProblemError
from harness.model import DEMO_SIGNED, Verification


def verify(
    folder: Path, keys: Iterable[Path] = (), *, tsa_roots: Iterable[Path] = (),
    environment: Mapping[str, str] = os.environ, follow: bool = True,
) -> Verification:  # fmt: skip
    """Never raises for what is wrong with the run. Raises KeyProblemError when a key that was given cannot be read.

    ``follow=False``: whoever asks decides from the findings again anyway, as the gate does.
    Without ``keys`` the user's trusted ones count; then a demo signature is accepted too, and said to be one.
    """
    keys = list(keys)
    trusted, roots = believed(keys, environment), timestamp.roots(tsa_roots, environment)
    problems: list[str] = []
    notes: list[str] = []
    manifest, raw = _manifest(folder, problems)
    envelope = _envelope(folder, problems)
    signer, time = "", ""
    if envelope is not None:
        signer = _signer(folder, envelope, trusted, problems, strict=bool(keys))
        problems += _subjects(folder, envelope, raw)
        time = _time(folder, envelope, roots, notes, problems)
    if manifest:
        problems += _files(folder, manifest)
        problems += contradictions(folder) if follow else ()
        problems += _agreement(folder, manifest)
    demo = signer.startswith(DEMO)
    if demo:
        notes.insert(0, DEMO_SIGNED)
    rules = manifest.get("ruleset", {})
    return Verification(
        not problems, tuple(problems), tuple(notes), signer, demo, time, manifest.get("portal_build", {}),
        manifest.get("ended", ""), manifest.get("run", ""), " ".join(rules[k] for k in ("id", "version") if k in rules),
        manifest.get("decisions", {}), len(manifest.get("files", ())),
    )  # fmt: skip


def _manifest(folder: Path, problems: list[str]) -> tuple[dict[str, Any], bytes]:
    path = folder / MANIFEST
    if not path.is_file() or path.is_symlink():
        problems.append(f"{MANIFEST}: không có; lượt chạy này chưa được ký, hoặc bản kê đã bị lấy đi")
        return {}, b""
    raw = path.read_bytes()
    try:
        content = json.loads(raw)
    except ValueError as wrong:
        problems.append(f"{MANIFEST}: không phải JSON ({wrong})")
        return {}, raw
    found = list(problems_in(content))
    problems += found
    return ({} if found else content), raw


def _envelope(folder: Path, problems: list[str]) -> Envelope | None:
    path = folder / ENVELOPE
    if not path.is_file():
        problems.append(f"{ENVELOPE}: không có; không biết ai chịu trách nhiệm về lượt chạy này")
        return None
    try:
        return Envelope.from_dict(json.loads(path.read_text("utf-8")))
    except Exception as wrong:  # noqa: BLE001 – whatever a stranger wrote there
        problems.append(f"{ENVELOPE}: không phải phong bì DSSE ({type(wrong).__name__})")
        return None


def _signer(folder: Path, envelope: Envelope, trusted: list[SSlibKey], problems: list[str], *, strict: bool) -> str:
    """The key id of whoever signed. A key is what it is, whatever the envelope calls it."""
    for name in envelope.signatures:
        for key in trusted:
            called = name == key.keyid or name == DEMO + key.keyid
            if called and _holds(envelope, key, name):
                return str(name)
            if called:
                problems.append(f"{ENVELOPE}: chữ ký không khớp với khóa {key.keyid[:16]}…; nội dung đã bị sửa")
                return ""
    name = next(iter(envelope.signatures), "")
    if not strict and name.startswith(DEMO):
        return _demo(folder, envelope, name, problems)
    if not name:
        problems.append(f"{ENVELOPE}: không có chữ ký nào")
    elif trusted:
        problems.append(f"{ENVELOPE}: ký bằng khóa {name[:21]}…, không nằm trong {len(trusted)} khóa được tin")
    else:
        problems.append(
            f"{ENVELOPE}: ký bằng khóa {name[:21]}… mà máy này chưa biết; lấy khóa công khai từ đơn vị ký "
            "(không lấy trong gói) rồi chạy lại với --key KHOA.pem"
        )
    return ""


def _demo(folder: Path, envelope: Envelope, name: str, problems: list[str]) -> str:
    try:
        key = public_key((folder / PUBLIC).read_bytes(), PUBLIC)
    except (OSError, KeyProblemError) as wrong:
        problems.append(f"{PUBLIC}: không đọc được khóa công khai đi kèm ({type(wrong).__name__})")
        return ""
    if name != DEMO + key.keyid or not _holds(envelope, key, name):
        problems.append(f"{ENVELOPE}: chữ ký không khớp với khóa đi kèm; phong bì hoặc khóa đã bị sửa")
        return ""
    return name


def _holds(envelope: Envelope, key: SSlibKey, name: str) -> bool:
    try:
        envelope.verify([SSlibKey(name, key.keytype, key.scheme, dict(key.keyval))], 1)
    except (VerificationError, ValueError):
        return False
    return True


def _subjects(folder: Path, envelope: Envelope, manifest: bytes) -> Iterator[str]:
    """The signed statement must speak of the manifest that lies here."""
    try:
        told = json.loads(envelope.payload)
        kinds = (told["_type"], told["predicateType"])
        digests = {s["name"]: s["digest"]["sha256"] for s in told["subject"]}
    except (ValueError, KeyError, TypeError):
        yield f"{ENVELOPE}: nội dung không phải tuyên bố in-toto"
        return
    if kinds != (STATEMENT, PREDICATE):
        yield f"{ENVELOPE}: tuyên bố loại {kinds[1]}, cần {PREDICATE}"
    if MANIFEST not in digests:
        yield f"{ENVELOPE}: tuyên bố không nói về {MANIFEST}"
    for name, digest in digests.items():
        path = folder / name
        if not stays_inside(name):
            yield f"{ENVELOPE}: tên «{name[:80]}» trỏ ra ngoài thư mục"
        elif name == MANIFEST and manifest and hashlib.sha256(manifest).hexdigest() != digest:
            yield f"{MANIFEST}: đã bị sửa sau khi ký"
        elif name != MANIFEST and path.is_file() and kept(folder, path).sha256 != digest:
            yield f"{name}: đã bị sửa sau khi ký"


def _files(folder: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    listed: dict[str, dict[str, Any]] = {}
    for row in manifest["files"]:
        if not stays_inside(row["path"]):
            yield f"{MANIFEST}: tệp «{row['path'][:80]}» trỏ ra ngoài thư mục của lượt chạy; không đọc tệp ấy"
        elif row["path"] in listed:
            yield f"{MANIFEST}: tệp «{row['path'][:80]}» được kê hai lần"
        else:
            listed[row["path"]] = row
    here = {path.relative_to(folder).as_posix(): path for path in files(folder)}
    for name, path in here.items():
        if path.is_symlink():
            yield f"{name}: là liên kết tới nơi khác; bằng chứng phải là tệp thật"
        elif name not in listed:
            yield f"{name}: được thêm vào sau khi ký"
        elif (found := kept(folder, path)).sha256 != listed[name]["sha256"]:
            grown = found.size - listed[name]["size"]
            yield f"{name}: đã bị sửa sau khi ký" + (f" ({grown:+d} byte)" if grown else "")
    for name in listed:
        if name not in here:
            yield f"{name}: đã mất"


def _agreement(folder: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """The manifest's own summary is what people quote: it must be the verdict's."""
    try:
        answer = json.loads((folder / "verdict.json").read_text("utf-8"))
        told = {row["service"]: row["decision"] for row in answer["services"]}
    except (OSError, ValueError, KeyError, TypeError):
        return  # said already, where the verdict is compared with the findings
    if told != manifest["decisions"] or answer["exit_code"] != manifest["exit_code"]:
        yield f"{MANIFEST}: quyết định ghi trong bản kê khác verdict.json"


def _time(folder: Path, envelope: Envelope, roots: list[Any], notes: list[str], problems: list[str]) -> str:
    path = folder / STAMP
    if not path.is_file():
        promised = b'"trustedTime": "RFC 3161"' in envelope.payload
        notes.append(f"{timestamp.NO_TIME}" + (f": {STAMP} không có" if promised else ""))
        return ""
    if not roots:
        notes.append(f"{timestamp.NO_TIME}: có {STAMP} nhưng chưa cho chứng thư gốc để đối chiếu (--tsa-ca)")
        return ""
    signature = next(iter(envelope.signatures.values()), None)
    try:
        return timestamp.time_of(path.read_bytes(), bytes.fromhex(signature.signature if signature else ""), roots)
    except timestamp.NoStampError as wrong:
        problems.append(f"{STAMP}: {wrong}")
        return ""
