"""One translation of every schema error into a Vietnamese sentence that says how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jsonschema import ValidationError
from rapidfuzz import fuzz, process

from harness.catalog.schemas import Validator
from harness.catalog.yamltext import Document, Keys

_TYPES = {
    "string": "văn bản",
    "integer": "số nguyên",
    "object": "một nhóm trường (tên: giá trị)",
    "array": "một danh sách",
    "boolean": "true hoặc false",
}


_FEW = 12  # more names than this help nobody


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Có phải ý bạn là «…»?``, or nothing when no known word is near."""
    best = process.extractOne(word, list(known), scorer=fuzz.WRatio, score_cutoff=70)
    return f" Có phải ý bạn là «{best[0]}»?" if best else ""


def unknown(where: str, what: str, word: str, known: Iterable[str], field: str = "") -> str:
    """A reference to something that is not there: ``where: Trường …: không có <what> «word»…``."""
    known = list(known)
    guess = did_you_mean(word, known)
    among = f"; cần một trong: {', '.join(known)}" if not guess and 0 < len(known) <= _FEW else ""
    return f"{where}: {field + ': không' if field else 'Không'} có {what} «{word}»{among}.{guess}"


def field_name(title: str, keys: Keys) -> str:
    """``Trường «Thời hạn giải quyết» (time_limit.amount)``; the title is the field's Vietnamese name."""
    dotted = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)
    return f"Trường «{title or (keys[-1] if keys else 'tệp')}»" + (f" ({dotted})" if dotted else "")


def conforms(document: Document, validator: Validator, problems: list[str]) -> bool:
    """Tell everything in the document that is not as its schema says; True when there is nothing."""
    return not misfits(document, validator, problems)


def misfits(document: Document, validator: Validator, problems: list[str]) -> list[Keys]:
    """The same, and where in the document it does not fit."""
    errors = [*validator.iter_errors(document.value)]
    told = dict.fromkeys(sentence for error in _leaves(errors) for sentence in _sentences(error, document))
    problems.extend(told)
    return [tuple(error.absolute_path) for error in errors]


def _leaves(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """An unknown key explains why no alternative matched: then only the key is told."""
    errors = list(errors)
    misspelt = {tuple(e.absolute_path) for e in errors if e.validator == "additionalProperties"}
    for error in errors:
        if error.validator in {"oneOf", "anyOf", "required"} and tuple(error.absolute_path) in misspelt:
            if error.validator == "required" and not _resembles_missing(error):
                yield error
            continue
        if error.validator in {"anyOf", "oneOf"} and error.context:
            fitting = _branch(error)
            if fitting:
                yield from _leaves(fitting)
                continue
        yield error


def _resembles_missing(error: ValidationError) -> bool:
    """The missing field is there, misspelt: one message is enough."""
    known = error.schema.get("properties", {})
    strange = [key for key in error.instance if key not in known]
    return any(
        process.extractOne(name, strange, scorer=fuzz.WRatio, score_cutoff=70)
        for name in error.validator_value
        if name not in error.instance
    )


def _branch(error: ValidationError) -> list[ValidationError]:
    """The errors of the alternative whose type fits what was written, if there is just one."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or []:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [
        inner
        for inner in branches.values()
        if not any(e.validator in {"type", "required"} and not e.path for e in inner)
    ]
    return fitting[0] if len(fitting) == 1 else []


def _sentences(error: ValidationError, document: Document) -> Iterator[str]:
    keys: Keys = tuple(error.absolute_path)
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error, schema, document)
        return
    if error.validator in {"required", "dependentRequired"}:
        wanted = error.validator_value
        if isinstance(wanted, Mapping):
            wanted = [need for key, needs in wanted.items() if key in error.instance for need in needs]
        for name in (name for name in wanted if name not in error.instance):
            inner = schema.get("properties", {}).get(name, {})
            need = f"; cần {inner['expects']}" if "expects" in inner else ""
            field = field_name(inner.get("title", ""), (*keys, name))
            yield f"{document.at(*keys)}: {field}: còn thiếu{need}."
        return
    need = schema.get("expects") or _NEEDS.get(str(error.validator), _other)(error)
    place = document.at(*keys)
    if error.validator == "propertyNames" or (error.parent and error.parent.validator == "propertyNames"):
        yield f"{place}: Tên trường «{error.instance}»: cần {need}."
        return
    guess = did_you_mean(str(error.instance), error.validator_value) if error.validator == "enum" else ""
    field = field_name(schema.get("title", ""), keys)
    seen = "một giá trị ghi thẳng" if schema.get("writeOnly") else _seen(error.instance)  # never echo a secret
    yield f"{place}: {field}: cần {need}, nhưng thấy {seen}.{guess}"


def _unknown_keys(error: ValidationError, schema: Mapping[str, Any], document: Document) -> Iterator[str]:
    known: Mapping[str, Any] = schema.get("properties", {})
    for key in (key for key in error.instance if key not in known):
        what = schema.get("unknown", "Không có trường «{key}»").format(key=key)
        guess = did_you_mean(key, known)
        title = next((known[name].get("title", "") for name in known if f"«{name}»" in guess), "")
        named = guess.replace("»?", f"» ({title})?") if title else guess
        shown = "" if guess else f"; cần một trong: {', '.join(known)}"
        yield f"{document.at(*error.absolute_path, key)}: {what}{shown}.{named}"


_CREDENTIALS = re.compile(r"//[^/\s@]+@")  # name and password in an address are never echoed


def _seen(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"nhóm trường {{{', '.join(value)}}}" if value else "nhóm trường trống"
    if isinstance(value, list):
        return f"danh sách {len(value)} mục" if value else "danh sách trống"
    return f"«{_CREDENTIALS.sub('//…@', str(value))}»" if value else "ô trống"


def _type(error: ValidationError) -> str:
    wanted = error.validator_value
    return " hoặc ".join(_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted))


def _other(error: ValidationError) -> str:
    return f"đúng quy tắc «{error.validator}» của lược đồ"


_NEEDS: dict[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "enum": lambda e: "một trong: " + ", ".join(str(v) for v in e.validator_value if not isinstance(v, bool)),
    "const": lambda e: f"«{e.validator_value}»",
    "pattern": lambda e: f"đúng dạng {e.validator_value}",
    "minLength": lambda _: "có nội dung",
    "minItems": lambda e: f"ít nhất {e.validator_value} mục",
    "minProperties": lambda e: f"ít nhất {e.validator_value} trường",
    "maxProperties": lambda e: f"nhiều nhất {e.validator_value} trường",
    "uniqueItems": lambda _: "các mục không trùng nhau",
    "oneOf": lambda e: str(e.schema.get("expects", "đúng một trong các cách viết")),
    "anyOf": lambda e: str(e.schema.get("expects", "một trong các cách viết")),
}
