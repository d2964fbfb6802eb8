"""The one object that decides for the whole sandbox. Faults override its methods; nobody asks which are on.

PORTAL-side callers: `behaviour().<method>(…)`. Which topics there are: `sandbox/core/conforming/*.py`.
"""

from __future__ import annotations

from sandbox.core.conforming.attending import Attending
from sandbox.core.conforming.declaring import Declaring
from sandbox.core.conforming.open_site import OpenSite
from sandbox.core.conforming.trust import Trust


class Conforming(Attending, Declaring, OpenSite, Trust):
    """A portal and one-stop system as the law wants them."""


_current: list[Conforming] = [Conforming()]


def behaviour() -> Conforming:
    """The behaviour of this process."""
    return _current[0]


def use(instance: Conforming) -> Conforming:
    """Makes `instance` the behaviour of this process; returns the one before."""
    before, _current[0] = _current[0], instance
    return before
