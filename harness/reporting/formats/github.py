"""GitHub's workflow commands: annotations beside the scenario, never a command that a portal's text could slip in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from harness.model import State
from harness.reporting.formats.places import Places, place_of
from harness.reporting.formats.told import body, head, headline, open_findings

LEVELS = {State.FAIL: "error", State.ERROR: "error", State.WAIVED: "notice"}  # everything else warns


def write(answer: Mapping[str, Any], places: Places) -> str:
    lines = [_command("notice" if not answer["exit_code"] else "error", headline(answer), title="Quyết định")]
    lines += [_command("error", concern["sentence"], title="Ngăn công bố") for concern in answer["concerns"]]
    for service, finding, criterion in open_findings(answer):
        file, line = place_of(criterion.id, places)
        level = LEVELS.get(finding.state, "warning")
        text = body(service, finding, criterion)
        lines.append(_command(level, text, file=file, line=str(line), title=head(finding, criterion)))
    return "\n".join(lines) + "\n"


def _command(level: str, message: str, **properties: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
