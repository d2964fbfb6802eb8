"""PAdES signatures of PDF files, validated by pyHanko against the roots in catalog/trust/*.pem."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from asn1crypto import crl, pem, x509
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from harness.checks.judges.project import CATALOG

# What the parser raises on broken input: its own errors, and those of Python on nonsense values.
_BROKEN = (PdfError, SignatureValidationError, ValueError, KeyError, TypeError, IndexError)


_APPENDED = "tệp bị ghi thêm sau khi ký"
_END = re.compile(rb"startxref\s+\d+\s+%%EOF\s*")


@dataclass(frozen=True, slots=True)
class Signatures:
    """Judgement over all signatures of a file. ``problem``: Vietnamese clause, empty when all is well."""

    problem: str
    organisations: tuple[str, ...] = ()  # O of the signers' certificates


@cache
def trusted_roots() -> tuple[x509.Certificate, ...]:
    files = sorted(str(path) for path in (CATALOG / "trust").glob("*.pem"))
    return tuple(load_certs_from_pemder(files))  # type: ignore[no-untyped-call]


@cache
def revocation_lists() -> tuple[crl.CertificateList, ...]:
    """catalog/trust/*.crl, as the authorities publish them (DER or PEM): what a machine without a network goes by."""
    found = []
    for path in sorted((CATALOG / "trust").glob("*.crl")):
        content = path.read_bytes()
        found.append(crl.CertificateList.load(pem.unarmor(content)[2] if pem.detect(content) else content))
    return tuple(found)


def examine(content: bytes, moment: datetime, roots: tuple[x509.Certificate, ...] | None = None,
            lists: tuple[crl.CertificateList, ...] | None = None) -> Signatures:  # fmt: skip
    """Integrity, coverage of the entire file, chain to a configured root at ``moment``, and whether the signer was
    revoked, where his authority's list is at hand. No network.

    ``intact`` and ``valid`` stay true when content is appended after signing: coverage is judged as well.
    """
    try:
        embedded = _embedded(content)
        if not embedded:
            return Signatures("tệp không có chữ ký số")
        organisations = tuple(_organisation(one) for one in embedded)
        trusted = trusted_roots() if roots is None else roots
        known = revocation_lists() if lists is None else lists
        problems = [_problem(one, moment, trusted, known) for one in embedded]
        if embedded[-1].evaluate_signature_coverage() is not SignatureCoverageLevel.ENTIRE_FILE:
            problems.append(_APPENDED)
    except _BROKEN:
        return Signatures(_APPENDED if _reads_without_its_tail(content) else "không đọc được chữ ký số trong tệp")
    return Signatures(next((problem for problem in problems if problem), ""), organisations)


def _embedded(content: bytes) -> list[EmbeddedPdfSignature]:
    return list(PdfFileReader(io.BytesIO(content), strict=False).embedded_regular_signatures)


def _reads_without_its_tail(content: bytes) -> bool:
    """Whether only what stands after the last proper end of file keeps the signatures from being read."""
    ends = list(_END.finditer(content))
    if not ends or not content[ends[-1].end() :].strip():
        return False
    try:
        return bool(_embedded(content[: ends[-1].end()]))
    except _BROKEN:
        return False


def _organisation(signature: EmbeddedPdfSignature) -> str:
    found = signature.signer_cert.subject.native.get("organization_name", "")
    return found if isinstance(found, str) else ", ".join(found)


def _problem(signature: EmbeddedPdfSignature, moment: datetime, roots: tuple[x509.Certificate, ...],
             lists: tuple[crl.CertificateList, ...]) -> str:  # fmt: skip
    own = [one for one in lists if one.issuer == signature.signer_cert.issuer]
    # A certificate that names no list is only held against one that we were given when that is required.
    mode = "require" if own else "soft-fail"
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment, crls=own, revocation_mode=mode)
    status = validate_pdf_signature(signature, context)
    if not status.intact:
        return "nội dung tệp đã bị sửa sau khi ký"
    if not status.valid:
        return "chữ ký số không hợp lệ"
    if status.revocation_details:
        return "chứng thư ký số đã bị thu hồi"
    if not status.trusted:
        return "chứng thư ký số không thuộc gốc tin cậy đã cấu hình hoặc đã hết hạn"
    return "" if status.bottom_line else "chữ ký số không được chấp nhận"
