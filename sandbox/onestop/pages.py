"""Rendering of the officers' pages; the behaviour has the last word, as on the citizen's site."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Officer


def officer_of(request: HttpRequest) -> Officer | None:
    """The officer who is signed in, or nobody."""
    key = request.session.get("officer")
    found: Officer | None = Officer.objects.filter(pk=key).first() if key else None
    return found


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    template = f"onestop/{name}.html"
    given = {"officer": officer_of(request), "language": behaviour().language(), **context}
    html = render_to_string(template, behaviour().page(template, given), request)
    return HttpResponse(behaviour().html(template, html), status=status)
