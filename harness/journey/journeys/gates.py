"""The doors that a visitor stands before: the portal's own sign-in page, the public lookup; and how fast all was."""

from __future__ import annotations

from harness.journey.scene import Scene
from harness.portal.entry import entry_pages
from harness.portal.hammer import hammer


async def try_gates(scene: Scene) -> None:
    stage = scene.stage
    async with scene.attempt():
        if "sign_in" in stage.adapter.tasks:
            scene.fact("sign_in.pages", await entry_pages(stage), "các trang đăng nhập của chính cổng")
    async with scene.attempt():
        if "lookup" in stage.adapter.tasks:
            sent, riddle = await hammer(stage)
            scene.fact("lookup.hammer", sent, "trang tra cứu công khai")
            scene.fact("lookup.riddle", riddle, "trang tra cứu công khai")
    window = await stage.window("visitor")
    scene.fact("page.responses", list(window.network.answered_in), "mọi yêu cầu của hành trình này")
