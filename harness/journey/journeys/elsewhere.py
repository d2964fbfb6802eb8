"""The way up to the review once more, on a small screen with fingers, and in another engine. Nothing is handed in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from harness.journey import errands
from harness.journey.scene import Scene
from harness.model import Blocked
from harness.portal.browser import PHONE, second_engine
from harness.portal.forms.fill import FormPage
from harness.portal.probes import Rows
from harness.portal.script import ask

LEAST = 24  # CSS pixels each way: WCAG 2.5.8
REFUSED = 400  # HTTP
LAYOUT = {"least": LEAST, "width": PHONE["viewport"]["width"]}
Look = Callable[[str], Awaitable[None]]


async def up_to_review(scene: Scene, look: Look, done: list[str]) -> None:
    """Looks at every page of the way; `done`: the tasks that were walked."""
    stage = scene.stage

    async def at_page(page: FormPage) -> None:
        await look(f"tờ khai, trang {page.number}")

    await errands.sign_in(scene)
    done.append("sign_in")
    for task in ("start", "fill", "attach", "review"):
        if task == "fill":
            await stage.perform(task, at_page=at_page)
        else:
            await stage.perform(task)
        done.append(task)
    await look("trang xem lại")


async def phone(scene: Scene) -> None:
    stage = scene.stage
    stage.on_a_phone = True
    rows: Rows = []

    async def look(page: str, actor: str = "applicant") -> None:
        window = await stage.window(actor)
        if window.document()[0] >= REFUSED:
            return  # the browser's or the server's word, no page of the service
        rows.append({"page": page, "url": window.page.url, **await ask(window.page, "layout", LAYOUT)})

    try:
        await stage.go("/", actor="visitor")
        await look("trang chủ", "visitor")
        await stage.perform("find", actor="visitor")
        await look("trang dịch vụ", "visitor")
        await up_to_review(scene, look, [])
    finally:
        scene.fact("phone.pages", rows, "màn hình 390×844, chạm tay")


async def firefox(scene: Scene) -> None:
    """A step that does not work here is what is looked for, not what stands in the way."""
    stage = scene.stage

    async def look(_page: str) -> None:
        """Getting through is all that counts."""

    async with second_engine() as browser:
        stage.use(browser)
        done: list[str] = []
        seen: dict[str, Any] = {"engine": f"Firefox {browser.version}", "done": done, "stuck": ""}
        try:
            await stage.perform("find", actor="visitor")
            done.append("find")
            await up_to_review(scene, look, done)
        except Blocked as trouble:
            seen["stuck"] = trouble.sentence
        finally:
            await stage.close()
            scene.fact("engine.walk", seen, f"Firefox {browser.version}")
