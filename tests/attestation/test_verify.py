"""A signed run verifies anywhere; whatever is changed afterwards is named."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from harness.attestation import CannotSignError, KeyProblemError, attest, verify
from tests.attestation.runs import ROOT, finished, signed


def key_files(folder: Path, private: object, phrase: bytes = b"") -> tuple[Path, Path]:
    closed = BestAvailableEncryption(phrase) if phrase else NoEncryption()
    secret, public = folder / "khoa.pem", folder / "khoa.pub.pem"
    secret.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, closed))
    public.write_bytes(private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return secret, public


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return signed(tmp_path_factory.mktemp("run") / "20261122-231005")


@pytest.fixture
def run(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / whole.name)


def test_an_untouched_run_verifies_and_says_that_its_key_is_a_demo_key(run: Path) -> None:
    found = verify(run)
    assert found.ok, found.problems
    assert found.demo
    assert found.signer.startswith("demo-")
    assert found.portal_build == {"sandbox": "2026.11"}
    assert found.ended == "2026-11-22T23:12:00+07:00"
    assert set(found.decisions.values()) == {"publish"}
    assert any("khóa dùng thử" in note for note in found.notes)
    assert any("không có thời gian tin cậy" in note for note in found.notes)
    assert found.trusted_time == ""


def test_the_demo_key_is_its_users_own(run: Path) -> None:
    key = Path(os.environ["KIEMTHU_HOME"]) / "demo-signing-key.pem"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def rewrite(path: Path, change: Callable[[dict], object]) -> None:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def one_byte(run: Path) -> None:
    slip = next(run.glob("*/complete/documents/*"))
    slip.write_bytes(slip.read_bytes()[:-1] + b"\0")


def link(run: Path) -> None:
    page = next(run.glob("*/complete/pages/*"))
    page.unlink()
    page.symlink_to("/etc/hostname")


TAMPERED: dict[str, tuple[Callable[[Path], object], str]] = {
    "one byte of a document": (one_byte, "đã bị sửa sau khi ký"),
    "a page lost": (lambda run: next(run.glob("*/complete/pages/*")).unlink(), "đã mất"),
    "a file added": (lambda run: (run / "them.txt").write_text("x"), "them.txt: được thêm vào sau khi ký"),
    "a file added deep": (lambda run: (next(run.glob("*/complete")) / "x").write_text("x"), "được thêm vào"),
    "a page made a link": (link, "là liên kết tới nơi khác"),
    "a folder made a link": (lambda run: (run / "la").symlink_to("/etc"), "la: là liên kết"),
    "a verdict turned": (lambda run: edit(run / "verdict.json", '"publish"', '"hold"'), "verdict.json ghi hold"),
    "a finding turned": (lambda run: edit(run / "findings.json", '"pass"', '"fail"'), "nhận định cho fail"),
    "the manifest's decision": (lambda run: edit(run / "manifest.json", '"publish"', '"hold"'), "manifest.json: đã bị"),
    "the manifest gone": (lambda run: (run / "manifest.json").unlink(), "chưa được ký"),
    "the manifest cut": (lambda run: edit(run / "manifest.json", '"schema": 1,', ""), "schema"),
    "a newer manifest": (lambda run: edit(run / "manifest.json", '"schema": 1', '"schema": 2'), "bản kiemthu mới hơn"),
    "no envelope": (lambda run: (run / "attestation.dsse.json").unlink(), "không biết ai chịu trách nhiệm"),
    "an envelope of garbage": (lambda run: (run / "attestation.dsse.json").write_text("[]"), "không phải phong bì"),
    "no signature": (
        lambda run: rewrite(run / "attestation.dsse.json", lambda e: e["signatures"].clear()), "không có chữ ký nào",
    ),
    "the payload": (lambda run: rewrite(run / "attestation.dsse.json", lambda e: e.update(payload="e30=")), "chữ ký"),
    "the key beside it": (lambda run: edit(run / "attestation.pub.pem", "MCow", "MCoW"), "khóa công khai"),
    "a way out of the folder": (
        lambda run: rewrite(run / "manifest.json", lambda m: m["files"].append(
            {"path": "../../etc/passwd", "sha256": "0" * 64, "size": 1})),
        "trỏ ra ngoài thư mục",
    ),
    "a file listed twice": (
        lambda run: rewrite(run / "manifest.json", lambda m: m["files"].append(m["files"][0])), "được kê hai lần",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", TAMPERED)
def test_what_was_changed_is_named(run: Path, how: str) -> None:
    change, sentence = TAMPERED[how]
    change(run)
    found = verify(run)
    assert not found.ok
    assert any(sentence in problem for problem in found.problems), found.problems


@pytest.mark.parametrize("name", ["allure-results/1.json", "allure/index.html", "bien-ban/1.pdf", "tom-tat.html"])
def test_reports_drawn_later_break_nothing(run: Path, name: str) -> None:
    (run / name).parent.mkdir(exist_ok=True)
    (run / name).write_text("{}")
    assert verify(run).ok


def test_a_verdict_that_does_not_follow_is_found_even_when_it_is_signed_again(run: Path) -> None:
    edit(run / "findings.json", '"pass"', '"fail"')
    attest(run, ROOT, ())
    found = verify(run)
    assert not found.ok
    assert any("nhận định cho hold" in problem for problem in found.problems), found.problems


KINDS = {
    "ed25519": ed25519.Ed25519PrivateKey.generate,
    "ecdsa": lambda: ec.generate_private_key(ec.SECP256R1()),
    "rsa": lambda: rsa.generate_private_key(65537, 2048),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_configured_key_signs_and_only_its_public_half_is_believed(tmp_path: Path, kind: str) -> None:
    secret, public = key_files(tmp_path, KINDS[kind](), b"mat khau")
    environment = {"KIEMTHU_SIGNING_KEY": str(secret), "KIEMTHU_SIGNING_PASSPHRASE": "mat khau"}
    run = signed(tmp_path / "run", environment)
    found = verify(run, [public], environment={})
    assert found.ok, found.problems
    assert not found.demo
    nobody = verify(run, environment={"KIEMTHU_HOME": str(tmp_path / "moi")})
    assert any("máy này chưa biết" in problem for problem in nobody.problems)
    (tmp_path / "khac").mkdir()
    _, other = key_files(tmp_path / "khac", KINDS[kind]())
    wrong = verify(run, [other])
    assert any("không nằm trong 1 khóa được tin" in problem for problem in wrong.problems)


def test_a_demo_signature_is_refused_where_a_key_is_asked_for(run: Path, tmp_path: Path) -> None:
    _, public = key_files(tmp_path, ed25519.Ed25519PrivateKey.generate())
    assert not verify(run, [public]).ok


@pytest.mark.parametrize(
    ("phrase", "given", "sentence"),
    [("dung", "", "có mật khẩu; hãy đặt"), ("dung", "sai", "sai mật khẩu"), ("", "thua", "không có mật khẩu")],
)
def test_a_key_that_does_not_open_says_what_to_do(tmp_path: Path, phrase: str, given: str, sentence: str) -> None:
    secret, _ = key_files(tmp_path, ed25519.Ed25519PrivateKey.generate(), phrase.encode())
    finished(tmp_path / "run")
    with pytest.raises(KeyProblemError, match=sentence) as told:
        attest(tmp_path / "run", ROOT, (), {"KIEMTHU_SIGNING_KEY": str(secret), "KIEMTHU_SIGNING_PASSPHRASE": given})
    assert not given or f"«{given}»" not in str(told.value)


@pytest.mark.parametrize("content", ["", "khong phai khoa"])
def test_a_key_that_is_not_there_or_no_key(tmp_path: Path, content: str) -> None:
    path = tmp_path / "khoa.pem"
    if content:
        path.write_text(content)
    with pytest.raises(KeyProblemError, match=r"không (đọc|dùng) được"):
        attest(tmp_path, ROOT, (), {"KIEMTHU_SIGNING_KEY": str(path)})


def test_a_full_disk_leaves_the_earlier_proof(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (run / "manifest.json").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotSignError, match="No space left"):
        attest(run, ROOT, ())
    monkeypatch.undo()
    assert (run / "manifest.json").read_bytes() == before
    assert verify(run).ok
