"""One dossier handed in with two presses, from two tabs, and by others who send the same request."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from harness.journey import errands
from harness.journey.returning import Returning
from harness.model import Blocked, Trouble
from harness.portal.handing_in import HandingIn
from harness.portal.in_flight import Held, forge
from harness.portal.script import ask

SENT = 8.0  # seconds until a press has sent something


async def double(person: Returning) -> None:
    scene, stage = person.scene, person.stage
    await person.come_in()
    before = await person.my_dossiers()
    await person.up_to("review")
    window = await stage.window()
    first = window.page
    await window.context.new_page()  # the second tab shows the same page, and is the one that is used first
    await window.goto(first.url)
    handing = HandingIn(stage)
    button = await handing.prepare()
    mark = str(await button.get_attribute("data-kt") or "")
    told: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()

    def tell(_source: object, seen: dict[str, Any]) -> None:
        if not told.done():
            told.set_result(seen)

    await window.context.expose_binding("ktSending", tell)
    await ask(window.page, "tellSending", {"mark": mark, "busy": list(stage.adapter.busy)})
    async with Held(window) as held:
        pressing = asyncio.ensure_future(_press(button))
        try:
            async with asyncio.timeout(SENT):
                await held.came.wait()
                seen = await told
        except TimeoutError:
            pressing.cancel()
            raise Blocked("bấm nộp mà không yêu cầu nào được gửi đi", owner="cổng dịch vụ công") from None
        scene.fact("double.press", {**seen, "again": len(held.requests) > 1}, "trang xem lại")
        forged = await forge(window, held.requests[0])
        held.release()
        await asyncio.wait([pressing], timeout=SENT)
    await handing.finish()
    errands.submitted(scene)
    with contextlib.suppress(Trouble):
        await window.page.close()
    tab = await _from_the_other_tab(person)
    after = await person.my_dossiers()
    new = [code for code in after if code not in before]
    scene.fact("double.dossiers", {"before": len(before), "after": len(after), "new": new, "tab": tab},
               "Hồ sơ của tôi, sau khi bấm hai lần và nộp từ hai thẻ")  # fmt: skip
    rows = [row | {"accepted": row["status"] in range(200, 400) and any(code in row["answer"] for code in new)}
            for row in forged]  # fmt: skip
    scene.fact("forged.requests", rows, "yêu cầu nộp hồ sơ, gửi lại từ bên ngoài")


async def _press(button: Any) -> None:
    with contextlib.suppress(Exception):  # what came of it is seen in the requests
        await button.click(no_wait_after=True)


async def _from_the_other_tab(person: Returning) -> str:
    """What the tab that still shows the old page is told when it hands in as well."""
    handing = HandingIn(person.stage)
    try:
        button = await handing.prepare()
        await button.click()
        await (await person.stage.window()).settle()
    except Trouble as refused:
        return refused.sentence
    return "cổng trả lời"
