"""Authlib's OpenID Connect server, told where our accounts, codes and keys are."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, list_to_scope, scope_to_list
from authlib.oauth2.rfc6749.errors import InvalidGrantError
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask
from joserfc.jwk import KeySet, RSAKey

from harness.model import Persona
from harness.simulators.accounts import Accounts, Authorization, claims_of

SCOPES = ("openid", "profile", "email", "phone", "address")
CODE_LIFETIME = 300  # seconds


class Client(ClientMixin):  # type: ignore[misc]  # Authlib has no types
    """The portal under test, the only client. Addresses on this machine are accepted as redirects."""

    def __init__(self, client_id: str, client_secret: str) -> None:
        self.client_id = client_id
        self._secret = client_secret

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> str | None:
        return None

    def get_allowed_scope(self, scope: str) -> str:
        return str(list_to_scope([s for s in scope_to_list(scope or "") if s in SCOPES]))

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return urlsplit(redirect_uri).hostname in {"localhost", "127.0.0.1", "::1"}

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(self._secret, client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method in {"client_secret_basic", "client_secret_post"} or endpoint != "token"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


class IssuedCode(AuthorizationCodeMixin):  # type: ignore[misc]
    """An authorization as Authlib wants to read it."""

    def __init__(self, held: Authorization) -> None:
        self.held = held
        self.code_challenge = held.params.get("code_challenge")
        self.code_challenge_method = held.params.get("code_challenge_method")

    def get_redirect_uri(self) -> str:
        return self.held.redirect_uri

    def get_scope(self) -> str:
        return self.held.params.get("scope", "openid")

    def get_nonce(self) -> str | None:
        return self.held.params.get("nonce")

    def get_auth_time(self) -> int:
        return int(self.held.issued_at)

    def get_acr(self) -> str | None:
        return self.held.params.get("acr_values")

    def get_amr(self) -> list[str]:
        return ["pwd", "otp"]


def code_grant(accounts: Accounts) -> type[AuthorizationCodeGrant]:
    class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc]
        TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post")

        def save_authorization_code(self, code: str, request: Any) -> None:
            accounts.issue(code, request.user.identity_number, request.payload.data.to_dict(),
                           redirect_uri=request.payload.redirect_uri or "")  # fmt: skip

        def query_authorization_code(self, code: str, client: Client) -> IssuedCode | None:  # noqa: ARG002 - Authlib's signature
            youngest = time.time() - CODE_LIFETIME
            for held in accounts.authorizations():
                if held.code == code and not held.redeemed and held.issued_at >= youngest:
                    return IssuedCode(held)
            return None

        def authenticate_user(self, authorization_code: IssuedCode) -> Persona | None:
            # Here and not in delete_authorization_code: of two calls at once only one may get tokens.
            if not accounts.redeem(authorization_code.held.code):
                raise InvalidGrantError("Invalid 'code' in request.")
            return accounts.person(authorization_code.held.identity_number)

        def delete_authorization_code(self, authorization_code: IssuedCode) -> None:
            """Redeemed already; it stays in the record."""

    return CodeGrant


@cache
def _strange_key() -> RSAKey:
    """In no JWKS; made only when a forged token is asked for."""
    return RSAKey.generate_key(2048)


def id_token(accounts: Accounts, issuer: Callable[[], str], keys: KeySet) -> OpenIDCode:
    class IdToken(OpenIDCode):  # type: ignore[misc]
        def exists_nonce(self, nonce: str, request: Any) -> bool:  # noqa: ARG002
            return any(held.params.get("nonce") == nonce for held in accounts.authorizations())

        def get_client_claims(self, client: Client) -> dict[str, Any]:
            return {"iss": issuer(), "aud": [client.get_client_id()]}

        def get_encode_header(self, client: Client) -> dict[str, Any]:  # noqa: ARG002
            return {"alg": "RS256", "kid": keys.keys[0].kid}

        def encode_id_token(self, token: dict[str, Any], request: Any) -> str:
            forged = accounts.conduct_to(request.user.identity_number).forge_signature
            signer = IdToken(require_nonce=False)
            signer.resolve_client_private_key = lambda _: _strange_key() if forged else keys.keys[0]
            return str(OpenIDCode.encode_id_token(signer, token, request))

        def generate_user_info(self, user: Persona, scope: str) -> UserInfo:  # noqa: ARG002
            return UserInfo(claims_of(user) | dict(accounts.conduct_to(user.identity_number).claims))

    return IdToken(require_nonce=False)


def authorization_server(app: Flask, accounts: Accounts, client: Client, issuer: Callable[[], str],
                         keys: KeySet) -> AuthorizationServer:  # fmt: skip
    """``issuer`` is asked late: the port is known only once the server listens."""

    def save_token(token: dict[str, Any], request: Any) -> None:
        accounts.keep_token(token["access_token"], request.user.identity_number)

    server = AuthorizationServer(
        app, lambda client_id: client if client_id == client.client_id else None, save_token
    )
    token = id_token(accounts, issuer, keys)
    server.register_grant(code_grant(accounts), [token, CodeChallenge(required=False)])
    return server
