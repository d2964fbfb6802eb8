"""The portal's other sides, speaking the real protocols; usable with any portal under test."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from harness.catalog.procedures import Procedure
from harness.model import Persona
from harness.simulators.accounts import Authorization
from harness.simulators.cards import CARDS, HOLDER, ISSUED, OTP, Card
from harness.simulators.gateway import Gateway
from harness.simulators.identity import IdentityProvider
from harness.simulators.ledger import Notice, Order, Query
from harness.simulators.mailbox import Mail, Mailbox
from harness.simulators.national import Call, NationalPortal, Packet

__all__ = [
    "CARDS",
    "HOLDER",
    "ISSUED",
    "OTP",
    "Authorization",
    "Call",
    "Card",
    "Gateway",
    "IdentityProvider",
    "Mail",
    "Mailbox",
    "NationalPortal",
    "Notice",
    "Order",
    "Packet",
    "Ports",
    "Query",
    "Secrets",
    "Simulators",
]


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What the portal and the simulators must share. New for every run."""

    tmn_code: str = field(default_factory=lambda: secrets.token_hex(4).upper())
    gateway_secret: str = field(default_factory=lambda: secrets.token_hex(16).upper())
    client_id: str = field(default_factory=lambda: f"cong-{secrets.token_hex(4)}")
    client_secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    national_username: str = field(default_factory=lambda: f"tinh-{secrets.token_hex(4)}")
    national_password: str = field(default_factory=lambda: secrets.token_urlsafe(24))


@dataclass(frozen=True, slots=True)
class Ports:
    """0 = any free port."""

    gateway: int = 0
    identity: int = 0
    national: int = 0
    mailbox: int = 0


@dataclass(slots=True, repr=False)
class Simulators:
    """The four, started and stopped together; a context manager."""

    gateway: Gateway
    identity: IdentityProvider
    national: NationalPortal
    mailbox: Mailbox
    shared: Secrets

    @classmethod
    def create(cls, personas: Iterable[Persona], procedures: Mapping[str, Procedure] | None = None, *,
               notify_url: str = "", shared: Secrets | None = None, ports: Ports | None = None,
               ) -> Self:  # fmt: skip
        """Not started yet. ``notify_url`` (IPN) may be given later: ``simulators.gateway.notify_url = …``."""
        people, shared, ports = list(personas), shared or Secrets(), ports or Ports()
        return cls(
            gateway=Gateway(shared.tmn_code, shared.gateway_secret, notify_url, port=ports.gateway),
            identity=IdentityProvider(people, shared.client_id, shared.client_secret, port=ports.identity),
            national=NationalPortal(shared.national_username, shared.national_password, procedures,
                                    port=ports.national, personas=people),
            mailbox=Mailbox(port=ports.mailbox),
            shared=shared,
        )  # fmt: skip

    def start(self) -> None:
        """All or none: when one cannot start, those already started are stopped."""
        started: list[Gateway | IdentityProvider | NationalPortal | Mailbox] = []
        try:
            for simulator in (self.gateway, self.identity, self.national, self.mailbox):
                simulator.start()
                started.append(simulator)
        except OSError:
            for simulator in reversed(started):
                simulator.stop()
            raise

    def stop(self) -> None:
        for simulator in (self.mailbox, self.national, self.identity, self.gateway):
            simulator.stop()

    def environment(self) -> dict[str, str]:
        """The variables that tell a portal where the simulators are and what it shares with them."""
        return {
            "GATEWAY_URL": self.gateway.url,
            "GATEWAY_TMN_CODE": self.shared.tmn_code,
            "GATEWAY_SECRET": self.shared.gateway_secret,
            "IDENTITY_URL": self.identity.url,
            "OIDC_CLIENT_ID": self.shared.client_id,
            "OIDC_CLIENT_SECRET": self.shared.client_secret,
            "NATIONAL_URL": self.national.url,
            "NATIONAL_USERNAME": self.shared.national_username,
            "NATIONAL_PASSWORD": self.shared.national_password,
            "SMTP_HOST": self.mailbox.host,
            "SMTP_PORT": str(self.mailbox.port),
        }

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.stop()
