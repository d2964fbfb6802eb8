"""Addresses of the officers' site."""

from __future__ import annotations

from django.urls import path

from sandbox.core.views import environment
from sandbox.onestop import reports, views

urlpatterns = [
    path("", views.home, name="home"),
    path("dang-nhap", views.sign_in, name="sign-in"),
    path("dang-xuat", views.sign_out, name="sign-out"),
    path("ho-so/<str:code>", views.dossier, name="dossier"),
    path("doi-soat", reports.reconciliation, name="reconciliation"),
    path("dong-bo", reports.deliveries, name="deliveries"),
    path("ho-so/<str:code>/trao-doi", views.talk, name="talk"),
    path("ho-so/<str:code>/tep/<int:key>", views.upload, name="upload"),
    path("ho-so/<str:code>/giay-to/<int:key>", views.paper, name="paper"),
    path("ho-so/<str:code>/<str:name>", views.act, name="act"),
    path(".well-known/moi-truong", environment, name="environment"),
]
handler404 = "sandbox.onestop.views.not_found"
handler500 = "sandbox.onestop.views.broken"
