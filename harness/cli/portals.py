"""Is each portal there, and does it prove that it is a test environment?"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

import httpx

from harness.catalog.adapters import Adapter
from harness.cli.machine import Probe

SECONDS = 10.0
VARIABLE = re.compile(r"\$\{([A-Z][A-Z0-9_]*)\}")


def portal_probes(portals: Mapping[str, Adapter], environment: Mapping[str, str] = os.environ) -> Iterator[Probe]:
    """One line for each adapter. A portal that the harness starts itself is proven when it is started."""
    for portal in portals.values():
        name = f"Cổng «{portal.id}»"
        origin = portal.origins["portal"]
        missing = [v for v in VARIABLE.findall(origin) if v not in environment]
        if missing and portal.id in {"sandbox", "spa"}:
            yield Probe(
                name, ok=True, seen="cổng mẫu: kiemthu run tự mở và tự thử dấu hiệu môi trường thử nghiệm", needed=False
            )
        elif missing:
            yield Probe(
                name, ok=False, seen=f"chưa đặt {', '.join(missing)}", mend="đặt biến môi trường đó", needed=False
            )
        else:
            yield reach(name, portal, VARIABLE.sub(lambda found: environment[found[1]], origin))


def reach(name: str, portal: Adapter, origin: str) -> Probe:
    """The proof page must answer and hold the words that the adapter declares."""
    if portal.environment != "test" or not portal.proof_text:
        return Probe(name, ok=False, seen="không khai là môi trường thử nghiệm", mend="khai environment: test và proof")
    address = origin.rstrip("/") + portal.proof_address
    try:
        answer = httpx.get(address, timeout=SECONDS, follow_redirects=True)
    except httpx.HTTPError as wrong:
        return Probe(name, ok=False, seen=f"không tới được {address} ({type(wrong).__name__})",
                     mend="đơn vị vận hành cổng xem lại máy chủ và mạng")  # fmt: skip
    if answer.status_code != httpx.codes.OK or portal.proof_text not in answer.text:
        return Probe(name, ok=False, seen=f"{address} không có chữ «{portal.proof_text}»",
                     mend="không phải môi trường thử nghiệm; không được chạy ở đây")  # fmt: skip
    return Probe(name, ok=True, seen=f"{origin}, đúng là môi trường thử nghiệm")
