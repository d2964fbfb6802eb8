"""What only the owner of a run may read again: sealed to the owner's key, opened by ``kiemthu judge``.

A run makes one data key; the data key lies in the run, sealed to the owner's public key (libsodium's sealed box).
Whoever drives needs the public half only, and can still read, in memory, what the run itself has sealed.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import platformdirs
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

SEALED = ".sealed"  # files that nobody but the owner reads
FOLDER = "sealed"  # of a run: its data keys
HOME, OWNER = "KIEMTHU_HOME", "KIEMTHU_OWNER_KEY"
_NAME = 8  # bytes of a data key's name, at the head of everything that it seals


class Locked(Exception):  # noqa: N818 — a state, said in words
    """Sealed to an owner whose key is not here, or changed after sealing."""


def home(environment: Mapping[str, str] = os.environ) -> Path:
    """Where this user's keys lie; never inside a project or a run."""
    return Path(environment.get(HOME) or platformdirs.user_data_dir("kiemthu", appauthor=False))


class Vault:
    """The data keys of one run that can be used here."""

    def __init__(self, keys: Mapping[bytes, SecretBox], name: bytes = b"") -> None:
        self._keys = dict(keys)
        self._name = name
        self._kept: dict[Path, dict[str, Path]] = {}

    @classmethod
    def new(cls, run: Path, owner: PublicKey) -> Vault:
        """A fresh data key, left in the run for its owner."""
        name, key = random(_NAME), random(SecretBox.KEY_SIZE)
        folder = run / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name.hex()}{SEALED}").write_bytes(SealedBox(owner).encrypt(key))
        return cls({name: SecretBox(key)}, name)

    @classmethod
    def of(cls, run: Path, owner: PrivateKey | None) -> Vault:
        """With those data keys of a recorded run that this owner can open; maybe none."""
        keys = {}
        for path in sorted((run / FOLDER).glob(f"*{SEALED}")):
            if owner is None:
                break
            try:
                keys[bytes.fromhex(path.stem)] = SecretBox(SealedBox(owner).decrypt(path.read_bytes()))
            except (CryptoError, ValueError):
                continue  # another owner's, or damaged: what it sealed stays locked
        return cls(keys)

    def kept(self, folder: Path) -> dict[str, Path]:
        """SHA-256 → file of what this run has sealed in a folder already, so that it is sealed once."""
        return self._kept.setdefault(folder, {})

    def seal(self, content: bytes) -> bytes:
        return self._name + bytes(self._keys[self._name].encrypt(zlib.compress(content)))

    def unseal(self, content: bytes) -> bytes:
        box = self._keys.get(content[:_NAME])
        if box is None:
            raise Locked("đã niêm phong; cần khóa của chủ lượt chạy")
        try:
            return zlib.decompress(box.decrypt(content[_NAME:]))
        except (CryptoError, zlib.error) as wrong:
            raise Locked("phần niêm phong đã bị thay đổi sau khi ghi") from wrong


def write_secret(path: Path, content: bytes) -> None:
    """Readable by its owner only; of two processes that make it at once, the first one's stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR), "wb") as file:
        file.write(content)
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()


def owner_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Of the private key; beside it lies the public one, which is all that a machine that drives needs."""
    return Path(environment.get(OWNER) or home(environment) / "owner.key")


def owner_public(environment: Mapping[str, str] = os.environ) -> PublicKey:
    """Of whoever owns the runs made here; made on first use when nobody configured it."""
    path = owner_path(environment)
    public = path.with_name(path.name + ".pub")
    if not path.is_file() and not public.is_file():
        write_secret(path, bytes(PrivateKey.generate()).hex().encode() + b"\n")
        made = PrivateKey(bytes.fromhex(path.read_text().strip()))  # of two processes at once, the first one's
        public.write_text(bytes(made.public_key).hex() + "\n")
    try:
        if path.is_file():
            return PrivateKey(bytes.fromhex(path.read_text().strip())).public_key
        return PublicKey(bytes.fromhex(public.read_text().strip()))
    except (ValueError, TypeError, CryptoError) as wrong:
        raise Locked(f"khóa chủ {path} không đúng khuôn dạng (64 chữ số hex)") from wrong


def owner_private(environment: Mapping[str, str] = os.environ) -> PrivateKey | None:
    """None where the owner's key is not: then what is sealed stays locked."""
    path = owner_path(environment)
    try:
        return PrivateKey(bytes.fromhex(path.read_text().strip())) if path.is_file() else None
    except (ValueError, TypeError, CryptoError, OSError):
        return None


@cache
def opened(run: Path) -> Vault:
    """Of a finished run: read once a process."""
    return Vault.of(run, owner_private())
