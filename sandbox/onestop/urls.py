"""Addresses of the officers' site."""

from __future__ import annotations

from django.urls import path

from sandbox.core.views import environment
from sandbox.onestop import views

urlpatterns = [
    path("", views.home, name="home"),
    path("dang-nhap", views.sign_in, name="sign-in"),
    path("dang-xuat", views.sign_out, name="sign-out"),
    path("ho-so/<str:code>", views.dossier, name="dossier"),
    path("ho-so/<str:code>/tep/<int:key>", views.upload, name="upload"),
    path("ho-so/<str:code>/giay-to/<int:key>", views.paper, name="paper"),
    path("ho-so/<str:code>/<str:name>", views.act, name="act"),
    path(".well-known/moi-truong", environment, name="environment"),
]
handler404 = "sandbox.onestop.views.not_found"
handler500 = "sandbox.onestop.views.broken"
