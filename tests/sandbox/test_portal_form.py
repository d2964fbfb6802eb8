"""The electronic form: prefilled, checked beside the field, uploads, review, handed in once."""

from __future__ import annotations

import re
import threading
from typing import Any

import pytest

from tests.sandbox import citizens
from tests.sandbox.browsing import text, visitor

FORM = "/dich-vu-cong/2.000635/nop"


def test_a_form_opens_prefilled_with_marks_and_fee(db: None) -> None:
    draft = citizens.draft()
    page = visitor(draft.account).get(f"{FORM}/1").content.decode()
    for value in ("Nguyễn Văn Mẫu", "001099000001", "01/02/1990", "0900000001"):
        assert f'value="{value}"' in page
    assert page.count('<span class="must" aria-hidden="true">(*)</span>') == 6
    assert "Phí phải nộp dự kiến" in page


@pytest.mark.parametrize(("changed", "sentence"), [
    ({"phone": ""}, "Vui lòng nhập Số điện thoại."),
    ({"phone": "12"}, "Số điện thoại phải gồm 10 chữ số, bắt đầu bằng số 0."),
    ({"birth_date": "31/02/1990"}, "Ngày, tháng, năm sinh phải là ngày có thật"),
    ({"email": "khong-phai-thu"}, "Thư điện tử không đúng dạng"),
])
def test_a_wrong_field_is_told_beside_it_and_nothing_is_lost(
    db: None, changed: dict[str, str], sentence: str,
) -> None:
    draft = citizens.draft()
    typed = {**citizens.APPLICANT, "address": "Nơi mới gõ", **changed, "viec": "tiep"}
    page = visitor(draft.account).post(f"{FORM}/1", typed)
    body = page.content.decode()
    name = next(iter(changed))
    assert page.status_code == 200
    assert re.search(rf'<input id="o-{name}"[^>]* aria-invalid="true"[^>]* aria-describedby="o-{name}_error', body)
    assert re.search(rf'<p class="error" id="o-{name}_error">{re.escape(sentence)}', body)
    assert 'value="Nơi mới gõ"' in body
    draft.refresh_from_db()
    assert draft.values["phone"] == citizens.APPLICANT["phone"]


def test_a_draft_keeps_unfinished_values(db: None) -> None:
    draft = citizens.draft()
    client = visitor(draft.account)
    assert client.post(f"{FORM}/2", {"purpose": "làm dở", "viec": "luu"}).status_code == 302
    assert "làm dở" in client.get(f"{FORM}/2").content.decode()
    assert "Bản nháp" in text(client.get("/ho-so"))


def upload(client: Any, name: str, content: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post(f"{FORM}/giay-to", {"viec": "tiep", "tep-KQ003984": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("a.exe", b"MZ", "chỉ nhận tệp PDF, JPG, PNG"),
    ("a.pdf", b"", "rỗng"),
    ("a.pdf", b"<html>", "không đúng định dạng PDF"),
    ("a.pdf", b"%PDF-" + b"x" * 5 * 1024 * 1024, "lớn hơn 5 MB"),
], ids=["kind", "empty", "disguised", "large"])
def test_a_bad_file_is_refused_and_the_good_one_stays(db: None, name: str, content: bytes, sentence: str) -> None:
    draft = citizens.draft()
    page = upload(visitor(draft.account), name, content)
    assert page.status_code == 200
    assert sentence in text(page)
    assert "giấy tờ.pdf" in text(page)
    assert draft.uploads.count() == 1


def test_a_missing_paper_is_named_and_stops_the_form(db: None) -> None:
    draft = citizens.draft()
    draft.uploads.all().delete()
    client = visitor(draft.account)
    page = client.post(f"{FORM}/giay-to", {"viec": "tiep"})
    assert "Thiếu giấy tờ bắt buộc: Giấy tờ chứng minh quan hệ." in text(page)
    page = client.post(f"{FORM}/xem-lai", {"nhap": draft.pk, "cam-doan": "có", "dong-y": "có"})
    assert "Thiếu giấy tờ bắt buộc: Giấy tờ chứng minh quan hệ." in text(page)
    assert not draft.account.dossier_set.exists()


def test_the_review_shows_everything_and_asks_for_the_oath(db: None) -> None:
    purpose = "Xin việc ở <Đắk Lắk> & «nơi khác»"
    draft = citizens.draft(purpose=purpose)
    client = visitor(draft.account)
    shown = text(client.get(f"{FORM}/xem-lai"))
    for piece in (*citizens.APPLICANT.values(), purpose, "125/2019", "giấy tờ.pdf", "16.000 đ"):
        assert piece in shown
    for given, missing in (("dong-y", "ô cam đoan"), ("cam-doan", "ô đồng ý xử lý dữ liệu cá nhân")):
        answer = text(client.post(f"{FORM}/xem-lai", {"nhap": draft.pk, given: "có"}))
        assert re.search(f"Vui lòng [^.]*đánh dấu vào {missing}", answer)
    assert not draft.account.dossier_set.exists()


def test_sending_a_draft_again_leads_to_the_same_dossier(db: None) -> None:
    draft = citizens.draft()
    client = visitor(draft.account)
    sent = {"nhap": draft.pk, "cam-doan": "có", "dong-y": "có"}
    first, second = (client.post(f"{FORM}/xem-lai", sent)["Location"] for _ in range(2))
    assert first == second
    assert draft.account.dossier_set.count() == 1
    shown = text(client.get(first))
    assert "Nộp hồ sơ thành công" in shown
    assert re.search(r"Thời điểm tiếp nhận \d\d/\d\d/\d{4} \d\d:\d\d:\d\d", shown)


def test_sending_a_draft_twice_at_once_makes_one_dossier(db: None) -> None:
    from django.db import connections

    draft = citizens.draft()
    clients = [visitor(draft.account) for _ in range(2)]
    locations: list[str] = []

    def send(client: Any) -> None:
        try:
            sent = {"nhap": draft.pk, "cam-doan": "có", "dong-y": "có"}
            locations.append(client.post(f"{FORM}/xem-lai", sent)["Location"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(locations) == 2
    assert len(set(locations)) == 1
    assert draft.account.dossier_set.count() == 1


def test_no_page_carries_an_inline_script_or_style(db: None) -> None:
    """The content security policy forbids both; a page that needs them would break silently."""
    draft = citizens.draft()
    client = visitor(draft.account)
    for address in ("/", "/dich-vu-cong", f"{FORM}/1", f"{FORM}/2", f"{FORM}/giay-to", f"{FORM}/xem-lai", "/ho-so"):
        body = client.get(address).content.decode()
        assert not re.search(r'\sstyle="|<style|\son\w+="|<script(?![^>]*\bsrc=)', body), address
