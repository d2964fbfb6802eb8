"""Who is here: the session as the pages see it, signing in with VNeID in the same tab, signing out."""

from __future__ import annotations

import secrets
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Account
from sandbox.portal.identity import SignInError, authorization_address, claims_for
from sandbox.portal.session import account_of, enter
from sandbox.spa.answers import RefusalError, api, given

PENDING, AFTER = "sign-in", "after-sign-in"  # session keys
BACK = "/dang-nhap/ket-qua"


@api("GET", "DELETE")
def session(request: HttpRequest) -> JsonResponse:
    """GET: name of the account and the token that changes need. DELETE: signs out."""
    if request.method == "DELETE":
        behaviour().end_session(request.session)
        return JsonResponse({})
    account = account_of(request)
    return JsonResponse({"ten": behaviour().account_name(account) if account else "", "the": get_token(request),
                         "phut": behaviour().session_minutes()})


@api("POST")
def begin(request: HttpRequest) -> JsonResponse:
    """Where to sign in; state and nonce are kept in this session only."""
    state, nonce = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    request.session[PENDING] = {"state": state, "nonce": nonce}
    route = str(given(request).get("tiep", ""))
    request.session[AFTER] = route if route.startswith("/") and not route.startswith("//") else "/"
    back = request.build_absolute_uri(BACK)
    parameters = behaviour().authorize_parameters(settings.OIDC_CLIENT_ID, back, state, nonce)
    try:
        return JsonResponse({"dia_chi": authorization_address(parameters)})
    except SignInError as trouble:
        raise RefusalError(503, str(trouble)) from trouble


@api("GET")
def answered(request: HttpRequest) -> HttpResponseBase:
    """The provider's answer, then back into the pages."""
    pending = request.session.pop(PENDING, {})
    if not behaviour().state_accepted(pending.get("state", ""), request.GET.get("state", "")):
        return _failed("Phiên đăng nhập không hợp lệ hoặc đã hết hạn. Vui lòng đăng nhập lại.")
    if not request.GET.get("code"):
        return _failed("VNeID chưa xác nhận việc đăng nhập. Vui lòng đăng nhập lại.")
    try:
        claims = claims_for(request.GET["code"], request.build_absolute_uri(BACK), pending.get("nonce", ""))
    except SignInError as trouble:
        return _failed(str(trouble))
    account, _ = Account.objects.update_or_create(
        subject=behaviour().account_subject(claims), defaults=behaviour().account_from_claims(claims))
    after = request.session.pop(AFTER, "/")
    enter(request, account)
    return redirect(f"/#{after}")


def _failed(sentence: str) -> HttpResponseBase:
    return redirect(f"/#/dang-nhap?loi={quote(sentence)}")
