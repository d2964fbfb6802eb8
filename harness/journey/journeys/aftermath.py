"""What a dossier leaves elsewhere: verification for anybody, the person's store, the national portal's copy."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import httpx

from harness.journey.papers import text_of
from harness.journey.scene import Scene
from harness.model import NotObserved

MOST_TEXT = 4000  # characters of a page that are kept
ANSWERED = 10.0  # seconds that a portal's own service may take


async def verify(scene: Scene) -> None:
    """By the code on the result, and by one that nobody was ever given: the page must tell them apart."""
    own = result_code(scene)
    rows = []
    for kind, number in (("own", own), ("never", never_given(own))):
        await scene.stage.perform("verify", actor="visitor", query=number)
        rows.append({"kind": kind, "number": number, "text": scene.relay.last("verify.text") or ""})
    scene.fact("verify.tried", rows, "trang xác minh kết quả, không đăng nhập")


def result_code(scene: Scene) -> str:
    """As it stands on the result: `<mã hồ sơ>-KQ(n)`; the code by rule where the result does not show one."""
    code = scene.stage.dossier
    try:
        text = text_of(scene.relay.to.latest("result"))
    except NotObserved:
        text = ""
    found = re.search(rf"{re.escape(code)}-KQ\d*", "".join(text.split()))
    return found[0] if found else f"{code}-KQ1"


def never_given(number: str) -> str:
    """The same shape, another day and another dossier."""
    return re.sub(r"-(\d{6,8})-(\d+)", lambda found: f"-{'010101'.zfill(len(found[1]))}-{'9' * len(found[2])}", number)


def ask_national(scene: Scene) -> None:
    """What the national portal answers about this dossier now, and how the portal has spoken to it."""
    national, code = scene.other_sides().national, scene.stage.dossier
    scene.fact("national.read_back", national.read_back(code) or {}, "Cổng DVC quốc gia › TraCuuHoSo")
    sent = [{"service": call.service, "body": dict(call.body)} for call in national.calls_about(code)]
    scene.fact("national.envelopes", sent, "Cổng DVC quốc gia › lời gọi về hồ sơ này")


async def ask_for_bill(scene: Scene, when: str, bills: list[dict[str, Any]]) -> None:
    """As the national payment platform asks (dptracuuthanhtoanhs); nothing where the portal declares no address."""
    path = scene.stage.adapter.bill_lookup
    if not path or not scene.service.fee:
        return
    origin = (await scene.stage.window()).origin
    code = scene.stage.dossier if when != "unknown" else f"{scene.stage.dossier}999"
    bills.append({"when": when, "code": code, **await asyncio.to_thread(_post, f"{origin}{path}", {"MaHoSo": code})})
    scene.fact("payment.bills", bills, f"{path} của cổng dịch vụ công")


def _post(url: str, body: dict[str, str]) -> dict[str, Any]:
    """Whatever comes back is evidence: a portal that answers with a page is told by its status and no answer."""
    try:
        answer = httpx.post(url, json=body, timeout=ANSWERED)
    except httpx.HTTPError as error:
        return {"status": 0, "answer": None, "said": type(error).__name__}
    try:
        told = answer.json()
    except ValueError:
        return {"status": answer.status_code, "answer": None, "said": answer.text[:200]}
    return {"status": answer.status_code, "answer": told if isinstance(told, dict) else None, "said": ""}


async def look_for_keys(scene: Scene) -> None:
    """The owner's own pages of an unpaid dossier: does their source give away what signs payments?"""
    pages = [url for url, what in scene.stage.addresses.items() if what == "dossier"]
    if not pages:
        return
    seen = [await scene.stage.visit(page, actor="applicant") for page in pages]
    code = "\n".join(one.content.decode("utf-8", "replace") for one in seen)
    found = ["khóa đã cấp cho cổng"] if any(len(s) >= 8 and s in code for s in scene.secrets) else []
    scene.fact("payment.page", "\n".join(one.text for one in seen)[:MOST_TEXT], "trang hồ sơ chờ thanh toán")
    scene.fact("payment.keys", found, "mã nguồn trang hồ sơ chờ thanh toán")
