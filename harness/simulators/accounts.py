"""What the identity provider remembers: accounts, codes and tokens it issued, and how it may misbehave."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any

from harness.model import Persona
from harness.simulators import clock


@dataclass(frozen=True, slots=True)
class Authorization:
    """One authorization code: the request that led to it, for whom, and whether it was redeemed."""

    params: Mapping[str, str]
    identity_number: str
    code: str = field(repr=False)
    redeemed: bool
    at: str  # ISO 8601
    redirect_uri: str
    probe: bool = False  # issued on the harness's own request, without a sign-in
    issued_at: float = field(default_factory=time.time, repr=False)  # epoch seconds


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the provider treats one person (or everybody): conforming unless told otherwise."""

    claims: Mapping[str, Any] = field(default_factory=dict)  # overrides, also of iss, aud, nonce, exp
    refuse: bool = False  # the person declines: error=access_denied
    seconds: float = 0.0  # how long each page lets itself be waited for
    forge_signature: bool = False  # id_token signed with a key that is not in the JWKS


class Accounts:
    """Thread-safe. ``outbox`` receives the one-time code of each identity number, as a telephone would."""

    def __init__(self, personas: Iterable[Persona], outbox: MutableMapping[str, str]) -> None:
        self._lock = threading.RLock()
        self._people = {p.identity_number: p for p in personas}
        self._outbox = outbox
        self._authorizations: list[Authorization] = []
        self._tokens: dict[str, str] = {}  # access token → identity number
        self._conduct: dict[str, Conduct] = {}

    def person(self, identity_number: str) -> Persona | None:
        return self._people.get(identity_number)

    def person_named(self, persona_id: str) -> Persona:
        for person in self._people.values():
            if persona_id in {person.id, person.identity_number}:
                return person
        raise LookupError(f"nhà cung cấp định danh không có tài khoản «{persona_id}»")

    def send_code(self, identity_number: str, *, keep: bool) -> str:
        """A six-digit code into the outbox. ``keep``: another sign-in of this person waits for its code."""
        with self._lock:
            code = self._outbox.get(identity_number, "") if keep else ""
            self._outbox[identity_number] = code = code or f"{secrets.randbelow(1_000_000):06d}"
            return code

    def code_of(self, identity_number: str) -> str | None:
        with self._lock:
            return self._outbox.get(identity_number)

    def issue(self, code: str, identity_number: str, params: Mapping[str, str], *, redirect_uri: str,
              probe: bool = False) -> None:  # fmt: skip
        with self._lock:
            self._authorizations.append(
                Authorization(dict(params), identity_number, code, False, clock.iso(), redirect_uri, probe)
            )

    def redeem(self, code: str) -> bool:
        """Marks the code used; False when it was used already, also by a call at the same moment."""
        with self._lock:
            for place, held in enumerate(self._authorizations):
                if held.code == code and not held.redeemed:
                    self._authorizations[place] = replace(held, redeemed=True)
                    return True
            return False

    def authorizations(self) -> list[Authorization]:
        with self._lock:
            return list(self._authorizations)

    def keep_token(self, token: str, identity_number: str) -> None:
        with self._lock:
            self._tokens[token] = identity_number

    def holder_of(self, token: str) -> Persona | None:
        with self._lock:
            return self._people.get(self._tokens.get(token, ""))

    def set_conduct(self, identity_number: str, conduct: Conduct) -> None:
        with self._lock:
            self._conduct[identity_number] = conduct

    def conduct_to(self, identity_number: str) -> Conduct:
        with self._lock:
            return self._conduct.get(identity_number) or self._conduct.get("") or Conduct()


def claims_of(person: Persona) -> dict[str, Any]:
    """Userinfo in the names of the national identity service (TechID is the stable, opaque subject)."""
    digest = hashlib.sha256(person.identity_number.encode()).hexdigest()
    return {
        "sub": f"TECH-{digest[:16]}",
        "name": person.full_name,
        "SoDinhDanh": person.identity_number,
        "birthdate": person.birth_date,
        "gender": person.gender,
        "phone_number": person.phone,
        "email": person.email,
        "address": person.address,
        "LoaiTaiKhoan": "1",  # citizen
        "loa": "2",
    }
