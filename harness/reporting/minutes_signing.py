"""PAdES signatures on the minutes: a key and its certificate from a file, one field of the paper a signature."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from asn1crypto import x509
from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from harness.checks.judges.signatures import trusted_roots
from harness.evidence.recorder import now
from harness.model import DEMO_KEY
from harness.reporting.typesetting import compiler, set_pdf

TRIAL = "thử nghiệm"  # as a root that is only for trials names itself; the sandbox's does
RESERVED = 24576  # bytes for the signature and its chain; knowing it saves signing twice


class SigningProblemError(Exception):
    """The paper was not signed. The sentence is for the reader."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature of a paper, as validated after signing."""

    field: str
    name: str
    organ: str
    sound: bool  # what was signed is what stands there, and the key fits the certificate
    trusted: bool  # the certificate chains to a root in catalog/trust
    demo: str = ""  # why its key counts as a demo key; "" when it does not


def signer_from(key: Path, passphrase: str) -> signers.SimpleSigner:
    """From a PKCS #12 file (.p12, .pfx), or a PEM file that holds the key and then its certificates."""
    secret = passphrase.encode() or None
    if not key.is_file():
        raise SigningProblemError(f"Không có tệp khóa ký {key}.")
    try:
        found = _pkcs12(key, secret) if key.suffix.lower() in {".p12", ".pfx"} else _pem(key, secret)
    except (ValueError, TypeError, OSError) as wrong:
        found, reason = None, f" ({wrong})"
    else:
        reason = ""
    if found is None:
        raise SigningProblemError(
            f"Không mở được khóa ký trong {key}{reason}. Tệp phải là PKCS #12 (.p12, .pfx), hoặc PEM gồm khóa rồi tới "
            "chứng thư; mật khẩu đặt trong biến môi trường KIEMTHU_SIGN_PASSPHRASE."
        )
    return found


def _pkcs12(key: Path, secret: bytes | None) -> signers.SimpleSigner | None:
    with _quiet():
        found: signers.SimpleSigner | None = signers.SimpleSigner.load_pkcs12(  # type: ignore[no-untyped-call]
            str(key), passphrase=secret
        )
    return found


def _pem(key: Path, secret: bytes | None) -> signers.SimpleSigner:
    own, *chain = load_certs_from_pemder([str(key)])  # type: ignore[no-untyped-call]
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(chain)
    return signers.SimpleSigner(
        signing_key=load_private_key_from_pemder(str(key), passphrase=secret), signing_cert=own, cert_registry=store
    )


def sign(paper: bytes, signer: signers.SimpleSigner, field: str, reason: str) -> bytes:
    """The paper with one more signature, in a field that nobody has signed yet."""
    if field in {one.field for one in signatures(paper)}:
        raise SigningProblemError(f"Ô ký «{field}» của biên bản đã có chữ ký.")
    name, organ = _subject(signer)
    at = now()
    metadata = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=name, reason=reason
    )
    out = io.BytesIO()
    try:
        with NamedTemporaryFile(suffix=".pdf") as face:
            told = {"name": name, "organ": organ, "at": at, "demo": _mark(signer.signing_cert)}
            face.write(set_pdf(compiler("con-dau.typ", told)))
            face.flush()
            shown = ImportedPdfPage(face.name)  # type: ignore[no-untyped-call]
            style = StaticStampStyle(background=shown, border_width=0)
            signers.PdfSigner(metadata, signer=signer, stamp_style=style).sign_pdf(
                IncrementalPdfFileWriter(io.BytesIO(paper)),
                existing_fields_only=True,
                output=out,
                bytes_reserved=RESERVED,
            )
    except SigningError as wrong:
        raise SigningProblemError(f"Không ký được biên bản: {wrong}.") from wrong
    return out.getvalue()


def signatures(paper: bytes) -> list[Signed]:
    """Every signature of the paper, in order of signing, validated offline."""
    with _quiet():
        return list(_validated(paper))


@contextmanager
def _quiet() -> Iterator[None]:
    """pyHanko prints a stack trace of what we tell in a sentence."""
    said = logging.getLogger("pyhanko")
    level = said.level
    said.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        said.setLevel(level)


def _validated(paper: bytes) -> Iterator[Signed]:
    for one in PdfFileReader(io.BytesIO(paper)).embedded_regular_signatures:
        context = ValidationContext(trust_roots=trusted_roots(), allow_fetching=False)
        status = validate_pdf_signature(one, context)
        subject = one.signer_cert.subject.native
        yield Signed(
            one.field_name,
            str(subject.get("common_name", "")),
            str(subject.get("organization_name", "")),
            # What was added later may only be a further signature.
            sound=status.intact
            and status.valid
            and bool(status.docmdp_ok)
            and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION,
            trusted=status.trusted,
            demo=demo(one.signer_cert),
        )


def demo(certificate: x509.Certificate) -> str:
    """Why nobody outside this machine should believe it: it vouches for itself, or a root made for trials does."""
    if certificate.self_issued:
        return "chứng thư tự cấp"
    return "chứng thư của gốc thử nghiệm" if TRIAL in certificate.issuer.human_friendly.casefold() else ""


def _mark(certificate: x509.Certificate) -> str:
    why = demo(certificate)
    return f"{DEMO_KEY.capitalize()} ({why})" if why else ""


def _subject(signer: signers.SimpleSigner) -> tuple[str, str]:
    certificate = signer.signing_cert
    if certificate is None:
        raise SigningProblemError("Tệp khóa ký không có chứng thư.")
    subject = certificate.subject.native
    return str(subject.get("common_name", "")), str(subject.get("organization_name", ""))
