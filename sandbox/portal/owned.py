"""Which dossiers the person of this request may see."""

from __future__ import annotations

from django.http import HttpRequest

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Dossier
from sandbox.portal.session import account_of


def owned_dossier(request: HttpRequest, code: str, what: str) -> Dossier | None:
    """The dossier, or None when there is none or it is somebody else's: the two must look the same."""
    dossier = Dossier.objects.filter(code=code).select_related("account").first()
    if dossier is None or not behaviour().may_see(account_of(request), dossier, what):
        return None
    return dossier
