"""Addresses of the officers' single-page application."""

from __future__ import annotations

from django.urls import path

from sandbox.core.views import environment
from sandbox.spa import officers, shell

urlpatterns = [
    path("", shell.officer),
    path("goi/<str:name>", shell.asset),
    path("api/phien", officers.session),
    path("api/ho-so", officers.dossiers),
    path("api/ho-so/<str:code>", officers.dossier),
    path("api/ho-so/<str:code>/tep/<int:number>", officers.upload),
    path("api/ho-so/<str:code>/giay-to/<int:number>", officers.paper),
    path("api/ho-so/<str:code>/viec/<str:name>", officers.act),
    path("api/ho-so/<str:code>/trao-doi", officers.talk),
    path(".well-known/moi-truong", environment),
]
handler403 = "sandbox.spa.answers.refused"
handler404 = "sandbox.spa.answers.not_found"
handler500 = "sandbox.spa.answers.broken"
