"""Whose key signs, and whose signature is believed. A demo key is made on first use and always says that it is one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from securesystemslib.exceptions import UnsupportedLibraryError
from securesystemslib.signer._crypto_signer import CryptoSigner
from securesystemslib.signer._key import SSlibKey

from harness.attestation.trouble import CannotSignError, KeyProblemError
from harness.evidence.vault import home, write_secret
from harness.model import DEMO_KEY

KEY, PASSPHRASE, TRUSTED = "KIEMTHU_SIGNING_KEY", "KIEMTHU_SIGNING_PASSPHRASE", "KIEMTHU_TRUSTED_KEYS"
DEMO = "demo-"  # a key id begins with it when nobody configured the key
_UNUSABLE = (ValueError, TypeError, UnsupportedAlgorithm, UnsupportedLibraryError)


def signer(environment: Mapping[str, str] = os.environ) -> CryptoSigner:
    """The configured key, or the demo key of this user."""
    given = environment.get(KEY, "")
    if not given:
        return _demo(home(environment))
    path = Path(given)
    phrase = environment.get(PASSPHRASE, "").encode() or None
    try:
        private = load_pem_private_key(_read(path, KEY), phrase)
        return CryptoSigner(private, SSlibKey.from_crypto(private.public_key()))
    except _UNUSABLE as wrong:
        raise KeyProblemError(_why(path, phrase, wrong)) from wrong


def _why(path: Path, phrase: bytes | None, wrong: Exception) -> str:
    """``wrong`` never shows the phrase."""
    text = str(wrong).lower()
    if phrase is None and ("password" in text or "encrypted" in text):
        return f"Khóa ký {path} có mật khẩu; hãy đặt mật khẩu vào biến môi trường {PASSPHRASE}."
    if phrase and isinstance(wrong, TypeError):
        return f"Khóa ký {path} không có mật khẩu; hãy bỏ biến môi trường {PASSPHRASE}."
    if phrase:
        return f"Không mở được khóa ký {path}: sai mật khẩu trong {PASSPHRASE}, hoặc tệp không phải khóa PEM."
    return (f"Khóa ký {path} không dùng được; cần khóa riêng PEM (PKCS#8) loại ed25519, ecdsa hoặc rsa. "
            f"Tạo khóa: openssl genpkey -algorithm ed25519 -out khoa-ky.pem")  # fmt: skip


def _read(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        told = "không có tệp này" if isinstance(wrong, FileNotFoundError) else wrong.strerror or "không đọc được"
        raise KeyProblemError(f"Khóa {path} ({what}) không đọc được: {told}. Xem lại đường dẫn và quyền.") from wrong


def _demo(folder: Path) -> CryptoSigner:
    path = folder / "demo-signing-key.pem"
    try:
        if not path.is_file():
            made = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            write_secret(path, made)
    except OSError as wrong:
        raise CannotSignError(f"Không ghi được {DEMO_KEY} {path}: {wrong.strerror}.") from wrong
    try:
        private = load_pem_private_key(_read(path, DEMO_KEY), None)
        public = private.public_key()
        return CryptoSigner(private, SSlibKey.from_crypto(public, DEMO + SSlibKey.from_crypto(public).keyid))
    except _UNUSABLE as wrong:
        told = f"{DEMO_KEY.capitalize()} {path} đã hỏng; hãy xóa tệp ấy, lần chạy sau sẽ tạo khóa mới."
        raise KeyProblemError(told) from wrong


def public_pem(key: SSlibKey) -> bytes:
    """securesystemslib keeps ed25519 as hex; people exchange PEM."""
    public = str(key.keyval["public"])
    if key.keytype != "ed25519":
        return public.encode()
    whole = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
    return whole.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def public_key(content: bytes, where: str) -> SSlibKey:
    try:
        return SSlibKey.from_crypto(load_pem_public_key(content))
    except _UNUSABLE as wrong:
        raise KeyProblemError(f"{where} không phải khóa công khai PEM (ed25519, ecdsa hoặc rsa).") from wrong


def believed(given: Iterable[Path], environment: Mapping[str, str] = os.environ) -> list[SSlibKey]:
    """The keys that were asked for, else those that this user keeps as trusted (files or folders of *.pem)."""
    paths = list(given)
    if not paths:
        named = [Path(p) for p in environment.get(TRUSTED, "").split(os.pathsep) if p]
        paths = [*named, *([own] if (own := home(environment) / "trusted").is_dir() else [])]
    found = [one for path in paths for one in (sorted(path.glob("*.pem")) if path.is_dir() else [path])]
    return [public_key(_read(path, "--key"), str(path)) for path in found]
