"""Addresses of the citizen's portal."""

from __future__ import annotations

from django.urls import include, path

from sandbox.core.views import e_form_asset
from sandbox.portal import (
    attach,
    contact,
    dossiers,
    downloads,
    lookup,
    open_site,
    paying,
    public,
    review,
    sign_in,
    stored,
    wizard,
)

urlpatterns = [
    path("", public.home),
    path("dich-vu-cong", public.services),
    path("lien-ket/<str:code>", public.linked),
    path("dich-vu-cong/<str:code>", public.service),
    path("dich-vu-cong/<str:code>/nop", wizard.start),
    path("dich-vu-cong/<str:code>/nop/lai", wizard.restart),
    path("dich-vu-cong/<str:code>/nop/<int:number>", wizard.step),
    path("dich-vu-cong/<str:code>/nop/giay-to", attach.papers),
    path("dich-vu-cong/<str:code>/nop/kho/<str:component>", stored.choose),
    path("dich-vu-cong/<str:code>/nop/xem-lai", review.review),
    path("dich-vu-cong/<str:code>/nop/to-khai", stored.declaration),
    path("dang-nhap", sign_in.sign_in),
    path("dang-nhap/vneid", sign_in.begin),
    path("dang-nhap/ket-qua", sign_in.answered),
    path("dang-xuat", sign_in.sign_out),
    path("ho-so", dossiers.mine),
    path("ho-so/<str:code>", dossiers.dossier_page),
    path("ho-so/<str:code>/da-nop", review.done),
    path("ho-so/<str:code>/thanh-toan", paying.pay),
    path("ho-so/<str:code>/danh-gia", dossiers.rate),
    path("ho-so/<str:code>/bo-sung", dossiers.supplement),
    path("ho-so/<str:code>/trao-doi", dossiers.talk),
    path("ho-so/<str:code>/rut", dossiers.take_back),
    path("ho-so/<str:code>/tep/<int:number>", downloads.upload),
    path("ho-so/<str:code>/giay-to/<int:number>", downloads.paper),
    path("thanh-toan", paying.pay_by_code),
    path("thanh-toan/ket-qua", paying.returned),
    path("tra-cuu", lookup.lookup),
    path("xac-minh", open_site.verify),
    path("kho-du-lieu", open_site.store),
    path("phan-anh", contact.feedback),
    path("huong-dan", contact.guide),
    path("thong-ke", contact.statistics),
    path("goi/<str:name>", e_form_asset),
    path("", include("sandbox.core.urls")),
]
handler403 = contact.refused
handler404 = contact.not_found
handler500 = contact.broken
