"""Asks the public lookup for one made-up code after another, as somebody does who wants to know them all."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from playwright.async_api import Error, Request

from harness.catalog.adapters import Step
from harness.model import Blocked, Compromised
from harness.portal.script import ask
from harness.portal.stage import Stage

ASKED = 60  # times; a person does not look up as many codes in a minute
AT_ONCE = 6
# Portals often count by address and browser: so that nobody else on this machine is shut out with us.
NAME = "kiemthu-tra-cuu-don-dap"
KEPT = {"accept", "content-type", "x-csrftoken", "referer", "origin"}  # headers that the page's own question had
REFUSES = {403, 429, 503}
_RIDDLE = re.compile(r"captcha|mã bảo vệ|quá nhiều (?:lần|yêu cầu)|tra cứu quá nhanh|thử lại sau", re.IGNORECASE)
MADE_UP = "000.00.00.H99-260101-9999"
SPOKEN = re.compile(r"âm thanh|nghe (?:mã|đọc)|giọng nói|audio|mã qua (?:thư|tin nhắn)", re.IGNORECASE)


async def hammer(stage: Stage) -> tuple[dict[str, Any], dict[str, Any]]:
    """(what came of it, the riddle that the page sets a person). Raises Blocked when no request carries the code."""
    window = await stage.window("visitor")
    window.network.asked.clear()
    before, stage.dossier = stage.dossier, MADE_UP
    try:
        steps = [replace(step, until=None) for step in stage.adapter.tasks["lookup"].steps
                 if step.verb not in {"wait", "read", "expect"}]  # fmt: skip
        await stage.perform("lookup", actor="visitor", steps=steps)  # no such dossier: nothing will come of it
        seen = await ask(window.page, "obstacle")
        page = str(await ask(window.page, "whole"))
    finally:
        stage.dossier = before
    riddle = {"words": seen["riddle"], "alternative": bool(seen["riddle"] and SPOKEN.search(page))}
    carrying = [one for one in window.network.asked if MADE_UP in one.url or MADE_UP in (one.post_data or "")
                or quote(MADE_UP) in one.url]  # fmt: skip
    if not carrying:
        if riddle["words"]:
            return {"sent": 0, "limited": True, "after": 0, "how": riddle["words"]}, riddle
        raise Blocked("bấm tra cứu mà không yêu cầu nào mang mã hồ sơ đi nên không thử gọi dồn dập được",
                      owner="bộ kết nối", page=window.page.url)  # fmt: skip
    return await _all(stage, carrying[-1]), riddle


def asked_only(steps: Sequence[Step]) -> list[Step]:
    """The lookup up to its question: a made-up code is never found, so no sign of success is waited for."""
    question = itertools.takewhile(lambda step: step.verb not in {"wait", "read", "expect"}, steps)
    return [replace(step, until=None) for step in question]


async def _all(stage: Stage, request: Request) -> dict[str, Any]:
    context = (await stage.window("visitor")).context
    kept = {name: value for name, value in request.headers.items() if name in KEPT}
    gate = asyncio.Semaphore(AT_ONCE)
    answers: dict[int, str] = {}

    async def once(number: int) -> None:
        code = f"{MADE_UP[:-4]}{number:04d}"
        async with gate:
            answer = await context.request.fetch(
                request.url.replace(MADE_UP, code).replace(quote(MADE_UP), code), method=request.method,
                headers={**kept, "User-Agent": NAME}, data=(request.post_data or "").replace(MADE_UP, code) or None,
                max_redirects=2,
            )  # fmt: skip
            text = "" if answer.status in REFUSES else (await answer.body()).decode("utf-8", "replace")
        found = _RIDDLE.search(text)
        answers[number] = f"HTTP {answer.status}" if answer.status in REFUSES else found[0] if found else ""

    try:
        await asyncio.gather(*(once(number) for number in range(1, ASKED + 1)))
    except Error as error:
        raise Compromised(f"không gọi được trang tra cứu {request.url}", owner="môi trường kiểm thử") from error
    refused = sorted(number for number, words in answers.items() if words)
    return {"sent": len(answers), "limited": bool(refused), "after": refused[0] - 1 if refused else len(answers),
            "how": answers[refused[0]] if refused else ""}  # fmt: skip
