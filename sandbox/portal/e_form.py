"""A page of a form as a Form.io definition, made from the same data and rules as the portal's own controls."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sandbox.bundle import E_FORM
from sandbox.core.procedures import Field, FormPage, Procedure
from sandbox.portal.controls import Control, sections

TYPES = {"email": "email", "tel": "phoneNumber", "textarea": "textarea", "number": "number", "select": "select",
         "radio": "radio", "checkbox": "checkbox"}  # dates are typed under a mask, text is text
Component = dict[str, Any]
LIST: Component = {"widget": "choicesjs", "dataType": "string", "placeholder": "Chọn một mục", "lazyLoad": False,
                   "customOptions": {"removeItemIconText": "Bỏ chọn", "removeItemLabelText": "Bỏ chọn"}}


def wanted(procedure: Procedure) -> bool:
    return procedure.e_form == "formio"


def ready() -> bool:
    """Whether the script that draws e-forms is there; without it the portal's own form stands in and says so."""
    return (E_FORM.dist / E_FORM.made).is_file()


def definition(page: FormPage) -> Component:
    """The page's form as Form.io keeps it: one fieldset a section, one component a field."""
    return {"display": "form", "components": [
        {"type": "fieldset", "key": f"muc{number}", "legend": shown.title, "input": False,
         "components": [component(field, drawn) for field, drawn in zip(section.fields, shown.fields, strict=True)]}
        for number, (section, shown) in enumerate(zip(page.sections, sections(page, {}, {}), strict=True), 1)
    ]}


def component(field: Field, shown: Control) -> Component:
    """One field: its label, guidance and rules, and the server's own sentences for what breaks them."""
    validate: Component = {"required": shown.required}
    if not shown.options:
        validate["maxLength"] = shown.max_length
    if shown.pattern:
        validate["pattern"] = shown.pattern
    attributes = {} if shown.options else {"maxlength": str(shown.max_length)}
    if shown.input_mode:
        attributes["inputmode"] = shown.input_mode
    wide = shown.kind in {"textarea", "radio", "checkbox"}
    return {
        "type": TYPES.get(shown.kind, "textfield"), "key": shown.name, "label": shown.label, "input": True,
        "description": shown.hint, "validate": validate, "attributes": attributes,
        "autocomplete": shown.autocomplete or "off", "errors": _sentences(shown),
        "customClass": " ".join(["o", *(["rong"] if wide else []), *([] if shown.mark else ["khong-dau"])]),
        **_own(field, shown),
    }


def _sentences(shown: Control) -> dict[str, str]:
    found = {"required": shown.missing, "maxLength": f"{shown.label} dài quá {shown.max_length} ký tự."}
    if shown.message:
        found |= {"pattern": shown.message, "mask": shown.message}
    elif shown.kind == "date":
        found["mask"] = f"{shown.label} phải là ngày có thật, viết theo dạng ngày/tháng/năm."
    return {rule: sentence for rule, sentence in found.items() if sentence}


def _own(field: Field, shown: Control) -> Component:
    """What only this kind of component has."""
    values = [{"label": option, "value": option} for option in shown.options]
    if shown.kind == "select" and field.depends:
        return {**LIST, "removeItemButton": not shown.required, "dataSrc": "url", "selectValues": "ten",
                "template": "{{ item }}", "data": {"url": f"/danh-muc/xa-phuong?tinh={{{{ data.{field.depends} }}}}"},
                "refreshOn": field.depends, "clearOnRefresh": True}
    if shown.kind == "select":
        return {**LIST, "removeItemButton": not shown.required, "data": {"values": values},
                "template": "{{ item.label }}"}  # words, not Form.io's markup
    if shown.kind == "radio":
        return {"values": values, "dataType": "string", "inline": False}
    if shown.kind == "date":
        return {"inputMask": "99/99/9999"}
    if shown.kind == "number":
        low, high = field.minimum or 0, field.maximum or 10**9
        rules = {"required": shown.required, "min": low, "max": high, "integer": True}
        return {"validate": rules, "errors": _sentences(shown) | dict.fromkeys(
            ("min", "max", "integer", "number"), f"{shown.label} phải là số nguyên từ {low} đến {high}.")}
    plain: dict[str, Component] = {"tel": {"inputMask": ""}, "textarea": {"rows": 3}}
    return plain.get(shown.kind, {})


def values(page: FormPage, kept: Mapping[str, str]) -> dict[str, Any]:
    """What the draft keeps, in the types of Form.io's components."""
    return {field.name: _typed(field, kept.get(field.name, "")) for field in page.fields}


def _typed(field: Field, value: str) -> Any:
    if field.kind == "checkbox":
        return bool(value)
    return int(value) if field.kind == "number" and value.isascii() and value.isdecimal() else value


def context(page: FormPage, kept: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, Any]:
    """What the page carries for the script: the definition, the data, and what the server refused."""
    parts = {"definition": definition(page), "values": values(page, kept), "errors": dict(errors)}
    return {name: json.dumps(part, ensure_ascii=False) for name, part in parts.items()} | {
        "hidden": [(field.name, kept.get(field.name, "")) for field in page.fields]}
