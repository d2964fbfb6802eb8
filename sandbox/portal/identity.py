"""The relying party of OpenID Connect: authorization code flow, ID token checked (signature, iss, aud, exp, nonce)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from sandbox.core.behaviour import behaviour

TIMEOUT = 10.0  # seconds for one question to the provider


class SignInError(Exception):
    """The provider cannot be asked, or what it says does not hold. The text is for the citizen."""


@dataclass(frozen=True, slots=True)
class Provider:
    """What discovery says of the provider."""

    issuer: str
    authorize: str
    token: str
    userinfo: str
    keys: str


def _asked(answer: httpx.Response) -> dict[str, Any]:
    answer.raise_for_status()
    found = answer.json()
    if not isinstance(found, dict):
        raise SignInError("Hệ thống định danh trả lời không đúng định dạng.")
    return found


def discover(client: httpx.Client) -> Provider:
    if not settings.IDENTITY_URL:
        raise SignInError("Chưa kết nối hệ thống định danh điện tử VNeID. Vui lòng thử lại sau.")
    found = _asked(client.get(f"{settings.IDENTITY_URL}/.well-known/openid-configuration"))
    return Provider(found["issuer"], found["authorization_endpoint"], found["token_endpoint"],
                    found["userinfo_endpoint"], found["jwks_uri"])


def authorization_address(parameters: dict[str, str]) -> str:
    """Where the citizen's browser is sent to sign in."""
    try:
        with httpx.Client(timeout=TIMEOUT) as client:
            return f"{discover(client).authorize}?{urlencode(parameters)}"
    except (httpx.HTTPError, ValueError, KeyError) as trouble:
        raise SignInError("Hệ thống định danh điện tử VNeID đang gián đoạn. Vui lòng thử lại sau.") from trouble


def _checked(token: str, keys: dict[str, Any], provider: Provider, nonce: str) -> dict[str, Any]:
    read = jwt.decode(token, KeySet.import_key_set(keys), algorithms=["RS256"])  # type: ignore[arg-type]
    jwt.JWTClaimsRegistry(
        leeway=30,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": settings.OIDC_CLIENT_ID},
        sub={"essential": True}, exp={"essential": True},
    ).validate(read.claims)
    if not behaviour().nonce_accepted(nonce, str(read.claims.get("nonce") or "")):
        raise SignInError("Thông tin đăng nhập không thuộc phiên này. Vui lòng đăng nhập lại.")
    return dict(read.claims)


def claims_for(code: str, redirect_uri: str, nonce: str) -> dict[str, Any]:
    """Redeems the code; returns the claims of the ID token together with those of userinfo."""
    try:
        with httpx.Client(timeout=TIMEOUT) as client:
            provider = discover(client)
            tokens = _asked(client.post(
                provider.token, auth=(settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET),
                data={"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri},
            ))
            known = _checked(tokens["id_token"], _asked(client.get(provider.keys)), provider, nonce)
            bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
            person = _asked(client.get(provider.userinfo, headers=bearer))
    except (httpx.HTTPError, JoseError, ValueError, KeyError) as trouble:
        raise SignInError("Không xác thực được thông tin đăng nhập từ VNeID. Vui lòng đăng nhập lại.") from trouble
    if person.get("sub") != known["sub"]:
        raise SignInError("Thông tin tài khoản trả về không khớp. Vui lòng đăng nhập lại.")
    return {**known, **person}
