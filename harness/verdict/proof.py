"""What is known of a run's authenticity, as the gate needs it: the attestation's answer without its machinery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a run's folder is what was signed. ``own``: this very process recorded it and seals it next."""

    signer: str = ""  # "" unsigned
    problems: tuple[str, ...] = ()  # what was changed, is missing, or cannot be verified: Vietnamese sentences
    leaks: tuple[str, ...] = ()  # files that hold personal data or a secret, each with what it holds
    demo: bool = False  # signed with the demo key
    trusted_time: bool = False
    builds: Mapping[str, str] = field(default_factory=dict)  # portal → version, as the portal itself states it
    changed: tuple[str, ...] = ()  # services whose approved profile is no longer the one that was tested
    own: bool = False


UNSIGNED = Proof()
OWN = Proof(own=True)
