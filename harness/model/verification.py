"""What could be proven of a finished run by its signed manifest, and what could not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# One word for it, and one sentence, wherever somebody reads a decision that such a key signed.
DEMO_KEY = "khóa dùng thử"
DEMO_SIGNED = f"ký bằng {DEMO_KEY}: chỉ cho biết tệp không đổi kể từ khi ký, không chứng minh ai đã ký"


@dataclass(frozen=True, slots=True)
class Verification:
    """``ok``: nothing was changed, removed or added after signing, and the signer is one who was accepted.

    A demo key is accepted when no key was asked for: it proves that nothing changed by accident, not who signed.
    """

    ok: bool
    problems: tuple[str, ...] = ()  # Vietnamese sentences, each with the file it is about
    notes: tuple[str, ...] = ()  # what is true and limits the proof, without being wrong
    signer: str = ""  # key id of whoever signed; "" when no signature holds
    demo: bool = False  # signed by a key that the harness made for itself
    trusted_time: str = ""  # ISO 8601, of a time-stamping authority whose root was given; "" otherwise
    portal_build: Mapping[str, str] = field(default_factory=dict)  # portal → version, as the portal itself states it
    ended: str = ""  # ISO 8601, as the run's machine told it
    run: str = ""
    ruleset: str = ""  # "muc-do-4 1.2"
    decisions: Mapping[str, str] = field(default_factory=dict)  # service → publish | hold | cannot-say
    files: int = 0  # that were compared byte by byte
