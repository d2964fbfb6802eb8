"""What a person sees while a run goes on: a bar a service on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

import pytest
from rich import progress as bars
from rich.console import Console

from harness.evidence.redaction import Redaction
from harness.journey.driver import Progress as Walks

MANY = 12  # services: more bars than that are cleared away at the end


def _share(progress: Walks) -> str:
    """Which walk of how many; what is driven once more, for its trace, is none of them."""
    return " lại, để ghi vết," if progress.drive.traced else f" {progress.ended}/{progress.planned}"


class Progress:
    """A pytest plugin: counts the scenarios of each service as they are judged."""

    def __init__(self, console: Console, live: bars.Progress | None) -> None:
        self.console, self.live = console, live
        self.total: Counter[str] = Counter()
        self.done: Counter[str] = Counter()
        self.bad: Counter[str] = Counter()
        self.tasks: dict[str, bars.TaskID] = {}
        self.collection_errors: list[str] = []
        self.trouble: BaseException | None = None  # why the run could not go on
        self.began = time.monotonic()
        self.redaction = Redaction()  # what the run must not show

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.collection_errors.append(str(report.longrepr))

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """What stands around a run could not be had: told as a sentence, not as a mistake of the harness."""
        self.trouble = excinfo.value

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.total.update(service_of(item.nodeid) for item in session.items)
        for service, total in self.total.items():
            if self.live:
                self.tasks[service] = self.live.add_task(service, total=total, note="đang chờ hành trình")
        if not self.live:
            self._say(f"{len(self.total)} dịch vụ, {sum(self.total.values())} tiêu chí cần xét")

    @pytest.hookimpl(optionalhook=True)
    def pytest_kiemthu_progress(self, progress: Walks) -> None:
        """A walk through the portal began or ended; many go on at once."""
        drive = progress.drive
        began = progress.state == "started"
        if self.live and drive.service in self.tasks:
            note = f"{'đang đi' if began else 'đã đi'}{_share(progress)}: {drive.title}"
            self.live.update(self.tasks[drive.service], note=note)
        elif not self.live and not began:
            self._say(f"{drive.service}: đã đi{_share(progress)} «{drive.title}»")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        journeys = session.config.pluginmanager.get_plugin("kiemthu-session")
        self.redaction = getattr(journeys, "redaction", self.redaction)

    def pytest_runtest_logstart(self, nodeid: str, location: tuple[str, int | None, str]) -> None:
        if self.live:
            title = location[2].rsplit("::", 1)[-1]
            self.live.update(self.tasks[service_of(nodeid)], note=title[:60])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One scenario is over after its teardown; a failure in any phase counts once."""
        service = service_of(report.nodeid)
        if report.failed:
            self.bad[service] += 1
        if report.when != "teardown":
            return
        self.done[service] += 1
        note = f"{self.bad[service]} chưa đạt" if self.bad[service] else "đều đạt đến đây"
        if self.live:
            self.live.update(self.tasks[service], completed=self.done[service], note=note)
        elif self.done[service] == self.total[service]:
            self._say(f"{service}: đã xét {self.done[service]} tiêu chí, {note}")

    def _say(self, text: str) -> None:
        self.console.print(f"[{time.monotonic() - self.began:5.1f} s] {text}", markup=False)


def service_of(nodeid: str) -> str:
    """``features/ho-tich/2.000635.yaml::…`` → ``2.000635``."""
    return PurePosixPath(nodeid.split("::", 1)[0]).stem


@contextmanager
def watch(console: Console, services: int) -> Iterator[Progress]:
    """Live bars while the block runs, when somebody is looking."""
    with _past_capture(console) as own:
        if own.is_terminal:
            with _bars(own, services) as live:
                yield Progress(own, live)
        else:
            yield Progress(own, None)


@contextmanager
def _past_capture(console: Console) -> Iterator[Console]:
    """pytest takes the streams while a scenario runs; progress goes to a copy of the real one."""
    try:
        copy = os.dup(console.file.fileno())
    except (OSError, ValueError):  # not a real stream: a test is looking
        yield console
        return
    with os.fdopen(copy, "w", encoding="utf-8", errors="replace") as file:
        yield Console(file=file, width=console.width, highlight=False)


def _bars(console: Console, services: int) -> bars.Progress:
    columns = (
        bars.SpinnerColumn(),
        bars.TextColumn("[bold]{task.description}"),
        bars.BarColumn(bar_width=28),
        bars.MofNCompleteColumn(),
        bars.TimeElapsedColumn(),
        bars.TextColumn("[dim]{task.fields[note]}"),
    )
    return bars.Progress(
        *columns, console=console, transient=services > MANY, redirect_stdout=False, redirect_stderr=False
    )
