"""What a citizen may rely on: his session, consent, his list of dossiers, limits of the public lookup."""

from __future__ import annotations

import threading
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from typing import Any

from sandbox.core.models import Account, Dossier, Draft

WINDOW, MOST = 10.0, 20  # seconds, lookups of codes that do not exist


class Trust:
    def __init__(self) -> None:
        self._missed: dict[str, deque[float]] = defaultdict(deque)
        self._lock = threading.Lock()

    # --- personal data (NĐ 13/2023 Đ11) --------------------------------------------------------------
    def consent_notice(self) -> str:
        return (
            "Mục đích: giải quyết hồ sơ này và trả kết quả. Dữ liệu: những điều đã khai và giấy tờ đã nộp. Bên xử lý: "
            "Cổng dịch vụ công và cơ quan giải quyết. Ông/bà có quyền xem, sửa, rút lại sự đồng ý."
        )

    def consent_ticked(self) -> bool:
        """Whether the box is ticked before anybody has touched it."""
        return False

    # --- sessions --------------------------------------------------------------------------------------
    def account_subject(self, claims: Mapping[str, Any]) -> str:
        """By what the portal knows a person again: one account for one identity, however often he comes."""
        return str(claims["sub"])

    def end_session(self, session: Any) -> None:
        """Signing out ends the session on the server too."""
        session.flush()

    def session_minutes(self) -> int:
        """After how many minutes without a sign of life the pages expect to be signed out; 0: they do not say."""
        return 30

    def locks_while_sending(self) -> bool:
        """The button that sends is locked, and says so, until the answer is there."""
        return True

    def forgery_refused(self, *, given: bool) -> bool:  # noqa: ARG002 - faults ask whether there was a token at all
        """Whether a changing request without this session's own token is refused."""
        return True

    def claim_draft(self, draft: Draft) -> bool:
        """A draft becomes a dossier once, however often and from wherever it is sent."""
        return bool(Draft.objects.filter(pk=draft.pk, submitted=False).update(submitted=True))

    # --- «Hồ sơ của tôi» -----------------------------------------------------------------------------
    def dossiers_of(self, account: Account) -> list[Dossier]:
        return list(Dossier.objects.filter(account=account).order_by("-submitted_at", "-pk"))

    # --- the public lookup ---------------------------------------------------------------------------
    def lookup_allowed(self, who: str) -> bool:
        """Whether this address and browser may go on asking."""
        with self._lock:
            return len(self._recent(who)) < MOST

    def lookup_missed(self, who: str) -> None:
        """A code that does not exist: a mistake, or somebody who tries them all."""
        with self._lock:
            self._recent(who).append(time.monotonic())

    def _recent(self, who: str) -> deque[float]:
        missed = self._missed[who]
        while missed and missed[0] < time.monotonic() - WINDOW:
            missed.popleft()
        return missed
