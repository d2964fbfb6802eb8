"""How a walk reaches the portal's other sides: values that only they know, and who answers for which address."""

from __future__ import annotations

from typing import Any

from harness.evidence.redaction import Redaction
from harness.model import Persona
from harness.simulators import CARDS, HOLDER, ISSUED, OTP, Simulators

CARD = {"number": next(iter(CARDS)), "holder": HOLDER, "issued": ISSUED, "otp": OTP}


def sources(simulators: Simulators | None, redaction: Redaction) -> dict[str, Any]:
    """Answers for ``@inbox.otp`` and ``@card.…``."""

    def inbox(key: str, persona: Persona | None) -> str | None:
        """The one-time code on the person's telephone; None while it has not come."""
        if simulators is None or persona is None or key != "otp":
            return None
        code = simulators.identity.otp_for(persona.identity_number)
        redaction.learn(code or "")
        return code

    return {"inbox": inbox, "card": lambda key, _persona: CARD.get(key)}


def third_parties(simulators: Simulators | None) -> dict[str, str]:
    if simulators is None:
        return {}
    return {
        simulators.gateway.url: "cổng thanh toán",
        simulators.identity.url: "nhà cung cấp định danh",
        simulators.national.url: "Cổng DVC quốc gia",
    }
