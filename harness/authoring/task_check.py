"""Walks each task of an adapter alone, in an order that gives each what it needs, and says what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from harness.authoring.task_order import Turn, turns, walked_within
from harness.catalog.approval import TO_COMPLETE
from harness.evidence.reader import PICTURES
from harness.model import Blocked, Trouble
from harness.portal.safety import LOOKING
from harness.portal.stage import Stage


class State(Enum):
    WORKS = "chạy được"
    FAILS = "hỏng"
    UNDECLARED = "không khai"
    ABSENT = "cổng không có"
    UNFINISHED = "còn phải điền"
    UNREACHED = "chưa tới"
    APART = "đi ở hành trình riêng"


@dataclass(frozen=True, slots=True)
class Result:
    task: str
    state: State
    told: str = ""  # why, in one sentence
    trouble: Trouble | None = None
    picture: str = ""  # file that shows the page, relative to the folder of records


async def check(stage: Stage, folder: Path, *, tell: Callable[[Turn], None] = lambda _: None,
                look_only: bool = False) -> list[Result]:  # fmt: skip
    """``look_only``: tasks that send something are left out."""
    found: dict[str, Result] = {}
    for turn in turns(stage.adapter, stage.service):
        result = _without_walking(stage, turn, found, look_only=look_only)
        if result is None:
            tell(turn)
            result = await _walk(stage, turn, folder)
        found[turn.task] = result
    return [*found.values(), *_pieces(stage, found)]


def _without_walking(stage: Stage, turn: Turn, found: dict[str, Result], *, look_only: bool) -> Result | None:
    """What can be said of the task without trying it; None when it must be walked."""
    adapter, task = stage.adapter, turn.task
    if task in adapter.absent:
        return Result(task, State.ABSENT, adapter.absent[task])
    if task not in adapter.tasks:
        return Result(task, State.UNDECLARED)
    open_steps = [step for step in adapter.tasks[task].every_step() if TO_COMPLETE in step.written]
    if open_steps:
        return Result(task, State.UNFINISHED, f"{open_steps[0].where}: {open_steps[0].written}")
    if turn.apart:
        return Result(task, State.APART)
    why = "chỉ xem, không gửi gì" if look_only and task not in LOOKING else _out_of_reach(stage, turn, found)
    return Result(task, State.UNREACHED, why) if why else None


def _out_of_reach(stage: Stage, turn: Turn, found: dict[str, Result]) -> str:
    """Why the task has nothing to stand on; "" when it has."""
    stopped = next(
        (one for one in turn.after if found[one].state is not State.WORKS and one in stage.adapter.tasks), ""
    )
    if stopped:
        return f"cần «{stopped}», mà việc ấy {found[stopped].state.value}"
    nothing = {
        "fill": ("" if stage.service.form else "chưa có hồ sơ dịch vụ nào để khai; lập bằng: kiemthu new-service"),
        "from_store": "" if stage.service.papers else "dịch vụ này không có giấy tờ kèm theo",
        "result": "" if stage.service.result.is_document else "kết quả của dịch vụ này không phải văn bản",
    }
    return nothing.get(turn.task, "")


async def _walk(stage: Stage, turn: Turn, folder: Path) -> Result:
    unread: list[str] = getattr(stage.recorder, "unread", [])
    unread.clear()
    try:
        if turn.looks:
            offered = await stage.is_offered(turn.task, actor=turn.actor)
            return Result(
                turn.task, State.WORKS, "không phải nộp tiền" + (", mà vẫn có nút thanh toán" if offered else "")
            )
        await stage.perform(turn.task, actor=turn.actor, **turn.data)
    except Trouble as trouble:
        return Result(turn.task, State.FAILS, trouble.sentence, trouble, _picture(folder, turn.task))
    except StopIteration:  # is_offered asks for a step that says `offered:`
        return Result(turn.task, State.FAILS, "việc này không có bước nào ghi offered:",
                      Blocked("việc này không có bước nào ghi offered:", owner="bộ kết nối",
                              file=stage.adapter.tasks[turn.task].where))  # fmt: skip
    return Result(turn.task, State.WORKS, f"không đọc được: {', '.join(dict.fromkeys(unread))}" if unread else "")


def _picture(folder: Path, task: str) -> str:
    pictures = sorted(p for p in folder.glob(f"pages/*-{task.replace('_', '-')}-loi.*") if p.suffix in PICTURES)
    return pictures[-1].relative_to(folder).as_posix() if pictures else ""


def _pieces(stage: Stage, found: dict[str, Result]) -> Iterator[Result]:
    """Tasks that only others use, e.g. what an officer reads after each step."""
    for task in stage.adapter.tasks:
        users = [one for one in walked_within(stage.adapter, task) if one in found]
        if task not in found and users:
            worked = any(found[one].state is State.WORKS for one in users)
            yield Result(task, State.WORKS if worked else State.UNREACHED, f"đi cùng «{users[0]}»")
