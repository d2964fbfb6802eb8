"""What the process says to the machine that started it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    PUBLISH = 0
    HOLD = 1
    USAGE = 2  # wrong command line or specification: nothing was started
    CANNOT_SAY = 3
    HARNESS = 4
    WAIVER = 5
    LEAK = 6  # a secret or personal data got into the evidence
    EVIDENCE = 7  # evidence is incomplete or cannot be verified
