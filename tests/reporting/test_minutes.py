"""The minutes as their readers meet them: the words, the layout, the signatures, the code that leads to proof."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader

from harness.cli import main
from harness.model import State
from harness.reporting.minutes import Hand, qr_text
from harness.reporting.minutes_pdf import minutes_pdf
from harness.reporting.minutes_signing import SigningProblemError, sign, signatures, signer_from
from harness.reporting.seal import seal_of
from harness.verdict.verdict_file import write_verdict
from tests.reporting.papers import edges, faces, pictures, texts
from tests.reporting.prepared import OVERPAID, RULESET, answer, passes, seal

PKI = Path(__file__).parents[2] / "sandbox" / "pki"
HAND = Hand(testers=("Nguyễn Thị Lan, Chuyên viên",), parent="Ủy ban nhân dân tỉnh Mẫu", place="Mẫu")


def paper_of(folder: Path, number: int = 0, **how: Any) -> bytes:
    given = answer(folder, **how)
    write_verdict(folder, given)
    return minutes_pdf(folder, given, given["services"][number], HAND)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("20261122-231005")


@pytest.fixture(scope="module")
def paper(run: Path) -> bytes:
    return paper_of(run)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key and its own certificate, made here: nobody else trusts it."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([
        x509.NameAttribute(NameOID.COMMON_NAME, "Trần Văn Ký"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sở Khoa học và Công nghệ"),
    ])  # fmt: skip
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
        .serial_number(7).not_valid_before(today - timedelta(1)).not_valid_after(today + timedelta(1))
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(private, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path / "khoa.pem"
    path.write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_it_is_laid_out_as_an_administrative_document(paper: bytes) -> None:
    first = texts(paper)[0]
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN TỈNH MẪU",
        "ỦY BAN NHÂN DÂN XÃ MẪU",
        "/BB-KTDVC",
        "Mẫu, ngày 22 tháng 11 năm 2026",
        "BIÊN BẢN",
    ):
        assert words in first
    with_margins = list(edges(paper))
    assert all(left >= 84 and right <= width - 42 for _, left, right, width in with_margins)  # 30 mm and 15 mm


def test_a_screen_reader_can_follow_it_in_vietnamese(paper: bytes) -> None:
    root = PdfFileReader(io.BytesIO(paper)).root
    assert root["/Lang"] == "vi"
    assert bool(root["/MarkInfo"]["/Marked"])
    assert PdfFileReader(io.BytesIO(paper)).trailer["/Info"]["/Title"] == "Biên bản kiểm thử dịch vụ công 2.000635"


def test_every_criterion_stands_there_with_its_verdict_and_basis(paper: bytes) -> None:
    text = "\n".join(texts(paper))
    assert text == unicodedata.normalize("NFC", text)
    for criterion in RULESET.criteria:
        assert criterion.id in text
    for words in (
        "CHƯA CÔNG BỐ", "cổng thanh toán thu 20.000 đ", "8.000 đ × 2 bản = 16.000 đ", "(chưa đối chiếu bản gốc)",
        "cần kết nối thật với Cổng Dịch vụ công quốc gia", "bảng phí của cổng dịch vụ công", "Nguyễn Thị Lan",
    ):  # fmt: skip
        assert words in re.sub(r"\s+", " ", text)


def test_each_page_says_which_it_is_of_how_many(paper: bytes) -> None:
    pages = texts(paper)
    assert len(pages) > 1
    assert all(f"Trang {n}/{len(pages)}" in page for n, page in enumerate(pages, 1))


def test_a_table_over_several_pages_repeats_its_head(tmp_path: Path) -> None:
    long = [replace(f, state=State.BLOCKED, seen="không thấy nút " * 40) for f in passes("2.000635")]
    pages = texts(paper_of(tmp_path, found=long))
    inside = [p for p in pages if p.count("không thấy nút không thấy nút") > 3]
    assert len(inside) > 1
    assert all("Tiêu chí và lý do" in page for page in inside)


def test_nothing_is_clipped_however_long_and_hostile(tmp_path: Path) -> None:
    address = "https://cong.example.vn/" + "a" * 300 + "?x=#strong[1]$\\eval(1)"
    bad = replace(OVERPAID, seen=address, required="<b>&{{7*7}}\x00\x1b", files=("x" * 200,))
    paper = paper_of(tmp_path, found=[bad, *(f for f in passes("2.000635") if f.criterion != "L4-PAY-03")])
    text = re.sub(r"[\s\u200b\ufffe\u00ad]", "", "".join(texts(paper)))
    assert address in text
    assert "<b>&{{7*7}}" in text
    assert all(right <= width - 42 for _, _, right, width in edges(paper))


def test_what_could_not_be_said_and_what_was_waived_is_never_hidden(tmp_path: Path) -> None:
    found = passes("2.000635")
    found[0] = replace(found[0], state=State.BLOCKED, seen="cổng không mở được")
    found[1] = replace(found[1], state=State.WAIVED, seen="miễn trừ đến 30/12/2026, bà Lê duyệt")
    text = re.sub(r"\s+", " ", " ".join(texts(paper_of(tmp_path, found=found, complete=False))))
    assert "Lượt chạy dừng giữa chừng" in text
    assert "cổng không mở được" in text
    assert "miễn trừ đến 30/12/2026, bà Lê duyệt" in text
    assert "CHƯA KẾT LUẬN ĐƯỢC" in text


def test_the_code_leads_to_the_sealed_file(run: Path, paper: bytes) -> None:
    given = answer(run)
    (found,) = zxingcpp.read_barcodes(pictures(paper)[-1])
    assert found.text == qr_text(given, given["services"][0], seal_of(run))
    assert seal_of(run).sha256 in found.text
    assert "dich vu: 2.000635" in found.text


def test_the_strongest_sealed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "verdict.json").write_text("{}")
    (tmp_path / "manifest.json").write_text("{}")
    assert (seal_of(tmp_path).file, seal_of(tmp_path).signed) == ("manifest.json", False)
    (tmp_path / "attestation.dsse.json").write_text("{}")
    assert (seal_of(tmp_path).file, seal_of(tmp_path).signed) == ("attestation.dsse.json", True)


def test_evidence_that_a_demo_key_signed_is_said_at_the_top_at_the_decision_and_at_the_proof(tmp_path: Path) -> None:
    seal(tmp_path, "demo-0123")
    first, *_, last = (re.sub(r"\s+", " ", page) for page in texts(paper_of(tmp_path)))
    assert "Bằng chứng ký bằng khóa dùng thử: chỉ cho biết tệp không đổi kể từ khi ký" in first
    assert "Bằng chứng ký bằng khóa dùng thử" in last
    assert "có chữ ký bằng khóa dùng thử" in last
    seal(tmp_path, "0123")
    assert "dùng thử" not in " ".join(texts(paper_of(tmp_path)))


def test_a_signature_with_a_demo_key_says_so_on_its_face(paper: bytes, key: Path, tmp_path: Path) -> None:
    signed = sign(paper, signer_from(key, ""), "kiem-thu", "lập biên bản")
    assert [one.demo for one in signatures(signed)] == ["chứng thư tự cấp"]
    assert "Khóa dùng thử (chứng thư tự cấp)" in faces(signed)
    both = tmp_path / "uy-ban.pem"
    both.write_bytes((PKI / "uy-ban.key.pem").read_bytes() + (PKI / "uy-ban.cert.pem").read_bytes())
    trial = sign(paper, signer_from(both, ""), "kiem-thu", "lập biên bản")
    assert [one.demo for one in signatures(trial)] == ["chứng thư của gốc thử nghiệm"]
    assert signatures(trial)[0].trusted  # a trial's root is trusted for trials; the mark keeps the two apart
    assert "Khóa dùng thử (chứng thư của gốc thử nghiệm)" in faces(trial)


def test_both_sides_sign_and_a_changed_byte_shows(paper: bytes, key: Path) -> None:
    signer = signer_from(key, "")
    once = sign(paper, signer, "kiem-thu", "lập biên bản")
    both = sign(once, signer, "co-quan", "xác nhận")
    found = signatures(both)
    assert [(s.field, s.name, s.sound, s.trusted) for s in found] == [
        ("kiem-thu", "Trần Văn Ký", True, False), ("co-quan", "Trần Văn Ký", True, False),
    ]  # fmt: skip
    place = both.index(b"/Title") + 20
    changed = both[:place] + bytes([both[place] ^ 1]) + both[place + 1 :]
    assert not any(s.sound for s in signatures(changed))
    with pytest.raises(SigningProblemError, match="đã có chữ ký"):
        sign(both, signer, "co-quan", "lần nữa")


def test_a_signed_paper_is_never_set_again(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "luot"
    run.mkdir()
    write_verdict(run, answer(run))
    command = ["minutes", str(run), "--service", "2.000635"]
    assert main([*command, "--sign", str(key)]) == 0
    assert "còn nguyên vẹn" in capsys.readouterr().err  # beside "not a trusted root", so on the error stream
    signed = (run / "bien-ban/2.000635.pdf").read_bytes()
    assert main(command) == 0
    assert (run / "bien-ban/2.000635.pdf").read_bytes() == signed
    write_verdict(run, answer(run, complete=False))
    assert main(command) == 2
    assert "nói về bằng chứng khác" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN NONSENSE-----\n"], ids=["missing", "empty", "nonsense"])
@pytest.mark.parametrize("name", ["khoa.pem", "khoa.p12"])
def test_a_key_that_is_missing_or_unreadable_is_told_in_a_sentence(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SigningProblemError, match=re.escape(str(path))):
        signer_from(path, "")
