"""The one page of each site, and the bundle of scripts and styles that it loads."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template import Context, Engine
from django.views.decorators.http import require_safe

from sandbox.bundle import SPA, version
from sandbox.core.behaviour import behaviour
from sandbox.core.procedures import procedures
from sandbox.core.views import bundled

PAGE = Engine().from_string("""<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/goi/{{ app }}.css?{{ version }}">
<script type="module" src="/goi/{{ app }}.js?{{ version }}" nonce="{{ nonce }}" id="goi"></script></head>
<body><div id="ung-dung"></div><noscript>Trang này cần JavaScript.</noscript></body></html>""")
PLAIN = Engine().from_string("""<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ name }}</title><link rel="canonical" href="{{ canonical }}"><link rel="icon" href="data:,"></head>
<body><main><h1>{{ name }}</h1><p>{{ agency }}. Mã số thủ tục {{ code }}.</p>
<p><a href="/#/thu-tuc/{{ code }}">Xem đầy đủ và nộp đơn</a></p></main></body></html>""")
TITLES = {"citizen": "Dịch vụ công tỉnh Thử", "officer": "Phần mềm giải quyết hồ sơ"}
POLICY = ("default-src 'self'; img-src 'self' data:; style-src 'self' 'nonce-{0}'; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'")
OPENER = {"/thanh-toan/ket-qua": "unsafe-none"}  # the popup must stay related to the page that opened it


def page(request: HttpRequest, app: str) -> HttpResponse:
    nonce = secrets.token_urlsafe(16)
    html = PAGE.render(Context({"lang": behaviour().language(), "title": TITLES[app], "app": app, "nonce": nonce,
                                "version": version(SPA)}))
    return HttpResponse(html, headers={
        "Content-Security-Policy": POLICY.format(nonce),
        "Cross-Origin-Opener-Policy": OPENER.get(request.path, "same-origin-allow-popups"),
    })


@require_safe
def citizen(request: HttpRequest, **_parts: Any) -> HttpResponse:
    return page(request, "citizen")


@require_safe
def for_search_engines(_request: HttpRequest, code: str) -> HttpResponse:
    """What the site map leads to: one service without scripts, and the way into the application."""
    one = procedures().get(code)
    if one is None:
        raise Http404
    rules = behaviour()
    return HttpResponse(PLAIN.render(Context({
        "lang": rules.language(), "name": rules.published_name(one), "code": code, "agency": one.agency.name,
        "canonical": rules.canonical(f"/dich-vu-cong/{code}")})))


@require_safe
def officer(request: HttpRequest) -> HttpResponse:
    return page(request, "officer")


@require_safe
def asset(_request: HttpRequest, name: str) -> FileResponse:
    return bundled(SPA, name)
