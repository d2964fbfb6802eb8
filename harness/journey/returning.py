"""A person who comes back to the portal several times in one walk, and the dossiers he finds there."""

from __future__ import annotations

from harness.journey import errands
from harness.journey.scene import Scene
from harness.model import Blocked


class Returning:
    """Signs in when he is not, and knows which dossiers his account lists."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.stage = scene.stage
        self.inside = False
        self.name = ""  # as the page showed it when he first came in

    async def come_in(self) -> None:
        if not self.inside:
            await errands.sign_in(self.scene)
            self.inside = True
            self.name = self.name or str(self.scene.relay.last("account.name") or "")

    async def my_dossiers(self) -> list[str]:
        """Raises Blocked where the adapter does not say where they are listed."""
        if "mine" not in self.stage.adapter.tasks:
            raise Blocked("bộ kết nối không khai việc «mine» (Hồ sơ của tôi) nên không đếm được hồ sơ",
                          owner="bộ kết nối", file=str(self.stage.adapter.file))  # fmt: skip
        await self.stage.perform("mine")
        return [str(code) for code in self.scene.relay.last("mine.codes") or []]

    async def up_to(self, last: str) -> None:
        """From the service's page to the end of this task."""
        for task in ("start", "fill", "attach", "review"):
            await self.stage.perform(task)
            if task == last:
                return
