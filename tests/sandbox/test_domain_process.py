"""Officers' steps, the papers they issue, and what is told to whom."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.sandbox import citizens

ROOT = Path(__file__).parents[2] / "catalog" / "trust" / "sandbox-root.pem"


def through(dossier: object, *steps: str) -> object:
    from sandbox.onestop import actions

    for step in steps:
        dossier = actions.perform(dossier.code, step, actions.Asked(citizens.officer()))
    return dossier


def text_of(content: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def signer_of(content: bytes) -> str:
    """Organisation of the only signature; raises when it is not valid over the whole file."""
    from pyhanko.keys import load_cert_from_pemder
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    (signature,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[load_cert_from_pemder(ROOT)]))
    assert status.bottom_line, status.pretty_print_details()
    return str(signature.signer_cert.subject.native["organization_name"])


def test_reception_waits_for_the_fee(db: None) -> None:
    from sandbox.core.dossiers import Refused

    dossier = citizens.dossier()
    with pytest.raises(Refused, match="chưa nộp phí"):
        through(dossier, "tiep-nhan")
    dossier.refresh_from_db()
    assert (dossier.status, dossier.received_at) == (1, None)


@pytest.mark.parametrize("code", ["2.000635", "1.009141", "1.004194"])
def test_the_whole_way(db: None, code: str) -> None:
    dossier = through(citizens.paid(code), "tiep-nhan", "xu-ly", "ban-hanh", "tra-ket-qua")
    assert list(dossier.history.order_by("pk").values_list("status", flat=True)) == [1, 2, 4, 9, 10]
    kinds = {paper.kind: bytes(paper.content) for paper in dossier.papers.all()}
    agency = "Công an xã Mẫu" if code == "1.004194" else "Ủy ban nhân dân xã Mẫu"
    assert {signer_of(content) for content in kinds.values()} == {agency}
    assert ("receipt" in kinds) == (code != "1.009141")
    assert ("result" in kinds) == (code != "1.004194")
    slip = text_of(kinds["slip"])
    for expected in (dossier.code, "Nguyễn Văn Mẫu", agency, "17:00", "Trực tuyến", "Thành phần hồ sơ nộp 1"):
        assert expected in slip


def test_result_and_receipt_tell_person_and_amount(db: None) -> None:
    dossier = through(citizens.paid(), "tiep-nhan", "xu-ly", "ban-hanh")
    result = dossier.papers.get(kind="result")
    assert result.number == f"{dossier.code}-KQ1"
    for expected in ("Nguyễn Văn Mẫu", "001099000001", "01/02/1990", "125/2019"):
        assert expected in text_of(bytes(result.content))
    receipt = text_of(bytes(dossier.papers.get(kind="receipt").content))
    for expected in ("16.000 đ", "Mười sáu nghìn đồng", "0000001", "Lệ phí cấp bản sao trích lục hộ tịch"):
        assert expected in receipt


def test_slip_carries_a_readable_code_at_the_top_left(db: None) -> None:
    import pypdfium2
    import zxingcpp

    dossier = through(citizens.paid(), "tiep-nhan")
    document = pypdfium2.PdfDocument(bytes(dossier.papers.get(kind="slip").content))
    (found,) = zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())
    document.close()
    assert found.text.split("|")[:3] == [dossier.code, "2.000635", "001099000001"]
    assert found.position.top_left.x < 300


@pytest.mark.parametrize(("done", "step"), [
    ((), "ban-hanh"), ((), "tra-ket-qua"), (("tiep-nhan",), "tiep-nhan"), (("tiep-nhan",), "tra-ket-qua"),
    (("tiep-nhan", "xu-ly", "ban-hanh", "tra-ket-qua"), "xu-ly"),
])
def test_steps_out_of_order_are_refused(db: None, done: tuple[str, ...], step: str) -> None:
    from sandbox.core.dossiers import Refused

    dossier = through(citizens.paid("1.009141"), *done)
    with pytest.raises(Refused, match="Không thể"):
        through(dossier, step)


def test_mails_notices_and_packets(db: None) -> None:
    from sandbox.core.models import Notice, Outbox

    dossier = through(citizens.paid(), "tiep-nhan", "xu-ly", "ban-hanh", "tra-ket-qua")
    mails = [item.payload for item in Outbox.objects.filter(channel="mail").order_by("pk")]
    assert len(mails) == 6  # submission, payment, reception, processing, result, delivery
    assert all(mail["to"] == citizens.APPLICANT["email"] and dossier.code in mail["text"] for mail in mails)
    assert Notice.objects.filter(dossier=dossier).count() == 6
    calls = [item.payload for item in Outbox.objects.filter(channel="national").order_by("pk")]
    packets = [call for call in calls if call["service"] == "DongBoHoSoMC"]
    assert [packet["isUpdating"] for packet in packets] == ["False", "True", "True", "True"]
    assert [packet["data"][0]["TrangThaiHoSo"] for packet in packets] == ["2", "4", "9", "10"]
    last = packets[-1]["data"][0]
    assert last["NgayNopHoSo"] <= last["NgayTiepNhan"] < last["NgayHenTra"]
    assert sum(int(fee["Gia"]) for fee in last["DanhSachLePhi"]) == 16_000
    assert last["DanhSachGiayToKetQua"][0]["GiayToId"] == f"{dossier.code}-KQ1"
    rows = [row for call in calls if call["service"] == "CapNhatTienDoHoSoMC" for row in call["data"]]
    assert [row["TrangThai"] for row in rows] == ["1", "2", "4", "9", "10"]


def test_a_database_update_is_told_in_mail_and_account(db: None) -> None:
    from sandbox.core.models import Notice

    dossier = through(citizens.paid("1.004194"), "tiep-nhan", "xu-ly", "ban-hanh")
    assert Notice.objects.filter(dossier=dossier, text__contains="đã được cập nhật vào Cơ sở dữ liệu").exists()


def test_every_fault_composes(db: None) -> None:
    from sandbox.core.behaviour import Conforming
    from sandbox.faults import compose, known
    from sandbox.variants.classes import VARIANTS

    for one in known():
        assert isinstance(compose([one]), Conforming)
    assert compose([], [VARIANTS["reject-all"]]).answer("portal", "/") is not None
