"""The identity provider that stands for VNeID: OpenID Connect with password and one-time code."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from flask import Flask, jsonify, request
from joserfc.jwk import KeySet, RSAKey
from werkzeug.wrappers import Response

from harness.model import Persona
from harness.simulators.accounts import Accounts, Authorization, Conduct, claims_of
from harness.simulators.login_pages import LoginPages
from harness.simulators.oidc import SCOPES, Client, authorization_server
from harness.simulators.serving import WebServer, flask_app


class IdentityProvider:
    """Thread-safe control; each sign-in starts anew (no session, no cookie)."""

    def __init__(  # noqa: PLR0913, PLR0917 - who may sign in, the client, the address, the telephone
        self, personas: Iterable[Persona], client_id: str, client_secret: str,
        host: str = "localhost", port: int = 0, outbox: MutableMapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.outbox: MutableMapping[str, str] = {} if outbox is None else outbox
        self._accounts = Accounts(personas, self.outbox)
        self._client_id = client_id
        self._stopping = threading.Event()
        self._keys = KeySet([RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)])
        app = flask_app("identity")
        client = Client(client_id, client_secret)
        server = authorization_server(app, self._accounts, client, lambda: self.url, self._keys)
        app.register_blueprint(LoginPages(server, self._accounts, self._stopping.wait).blueprint())
        self._add_endpoints(app, server)
        self._server = WebServer(app, port, host)

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> None:
        self._stopping.clear()
        self._server.start()

    def stop(self) -> None:
        self._stopping.set()  # lets go of pages that are being slow on purpose
        self._server.stop()

    # --- control, for journeys

    def authorizations(self) -> list[Authorization]:
        return self._accounts.authorizations()

    def otp_for(self, identity_number: str) -> str | None:
        return self._accounts.code_of(identity_number)

    def issue_code(self, persona_id: str, redirect_uri: str) -> str:
        """A valid, unredeemed authorization code, as one stolen from another sign-in would be."""
        person = self._accounts.person_named(persona_id)
        code = secrets.token_urlsafe(36)
        params = {"client_id": self._client_id, "scope": "openid", "redirect_uri": redirect_uri}
        self._accounts.issue(code, person.identity_number, params, redirect_uri=redirect_uri, probe=True)
        return code

    def behave(self, persona_id: str = "", *, claims: Mapping[str, Any] | None = None, refuse: bool = False,
               seconds: float = 0.0, forge_signature: bool = False) -> None:  # fmt: skip
        """Sets how one person ("" = everybody) is treated; without options, conforming again."""
        number = self._accounts.person_named(persona_id).identity_number if persona_id else ""
        self._accounts.set_conduct(number, Conduct(claims or {}, refuse, seconds, forge_signature))

    # --- the protocol's endpoints without pages

    def _add_endpoints(self, app: Flask, server: AuthorizationServer) -> None:
        @app.get("/.well-known/openid-configuration")
        def configuration() -> Response:
            return jsonify(self._configuration())

        @app.get("/oauth2/jwks")
        def jwks() -> Response:
            return jsonify(self._keys.as_dict(private=False))

        @app.post("/oauth2/token")
        def token() -> Response:
            response: Response = server.create_token_response()
            return response

        @app.route("/oauth2/userinfo", methods=["GET", "POST"])
        def userinfo() -> Response:
            kind, _, bearer = request.headers.get("Authorization", "").partition(" ")
            person = self._accounts.holder_of(bearer) if kind.lower() == "bearer" else None
            if person is None:
                refused = jsonify(error="invalid_token", error_description="Mã truy cập không hợp lệ")
                refused.status_code = 401
                refused.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
                return refused
            self._stopping.wait(self._accounts.conduct_to(person.identity_number).seconds)
            return jsonify(claims_of(person) | dict(self._accounts.conduct_to(person.identity_number).claims))

    def _configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/oauth2/authorize",
            "token_endpoint": f"{self.url}/oauth2/token",
            "userinfo_endpoint": f"{self.url}/oauth2/userinfo",
            "jwks_uri": f"{self.url}/oauth2/jwks",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": list(SCOPES),
            "claims_supported": ["sub", "name", "SoDinhDanh", "birthdate", "gender", "phone_number", "email",
                                 "address", "LoaiTaiKhoan", "loa"],
        }  # fmt: skip
