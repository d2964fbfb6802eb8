"""Addresses for machines on the portal's origin; the portal includes them at its root."""

from __future__ import annotations

from django.urls import path

from sandbox.core import open_data, payments, views

urlpatterns = [
    path(".well-known/moi-truong", views.environment, name="environment"),
    path(payments.NOTICE_PATH[1:], views.notice, name="payment-notice"),
    path("danh-muc/xa-phuong", views.communes, name="communes"),
    path("lien-thong/<str:token>", views.shared_file, name="shared-file"),
    path("mau-don/<str:code>/<int:number>.pdf", open_data.blank_form),
    path("robots.txt", open_data.robots),
    path("sitemap.xml", open_data.sitemap),
    path("tra-cuu-thanh-toan", open_data.bill),
]
