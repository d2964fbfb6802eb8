"""Test clients of the citizen's portal, and what a reader sees of a page."""

from __future__ import annotations

import re
from typing import Any


def visitor(account: Any = None) -> Any:
    """A test client; signed in when an account is given."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import Client

    client = Client(raise_request_exception=False)
    if account is not None:
        session = SessionStore()
        session["account"] = account.pk
        session.save()
        client.cookies["phien_cong"] = session.session_key
    return client


def text(response: Any) -> str:
    """What a reader sees, spaces folded."""
    import html

    body = re.sub(r"<(script|style|svg).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
