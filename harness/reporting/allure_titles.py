"""pytest plugin: what allure-pytest writes, made readable for those who decide.

Vietnamese titles, Gherkin steps, labels, one history for each service, legal links, evidence on failure,
and no fixture noise. Does nothing when Allure is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import allure
import allure_commons
import pytest
from allure_commons.model2 import Label, TestResult, TestResultContainer, TestStepResult
from allure_commons.types import AttachmentType, LinkType

from harness.evidence.reader import PICTURES
from harness.model import Evidence, Finding, State
from harness.reporting.allure_folder import write_about
from harness.reporting.allure_subject import Subject, evidence_seen, finding_about, subject
from harness.reporting.messages import explain
from harness.reporting.words import JOURNEYS, JUDGED, SERVICE, SEVERITY, legal

STEP = pytest.StashKey[str]()
# Words that only a programmer of this machine would miss.
NOISE = {"package", "host", "thread", "framework", "language", "parentSuite", "suite", "subSuite", "tag"}
# A judgement or a blank, told in its own words: "AssertionError: …", "harness.model.trouble.Blocked: …".
OURS = re.compile(r"^(Skipped|AssertionError|(harness\.model\.trouble\.)?(Blocked|Compromised|NotObserved)): ")
LAST_PAGES = 4  # pictures on a failure: the last one and those just before it
MEDIA = {
    ".webp": "image/webp",
    ".jpg": AttachmentType.JPG,
    ".jsonl": AttachmentType.TEXT,
    ".json": AttachmentType.JSON,
    ".zip": "application/zip",
}


class Titles:
    """Registered only when results are written."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.root = Path(config.rootpath)
        self.about: dict[tuple[str, str], Subject] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Before the criterion can be found not to apply: that, too, belongs under its service."""
        about = subject(item)
        if about:
            self.about[about.service.code, about.criterion.id] = about
            allure.dynamic.title(item.name)
            _label(about)

    def pytest_bdd_before_scenario(self, request: Any, scenario: Any) -> None:
        if not subject(request.node):
            allure.dynamic.title(scenario.name)

    def pytest_bdd_before_step(self, request: Any, step: Any) -> None:
        request.node.stash[STEP] = _start(f"{step.keyword.strip()} {step.name}")

    def pytest_bdd_after_step(self, request: Any) -> None:
        _stop(request.node, None)

    def pytest_bdd_step_error(self, request: Any, step_func_args: Mapping[str, Any], exception: Exception) -> None:
        for evidence in evidence_seen(request.node, step_func_args):
            attach(evidence)
        _stop(request.node, exception)

    def pytest_bdd_step_func_lookup_error(self, request: Any, step: Any, exception: Exception) -> None:
        request.node.stash[STEP] = _start(f"{step.keyword.strip()} {step.name}")
        _stop(request.node, exception)

    @allure_commons.hookimpl(tryfirst=True)
    def report_result(self, result: TestResult) -> None:
        """Last hand on a result before it is written: only labels that a reader knows."""
        ours = any(label.name == "epic" for label in result.labels)
        if ours:
            result.labels = [label for label in result.labels if label.name not in NOISE]
            result.labels.append(Label(name="framework", value="kiemthu"))
        for parameter in result.parameters:
            parameter.value = parameter.value.strip("'")
        _tidy(result)
        self._explain(result)
        result.description = (result.description or "").replace(str(self.root) + "/", "")
        result.fullName = (result.fullName or "").replace(str(self.root) + "/", "")
        result.titlePath = [part for part in (result.titlePath or []) if part not in self.root.parts]

    def _explain(self, result: TestResult) -> None:
        """What did not pass is told as on the terminal: what is required, what was seen, who must act."""
        labels = {label.name: label.value for label in result.labels}
        services = [p.value for p in result.parameters if p.name == SERVICE]
        about = self.about.get((services[0] if services else "", labels.get("criterion", "")))
        finding = about and finding_about(self.config, about.service.code, about.criterion.id)
        if about and finding and finding.state not in {State.PASS, State.NOT_APPLICABLE} and result.statusDetails:
            result.statusDetails.message = explain(finding, about.criterion)
            result.labels.append(Label(name=JUDGED, value=judged(finding)))

    @allure_commons.hookimpl(tryfirst=True)
    def report_container(self, container: TestResultContainer) -> None:
        """Fixtures are how we work, not what was tested."""
        container.befores, container.afters = [], []


def judged(finding: Finding) -> str:
    """Which drawer a criterion that did not pass belongs in."""
    match finding.state:
        case State.BLOCKED if finding.owner == "bộ kết nối":
            return "cổng đã đổi"
        case State.COMPROMISED:
            return "bên thứ ba"
        case State.REVIEW:
            return "chờ người xét"
        case State.ERROR:
            return "lỗi bộ kiểm thử"
        case State.FAIL | State.WARN:
            return "không đạt"
        case _:
            return "chưa kiểm được"


def _tidy(result: TestResult | TestStepResult) -> None:
    """A stack trace is for those who mend the harness: it stays only where the harness itself broke.

    It would also carry the repr of every fixture, evidence included.
    """
    details = result.statusDetails
    if details and OURS.match(details.message or ""):
        details.message = OURS.sub("", details.message).split("\nassert ")[0]
        details.trace = ""
    for step in result.steps:
        _tidy(step)


def _label(about: Subject) -> None:
    service, criterion = about.service, about.criterion
    allure.dynamic.epic(service.field_name)
    allure.dynamic.feature(f"{service.code} {service.name}")
    allure.dynamic.story(about.group)
    allure.dynamic.severity(
        allure.severity_level.CRITICAL if criterion.severity == "mandatory" else allure.severity_level.MINOR
    )
    allure.dynamic.label("owner", service.agency)
    allure.dynamic.label("có lẽ do", criterion.owner or "cổng dịch vụ công")
    allure.dynamic.label("criterion", criterion.id)
    # Scenarios are shared by all services: without this Allure takes them for one test.
    allure.dynamic.parameter(SERVICE, service.code)
    basis = legal(criterion.legal_basis, criterion.original_text_checked)
    for address in criterion.links:
        allure.dynamic.link(address, link_type=LinkType.LINK, name=f"Căn cứ: {basis}")
    citizen = f"\n\nNgười dân gặp khi không đạt: {criterion.citizen}" if criterion.citizen else ""
    allure.dynamic.description(f"**{criterion.title_vi}** ({SEVERITY[criterion.severity]})\n\nCăn cứ: {basis}{citizen}")


def _start(title: str) -> str:
    uuid = str(uuid4())
    allure_commons.plugin_manager.hook.start_step(uuid=uuid, title=title, params={})
    return uuid


def _stop(item: pytest.Item, error: Exception | None) -> None:
    allure_commons.plugin_manager.hook.stop_step(
        uuid=item.stash[STEP], title=None, exc_type=type(error) if error else None, exc_val=error,
        exc_tb=error.__traceback__ if error else None,
    )  # fmt: skip


def attach(evidence: Evidence) -> None:
    """The last pictures of the journey, its journal and, when there is one, the browser's trace."""
    journey = JOURNEYS.get(evidence.journey, evidence.journey)
    pictures = sorted(path for path in evidence.folder.glob("pages/*") if path.suffix in PICTURES)
    for picture in pictures[-LAST_PAGES:]:
        _file(picture, f"{journey}: {picture.stem}")
    for name, title in (
        ("journal.jsonl", "nhật ký hành trình"),
        ("evidence.json", "bằng chứng"),
        ("trace.zip", "vết Playwright"),
    ):
        _file(evidence.folder / name, f"{journey}: {title}")


def _file(path: Path, title: str) -> None:
    if path.is_file():
        allure.attach.file(str(path), name=title, attachment_type=MEDIA[path.suffix], extension=path.suffix.lstrip("."))


def pytest_configure(config: pytest.Config) -> None:
    folder: Callable[..., str | None] = config.getoption
    results = folder("--alluredir", default=None)
    if not results or hasattr(config, "workerinput"):
        return
    plugin = Titles(config)
    config.pluginmanager.register(plugin, "kiemthu-titles-hooks")
    allure_commons.plugin_manager.register(plugin, "kiemthu-titles")
    config.add_cleanup(lambda: allure_commons.plugin_manager.unregister(name="kiemthu-titles"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    results = session.config.getoption("--alluredir", default=None)
    if results and not hasattr(session.config, "workerinput"):
        write_about(Path(results))
