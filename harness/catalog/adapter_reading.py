"""Reads catalog/portals/*.yaml into adapters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from harness.catalog import adapter_references, messages, partners, yamltext
from harness.catalog.adapter_steps import Reader
from harness.catalog.adapters import Actor, Adapter, Task
from harness.catalog.facts import Fact
from harness.catalog.messages import unknown
from harness.catalog.partners import Partner
from harness.catalog.schemas import schema, validator
from harness.catalog.yamltext import Document, Keys

_IN_A_STEP = 3  # tasks › name › index
_HAS_STEPS = {"tasks", "shared", "gateway"}


def load(root: Path, facts: Mapping[str, Fact], problems: list[str]) -> dict[str, Adapter]:
    found: dict[str, Adapter] = {}
    others = partners.load(root, problems)
    for path in sorted((root / "catalog/portals").glob("*.yaml")):
        document = yamltext.read(path, root, problems, "portal")
        if document is None:
            continue
        wrong = messages.misfits(document, validator("portal"), problems)
        if not _set_aside(document, wrong):
            continue
        if document.value["id"] != path.stem:
            problems.append(f"{document.at('id')}: Mã cổng «{document.value['id']}» khác tên tệp «{path.stem}».")
        adapter = build(document, facts, others, problems)
        problems.extend(adapter_references.broken(adapter, document, facts, others))
        found[path.stem] = adapter
    return found


def _set_aside(document: Document, wrong: list[Keys]) -> bool:
    """Put a neutral step where one could not be understood, so that the others are still checked.

    False when something other than a step is wrong: then nothing more can be said.
    """
    for keys in wrong:
        if len(keys) < _IN_A_STEP or keys[0] not in _HAS_STEPS:
            return False
        document.value[keys[0]][keys[1]][keys[2]] = {"expect": {"text": "…"}}
    return True


def build(document: Document, facts: Mapping[str, Fact], others: Mapping[str, Partner],
          problems: list[str]) -> Adapter:
    """The adapter of a document that conforms to schemas/portal.schema.json."""
    row = document.value
    reader = Reader(document, facts, others, problems)
    usual = schema("portal")["properties"]
    adapter = Adapter(
        id=row["id"],
        name=row["name"],
        environment=row["environment"],
        proof_address=row["proof"]["open"],
        proof_text=row["proof"]["text"],
        origins=row["origins"],
        actors={name: _actor(name, actor) for name, actor in row["actors"].items()},
        tasks=_desk(document, reader, others, problems) | {name: reader.task(("tasks", name)) for name in row["tasks"]},
        gateway=_gateway(document, reader, others, problems),
        order=tuple(row.get("order", ())),
        status={words: int(code) for words, code in row.get("status", usual["status"]["default"]).items()},
        payment_status=row.get("payment_status", usual["payment_status"]["default"]),
        simulators=tuple(row.get("simulators", ())),
        absent=row.get("absent", {}),
        clock_header=row.get("clock", {}).get("header", ""),
        inbox_address=row.get("inbox", {}).get("open", ""),
        inbox_after=row.get("inbox", {}).get("after", ""),
        busy=tuple(row.get("busy", ())),
        bill_lookup=row.get("bill_lookup", ""),
        deep_link=row.get("deep_link", ""),
        hosts=tuple(row.get("hosts", ())),
        publishing_hook=row.get("publishing", {}).get("hook", ""),
        file=Path(document.file),
    )
    reader.tell_unused()
    return adapter


def _actor(name: str, row: Mapping[str, str]) -> Actor:
    return Actor(name, row["origin"], row.get("pool", ""), row.get("username", ""), row.get("password", ""),
                 row.get("secret", ""))


def _desk(document: Document, reader: Reader, others: Mapping[str, Partner], problems: list[str]) -> dict[str, Task]:
    """Tasks of the one-stop system that the portal stands on; what the adapter writes itself goes before them."""
    written = document.value.get("desk", "")
    if written and written not in others:
        problems.append(unknown(document.at("desk"), "đối tác", written, others))
    if written not in others:
        return {}
    known = schema("portal")["properties"]["tasks"]["properties"]
    document = others[written].document
    return {name: reader.task(("tasks", name), document) for name in others[written].tasks if name in known}


def _gateway(document: Document, reader: Reader, others: Mapping[str, Partner],
             problems: list[str]) -> dict[str, Task]:
    """The payer's pages: written out, or those of a partner that many portals use."""
    written = document.value.get("gateway", {})
    if isinstance(written, dict):
        return {name: reader.task(("gateway", name)) for name in written}
    if written not in others:
        problems.append(unknown(document.at("gateway"), "đối tác", written, others))
        return {"pay": Task("pay", (), document.at("gateway"))}  # told once; what uses it is in order
    return {name: reader.task(("tasks", name), others[written].document) for name in others[written].tasks}
