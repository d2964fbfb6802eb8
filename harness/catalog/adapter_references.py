"""Whether everything an adapter names is there: actors, tasks, facts, documents and @references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from harness.catalog.adapters import Adapter, Step, Task
from harness.catalog.facts import Fact
from harness.catalog.messages import unknown
from harness.catalog.partners import Partner
from harness.catalog.yamltext import Document
from harness.model import Persona

DOCUMENTS = (
    "slip", "receipt", "declaration", "result", "attachment:*", "form:*", "officer:*",
    "form-02", "form-03", "form-04", "stop-letter",
)  # fmt: skip
_PERSON = tuple(item.name for item in fields(Persona))
_APPLICANT = tuple(f"applicant.{name}" for name in _PERSON if name != "password")
REFERENCES = (
    "query", "paper", "dossier", "words", "amount", "day", "file",
    "inbox.otp", "totp.code", "mail.code", "service.code", "service.name",
    "service.field_name", "service.agency", "service.level",
    "card.number", "card.holder", "card.issued", "card.otp",
    "actor.username", *(f"actor.{name}" for name in _PERSON), *_APPLICANT,
)  # fmt: skip
_REFERENCE = re.compile(r"(?:^|/)@([A-Za-z_]+(?:\.[A-Za-z_]+)*)")


_SECRET = re.compile(r"mật khẩu|password|passcode|mã pin|khóa bí mật|secret|token", re.IGNORECASE)
_SECRET_IN_ADDRESS = re.compile(r"[?&](?:password|token|secret|api_?key|key|sig)=(?!@)[^&\s]", re.IGNORECASE)


def broken_references(where: str, value: str, allowed: tuple[str, ...] = REFERENCES) -> Iterator[str]:
    for name in _REFERENCE.findall(value):
        if name not in allowed:
            yield unknown(where, "giá trị tham chiếu", f"@{name}", [f"@{known}" for known in allowed])


def applicant_references(where: str, value: str) -> Iterator[str]:
    """A profile's form may only refer to the person who drives."""
    return broken_references(where, value, _APPLICANT)


def broken(adapter: Adapter, document: Document, facts: Mapping[str, Fact],
           partners: Mapping[str, Partner]) -> Iterator[str]:
    shared = [*document.value.get("shared", {}), *(f"{one}.{name}" for one in partners for name in partners[one].tasks)]
    for name, actor in adapter.actors.items():
        if actor.origin not in adapter.origins:
            where = document.at("actors", name, "origin")
            yield unknown(where, "địa chỉ gốc", actor.origin, adapter.origins)
    for task in (*adapter.tasks.values(), *adapter.gateway.values()):
        for step in task.every_step():
            yield from _broken_step(adapter, step, facts, shared)
        if _comes_back(adapter, task):
            yield f"{task.where}: Việc «{task.name}» gọi lại chính nó."


def css_places(adapter: Adapter) -> list[str]:
    """Where the adapter points at something by a selector: the last resort, counted."""
    found: list[str] = []
    for task in (*adapter.tasks.values(), *adapter.gateway.values()):
        for step in task.every_step():
            conditions = (one.place for one in (step.condition, step.until) if one)
            waiting = [place for place in (step.place, step.next, *step.facts.values(), *conditions) if place]
            while waiting:
                place = waiting.pop()
                found += [place.where] if place.kind == "css" else []
                waiting += [inner for inner in (place.of, place.within) if inner]
    return [*dict.fromkeys(found)]


def _broken_step(adapter: Adapter, step: Step, facts: Mapping[str, Fact], shared: list[str]) -> Iterator[str]:
    where = step.where
    yield from _broken_facts(step, facts)
    if step.verb == "as" and step.what not in adapter.actors:
        yield unknown(where, "vai", step.what, adapter.actors)
    if step.verb == "use" and step.what not in {"gateway", *adapter.tasks, *shared}:
        yield unknown(where, "việc", step.what, [*adapter.tasks, *shared, "gateway"])
    if step.verb == "use" and step.what == "gateway" and not adapter.gateway:
        yield f"{where}: Cần phần «gateway» (trang của cổng thanh toán) để dùng «use: gateway»."
    for value in (step.address, *step.values.values(), *step.mail.values()):
        yield from broken_references(where, value)
    for label, value in step.values.items():
        if _SECRET.search(label) and "@" not in value:
            yield (f"{where}: Ô «{label}»: không ghi bí mật vào tệp; hãy ghi vào actors, lấy từ biến môi trường "
                   "(password: ${TÊN_BIẾN}), rồi dùng @actor.password.")
    if _SECRET_IN_ADDRESS.search(step.address):
        yield f"{where}: Địa chỉ chứa bí mật; hãy lấy từ biến môi trường ở origins."


def _broken_facts(step: Step, facts: Mapping[str, Fact]) -> Iterator[str]:
    if step.verb == "read":
        readable = [name for name, fact in facts.items() if fact.by == "adapter"]
        for name, place in step.facts.items():
            if name not in facts:
                yield unknown(place.where, "dữ kiện", name, readable)
            elif name not in readable:
                yield f"{place.where}: Dữ kiện «{name}» do bộ kiểm thử tự ghi, bộ kết nối không đọc."
    if step.verb == "fetch":
        for name, place in step.facts.items():
            if name not in DOCUMENTS:
                yield unknown(place.where, "tài liệu", name, DOCUMENTS)
    if step.offered and (step.offered not in facts or facts[step.offered].type != "flag"):
        flags = [name for name, fact in facts.items() if fact.type == "flag"]
        yield unknown(step.where, "dữ kiện có/không", step.offered, flags)


def _comes_back(adapter: Adapter, task: Task) -> bool:
    """Whether walking the task would never end."""
    waiting, seen = [task], set[str]()
    while waiting:
        for step in waiting.pop().every_step():
            if step.verb != "use" or step.what not in adapter.tasks:
                continue
            if step.what == task.name:
                return True
            if step.what not in seen:
                seen.add(step.what)
                waiting.append(adapter.tasks[step.what])
    return False
