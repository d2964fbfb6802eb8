"""Control portals: they serve nobody, or lie, or are unsteady. What each criterion says of them is known beforehand."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sandbox.core.behaviour import Conforming
from sandbox.core.conforming.delivery import Message
from sandbox.core.models import Dossier, Payment
from sandbox.core.procedures import Procedure

BARE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{0}</title></head>
<body><main><h1>{0}</h1></main></body></html>"""


class RejectAll(Conforming):
    """Refuses every request."""

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:  # noqa: ARG002 - as the conforming one
        return 403, BARE.format("Yêu cầu bị từ chối")


class Always200(Conforming):
    """Calls everything a success and shows the same empty page."""

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:  # noqa: ARG002 - as the conforming one
        return 200, BARE.format("Thành công")


class Inert(Conforming):
    """Accepts everything and does nothing: no refusal, no status, no paper, no message, no packet."""

    def obstacles(self, procedure: Procedure, values: Mapping[str, str], uploads: Collection[Any]) -> list[str]:  # noqa: ARG002
        return []

    def form_errors(self, fields: Collection[Any], values: Mapping[str, str]) -> dict[str, str]:  # noqa: ARG002
        return {}

    def missing_papers(self, procedure: Procedure, uploads: Collection[Any]) -> dict[str, str]:  # noqa: ARG002
        return {}

    def may_follow(self, before: int, after: int) -> bool:  # noqa: ARG002
        return True

    def reached(self, dossier: Dossier, status: int) -> int:  # noqa: ARG002
        return 1

    def history_steps(self, status: int) -> list[int]:  # noqa: ARG002
        return []

    def reception_obstacle(self, dossier: Dossier) -> str:  # noqa: ARG002
        return ""

    def notice_signed(self, params: Mapping[str, str]) -> bool:  # noqa: ARG002
        return True

    def amount_matches(self, payment: Payment, params: Mapping[str, str]) -> bool:  # noqa: ARG002
        return True

    def settle(self, payment: Payment, *, paid: bool, response_code: str, at: datetime) -> bool:  # noqa: ARG002
        return True

    def receipt_due(self, dossier: Dossier) -> bool:  # noqa: ARG002
        return False

    def paper_content(self, dossier: Dossier, kind: str, number: str) -> bytes:  # noqa: ARG002
        return b""

    def message(self, dossier: Dossier, event: str, note: str = "") -> Message | None:  # noqa: ARG002
        return None

    def synchronised(self, dossier: Dossier) -> bool:  # noqa: ARG002
        return False


class RandomDelay(Conforming):
    """Conforms, with answers that come at once or a second later."""

    def answer(self, origin: str, path: str) -> tuple[int, str] | None:
        threading.Event().wait(secrets.randbelow(1000) / 1000)
        return super().answer(origin, path)


class LyingPages(Conforming):
    """All pages agree that the work is done, and sooner than it is; the packets tell the truth."""

    def portal_status(self, dossier: Dossier) -> str:
        return self.status_name(9 if dossier.status in {2, 4} else dossier.status)

    def one_stop_status(self, dossier: Dossier) -> str:
        return self.portal_status(dossier)

    def history(self, dossier: Dossier) -> list[dict[str, str]]:
        told = self.status_name(9)
        lied = {self.status_name(status) for status in (2, 4)}
        return [row | {"status": told} if row["status"] in lied else row for row in super().history(dossier)]

    def portal_due_date(self, dossier: Dossier) -> str:
        return self.date_text(dossier.due_at - timedelta(days=1) if dossier.due_at else None)

    def one_stop_due_date(self, dossier: Dossier) -> str:
        return self.portal_due_date(dossier)
