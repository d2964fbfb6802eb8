"""The pytest plugin: profiles become modules, journeys are driven once, findings are left behind."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from harness.catalog import load
from harness.evidence.recorder import VIETNAM, now
from harness.evidence.redaction import Redaction
from harness.journey.collecting import ScenarioItem, ServiceModule, is_profile, marker_of
from harness.journey.driver import Progress
from harness.journey.findings import (
    NOT_REACHED,
    Scope,
    content_of,
    exempted,
    finding_of,
    merge_findings,
    write_findings,
)
from harness.journey.planner import JOURNEYS
from harness.journey.run import Choices, Driving, Replay, Run, redaction_of
from harness.model import Compromised, Evidence, Finding, Service, SpecificationError, State

SENTENCES = "steps.journeys"  # the plugin whose JOURNEYS says which sentence needs which journey


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("kiemthu", "kiểm thử dịch vụ công")
    group.addoption("--criterion", action="append", default=[], metavar="ID", help="chỉ xét tiêu chí này")
    group.addoption("--portal", default="", metavar="NAME", help="đi trên cổng này thay cho cổng của dịch vụ")
    group.addoption("--portal-fault", action="append", default=[], metavar="ID", help="lỗi cài sẵn của cổng mẫu")
    group.addoption("--portal-variant", action="append", default=[], metavar="NAME", help="biến thể của cổng mẫu")
    group.addoption("--at-once", type=int, default=4, metavar="K", help="số hành trình đi cùng lúc")
    group.addoption("--headed", action="store_true", help="mở cửa sổ trình duyệt")
    group.addoption("--latency", type=int, default=0, metavar="MS", help="độ trễ thêm cho mỗi yêu cầu, mili giây")
    group.addoption("--run-dir", type=Path, metavar="DIR", help="thư mục của lượt chạy")
    group.addoption("--evidence-from", type=Path, metavar="RUN", help="xét lại bằng chứng của một lượt chạy")
    group.addoption("--browser-trace", choices=["off", "failed", "on"], default="off", help="khi nào ghi vết")


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(Hooks)


class Hooks:
    @pytest.hookspec
    def pytest_kiemthu_progress(self, config: pytest.Config, progress: Progress) -> None:
        """A walk began or ended. Called in the main thread while a scenario waits for evidence."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "criterion(id): the criterion that the scenario judges")
    config.addinivalue_line("markers", "group(name): the group of criteria that the scenario belongs to")
    config.pluginmanager.register(Session(config), "kiemthu-session")


def pytest_bdd_apply_tag(tag: str, function: Callable[..., Any]) -> bool:
    """Also for scenarios that are bound by hand: a tag never becomes an unknown marker."""
    marker_of(tag)(function)
    return True


