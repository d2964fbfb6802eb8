"""RFC 3161: an authority's word for when the signature existed. Without one, the time is only what a machine says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import httpx
from cryptography import x509
from rfc3161_client import (
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from harness.attestation.trouble import KeyProblemError

ADDRESS, ROOTS = "KIEMTHU_TSA_URL", "KIEMTHU_TSA_CA"
NO_TIME = "không có thời gian tin cậy"
SECONDS = 10.0


class NoStampError(Exception):
    """The authority gave no usable answer; the run is signed without trusted time and says so."""


def configured(environment: Mapping[str, str] = os.environ) -> str:
    return environment.get(ADDRESS, "")


def stamp(address: str, signature: bytes) -> bytes:
    """The authority's answer over the signature, as DER."""
    request = TimestampRequestBuilder().data(signature).nonce(nonce=True).cert_request(cert_request=True).build()
    try:
        said = httpx.post(address, content=request.as_bytes(), timeout=SECONDS,
                          headers={"Content-Type": "application/timestamp-query"})  # fmt: skip
        said.raise_for_status()
        answer = decode_timestamp_response(said.content)
        if answer.tst_info.nonce != request.nonce:
            raise NoStampError(f"cơ quan cấp dấu thời gian {address} trả lời cho một yêu cầu khác")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as wrong:
        why = type(wrong).__name__
        raise NoStampError(f"cơ quan cấp dấu thời gian {address} không trả lời được ({why})") from wrong
    return said.content


def roots(given: Iterable[Path], environment: Mapping[str, str] = os.environ) -> list[x509.Certificate]:
    paths = list(given) or [Path(p) for p in environment.get(ROOTS, "").split(os.pathsep) if p]
    found: list[x509.Certificate] = []
    for path in paths:
        try:
            found += x509.load_pem_x509_certificates(path.read_bytes())
        except (OSError, ValueError) as wrong:
            raise KeyProblemError(f"Chứng thư gốc của cơ quan cấp dấu thời gian {path} không đọc được.") from wrong
    return found


def time_of(content: bytes, signature: bytes, trusted: Iterable[x509.Certificate]) -> str:
    """ISO 8601 of a stamp that a trusted root stands behind. Raises NoStampError with the reason otherwise."""
    try:
        answer: TimeStampResponse = decode_timestamp_response(content)
    except ValueError as wrong:
        raise NoStampError("dấu thời gian không đọc được") from wrong
    reason = "không do một gốc tin cậy đã cho cấp"
    for root in trusted:
        try:
            if VerifierBuilder().add_root_certificate(root).build().verify_message(answer, signature):
                return answer.tst_info.gen_time.isoformat()
        except VerificationError as wrong:
            reason = f"không khớp chữ ký hoặc {reason} ({wrong})"
    raise NoStampError(f"dấu thời gian {reason}")
