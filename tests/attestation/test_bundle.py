"""A bundle verifies on another machine; a hostile one is refused with a sentence and leaves nothing behind."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.attestation import CannotSignError, verify
from harness.attestation.opening import opened
from harness.attestation.trouble import UnsafeArchiveError
from harness.cli.app import run_command
from harness.reporting.bundle import bundle
from tests.attestation.runs import signed

CODE = "2.000635"


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return signed(tmp_path_factory.mktemp("bundle") / "20261122-231005")


def test_a_bundle_verifies_and_is_the_same_every_time(run: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "a.zip", tmp_path / "b/c.zip"
    assert bundle(run, one).ok
    bundle(run, two)
    assert hashlib.sha256(one.read_bytes()).digest() == hashlib.sha256(two.read_bytes()).digest()
    with opened(one) as folder:
        assert verify(folder).ok
        assert not (folder / "tom-tat.html").exists()
        page = (folder / "index.html").read_text("utf-8")
    assert "kiemthu verify" in page
    assert not list(tmp_path.glob(".*"))


def test_links_of_the_reading_page_lead_into_the_bundle(run: Path, tmp_path: Path) -> None:
    bundle(run, tmp_path / "a.zip")
    with opened(tmp_path / "a.zip") as folder:
        page = (folder / "index.html").read_text("utf-8")
        links = {part.split('"')[0] for part in page.split('href="')[1:]} - {""}
        assert any("/complete/" in link for link in links)
        assert all((folder / link).is_file() for link in links if not link.startswith("#"))


@pytest.fixture
def whole(run: Path, tmp_path: Path) -> Path:
    bundle(run, tmp_path / "goi.zip")
    return tmp_path / "goi.zip"


def test_one_byte_of_a_bundle_changed(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(tmp_path / "sua.zip", "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if "documents/" in entry.filename:
                content = content[:-1] + bytes([content[-1] ^ 1])
            new.writestr(entry, content)
    assert run_command(["verify", str(whole)]) == 0
    assert "tệp còn nguyên như lúc ký" in capsys.readouterr().out
    assert run_command(["verify", str(tmp_path / "sua.zip")]) == 7
    assert "đã bị sửa sau khi ký" in capsys.readouterr().out


def archive(*entries: tuple[str, bytes], mode: int = 0o644) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()


def lying() -> bytes:
    """The directory says that the file is short; it is not."""
    raw = archive(("a.txt", b"x" * 5000))
    return raw.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return archive(("a.txt", b"1"), ("a.txt", b"2"))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "up and out": (lambda: archive(("../../ngoai.txt", b"x")), "trỏ ra ngoài thư mục"),
    "up from within": (lambda: archive(("a/../../ngoai.txt", b"x")), "trỏ ra ngoài thư mục"),
    "absolute": (lambda: archive(("/tmp/ngoai.txt", b"x")), "trỏ ra ngoài thư mục"),
    "a drive": (lambda: archive(("C:/ngoai.txt", b"x")), "trỏ ra ngoài thư mục"),
    "backslashes": (lambda: archive(("..\\ngoai.txt", b"x")), "trỏ ra ngoài thư mục"),
    "a link": (lambda: archive(("la", b"/etc/passwd"), mode=stat.S_IFLNK | 0o777), "là liên kết"),
    "a bomb": (lambda: archive(("bom.bin", b"\0" * (8 << 20))), "nở gấp"),
    "two of one name": (twice, "có hai lần"),
    "two that differ in case": (lambda: archive(("A.txt", b"1"), ("a.txt", b"2")), "có hai lần"),
    "a lie about the size": (lying, "hỏng"),
    "nothing": (lambda: b"", "bị cắt hoặc hỏng"),
    "no zip": (lambda: b"%PDF-1.7", "bị cắt hoặc hỏng"),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_bundle_is_refused(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make, sentence = HOSTILE[how]
    (tmp_path / "goi.zip").write_bytes(make())
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))
    assert run_command(["verify", str(tmp_path / "goi.zip")]) == 7
    told = capsys.readouterr().err
    assert sentence in told
    assert "Traceback" not in told
    assert [p.name for p in tmp_path.rglob("*")] in (["goi.zip", "tam"], ["tam", "goi.zip"])


@pytest.mark.parametrize("part", [0.2, 0.5, 0.999])
def test_a_bundle_cut_in_the_middle(whole: Path, part: float) -> None:
    content = whole.read_bytes()
    whole.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(UnsafeArchiveError, match="bị cắt hoặc hỏng"), opened(whole):
        pass


def test_a_full_disk_keeps_the_earlier_bundle(run: Path, whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = whole.read_bytes()

    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(CannotSignError, match="Gói cũ, nếu có, còn nguyên"):
        bundle(run, whole)
    assert whole.read_bytes() == before
    assert os.listdir(whole.parent) == ["goi.zip"]  # noqa: PTH208 – hidden ones too


def test_the_commands_refuse_what_is_not_there(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["verify", "/khong/co"]) == 2
    assert run_command(["bundle", str(run), "--service", "9.999999"]) == 2
    assert run_command(["bundle", str(run), "--out", str(run / "goi.zip")]) == 2
    assert "sẽ làm sai bản kê đã ký" in capsys.readouterr().err


def test_a_page_for_one_service_says_that_the_others_are_still_in(run: Path, tmp_path: Path) -> None:
    found = bundle(run, tmp_path / "a.zip", [CODE])
    assert found.ok
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        page = zipped.read("index.html").decode()
    assert page.count('class="service"') == 1
    assert "vẫn nằm trong gói" in page
