"""The gate's answer in the layouts that pipelines read: one small module a layout, each ``answer → text``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from harness.reporting.formats import github, gitlab, json_text, junit, markdown, sarif
from harness.reporting.formats.places import Places

Writer = Callable[[Mapping[str, Any], Places], str]

WRITERS: dict[str, Writer] = {
    "markdown": markdown.write,
    "junit": junit.write,
    "sarif": sarif.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "json": json_text.write,
}

__all__ = ["WRITERS", "Places", "Writer"]
