"""The register: the life of each service, every run, decision, waiver and publication, for as long as the office lasts.

Append-only: what happened is added, never changed. Reading it «as of» a day is reading what had been added by then.
"""

from __future__ import annotations

from harness.register.store import Register, RegisterError, address

__all__ = ["Register", "RegisterError", "address"]
