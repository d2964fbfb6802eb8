"""PAdES signatures by the test organisations of `sandbox/pki`."""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path

import yaml
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.stamp import StaticStampStyle

PKI = Path(__file__).parent.parent / "pki"
FIELD = "ChuKySo"
BOX = (310, 60, 550, 110)  # points from the lower left of the page
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


def sign(pdf: bytes, organisation: str, stamp: bytes = b"") -> bytes:
    """The same document with a signature over all of it. `stamp`: a one-page PDF that shows at the foot of page 1
    (NĐ 30/2020 PL I); without one the signature does not show."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=organisation,
        reason="Ký ban hành văn bản điện tử", location="Môi trường thử nghiệm")
    out = io.BytesIO()
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:  # read by its name, while signing
        file.write(stamp)
        file.flush()
        shown = ImportedPdfPage(file.name)  # type: ignore[no-untyped-call]
        style = StaticStampStyle(background=shown, border_width=0, background_opacity=1.0) if stamp else None
        place = SigFieldSpec(FIELD, box=BOX) if stamp else None
        signers.PdfSigner(metadata, signer=signer(organisation), stamp_style=style, new_field_spec=place).sign_pdf(
            writer, output=out, bytes_reserved=RESERVED)
    return out.getvalue()