class Session:
    """One pytest session: what was collected, the run that gives evidence, the findings."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.folder = _run_folder(config)
        self.started = now()
        self.items: list[ScenarioItem] = []
        self.findings: list[Finding] = []
        self.elsewhere: list[dict[str, Any]] = []  # findings.json of each xdist worker
        self.run: Run | None = None
        self._catalog: Any = None
        self.redaction = Redaction()

    @property
    def is_worker(self) -> bool:
        return hasattr(self.config, "workerinput")

    # --- collecting

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        root = self.config.rootpath
        if not is_profile(file_path, root):
            return None
        try:
            if self._catalog is None:
                self._catalog = load(root).on_portal(self.config.getoption("--portal"))
                self.redaction = redaction_of(self._catalog)
        except SpecificationError as wrong:
            raise pytest.UsageError("\n".join(wrong.messages)) from None
        service = self._catalog.services[file_path.stem]
        if service.not_driven:
            return None  # linted only
        module: ServiceModule = ServiceModule.from_parent(parent, path=file_path)
        module.service, module.catalog = service, self._catalog
        module.criteria = frozenset(self.config.getoption("--criterion"))
        module.sentences = getattr(self.config.pluginmanager.get_plugin(SENTENCES), "JOURNEYS", {})
        return module

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.items = [item for item in session.items if isinstance(item, ScenarioItem)]
        unknown = {journey for item in self.items for journey in item.journeys} - set(JOURNEYS)
        if unknown:
            raise pytest.UsageError(f"{SENTENCES}: không có hành trình {', '.join(sorted(unknown))}")

    # --- running

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        if not self.items or session.config.option.collectonly:
            return (yield)
        choices = self._choices()
        run = self.run = self._new_run(choices)
        self._write(complete=False)  # so that a killed run can still be judged
        complete = False
        try:
            # A worker of xdist drives only what it is given to judge, when it is.
            try:
                run.start([] if self.is_worker and not choices.evidence_from else self._pairs())
            except SpecificationError as wrong:
                raise pytest.UsageError("\n".join(wrong.messages)) from None
            result = yield
            complete = not session.shouldstop
            return result
        finally:
            run.stop(complete=complete)

    def _new_run(self, choices: Choices) -> Run:
        if choices.evidence_from:
            return Replay(choices)
        return Driving(self._catalog, choices, self._tell, self.redaction)

    def _pairs(self) -> list[tuple[Service, str]]:
        return [(item.service, journey) for item in self.items if not item.exempt for journey in item.journeys]

    def _tell(self, progress: Progress) -> None:
        self.config.hook.pytest_kiemthu_progress(config=self.config, progress=progress)

    def _choices(self) -> Choices:
        option = self.config.getoption
        source = option("--evidence-from")
        return Choices(
            folder=self.folder, at_once=option("--at-once"), headed=option("--headed"), latency=option("--latency"),
            faults=tuple(option("--portal-fault")), variants=tuple(option("--portal-variant")),
            trace=option("--browser-trace"), evidence_from=source.resolve() if source else None,
        )  # fmt: skip

    @pytest.hookimpl(tryfirst=True)  # before the report attaches what there is
    def pytest_bdd_step_error(self, request: pytest.FixtureRequest, exception: Exception) -> None:
        item = request.node
        if isinstance(item, ScenarioItem) and self.run and not isinstance(exception, Compromised):
            for journey in [evidence.journey for evidence in item.used]:
                self.run.trace(item.service, journey)

    # --- findings

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if isinstance(item, ScenarioItem):
            error = call.excinfo.value if call.excinfo else None
            if call.when == "setup" and item.exempt:
                self.findings.append(exempted(item))
            elif call.when == "call" or error is not None:
                finding = finding_of(item, error, call.duration, self.folder, self.redaction)
                self.findings.append(finding)
                report.user_properties += [("kiemthu.state", finding.state.value), ("kiemthu.seen", finding.seen)]
        return report

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if not self.items and not self.elsewhere:
            return
        judged = {(f.service, f.criterion) for f in self.findings}
        everything = all((i.service.code, i.criterion.id) in judged for i in self.items)
        done = everything and exitstatus not in {pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR}
        for item in self.items:
            if (item.service.code, item.criterion.id) not in judged:
                self.findings.append(
                    Finding(item.criterion.id, item.service.code, State.NOT_RUN, seen=NOT_REACHED)
                )
        if self.elsewhere:
            merge_findings(self.folder, self.elsewhere)
        else:
            self._write(complete=done)
        if results := self.config.getoption("--alluredir", default=None):
            self.redaction.folder(Path(results))  # what a failure said stands there too

    # --- pytest-xdist: each worker drives and judges the files it is given (--dist loadfile)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput["kiemthu_run"] = str(self.folder)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self.elsewhere += [found] if (found := getattr(node, "workeroutput", {}).get("kiemthu")) else []

    def _write(self, *, complete: bool) -> None:
        asked = self.config.getoption("--criterion")
        rules = {item.service.ruleset: self._catalog.rulesets[item.service.ruleset] for item in self.items}
        criteria = [c.id for r in rules.values() for c in r.criteria if c.tested and (not asked or c.id in asked)]
        services = dict.fromkeys(item.service.code for item in self.items)
        scope = Scope(services, dict.fromkeys(criteria), bool(asked), complete, self.started)
        content = content_of(self.findings, scope, self.run.facts if self.run else {})
        if self.is_worker:
            self.config.workeroutput["kiemthu"] = content  # type: ignore[attr-defined]
        else:
            write_findings(self.folder, content)


def _run_folder(config: pytest.Config) -> Path:
    given = getattr(config, "workerinput", {}).get("kiemthu_run") or config.getoption("--run-dir")
    if given:
        return Path(given).resolve()
    run = f"{datetime.now(VIETNAM):%Y%m%d-%H%M%S}"
    return config.rootpath / "reports" / "runs" / run


@pytest.fixture
def service(request: pytest.FixtureRequest) -> Service:
    """The service whose profile this scenario was collected from."""
    item: ScenarioItem = request.node
    return item.service


@pytest.fixture
def evidence_of(request: pytest.FixtureRequest) -> Callable[[str], Evidence]:
    """``evidence_of("complete")``: waits until the journey has been driven and gives its sealed evidence."""
    item: ScenarioItem = request.node
    session = request.config.pluginmanager.get_plugin("kiemthu-session")

    def wait(journey: str) -> Evidence:
        assert isinstance(session, Session)  # noqa: S101 — registered in pytest_configure
        assert session.run is not None  # noqa: S101 — scenarios run inside the run loop
        evidence = session.run.evidence(item.service, journey)
        item.used.append(evidence)
        return evidence

    return wait
