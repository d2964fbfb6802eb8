"""A dossier's pages: for its owner only, masked for everybody else; paying, rating, feedback."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox import citizens
from tests.sandbox.browsing import text, visitor


def owner_addresses(dossier: Any) -> list[str]:
    base = f"/ho-so/{dossier.code}"
    return [base, f"{base}/da-nop", f"{base}/rut", *(f"{base}/tep/{file.pk}" for file in dossier.uploads.all()),
            *(f"{base}/giay-to/{paper.pk}" for paper in dossier.papers.all())]


def test_the_owner_sees_his_dossier_and_downloads_its_files(db: None) -> None:
    dossier = citizens.paid()
    client = visitor(dossier.account)
    shown = text(client.get(f"/ho-so/{dossier.code}"))
    for piece in ("Số tiền phải nộp 16.000 đ", "Tình trạng thanh toán Đã thanh toán", "Tải biên lai", "giấy tờ.pdf"):
        assert piece in shown
    assert "Thanh toán trực tuyến" not in shown
    file = client.get(f"/ho-so/{dossier.code}/tep/{dossier.uploads.get().pk}")
    assert file.content == citizens.PDF
    assert file["Content-Disposition"].startswith("attachment")


def test_a_stranger_and_a_visitor_find_nothing(db: None) -> None:
    dossier, other = citizens.paid(), citizens.draft("1.009141")
    for address in owner_addresses(dossier):
        assert visitor(other.account).get(address).status_code == 404, address
        page = visitor().get(address, follow=True)
        assert dossier.code not in page.content.decode(), address
        assert "Nguyễn Văn Mẫu" not in page.content.decode(), address
    assert visitor(other.account).post(f"/ho-so/{dossier.code}/thanh-toan").status_code == 404


def test_the_public_lookup_masks_persons(db: None) -> None:
    dossier = citizens.dossier()
    shown = text(visitor().get("/tra-cuu", {"ma-ho-so": f" {dossier.code} "}))
    assert "Kết quả tra cứu" in shown
    assert "Trạng thái hồ sơ Mới đăng ký" in shown
    for hidden in ("Nguyễn Văn Mẫu", "001099000001", "0900000001", "nguyen-van-mau@example.vn", "Thôn Mẫu"):
        assert hidden not in shown
    assert "Không tìm thấy hồ sơ" in text(visitor().get("/tra-cuu", {"ma-ho-so": "000.00.00.H99-260101-0001"}))


def test_paying_leads_to_the_gateway_for_owner_and_for_anybody_with_the_code(db: None) -> None:
    dossier = citizens.dossier()
    owner = visitor(dossier.account).post(f"/ho-so/{dossier.code}/thanh-toan")
    assert owner["Location"].startswith("http://gateway.test/paymentv2/vpcpay.html?")
    bill = text(visitor().get("/thanh-toan", {"ma-ho-so": dossier.code}))
    assert "16.000 đ" in bill
    assert "Nguyễn Văn Mẫu" not in bill
    assert visitor().post("/thanh-toan", {"ma-ho-so": dossier.code})["Location"].startswith("http://gateway.test/")


def test_a_free_service_offers_no_payment(db: None) -> None:
    dossier = citizens.dossier("1.009141")
    shown = text(visitor(dossier.account).get(f"/ho-so/{dossier.code}"))
    assert "Tình trạng thanh toán Không phải nộp" in shown
    assert "Thanh toán trực tuyến" not in shown


@pytest.mark.parametrize(("changed", "forged", "state"), [
    ({}, False, "Đang chờ xác nhận"),
    ({"vnp_ResponseCode": "24", "vnp_TransactionStatus": "02"}, False, "Chưa thanh toán"),
    ({}, True, "Chưa thanh toán"),
])
def test_the_return_page_shows_but_never_pays(db: None, changed: dict[str, str], forged: bool, state: str) -> None:
    dossier = citizens.dossier()
    params = citizens.notice(citizens.order(dossier), **changed)
    if forged:
        params["vnp_SecureHash"] = "0" * 128
    page = visitor(dossier.account).get("/thanh-toan/ket-qua", params)
    assert page.content.decode().count('role="status"') == 1
    assert f"Tình trạng thanh toán {state}" in text(page)
    assert ("Thanh toán trực tuyến" in text(page)) == (state == "Chưa thanh toán")
    assert dossier.code not in visitor().get("/thanh-toan/ket-qua", params).content.decode()


def test_rating_is_offered_after_the_result_and_kept(db: None) -> None:
    dossier = citizens.dossier("1.009141")
    client = visitor(dossier.account)
    assert client.post(f"/ho-so/{dossier.code}/danh-gia", {"muc-do": "Hài lòng"}).status_code == 404
    type(dossier).objects.filter(pk=dossier.pk).update(status=10)
    assert "Mức độ hài lòng" in text(client.get(f"/ho-so/{dossier.code}"))
    page = client.post(f"/ho-so/{dossier.code}/danh-gia", {"muc-do": "Hài lòng"}, follow=True)
    assert "Đã ghi nhận đánh giá" in text(page)
    assert "Hài lòng 1" in text(visitor().get("/thong-ke"))


def test_feedback_is_kept(db: None) -> None:
    from sandbox.core.models import Feedback

    assert "Vui lòng nhập Nội dung phản ánh." in text(visitor().post("/phan-anh", {"name": "Trần Thị Đào"}))
    page = visitor().post("/phan-anh", {"name": "Trần Thị Đào", "text": "Cần thêm hướng dẫn"}, follow=True)
    assert "Đã ghi nhận phản ánh" in text(page)
    assert Feedback.objects.get().text == "Cần thêm hướng dẫn"
