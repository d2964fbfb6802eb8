"""Sign-in, sessions, who may see what, what is masked, ratings, and the last word on every page."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

from sandbox.core.models import Account, Dossier, Rating
from sandbox.core.texts import now


class Guards:
    # --- sign-in -----------------------------------------------------------------------------------
    def authorize_parameters(self, client_id: str, redirect_uri: str, state: str, nonce: str) -> dict[str, str]:
        """Query of the authorization request (OpenID Connect Core 3.1.2.1)."""
        return {
            "response_type": "code", "client_id": client_id, "redirect_uri": redirect_uri,
            "scope": "openid profile email phone address", "state": state, "nonce": nonce,
        }

    def state_accepted(self, expected: str, given: str) -> bool:
        """The answer belongs to the request of this very session."""
        return bool(expected) and hmac.compare_digest(expected.encode(), given.encode())

    def nonce_accepted(self, expected: str, given: str) -> bool:
        """The ID token was made for the request of this very session."""
        return bool(expected) and hmac.compare_digest(expected.encode(), given.encode())

    def let_in(self, answers: int) -> bool:  # noqa: ARG002 - faults count
        """Whether this answer of the provider, the n-th in a row, is enough to come in."""
        return True

    def account_from_claims(self, claims: Mapping[str, Any]) -> dict[str, str]:
        """Attributes of Account from the provider's claims."""
        def text(key: str) -> str:
            return str(claims.get(key) or "")

        return {
            "full_name": text("name"), "identity_number": text("SoDinhDanh"), "birth_date": text("birthdate"),
            "gender": text("gender"), "phone": text("phone_number"), "email": text("email"),
            "address": text("address"),
        }

    def account_name(self, account: Account) -> str:
        """Shown in the row «Người dùng» of a signed-in page."""
        return str(account.full_name)

    # --- sessions and access -----------------------------------------------------------------------
    def cookie(self, name: str, attributes: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - faults choose by name
        """Attributes of a cookie about to be set: httponly, secure, samesite."""
        return attributes

    def may_see(self, account: Account | None, dossier: Dossier, what: str) -> bool:  # noqa: ARG002 - as above
        """Only the owner sees his dossier. what: page | upload | slip | receipt | result | payment."""
        return account is not None and dossier.account_id == account.pk

    # --- masks of the public lookup ----------------------------------------------------------------
    def mask_name(self, name: str) -> str:
        """«Nguyễn Văn Mẫu» → «N***** V** M**»."""
        return " ".join(word[:1] + "*" * (len(word) - 1) for word in name.split())

    def mask_digits(self, number: str) -> str:
        """All but the last three characters hidden."""
        return "*" * max(len(number) - 3, 0) + number[-3:]

    # --- rating ------------------------------------------------------------------------------------
    def rating_levels(self) -> list[str]:
        """TT 32/2017 Đ12: at least an overall rating in three levels."""
        return ["Rất hài lòng", "Hài lòng", "Chưa hài lòng"]

    def rating_offered(self, dossier: Dossier) -> bool:
        return bool(dossier.status == 10)

    def save_rating(self, dossier: Dossier, level: str) -> str:
        """Keeps the rating; returns the confirmation that the page shows."""
        Rating.objects.update_or_create(dossier=dossier, defaults={"level": level, "at": now()})
        return "Đã ghi nhận đánh giá của ông/bà. Xin cảm ơn."

    # --- pages -------------------------------------------------------------------------------------
    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - faults choose by it
        """Last word on a page's data."""
        return context

    def html(self, template: str, html: str) -> str:  # noqa: ARG002 - as above
        """Last word on a rendered page."""
        return html

    # --- control portals ---------------------------------------------------------------------------
    def answer(self, origin: str, path: str) -> tuple[int, str] | None:  # noqa: ARG002 - control portals choose by it
        """An answer (status, HTML) given in place of the application's; None: the application answers."""
        return None
