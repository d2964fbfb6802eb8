"""Seeded defects, apart from the conforming code: they override, nothing branches on them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

from sandbox.core.behaviour import Conforming
from sandbox.faults.fault import Fault


@cache
def known() -> dict[str, type[Fault]]:
    """Every fault by id."""
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        importlib.import_module(module.name)
    found = {fault.id: fault for fault in Fault.__subclasses__()}
    if len(found) != len(Fault.__subclasses__()):
        raise ValueError("hai lỗi gieo trùng mã")
    return dict(sorted(found.items()))


def compose(ids: Sequence[str], variants: Sequence[type[Conforming]] = ()) -> Conforming:
    """The conforming behaviour with these faults (KeyError when one is unknown) and variants over it."""
    layers = (*(known()[one] for one in ids), *variants, Conforming)
    composed = type("Behaviour", tuple(dict.fromkeys(layers)), {})
    return composed()  # type: ignore[no-any-return]


def as_rows() -> list[dict[str, object]]:
    """What `python -m sandbox faults --json` prints."""
    return [
        {"id": one.id, "title": one.title, "citizen": one.citizen, "expects": sorted(one.expects),
         "service": one.service}
        for one in known().values()
    ]
