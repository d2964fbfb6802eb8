"""Claims, the criteria they prove, and what falls short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from harness.model import Evidence, Service, Witness


class Shortfall(str):
    """What falls short, as one Vietnamese sentence, with its halves kept apart for reports."""

    __slots__ = ("file", "place", "required", "seen")

    required: str  # Yêu cầu
    seen: str  # Thực tế
    file: str  # evidence file relative to the journey's folder, or ""
    place: str  # where it was seen, in words, or ""

    def __new__(cls, seen: str, required: str, witness: Witness | None = None, *, file: str = "") -> Shortfall:
        self = super().__new__(cls, f"{seen}; yêu cầu: {required}")
        self.seen, self.required = seen, required
        self.file = file or (witness.file if witness else "")
        self.place = witness.place if witness else ""
        return self


Claim: TypeAlias = Callable[[Evidence, Service], Shortfall | None]


@dataclass(frozen=True, slots=True)
class Check:
    """One criterion: all its claims must hold."""

    id: str
    claims: tuple[Claim, ...]

    def __call__(self, evidence: Evidence, service: Service) -> Shortfall | None:
        """The first shortfall; raises NotObserved when the evidence does not reach."""
        for claim in self.claims:
            shortfall = claim(evidence, service)
            if shortfall is not None:
                return shortfall
        return None


_CLAIMS: dict[str, tuple[Claim, ...]] = {}


def check(*criteria: str) -> Callable[[Claim], Claim]:
    """Registers a claim for its criteria, in the order in which a scenario speaks of them."""

    def register(claim: Claim) -> Claim:
        for criterion in criteria:
            _CLAIMS[criterion] = (*_CLAIMS.get(criterion, ()), claim)
        return claim

    return register


def checks() -> dict[str, Check]:
    """Every check by criterion id."""
    return {criterion: Check(criterion, claims) for criterion, claims in sorted(_CLAIMS.items())}


def judge(claim: Claim | Check, evidence: Evidence, service: Service) -> None:
    """Raises AssertionError, with the Shortfall as its only argument, when the service does not conform."""
    shortfall = claim(evidence, service)
    if shortfall is not None:
        raise AssertionError(shortfall)
