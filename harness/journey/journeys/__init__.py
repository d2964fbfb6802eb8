"""The walks by name. Each is a readable sequence of tasks and probes that leaves the facts its criteria judge."""

from __future__ import annotations

from collections.abc import Mapping

from harness.journey.journeys import (
    again,
    complete,
    elsewhere,
    form,
    incomplete,
    information,
    payment,
    refusal,
    stranger,
    supplement,
    withdrawal,
)
from harness.journey.scene import Walk

WALKS: Mapping[str, Walk] = {
    "information": information.walk,
    "complete": complete.walk,
    "incomplete": incomplete.walk,
    "form": form.walk,
    "stranger": stranger.walk,
    "payment": payment.walk,
    "supplement": supplement.walk,
    "refusal": refusal.walk,
    "withdrawal": withdrawal.walk,
    "again": again.walk,
    "phone": elsewhere.phone,
    "firefox": elsewhere.firefox,
}

__all__ = ["WALKS"]
