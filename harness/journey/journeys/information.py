"""A visitor without an account looks for the service and reads what is published about it."""

from __future__ import annotations

import unicodedata

from harness.journey.scene import Scene

PART = 4  # words of the name that a person remembers


async def walk(scene: Scene) -> None:
    stage = scene.stage
    await stage.go("/", actor="visitor")
    await stage.audit("trang chủ", actor="visitor")
    await stage.perform("find", actor="visitor")
    await stage.audit("trang dịch vụ", actor="visitor")
    address = (await stage.window("visitor")).page.url
    async with scene.attempt():
        await search(scene)
    async with scene.attempt():
        await stage.explore(address, actor="visitor")
    scene.tell_troubles()


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
