"""The two pages of signing in: number and password, then the one-time code."""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.integrations.flask_oauth2.requests import FlaskOAuth2Request
from authlib.oauth2 import OAuth2Error
from flask import Blueprint, Request, Response, render_template, request
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Response as AnyResponse

from harness.model import Persona
from harness.simulators.accounts import Accounts

TRIES = 5
WRONG_PASSWORD = "Số định danh cá nhân hoặc mật khẩu không đúng."  # noqa: S105 - a sentence, not a password
WRONG_CODE = "Mã xác thực không đúng. Vui lòng nhập lại."


@dataclass(slots=True)
class SignIn:
    """One attempt, from the portal's request to the way back."""

    query: str  # the authorization request as the portal sent it
    person: Persona | None = None
    otp: str = field(default="", repr=False)
    tries: int = 0


class LoginPages:
    def __init__(self, server: AuthorizationServer, accounts: Accounts,
                 wait: Callable[[float], object]) -> None:  # fmt: skip
        self._server = server
        self._accounts = accounts
        self._wait = wait
        self._lock = threading.Lock()
        self._open: dict[str, SignIn] = {}

    def blueprint(self) -> Blueprint:
        pages = Blueprint("login", __name__)
        pages.get("/oauth2/authorize")(self.enter)
        pages.post("/oauth2/authorize/<token>/password")(self.password)
        pages.post("/oauth2/authorize/<token>/code")(self.code)
        return pages

    def enter(self) -> AnyResponse:
        self._wait(self._accounts.conduct_to("").seconds)
        try:
            self._server.get_consent_grant(end_user=None)
        except OAuth2Error as error:
            return _failure(f"Yêu cầu đăng nhập của cổng dịch vụ công không hợp lệ: {error.error}", 400)
        token = secrets.token_urlsafe(16)
        with self._lock:
            self._open[token] = SignIn(request.query_string.decode())
        return _page("login.html", token=token, identity="", message="")

    def password(self, token: str) -> AnyResponse:
        attempt = self._attempt(token)
        if attempt is None:
            return _lost()
        identity = request.form.get("identity", "").strip()
        person = self._accounts.person(identity)
        given, expected = request.form.get("password", ""), person.password if person else ""
        self._wait(self._accounts.conduct_to(identity).seconds)
        if person is None or not hmac.compare_digest(given.encode(), expected.encode()):
            return self._again(token, attempt, "login.html", WRONG_PASSWORD, identity=identity)
        if self._accounts.conduct_to(identity).refuse:
            return self._return(token, attempt, None)
        with self._lock:
            waiting = any(a is not attempt and a.person == person for a in self._open.values())
            attempt.person = person
        attempt.otp = self._accounts.send_code(identity, keep=waiting)
        return _page("login_code.html", token=token, message="")

    def code(self, token: str) -> AnyResponse:
        attempt = self._attempt(token)
        if attempt is None or attempt.person is None:
            return _lost()
        if not hmac.compare_digest(request.form.get("otp", "").strip().encode(), attempt.otp.encode()):
            return self._again(token, attempt, "login_code.html", WRONG_CODE)
        return self._return(token, attempt, attempt.person)

    def _attempt(self, token: str) -> SignIn | None:
        with self._lock:
            return self._open.get(token)

    def _again(self, token: str, attempt: SignIn, template: str, message: str, **values: str) -> AnyResponse:
        attempt.tries += 1
        if attempt.tries >= TRIES:
            with self._lock:
                self._open.pop(token, None)
            return _failure("Bạn đã nhập sai quá số lần cho phép.", 403)
        return _page(template, token=token, message=message, **values)

    def _return(self, token: str, attempt: SignIn, person: Persona | None) -> AnyResponse:
        """Back to the portal with a code, or with error=access_denied when the person declined."""
        with self._lock:
            self._open.pop(token, None)
        # Authlib must read the request that opened this attempt, not the form that ended it.
        asked = EnvironBuilder("/oauth2/authorize", request.host_url, query_string=attempt.query)
        oauth_request = FlaskOAuth2Request(Request(asked.get_environ()))
        grant = self._server.get_authorization_grant(oauth_request)
        response: AnyResponse = self._server.create_authorization_response(
            oauth_request, grant_user=person, grant=grant
        )
        return response


def _page(template: str, **values: str) -> AnyResponse:
    response = Response(render_template(template, **values))
    response.headers["Cache-Control"] = "no-store"
    return response


def _failure(sentence: str, status: int) -> AnyResponse:
    return Response(render_template("login_error.html", sentence=sentence), status)


def _lost() -> AnyResponse:
    return _failure("Phiên đăng nhập không còn hiệu lực.", 410)
