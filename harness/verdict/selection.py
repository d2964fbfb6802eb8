"""What a run set out to judge, so that a part of it can never pass for the whole."""

from __future__ import annotations

from dataclasses import dataclass

from harness.model import Ruleset


@dataclass(frozen=True, slots=True)
class Selection:
    """The services and criteria a run promised to judge.

    ``filtered``: fewer criteria than the ruleset tests were asked for.
    ``complete``: the run came to its own end (not interrupted, nothing left undriven).
    ``leaks``: evidence files that hold a secret of the run, each with what it holds.
    """

    services: tuple[str, ...]
    criteria: tuple[str, ...]
    filtered: bool
    complete: bool
    leaks: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, ruleset: Ruleset, services: tuple[str, ...], *, only: tuple[str, ...] = (), complete: bool = True
    ) -> Selection:
        """Every criterion that the ruleset tests, or those of ``only`` among them."""
        tested = tuple(c.id for c in ruleset.criteria if c.tested)
        chosen = tuple(c for c in tested if not only or c in only)
        return cls(services, chosen, filtered=set(chosen) != set(tested), complete=complete)
