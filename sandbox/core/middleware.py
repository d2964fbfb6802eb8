"""Which of the two sites is asked, its own session cookie, headers, control portals, and added latency."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.dateparse import parse_datetime
from django.utils.http import http_date

from sandbox.core.behaviour import behaviour
from sandbox.core.texts import PRETENDED

CLOCK = "X-Thoi-Diem-Thu"  # ISO 8601 with its offset
ORIGIN = "sandbox.origin"  # in the WSGI environment: portal | one_stop
Next = Callable[[HttpRequest], HttpResponse]
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; form-action *; frame-ancestors 'none'"


def origin_of(request: HttpRequest) -> str:
    return str(request.META.get(ORIGIN, "portal"))


def Latency(answer: Next) -> Next:  # noqa: N802 - named as Django names middleware
    """Every request takes so much longer; only its own thread waits."""
    if not settings.LATENCY:
        return answer
    never = threading.Event()

    def delayed(request: HttpRequest) -> HttpResponse:
        never.wait(settings.LATENCY)
        return answer(request)

    return delayed


def Clock(answer: Next) -> Next:  # noqa: N802
    """A request may say at which moment it is to be taken as sent: this is a test environment."""

    def at_its_time(request: HttpRequest) -> HttpResponse:
        said = parse_datetime(request.headers.get(CLOCK, ""))
        before = PRETENDED.set(said if said and said.tzinfo else None)
        try:
            return answer(request)
        finally:
            PRETENDED.reset(before)

    return at_its_time


def Origin(answer: Next) -> Next:  # noqa: N802
    """The addresses of the site that is asked."""

    def chosen(request: HttpRequest) -> HttpResponse:
        request.urlconf = settings.ORIGIN_URLCONFS[origin_of(request)]
        return answer(request)

    return chosen


def Control(answer: Next) -> Next:  # noqa: N802
    """Lets a control portal answer in place of the application; the proof of the environment stays."""

    def controlled(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/.well-known/"):
            given = behaviour().answer(origin_of(request), request.path)
            if given is not None:
                return HttpResponse(given[1], status=given[0])
        return answer(request)

    return controlled


def Headers(answer: Next) -> Next:  # noqa: N802
    """Personal pages are not kept by caches; scripts and styles only from here."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "geolocation=(), camera=(), microphone=()")
        return response

    return with_headers


class Forgery(CsrfViewMiddleware):
    """Django's guard against forged requests; what it refuses the behaviour may let pass."""

    def process_view(
        self, request: HttpRequest, callback: Any, args: Any, kwargs: Any
    ) -> HttpResponseForbidden | None:
        refusal = super().process_view(request, callback, args, kwargs)
        given = bool(request.headers.get("X-CSRFToken") or (refusal and request.POST.get("csrfmiddlewaretoken")))
        return refusal if refusal and behaviour().forgery_refused(given=given) else None


class Sessions(SessionMiddleware):
    """Sessions under a cookie name of the site; attributes pass through the behaviour."""

    def process_request(self, request: HttpRequest) -> None:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAMES[origin_of(request)])
        request.session = self.SessionStore(key)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        name = settings.SESSION_COOKIE_NAMES[origin_of(request)]
        session = request.session
        if name in request.COOKIES and session.is_empty():
            response.delete_cookie(name, samesite="Lax")
            return response
        if session.modified and not session.is_empty() and response.status_code != 500:
            session.save()
            attributes = behaviour().cookie(name, {
                "httponly": settings.SESSION_COOKIE_HTTPONLY, "secure": settings.SESSION_COOKIE_SECURE,
                "samesite": settings.SESSION_COOKIE_SAMESITE, "max_age": session.get_expiry_age(),
                "expires": http_date(session.get_expiry_date().timestamp()), "path": "/",
            })
            response.set_cookie(name, session.session_key or "", **attributes)
        return response
