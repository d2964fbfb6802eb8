"""Signers that must not count: revoked, expired, of a chain that nobody trusts. Certificates are made on the spot."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from harness.checks.judges import signatures
from harness.checks.judges.workdays import VIETNAM
from tests.checks import papers

NOW = datetime(2026, 11, 24, tzinfo=VIETNAM)
DAY = timedelta(days=1)
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def name(words: str) -> x509.Name:
    kinds = (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME)
    return x509.Name([x509.NameAttribute(kind, words) for kind in kinds])


def certificate(subject: str, issuer: str, *, ca: bool, until: datetime = NOW + 99 * DAY) -> x509.Certificate:
    made = (
        x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer)).public_key(KEY.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(NOW - 999 * DAY).not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, key_encipherment=False,
                                     data_encipherment=False, key_agreement=False, key_cert_sign=ca, crl_sign=ca,
                                     encipher_only=False, decipher_only=False), critical=True)
    )  # fmt: skip
    return made.sign(KEY, hashes.SHA256())


@dataclass(frozen=True)
class Trust:
    root: x509.Certificate
    signer: x509.Certificate

    def signed(self, folder: Path) -> bytes:
        (folder / "key.pem").write_bytes(KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        (folder / "cert.pem").write_bytes(self.signer.public_bytes(Encoding.PEM))
        who = signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "cert.pem"))
        out = io.BytesIO()
        writer = IncrementalPdfFileWriter(io.BytesIO(papers.paper("Kết quả")))
        signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Ky"), who, output=out)
        return out.getvalue()

    def revoking(self, *revoked: x509.Certificate) -> asn1_crl.CertificateList:
        made = x509.CertificateRevocationListBuilder().issuer_name(self.root.subject).last_update(NOW - DAY)
        made = made.next_update(NOW + DAY)
        for one in revoked:
            row = x509.RevokedCertificateBuilder().serial_number(one.serial_number).revocation_date(NOW - 9 * DAY)
            made = made.add_revoked_certificate(row.build())
        der = made.sign(KEY, hashes.SHA256()).public_bytes(Encoding.DER)
        return asn1_crl.CertificateList.load(der)

    @property
    def roots(self) -> tuple[asn1_x509.Certificate, ...]:
        return (asn1_x509.Certificate.load(self.root.public_bytes(Encoding.DER)),)


@pytest.fixture
def trust() -> Trust:
    return Trust(certificate("Gốc", "Gốc", ca=True), certificate("Ủy ban nhân dân xã Mẫu", "Gốc", ca=False))


def test_a_signer_who_is_not_revoked_counts(trust: Trust, tmp_path: Path) -> None:
    other = certificate("Khác", "Gốc", ca=False)
    found = signatures.examine(trust.signed(tmp_path), NOW, trust.roots, (trust.revoking(other),))
    assert found == signatures.Signatures("", ("Ủy ban nhân dân xã Mẫu",))


def test_a_revoked_signer_does_not_count(trust: Trust, tmp_path: Path) -> None:
    found = signatures.examine(trust.signed(tmp_path), NOW, trust.roots, (trust.revoking(trust.signer),))
    assert found.problem == "chứng thư ký số đã bị thu hồi"


def test_an_expired_signer_does_not_count(tmp_path: Path) -> None:
    old = Trust(certificate("Gốc", "Gốc", ca=True), certificate("Mẫu", "Gốc", ca=False, until=NOW - DAY))
    assert "đã hết hạn" in signatures.examine(old.signed(tmp_path), NOW, old.roots, ()).problem


def test_a_chain_of_its_own_does_not_count(trust: Trust, tmp_path: Path) -> None:
    alone = certificate("Ủy ban nhân dân xã Mẫu", "Ủy ban nhân dân xã Mẫu", ca=False)
    content = Trust(alone, alone).signed(tmp_path)
    assert "không thuộc gốc tin cậy" in signatures.examine(content, NOW, trust.roots, ()).problem
