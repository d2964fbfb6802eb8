"""Who is signed in, and pages that only a signed-in citizen may open."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from sandbox.core.models import Account

KEY = "account"
View = Callable[..., HttpResponseBase]


def account_of(request: HttpRequest) -> Account | None:
    """The signed-in citizen, read once a request."""
    if not hasattr(request, "_account"):
        number = request.session.get(KEY)
        found = Account.objects.filter(pk=number).first() if number else None
        request._account = found  # type: ignore[attr-defined]
    account: Account | None = request._account  # type: ignore[attr-defined]
    return account


def citizen(request: HttpRequest) -> Account:
    """The signed-in citizen of a page behind `login_required`."""
    account = account_of(request)
    if account is None:
        raise RuntimeError("a page that needs sign-in was routed without login_required")
    return account


def enter(request: HttpRequest, account: Account) -> None:
    """Starts a signed-in session under a new session id, so that an id known before is worth nothing."""
    request.session.cycle_key()
    request.session[KEY] = account.pk


def safe_return(request: HttpRequest, address: str) -> str:
    """An address of this portal; «/» for anything else."""
    inside = url_has_allowed_host_and_scheme(address, {request.get_host()}) and address.startswith("/")
    return address if inside else "/"


def login_required(view: View) -> View:
    """Sends a visitor to the sign-in page, and back afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if account_of(request) is None:
            return redirect(f"/dang-nhap?tiep={quote(request.get_full_path())}")
        return view(request, *args, **kwargs)

    return guarded
