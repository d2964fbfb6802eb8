"""QR codes on the pages of a PDF (TT 01/2023/TT-VPCP Đ26). zxing-cpp reads them."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import zxingcpp

_SCALE = 2  # 144 dpi: a module of a 28 mm code is then about 3 pixels


@dataclass(frozen=True, slots=True)
class Code:
    """``left`` and ``top``: the centre as a share of the page, 0–1 from the top left corner."""

    text: str
    page: int
    left: float
    top: float


def codes_on(content: bytes) -> list[Code]:
    """Every QR code of a PDF that opens."""
    found: list[Code] = []
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, 1):
        picture = page.render(scale=_SCALE).to_pil()
        page.close()
        for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
            corners = code.position
            left = (corners.top_left.x + corners.bottom_right.x) / 2 / picture.width
            top = (corners.top_left.y + corners.bottom_right.y) / 2 / picture.height
            found.append(Code(code.text, number, left, top))
    document.close()
    return found
