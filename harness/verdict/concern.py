"""Something that stands against publishing, with the exit code of its class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from harness.verdict.exit_codes import ExitCode

# What outweighs what: a leak must be cleaned first; what cannot be believed says nothing, not even a failure.
HEAVIEST_FIRST = (
    ExitCode.LEAK,
    ExitCode.EVIDENCE,
    ExitCode.WAIVER,
    ExitCode.HOLD,
    ExitCode.HARNESS,
    ExitCode.CANNOT_SAY,
    ExitCode.PUBLISH,
)


@dataclass(frozen=True, slots=True)
class Concern:
    code: ExitCode
    sentence: str
    services: tuple[str, ...] | None = None  # whose decision it touches; None: the whole release


def heaviest(codes: Iterable[ExitCode]) -> ExitCode:
    """Of nothing at all nothing can be said."""
    return min(codes, key=HEAVIEST_FIRST.index, default=ExitCode.CANNOT_SAY)
