"""Labels of a profile ↔ controls of a page. Pure: no browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from harness.portal.forms.control import Control
from harness.portal.parsers import fold
from harness.portal.wording import nearest, perhaps

RUNGS = ("label", "name", "placeholder", "near")
_MARKS = re.compile(r"(?:\s|:|\*|\(\s*\*\s*\)|\((?:không )?bắt buộc\))+$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:\*|\(\s*\*\s*\)|\s)+")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*|[a-zđ]|[ivx]+)[.)]\s*", re.IGNORECASE)
_ROW = re.compile(r"^(.*\S)\s*\[(\d+)\]$")
_TRAILING_HINT = re.compile(r"\s*\([^()]*\)$")
_INVISIBLE = re.compile(r"[\u200b-\u200d\ufeff\ue000-\uf8ff]")


def key(label: str) -> str:
    """What two spellings of one label have in common: NFC, folded spaces, no (*), *, : and no case."""
    text = fold(_INVISIBLE.sub("", unicodedata.normalize("NFC", label)))
    return _MARKS.sub("", _LEAD.sub("", text)).casefold()


def clean(label: str) -> str:
    """The label as it is recorded: without the required mark, in its own case."""
    return _MARKS.sub("", _LEAD.sub("", fold(_INVISIBLE.sub("", label))))


def loose(label: str) -> str:
    """Second try: without numbering in front and a hint in brackets behind."""
    return _TRAILING_HINT.sub("", _NUMBERING.sub("", key(label))).strip()


def numbered(section: str) -> tuple[str, int]:
    """«Thông tin người con [2]» → that section, row 2; row 0 when the profile names no row."""
    found = _ROW.match(section)
    return (found[1], int(found[2])) if found else (section, 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One value of the profile: under which section and label it goes, as text already resolved."""

    section: str
    label: str
    value: str
    source: str = ""  # as written, before references were resolved

    @property
    def title(self) -> str:
        return f"{self.section} › {self.label}" if self.section else self.label


@dataclass(frozen=True, slots=True)
class Pair:
    wanted: Wanted
    controls: tuple[Control, ...]  # more than one: a set of checkboxes under one legend, or the parts of one answer
    rung: str  # label | name | placeholder | near | group | parts


@dataclass(slots=True)
class Matching:
    pairs: list[Pair] = field(default_factory=list)
    ambiguous: list[tuple[Wanted, tuple[Control, ...]]] = field(default_factory=list)
    unused: list[Wanted] = field(default_factory=list)
    uncalled: list[Control] = field(default_factory=list)  # controls that no value is meant for


def match(wanted: Sequence[Wanted], controls: Sequence[Control]) -> Matching:
    result = Matching()
    used: set[str] = set()
    for want in wanted:
        found, rung = _controls_for(want, controls)
        if not found:
            result.unused.append(want)
        elif len(found) > 1 and rung not in {"group", "parts"}:
            result.ambiguous.append((want, found))
        else:
            result.pairs.append(Pair(want, found, rung))
            used.update(_identity(control) for control in found)
    result.uncalled = [control for control in controls if _identity(control) not in used]
    return result


def _identity(control: Control) -> str:
    return f"{id(control.frame)}/{control.tag}"


def _controls_for(want: Wanted, controls: Sequence[Control]) -> tuple[tuple[Control, ...], str]:
    section, row = numbered(want.section)
    for same in (key, loose):
        pool = [c for c in controls if _in_section(c, section, same)]
        boxes = tuple(c for c in pool if c.part and same(c.group) == same(want.label))
        if boxes:
            return _row(boxes, row, len({c.part for c in boxes})), "parts"
        for rung in RUNGS:
            found = tuple(c for c in pool if any(r == rung and same(text) == same(want.label) for r, text in c.names))
            if found:
                return _undoubled(_row(found, row)), rung
        group = tuple(c for c in pool if c.group and same(c.group) == same(want.label))
        if group:
            return group, "group"
    return (), ""


def _row(found: tuple[Control, ...], row: int, size: int = 1) -> tuple[Control, ...]:
    """The controls of the row that the profile names; all of them when it names none."""
    return found[(row - 1) * size : row * size] if row else found


def _in_section(control: Control, section: str, same: Callable[[str], str]) -> bool:
    return not section or any(same(title) == same(section) for title in control.sections)


def _undoubled(found: tuple[Control, ...]) -> tuple[Control, ...]:
    """A combobox and the text box inside it are one control to a person."""
    usable = tuple(c for c in found if not c.disabled and not c.readonly)
    return usable if len(usable) == 1 and len(found) > 1 else found


def required_without_value(controls: Iterable[Control]) -> list[Control]:
    """Required controls that are still empty; files belong to another step."""
    return [c for c in controls if c.required and not c.value and not c.disabled and c.kind != "file"]


def say_ambiguous(want: Wanted, controls: Sequence[Control]) -> str:
    places = "; ".join(f"«{c.title}»" for c in controls[:5])
    return f"nhãn «{want.title}» khớp với {len(controls)} ô: {places}; hãy đặt giá trị dưới đúng tên mục"


def say_unused(want: Wanted, titles: Iterable[str]) -> str:
    pool = list(dict.fromkeys(titles))
    labels = {title.rsplit(" › ", 1)[-1]: title for title in pool}
    near = tuple(labels[label] for label in nearest(want.label, labels))
    return f"giá trị «{want.title}» không được dùng: không trang nào của biểu mẫu có ô này{perhaps(near)}"


def say_required(control: Control, values: Iterable[Wanted]) -> str:
    near = nearest(control.label, (v.label for v in values), cutoff=70)
    return f"ô bắt buộc «{control.title}» chưa có giá trị trong hồ sơ dịch vụ{perhaps(near)}"
