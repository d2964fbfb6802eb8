"""What the form engine costs per field on native controls: its own time, and how often it asks the browser."""

from __future__ import annotations

import functools
import http.server
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright._impl._connection import Channel

from harness.portal.browser import browser
from harness.portal.forms.fill import fill
from harness.portal.waiting import Patience
from harness.portal.window import Window
from tests.bench.setting import ROOT, machine
from tests.portal.conftest import Notebook
from tests.widgets.values import SENT, WANTED

DIST = ROOT / "tests" / "widgets" / "dist"
ROUNDS = 11  # the first warms up and is not counted
GOAL = 15.0  # milliseconds of the engine's own time per field


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the parent's word
        """Quiet."""


@contextmanager
def served() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(DIST)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/native.html"
    server.shutdown()
    server.server_close()


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every message that Python sends to the browser's driver, by name."""
    sent: list[str] = []
    send = Channel.send

    async def counting(self: Channel, method: str, *args: Any, **more: Any) -> Any:
        sent.append(method)
        return await send(self, method, *args, **more)

    Channel.send = counting  # type: ignore[method-assign]
    try:
        yield sent
    finally:
        Channel.send = send  # type: ignore[method-assign]


async def fields() -> dict[str, Any]:
    """Own time: processor time of the harness's process while the form is filled; not the browser's, not waiting."""
    if not (DIST / "native.html").is_file():
        raise SystemExit("chưa có trang để đo: hãy chạy make test một lần để dựng tests/widgets/dist")
    own, wall, trips = [], [], []
    with served() as url:
        async with browser() as started:
            for _ in range(ROUNDS):
                window = await Window.open(started, url, None, Notebook(), Patience())
                await window.page.goto(url)
                await window.page.wait_for_function("() => window.submission")
                with counted() as sent:
                    cpu, clock = time.process_time(), time.perf_counter()
                    await fill(window, WANTED)
                    own.append((time.process_time() - cpu) * 1000 / len(WANTED))
                    wall.append((time.perf_counter() - clock) * 1000 / len(WANTED))
                trips.append(len(sent) / len(WANTED))
                if await window.page.evaluate("() => window.submission()") != SENT:
                    raise SystemExit("biểu mẫu không gửi đúng giá trị: số đo không có nghĩa")
                await window.close()
    return {
        "fields": len(WANTED), "own_ms_per_field": round(statistics.median(own[1:]), 2), "goal_ms": GOAL,
        "wall_ms_per_field": round(statistics.median(wall[1:]), 2),
        "messages_per_field": round(statistics.median(trips[1:]), 2),
        "command": "python -m tests.bench fields", "machine": machine(),
    }  # fmt: skip
