"""A visitor without an account looks for the service and reads what is published about it."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from harness.journey.journeys.gates import try_gates
from harness.journey.journeys.surroundings import look_around
from harness.journey.scene import Scene
from harness.portal.client_code import client_code
from harness.portal.entry import invitation

MOST_TEXT = 3000  # characters of an error page that are kept
PART = 4  # words of the name that a person remembers


async def walk(scene: Scene) -> None:
    stage = scene.stage
    tell_what_is_known(scene)
    await stage.go("/", actor="visitor")
    if "about" in stage.adapter.tasks:
        await stage.perform("about", actor="visitor")
    await stage.audit("trang chủ", actor="visitor")
    await stage.perform("find", actor="visitor")
    await stage.audit("trang dịch vụ", actor="visitor")
    address = (await stage.window("visitor")).page.url
    scene.fact("start.offer", await invitation(stage), "trang dịch vụ")
    tell_what_is_reviewed(scene)
    if scene.simulators:
        shown = str(scene.relay.last("published.code") or "")
        asked = {"code": shown, "answer": scene.simulators.national.procedure(shown)}
        scene.fact("national.asked", asked, "Cổng DVC quốc gia › LayThuTuc")
    async with scene.attempt():
        await search(scene)
    async with scene.attempt():
        await look_behind(scene, address)
    async with scene.attempt():
        await stage.explore(address, actor="visitor")
    await look_around(scene, address)
    await try_gates(scene)
    scene.tell_troubles()


def tell_what_is_known(scene: Scene) -> None:
    """The national catalogue's record and what persons answered: nothing has to be opened for these."""
    written = json.dumps(scene.procedure, ensure_ascii=False, indent=1)
    file = scene.relay.keep("danh-muc", "thu-tuc", written)
    day = scene.procedure.get("retrieved", "–")
    scene.fact("national.procedure", scene.procedure, f"bản chụp danh mục quốc gia ngày {day}", file)
    file = scene.relay.keep("danh-muc", "nguoi-xet", json.dumps(scene.answers, ensure_ascii=False, indent=1))
    scene.fact("review.answers", scene.answers, f"catalog/reviews, cổng {scene.service.portal}", file)


def tell_what_is_reviewed(scene: Scene) -> None:
    """What an answer must have been given for, to be still about this service on this portal."""
    profile = (scene.root / scene.service.file).read_bytes()
    version = str(scene.relay.last("portal.version") or "")
    seen = {"portal": version, "profile": hashlib.sha256(profile).hexdigest()[:16]}
    scene.fact("review.now", seen, "cổng và hồ sơ duyệt đang xét")


async def look_behind(scene: Scene, address: str) -> None:
    """What a page asked for in vain says, and what the code given to every browser gives away."""
    window = await scene.stage.window("visitor")
    shown = []
    for wrong in (f"{window.origin}/khong-co-{scene.service.code}", f"{address.split('#', maxsplit=1)[0]}%27%22%3C"):
        seen = await scene.stage.visit(wrong, actor="visitor")
        shown.append({"url": wrong, "status": seen.status, "text": seen.text[:MOST_TEXT]})
    scene.fact("errors.shown", shown, "địa chỉ không có trên cổng")
    scene.fact("client.code", await client_code(scene.stage, window.page, address, scene.secrets),
               "mã gửi tới mọi trình duyệt")  # fmt: skip
    errors = [{"kind": "script", "where": "trang của cổng", "what": words} for words in window.network.page_errors]
    errors += [{"kind": kind, "where": url, "what": f"HTTP {status}"} for url, status, kind in window.network.broken]
    scene.fact("page.errors", errors, "trang chủ, tìm kiếm, trang dịch vụ")


async def search(scene: Scene) -> None:
    """By name, by code, without diacritics, by a part of the name: is the service in the first page of hits?"""
    name, code = scene.service.name, scene.service.code
    queries = {"name": name, "code": code, "no-diacritics": plain(name), "partial": " ".join(name.split()[:PART])}
    rows = []
    for kind, query in queries.items():
        await scene.stage.perform("search", actor="visitor", query=query)
        hits = [str(hit) for hit in scene.relay.last("search.hits") or []]
        found = any(fold(name) in fold(hit) or code in hit for hit in hits)
        rows.append({"kind": kind, "query": query, "hits": hits, "found": found})
        if kind == "name":
            await scene.stage.audit("trang tìm kiếm", actor="visitor")
    scene.fact("search.queries", rows, "ô tìm kiếm trên trang chủ")


def plain(text: str) -> str:
    """«Đăng ký» → «Dang ky»."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
