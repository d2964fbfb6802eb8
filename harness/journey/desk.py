"""What officer and applicant do with one dossier in turn, and what either side shows after each step."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from harness.journey.scene import Scene
from harness.model import Blocked

SHOWN = 3.0  # seconds that a step may take to show on the citizen's page
# Long enough that no portal takes them for an empty reason; each names what only this walk could have written.
WORDS = {
    "supplement": "Đề nghị bổ sung giấy xác nhận nơi cư trú còn thời hạn (phiếu thử 02)",
    "supplement-again": "Đề nghị bổ sung thêm giấy tờ chứng minh quan hệ (phiếu thử lần hai)",
    "refusal": "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan tiếp nhận (phiếu thử 03)",
    "stop": "Người nộp đề nghị giải quyết theo thủ tục khác nên dừng xử lý (thông báo thử)",
    "fee": "Chi phí thẩm tra hồ sơ phát sinh theo quy định (khoản thử)",
    "reappoint": "Cần thêm thời gian xác minh tại cơ quan lưu trữ (thư thử 04)",
    "reappoint-again": "Vẫn cần thêm thời gian xác minh tại cơ quan lưu trữ (thư thử lần hai)",
    "withdrawal": "Tôi không còn nhu cầu giải quyết thủ tục này nữa (lời thử)",
}
FLAGS = {"supplement": "supplement.offered", "refusal": "refusal.offered", "stop": "stop.offered",
         "fee": "fee_later.offered", "reappoint": "reappoint.offered", "withdrawal": "withdraw.offered"}  # fmt: skip


class Desk:
    """Keeps one row a step; each step is recorded as soon as both sides have been looked at."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.acts: list[dict[str, Any]] = []
        self.at = ""  # the pretended moment, ISO 8601; "" is the present

    @property
    def has_clock(self) -> bool:
        return bool(self.scene.stage.adapter.clock_header)

    async def turn_to(self, moment: datetime | None, *actors: str) -> None:
        """Both sides take what comes as done at this moment; nothing happens where the portal has no test clock."""
        self.at = moment.isoformat() if moment and self.has_clock else ""
        if self.has_clock:
            for actor in actors or ("applicant", "officer"):
                await self.scene.stage.pretend(self.at, actor)

    async def act(self, act: str, task: str, expected: int | None = None, **data: Any) -> dict[str, Any]:
        """One step, then a look from both sides. `expected`: the status that it should lead to."""
        scene, before = self.scene, self.scene.relay.last
        due_before, told_before = before("due_date.one_stop"), list(before("notices.account") or [])
        words = data.setdefault("words", WORDS.get(act, ""))
        await scene.stage.perform(task, **data)
        offered = before(FLAGS[act.removesuffix("-again")], True) if act.removesuffix("-again") in FLAGS else True
        await scene.stage.perform("track")
        told = list(before("notices.account") or [])
        row: dict[str, Any] = {
            "act": act, "words": words, "at": self.at, "expected": expected, "offered": offered,
            "portal": before("status.portal"), "one_stop": before("status.one_stop"),
            "due": before("due_date.one_stop"), "due_portal": before("due_date.page"), "due_before": due_before,
            "told": [text for text in told if text not in told_before],
            **{name: data[name] for name in ("amount", "day") if name in data},
        }  # fmt: skip
        self.acts.append(row)
        scene.fact("officer.acts", list(self.acts), f"hai phía, sau việc «{act}»")
        return row

    def went_on(self, row: dict[str, Any]) -> None:
        """Raises Blocked when the step led elsewhere: the ones behind it cannot be tried."""
        if row["expected"] is not None and row["one_stop"] != row["expected"]:
            seen = f"hồ sơ ở trạng thái {row['one_stop']}, không phải {row['expected']}"
            raise Blocked(f"sau việc «{row['act']}» {seen}, nên không đi tiếp được", owner="cổng dịch vụ công")
