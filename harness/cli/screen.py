"""Where the commands write: answers to standard output, everything said on the way to standard error."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console

PLAIN_WIDTH = 120  # columns when nobody is looking: a file or another program


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False)
    return console if console.is_terminal else Console(stderr=stderr, highlight=False, width=PLAIN_WIDTH)


output = _console(stderr=False)
errors = _console(stderr=True)


class UsageProblemError(Exception):
    """The command line asks for something that is not there. A Vietnamese sentence."""


def print_json(value: Any) -> None:
    output.file.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
