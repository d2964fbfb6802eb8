"""What the inspection of a page says of one control, and what is recorded of one that was set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Frame, Locator


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    value: str
    tag: str = ""
    click: str = ""  # mark of what a person clicks when the input itself is hidden
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """One control as a person meets it. ``names``: (rung, text), best rung first."""

    frame: Frame = field(repr=False, compare=False)
    tag: str
    kind: str  # text textarea number date typed-date time datetime select combobox radio checkbox switch file …
    names: tuple[tuple[str, str], ...]
    sections: tuple[str, ...] = ()
    group: str = ""  # legend of the set that a checkbox belongs to
    value: str = ""
    options: tuple[Option, ...] = ()
    chosen: tuple[str, ...] = ()  # what a drawn list shows as chosen, entry by entry
    part: str = ""  # day | month | year: one of the boxes that make up a date
    required: bool = False
    marked: bool = False  # its label shows a required mark
    disabled: bool = False
    readonly: bool = False
    click: str = ""
    hint: str = ""
    error: str = ""
    invalid: bool = False  # aria-invalid
    validity: str = ""  # the browser's own validation message
    code: str = ""  # name or id in the page's source: tells pages of a wizard apart, never shown
    limits: dict[str, Any] = field(default_factory=dict)  # accept, pattern, maxlength, min, max, type, multiple

    @property
    def label(self) -> str:
        return self.names[0][1] if self.names else ""

    @property
    def section(self) -> str:
        return self.sections[0] if self.sections else ""

    @property
    def locator(self) -> Locator:
        return self.frame.locator(f'[data-kt="{self.tag}"]')

    def marked_locator(self, tag: str) -> Locator:
        return self.frame.locator(f'[data-kt="{tag}"]')

    @property
    def title(self) -> str:
        """``Mục › Nhãn`` for messages."""
        return f"{self.section} › {self.label}" if self.section else self.label


@dataclass(slots=True)
class FieldRecord:
    """One value of the profile on its way into the portal."""

    section: str
    label: str
    kind: str
    required: bool
    before: str  # what the control held when it was first seen
    source: str  # as the profile writes it, e.g. "@applicant.full_name"
    set: str
    read_back: str = ""
    rung: str = "label"
    way: str = ""  # how it was set in the end, "" when it held the value already
    spent: float = 0.0  # seconds

    def as_field(self) -> dict[str, Any]:
        return {"section": self.section, "label": self.label, "kind": self.kind, "required": self.required,
                "set": self.set, "read_back": self.read_back, "rung": self.rung}

    def as_prefill(self) -> dict[str, Any]:
        return {"section": self.section, "label": self.label, "before": self.before, "source": self.source}
