"""PAdES signatures by the test organisations of `sandbox/pki`."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import yaml
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

PKI = Path(__file__).parent.parent / "pki"
RESERVED = 16384  # bytes for the signature; knowing it saves signing twice


@cache
def organisations() -> dict[str, str]:
    """Organisation (O) → stem of its files."""
    found: dict[str, str] = yaml.safe_load((PKI / "organisations.yaml").read_text(encoding="utf-8"))
    return found


@cache
def signer(organisation: str) -> signers.SimpleSigner:
    """The signer of an organisation; KeyError when it has no certificate."""
    stem = organisations()[organisation]
    found: signers.SimpleSigner | None = signers.SimpleSigner.load(  # type: ignore[no-untyped-call]
        str(PKI / f"{stem}.key.pem"), str(PKI / f"{stem}.cert.pem"),
        ca_chain_files=(str(PKI / "root.cert.pem"),))
    if found is None:
        raise RuntimeError(f"cannot load the test key of {organisation}")
    return found


def sign(pdf: bytes, organisation: str) -> bytes:
    """The same document with an invisible signature over all of it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    metadata = signers.PdfSignatureMetadata(
        field_name="ChuKySo", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=organisation,
        reason="Ký ban hành văn bản điện tử", location="Môi trường thử nghiệm")
    out = io.BytesIO()
    signers.PdfSigner(metadata, signer=signer(organisation)).sign_pdf(
        writer, output=out, bytes_reserved=RESERVED)
    return out.getvalue()
