"""A time-stamping authority on loopback: its word counts only with its root, and only for this signature."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from harness.attestation import KeyProblemError, attest, verify
from tests.attestation.runs import ROOT, finished, signed

WHEN = datetime(2026, 11, 22, 16, 12, 3, tzinfo=UTC)


@dataclass
class Authority:
    url: str
    root: Path
    answer: bytes | None = None  # instead of a true one


def certificate(
    name: str, issuer: tuple[x509.Certificate, rsa.RSAPrivateKey] | None = None
) -> tuple[x509.Certificate, rsa.RSAPrivateKey]:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer = issuer[1] if issuer else key
    made = (
        x509.CertificateBuilder().subject_name(subject).public_key(key.public_key())
        .issuer_name(issuer[0].subject if issuer else subject).serial_number(x509.random_serial_number())
        .not_valid_before(WHEN - timedelta(days=30)).not_valid_after(WHEN + timedelta(days=900))
        .add_extension(x509.BasicConstraints(ca=not issuer, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .add_extension(x509.KeyUsage(digital_signature=bool(issuer), key_cert_sign=not issuer, crl_sign=not issuer,
                                     content_commitment=False, key_encipherment=False, data_encipherment=False,
                                     key_agreement=False, encipher_only=False, decipher_only=False), critical=True)
    )  # fmt: skip
    if issuer:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(signer, hashes.SHA256()), key


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    root, root_key = certificate("Gốc thử")
    leaf, leaf_key = certificate("Dấu thời gian thử", (root, root_key))

    def asn1(one: x509.Certificate) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(one.public_bytes(Encoding.DER))

    secret = leaf_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()
    store.register(asn1(root))
    stamper = DummyTimeStamper(asn1(leaf), asn1_keys.PrivateKeyInfo.load(secret), store, fixed_dt=WHEN)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            content = told.answer if told.answer is not None else stamper.request_tsa_response(request).dump()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_given: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    file = tmp_path_factory.mktemp("tsa") / "goc.pem"
    file.write_bytes(root.public_bytes(Encoding.PEM))
    told = Authority(f"http://127.0.0.1:{server.server_port}/", file)
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def run(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIEMTHU_TSA_URL", authority.url)
    return signed(tmp_path / "run")


def test_a_stamped_run_has_a_trusted_time(run: Path, authority: Authority) -> None:
    found = verify(run, tsa_roots=[authority.root])
    assert found.ok, found.problems
    assert found.trusted_time == WHEN.isoformat()
    assert not any("không có thời gian tin cậy" in note for note in found.notes)


def test_without_the_root_the_time_is_not_trusted_and_nothing_is_wrong(run: Path) -> None:
    found = verify(run)
    assert found.ok
    assert found.trusted_time == ""
    assert any("chưa cho chứng thư gốc" in note for note in found.notes)


def test_another_authoritys_root(run: Path, tmp_path: Path) -> None:
    other, _ = certificate("Gốc khác")
    (tmp_path / "khac.pem").write_bytes(other.public_bytes(Encoding.PEM))
    found = verify(run, tsa_roots=[tmp_path / "khac.pem"])
    assert not found.ok
    assert any("attestation.tsr" in problem for problem in found.problems)


def test_the_stamp_of_another_run(run: Path, authority: Authority, tmp_path: Path) -> None:
    other = signed(tmp_path / "khac")
    shutil.copy(other / "attestation.tsr", run / "attestation.tsr")
    assert not verify(run, tsa_roots=[authority.root]).ok


def test_a_stamp_taken_away_is_said(run: Path, authority: Authority) -> None:
    (run / "attestation.tsr").unlink()
    found = verify(run, tsa_roots=[authority.root])
    assert found.trusted_time == ""
    assert any("attestation.tsr không có" in note for note in found.notes)


@pytest.mark.parametrize("kind", ["garbage", "gone"])
def test_an_authority_that_fails_leaves_a_run_without_trusted_time(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(authority, "answer", b"khong phai dau thoi gian")
    address = authority.url if kind == "garbage" else "http://127.0.0.1:9/"
    finished(tmp_path / "run")
    notes = attest(tmp_path / "run", ROOT, (), {"KIEMTHU_TSA_URL": address, "KIEMTHU_HOME": str(tmp_path)})
    assert any("không có thời gian tin cậy: cơ quan cấp dấu thời gian" in note for note in notes)
    assert verify(tmp_path / "run").ok


def test_a_root_that_is_no_certificate(run: Path, tmp_path: Path) -> None:
    (tmp_path / "goc.pem").write_text("khong phai chung thu")
    with pytest.raises(KeyProblemError, match="không đọc được"):
        verify(run, tsa_roots=[tmp_path / "goc.pem"])
