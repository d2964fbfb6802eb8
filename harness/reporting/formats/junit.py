"""JUnit XML: a suite a service, a case a criterion. Only a proven shortfall is a failure; a blank is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

from harness.model import Criterion, Finding, State
from harness.reporting.answer import criteria_of, findings_of
from harness.reporting.formats.places import Places, place_of
from harness.reporting.formats.told import body, headline
from harness.reporting.messages import waiver_told

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(answer: Mapping[str, Any], places: Places) -> str:
    root = ET.Element("testsuites", name=_clean(f"kiemthu: {headline(answer)}"))
    criteria = criteria_of(answer)
    suites = [_suite(service, criteria, places) for service in answer["services"]]
    if answer["concerns"] or not suites:
        suites.insert(0, _concerns(answer))
    root.extend(suites)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(service: Mapping[str, Any], criteria: Mapping[str, Criterion], places: Places) -> ET.Element:
    cases = [_case(service, criteria[name], places) for name in service["passed"]]
    for row in service["exempt"]:
        case = _case(service, criteria[row["criterion"]], places)
        ET.SubElement(case, "skipped", message=_clean(f"không áp dụng: {row['reason']}"))
        cases.append(case)
    for finding in findings_of(service):
        case = _case(service, criteria[finding.criterion], places)
        case.set("time", f"{finding.seconds:.3f}")
        _fill(case, service, finding, criteria[finding.criterion])
        cases.append(case)
    return _counted(f"{service['service']} {service['name']}", cases)


def _fill(case: ET.Element, service: Mapping[str, Any], finding: Finding, criterion: Criterion) -> None:
    text = _clean(body(service, finding, criterion))
    match finding.state:
        case State.FAIL:
            ET.SubElement(case, "failure", type="fail", message=_clean(finding.seen)).text = text
        case State.WARN:  # a recommendation: told, not counted
            ET.SubElement(case, "system-out").text = "Nên sửa\n" + text
        case State.WAIVED:
            ET.SubElement(case, "skipped", message=_clean(f"được miễn trừ: {waiver_told(finding)}"))
            ET.SubElement(case, "system-out").text = text
        case _:
            ET.SubElement(case, "error", type=finding.state.value, message=_clean(finding.seen)).text = text


def _concerns(answer: Mapping[str, Any]) -> ET.Element:
    """What stands against the release as a whole: a reader of JUnit alone must not take it for green."""
    cases = []
    for sentence in [c["sentence"] for c in answer["concerns"]] or answer["release"]["reasons"]:
        case = ET.Element("testcase", classname="kiemthu.gate", name=_clean(sentence))
        ET.SubElement(case, "error", type="gate", message=_clean(sentence))
        cases.append(case)
    return _counted("Điều kiện ra quyết định", cases)


def _case(service: Mapping[str, Any], criterion: Criterion, places: Places) -> ET.Element:
    file, line = place_of(criterion.id, places)
    return ET.Element(
        "testcase", classname=service["service"], name=_clean(f"{criterion.id} {criterion.title_vi}"), file=file,
        line=str(line),
    )  # fmt: skip


def _counted(name: str, cases: list[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=_clean(name), tests=str(len(cases)))
    for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(kind, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _clean(text: str) -> str:
    """Without what XML 1.0 cannot carry: a portal's text may hold anything."""
    return _NOT_XML.sub("\ufffd", text)
