"""Makes the test root and the organisations' certificates (`python -m sandbox pki`); done once, committed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sandbox.core.signing import PKI, organisations

START, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2044, 1, 1, tzinfo=UTC)


def _name(organisation: str, common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
                      x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
                      x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(digital_signature=not authority, content_commitment=not authority, key_cert_sign=authority,
                         crl_sign=authority, key_encipherment=False, data_encipherment=False, key_agreement=False,
                         encipher_only=False, decipher_only=False)


def _certificate(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, by: ec.EllipticCurvePrivateKey,
                 *, authority: bool) -> x509.Certificate:
    return (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(START).not_valid_after(END)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        .add_extension(_usage(authority=authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )


def _write(stem: str, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> None:
    (PKI / f"{stem}.key.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    (PKI / f"{stem}.cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def make(trust: Path) -> None:
    """Writes all keys anew, and the root certificate for verifiers into `trust`."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    root_name = _name("kiemthu (thử nghiệm)", "Kiemthu sandbox test root")
    root = _certificate(root_name, root_name, root_key, root_key, authority=True)
    (PKI / "root.cert.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))  # its key is thrown away
    for organisation, stem in organisations().items():
        key = ec.generate_private_key(ec.SECP256R1())
        _write(stem, key, _certificate(_name(organisation, organisation), root_name, key, root_key, authority=False))
    trust.mkdir(parents=True, exist_ok=True)
    (trust / "sandbox-root.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))
