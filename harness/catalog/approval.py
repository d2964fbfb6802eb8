"""What people still have to do to what a machine drafted: facts to approve, lines to complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from harness.catalog.schemas import title
from harness.catalog.yamltext import shown
from harness.model import Service

TO_COMPLETE = "CẦN ĐIỀN"  # stands in a value that a person must write; never matches anything on a page


def missing(service: Service) -> tuple[str, ...]:
    """The facts that nobody has approved, as a reader calls them."""
    return tuple(f"«{title('service', (name,))}»" for name in service.unapproved)


def unapproved(services: Iterable[Service]) -> Iterator[str]:
    """``file:line: …`` for each profile with facts that were proposed and not approved."""
    for service in services:
        if service.unapproved:
            line = service.lines.get("unapproved", 1)
            yield (f"{service.file.as_posix()}:{line}: Chưa duyệt: {', '.join(missing(service))}; "
                   "duyệt xong thì xóa tên khỏi «unapproved», trước đó dịch vụ không thể được công bố.")  # fmt: skip


def unfinished(root: Path) -> Iterator[str]:
    """``file:line: …`` for each line of an adapter or profile that a draft left open."""
    for path in sorted([*(root / "catalog/portals").glob("*.yaml"), *(root / "features").glob("*/*.yaml")]):
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if TO_COMPLETE in line.partition(" #")[0] and not line.lstrip().startswith("#"):
                what = line.partition(TO_COMPLETE)[2].strip(" :").partition('"')[0].rstrip(" '}]")
                yield f"{shown(path, root)}:{number}: Còn phải điền{': ' + what if what else ''}."
