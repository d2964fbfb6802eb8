"""Signing in with VNeID and out again."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Account
from sandbox.portal.identity import SignInError, authorization_address, claims_for
from sandbox.portal.respond import respond
from sandbox.portal.session import account_of, enter, safe_return

PENDING = "sign-in"  # session key: the one request that is under way
ANSWERS = "sign-in-answers"  # session key: how many answers of the provider did not yet let anybody in
AFTER = "after-sign-in"  # session key: where to go then; kept out of pages, because addresses hold dossier codes


def _page(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    return respond(request, "sign_in", {"problem": problem, "crumbs": [("Đăng nhập", "")]}, status)


@require_GET
def sign_in(request: HttpRequest) -> HttpResponseBase:
    after = safe_return(request, request.GET.get("tiep", "/"))
    if account_of(request):
        return redirect(after)
    request.session[AFTER] = after
    return _page(request)


@require_POST
def begin(request: HttpRequest) -> HttpResponseBase:
    return begin_again(request)


def begin_again(request: HttpRequest) -> HttpResponseBase:
    """Sends the browser to the provider with a fresh state and nonce, kept in this session only."""
    state, nonce = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    request.session[PENDING] = {"state": state, "nonce": nonce}
    parameters = behaviour().authorize_parameters(settings.OIDC_CLIENT_ID, _back(request), state, nonce)
    try:
        return redirect(authorization_address(parameters))
    except SignInError as trouble:
        return _page(request, str(trouble), 503)


@require_GET
def answered(request: HttpRequest) -> HttpResponseBase:
    """The provider's answer. A state that this session did not send signs nobody in."""
    pending = request.session.pop(PENDING, {})
    if not behaviour().state_accepted(pending.get("state", ""), request.GET.get("state", "")):
        return _page(request, "Phiên đăng nhập không hợp lệ hoặc đã hết hạn. Vui lòng đăng nhập lại.", 400)
    if not request.GET.get("code"):
        return _page(request, "VNeID chưa xác nhận việc đăng nhập. Vui lòng đăng nhập lại.", 400)
    try:
        claims = claims_for(request.GET["code"], _back(request), pending.get("nonce", ""))
    except SignInError as trouble:
        return _page(request, str(trouble), 400)
    account, _ = Account.objects.update_or_create(
        subject=behaviour().account_subject(claims), defaults=behaviour().account_from_claims(claims))
    answers = request.session.get(ANSWERS, 0) + 1
    if not behaviour().let_in(answers):
        request.session[ANSWERS] = answers
        return begin_again(request)
    after = request.session.pop(AFTER, "/")
    enter(request, account)
    return redirect(after)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    behaviour().end_session(request.session)
    return redirect("/")


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri("/dang-nhap/ket-qua")
