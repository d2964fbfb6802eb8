"""Addresses of the two sites, and signed addresses that let the national portal fetch one file."""

from __future__ import annotations

from django.conf import settings
from django.core import signing

SALT = "lien-thong"
SHARED_FOR = 7 * 24 * 3600  # seconds


def portal(path: str) -> str:
    return f"{settings.PORTAL_URL}{path}"


def shared(kind: str, key: int) -> str:
    """kind: tep (upload) | giay-to (paper). Not reachable from the citizen's pages."""
    return portal(f"/lien-thong/{signing.dumps([kind, key], salt=SALT)}")


def opened(token: str) -> tuple[str, int]:
    """What a shared address stands for; raises signing.BadSignature."""
    kind, key = signing.loads(token, salt=SALT, max_age=SHARED_FOR)
    return str(kind), int(key)
