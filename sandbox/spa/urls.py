"""Addresses of the citizen's single-page portal: one page, its API, and what other systems open."""

from __future__ import annotations

from django.urls import include, path

from sandbox.core import payments
from sandbox.spa import drafts, exchange, open_site, paying, services, session, shell, submitting, tracking

urlpatterns = [
    path("", shell.citizen),
    path(payments.RETURN_PATH[1:], shell.citizen),
    path("goi/<str:name>", shell.asset),
    path("dich-vu-cong/<str:code>", shell.for_search_engines),
    path(session.BACK[1:], session.answered),
    path("api/phien", session.session),
    path("api/phien/dang-nhap", session.begin),
    path("api/thu-tuc", services.services),
    path("api/thu-tuc/<str:code>", services.service),
    path("api/don/<str:code>/mo", drafts.start),
    path("api/don/<str:code>", drafts.draft),
    path("api/don/<str:code>/trang/<int:number>", drafts.keep_page),
    path("api/don/<str:code>/tai-lieu", drafts.check_files),
    path("api/don/<str:code>/tai-lieu/<str:component>", drafts.file),
    path("api/don/<str:code>/kho/<str:component>", drafts.store),
    path("api/don/<str:code>/to-khai", drafts.declaration),
    path("api/don/<str:code>/ma-xac-nhan", submitting.send_code),
    path("api/don/<str:code>/gui", submitting.submit),
    path("api/ho-so", tracking.mine),
    path("api/ho-so/<str:code>", tracking.dossier),
    path("api/ho-so/<str:code>/da-gui", submitting.done),
    path("api/ho-so/<str:code>/nop-tien", paying.pay),
    path("api/ho-so/<str:code>/tep/<int:number>", tracking.upload),
    path("api/ho-so/<str:code>/giay-to/<int:number>", tracking.paper),
    path("api/ho-so/<str:code>/danh-gia", tracking.rate),
    path("api/ho-so/<str:code>/rut", tracking.take_back),
    path("api/ho-so/<str:code>/bo-sung", exchange.supplement),
    path("api/ho-so/<str:code>/trao-doi", exchange.talk),
    path("api/kho", open_site.store),
    path("api/xac-minh", open_site.verify),
    path("api/thong-ke", open_site.statistics),
    path("api/phan-anh", open_site.complain),
    path("api/nop-tien/theo-so", paying.by_code),
    path("api/nop-tien/ket-qua", paying.returned),
    path("api/tien-do", tracking.lookup),
    path("", include("sandbox.core.urls")),
]
handler403 = "sandbox.spa.answers.refused"
handler404 = "sandbox.spa.answers.not_found"
handler500 = "sandbox.spa.answers.broken"
