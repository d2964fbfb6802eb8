"""A form's controls as the templates draw them, made from the procedure's data and the behaviour's rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sandbox.core.behaviour import behaviour
from sandbox.core.procedures import Field, FormPage

INPUT_TYPES = {"email": "email", "tel": "tel"}  # dates and numbers are typed as text: dd/mm/yyyy, and no spinners
INPUT_MODES = {"number": "numeric", "tel": "tel", "email": "email"}
AUTOCOMPLETE = {"full_name": "name", "phone": "tel", "email": "email", "address": "street-address"}


@dataclass(frozen=True, slots=True)
class Control:
    id: str
    name: str
    label: str
    mark: str  # beside the label of a required field
    kind: str
    required: bool
    value: str
    options: tuple[str, ...]
    depends: str  # id of the field whose answer chooses the options
    hint: str
    error: str
    missing: str  # the sentence when it is left empty
    pattern: str
    message: str  # the sentence when the pattern is not met
    max_length: int
    input_type: str
    input_mode: str
    autocomplete: str


@dataclass(frozen=True, slots=True)
class ControlSection:
    title: str
    fields: list[Control]


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the list at the top of a page: where to go, what to mend."""

    id: str
    text: str


def control(field: Field, value: str, error: str, parent: str = "") -> Control:
    rules = behaviour()
    required = rules.required(field)
    return Control(
        id=f"o-{field.name}", name=field.name, label=field.label, mark=rules.required_mark(field), kind=field.kind,
        required=required, value=value, options=rules.choices(field, parent), error=error,
        pattern=field.pattern, hint=rules.hint(field), depends=f"o-{field.depends}" if field.depends else "",
        missing=rules.missing_message(field) if required else "", message=field.message,
        max_length=field.max_length, input_type=INPUT_TYPES.get(field.kind, "text"),
        input_mode=INPUT_MODES.get(field.kind, ""), autocomplete=AUTOCOMPLETE.get(field.prefill, ""),
    )


def sections(page: FormPage, values: Mapping[str, str], errors: Mapping[str, str]) -> list[ControlSection]:
    return [
        ControlSection(section.title, [
            control(field, values.get(field.name, ""), errors.get(field.name, ""), values.get(field.depends, ""))
            for field in section.fields
        ])
        for section in page.sections
    ]


def problems(fields: Collection[Field], errors: Mapping[str, str]) -> list[Problem]:
    """In the order of the page; a group of radio buttons is reached by its first button."""
    return [
        Problem(f"o-{field.name}_1" if field.kind == "radio" else f"o-{field.name}", errors[field.name])
        for field in fields if field.name in errors
    ]


def typed(fields: Collection[Field], posted: Mapping[str, str]) -> dict[str, str]:
    """What was typed on one page, as it will be kept."""
    return {field.name: behaviour().stored_value(field, posted.get(field.name, "")) for field in fields}
