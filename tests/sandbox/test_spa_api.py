"""The second portal's API: what it publishes, keeps, refuses; the code by mail; payment; whose dossier it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox import citizens
from tests.sandbox.browsing import visitor

CODE = "2.000635"


@pytest.fixture(autouse=True)
def spa(db: None) -> Iterator[None]:
    from django.conf import settings
    from django.test import override_settings

    with override_settings(ORIGIN_URLCONFS=settings.SITES["spa"], SMTP_HOST="localhost"):
        yield


def send(client: Any, path: str, **values: Any) -> Any:
    return client.post(f"/api/{path}", json.dumps(values), content_type="application/json")


def code_in_mail() -> str:
    import re

    from sandbox.core.models import Outbox

    text = Outbox.objects.filter(channel="mail").latest("pk").payload["text"]
    return re.findall(r"\b\d{6}\b", text)[0]


def test_search_finds_without_diacritics_and_says_all_that_the_law_wants() -> None:
    found = visitor().get("/api/thu-tuc?tim=trich luc ho tich").json()["muc"]
    assert [one["ma"] for one in found] == [CODE]
    page = visitor().get(f"/api/thu-tuc/{CODE}").json()
    labels = {row["label"] for row in page["hang"]}
    assert {"Mã số thủ tục", "Thời gian giải quyết", "Khoản phải nộp", "Điều kiện"} <= labels
    assert {"Kết quả nhận được", "Giấy tờ cần có"} <= {part["ten"] for part in page["danh_sach"]}
    assert page["mau"] == ["Tờ khai cấp bản sao trích lục hộ tịch"]


def test_what_needs_an_account_is_refused_to_visitors() -> None:
    for path in (f"don/{CODE}/mo", f"don/{CODE}/gui", "ho-so/X/nop-tien"):
        answer = send(visitor(), path)
        assert answer.status_code == 401, path
        assert "đăng nhập" in answer.json()["loi"]


def test_a_page_with_mistakes_names_each_field_in_vietnamese_and_keeps_nothing() -> None:
    draft = citizens.draft(phone="0900000001")
    answer = send(visitor(draft.account), f"don/{CODE}/trang/1", **{**draft.values, "phone": "12ab", "full_name": ""})
    assert answer.status_code == 422
    assert answer.json()["o"] == {"full_name": "Vui lòng nhập Họ, chữ đệm, tên.",
                                  "phone": "Số điện thoại phải gồm 10 chữ số, bắt đầu bằng số 0."}
    draft.refresh_from_db()
    assert draft.values["phone"] == "0900000001"


def test_a_refused_file_leaves_the_one_before() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    draft = citizens.draft()
    client = visitor(draft.account)
    bad = client.post(f"/api/don/{CODE}/tai-lieu/KQ003984", {"tep": SimpleUploadedFile("a.exe", b"MZ")})
    assert bad.status_code == 422
    assert "không được chấp nhận" in bad.json()["loi"]
    assert client.get(f"/api/don/{CODE}").json()["tai_lieu"][0]["tep"] == "giấy tờ.pdf"
    draft.uploads.all().delete()
    missing = send(client, f"don/{CODE}/tai-lieu")
    assert missing.status_code == 422
    assert missing.json()["o"] == {"KQ003984": "Thiếu giấy tờ bắt buộc: Giấy tờ chứng minh quan hệ."}


def test_an_application_goes_in_once_with_the_code_from_the_mail() -> None:
    draft = citizens.draft()
    client = visitor(draft.account)
    told = send(client, f"don/{CODE}/ma-xac-nhan")
    assert told.json() == {"toi": "ng***@example.vn"}
    number = code_in_mail()
    wrong = send(client, f"don/{CODE}/gui", ma="000000" if number != "000000" else "111111", cam_ket=True, dong_y=True)
    assert wrong.status_code == 422
    assert wrong.json()["o"]["ma"]
    assert send(client, f"don/{CODE}/gui", ma=number).status_code == 422  # nobody has sworn
    done = send(client, f"don/{CODE}/gui", ma=number, cam_ket=True, dong_y=True)
    assert done.status_code == 201
    assert send(client, f"don/{CODE}/gui", ma=number, cam_ket=True, dong_y=True).status_code == 409
    rows = client.get(f"/api/ho-so/{done.json()['so']}/da-gui").json()["hang"]
    assert rows[0] == {"label": "Hồ sơ số", "value": done.json()["so"]}


def test_a_code_may_be_guessed_five_times_only() -> None:
    draft = citizens.draft()
    client = visitor(draft.account)
    send(client, f"don/{CODE}/ma-xac-nhan")
    number = code_in_mail()
    for _ in range(5):
        send(client, f"don/{CODE}/gui", ma="abc", cam_ket=True, dong_y=True)
    assert send(client, f"don/{CODE}/gui", ma=number, cam_ket=True, dong_y=True).status_code == 422


def test_payment_goes_to_the_gateway_and_the_return_decides_nothing() -> None:
    dossier = citizens.dossier()
    client = visitor(dossier.account)
    address = send(client, f"ho-so/{dossier.code}/nop-tien").json()["dia_chi"]
    assert address.startswith("http://gateway.test/paymentv2/vpcpay.html?")
    back = client.get("/api/nop-tien/ket-qua", citizens.notice(dossier.payments.get())).json()
    assert back["nop_tien"] == "Chờ ngân hàng báo có"
    assert not back["duoc"]
    assert client.get(f"/api/ho-so/{dossier.code}").json()["nop_tien"] == "Chờ ngân hàng báo có"


def test_the_popup_keeps_its_opener_and_other_pages_are_closed_to_strangers() -> None:
    popup, page = visitor().get("/thanh-toan/ket-qua"), visitor().get("/")
    assert popup.headers["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
    assert 'lang="vi"' in page.content.decode()
    assert "unsafe-inline" not in page.headers["Content-Security-Policy"]


def test_another_account_is_told_that_there_is_no_such_dossier() -> None:
    dossier, other = citizens.dossier(), citizens.draft().account
    file = dossier.uploads.get()
    for path in (f"ho-so/{dossier.code}", f"ho-so/{dossier.code}/tep/{file.pk}", f"ho-so/{dossier.code}/da-gui"):
        answer = visitor(other).get(f"/api/{path}")
        assert answer.status_code == 404, path
        assert "Mẫu" not in answer.content.decode()
        assert visitor().get(f"/api/{path}").status_code == 401


def test_the_lookup_masks_and_uses_this_portals_words() -> None:
    dossier = citizens.dossier()
    rows = {row["label"]: row["value"] for row in visitor().get(f"/api/tien-do?so={dossier.code}").json()["hang"]}
    assert rows["Tình trạng"] == "Đã gửi đơn"
    assert rows["Người đứng đơn"] == "N***** V** M**"
    assert visitor().get("/api/tien-do?so=khong-co").status_code == 404


def test_an_officer_takes_a_paid_dossier_step_by_step() -> None:
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import Client

    session = SessionStore()
    session["officer"] = citizens.officer().pk
    session.save()
    officer = Client(headers={"host": "localhost"})
    officer.cookies["phien_motcua"] = session.session_key
    there = {"sandbox.origin": "one_stop"}
    dossier = citizens.paid()
    for action, words in (("tiep-nhan", "Đã nhận đơn"), ("xu-ly", "Đang giải quyết"), ("ban-hanh", "Đã có kết quả")):
        address = f"/api/ho-so/{dossier.code}"
        answer = officer.post(f"{address}/viec/{action}", "{}", content_type="application/json", **there)
        assert answer.status_code == 200, answer.content
        rows = {row["label"]: row["value"] for row in officer.get(address, **there).json()["hang"]}
        assert rows["Tình trạng"] == words
    again = officer.post(f"{address}/viec/xu-ly", "{}", content_type="application/json", **there)
    assert again.status_code == 409
    assert Client().get("/api/ho-so", **there).status_code == 401
