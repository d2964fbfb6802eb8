"""Walks a form that nobody has described: proposes values page by page, and notes every control it meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from harness.authoring.branches import brought, rows_added
from harness.authoring.choosing import choose
from harness.authoring.meanings import Question, Table, key, refused
from harness.model import Blocked
from harness.portal.choice_probes import CHOSEN, options_of
from harness.portal.forms import Control, Wanted, fill, inspect_form
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.stage import Stage

ATTEMPTS = 4  # times a page that refuses is tried with other values
TICKED = frozenset({"checkbox", "switch"})
Place = tuple[str, str]  # section and label, as a profile writes them


@dataclass(slots=True)
class Met:
    """One control, and what was proposed for it."""

    place: Place
    page: int
    control: Control
    options: list[str]
    value: str = ""  # as the profile writes it; "" when it is left alone
    guessed: bool = False  # no row of the table knows this label
    refusal: str = ""  # why the portal did not take what was tried
    error: str = ""  # what stood at the place of its errors before anything was tried: some portals hint there
    appeared: bool = False  # only after something else was set
    tried: list[str] = field(default_factory=list)
    brings: dict[str, list[str]] = field(default_factory=dict)  # another choice → labels of the fields it brings

    @property
    def question(self) -> Question:
        hint = f"{self.control.hint}; {self.control.limits.get('placeholder') or ''}"
        in_boxes = is_part(self.control) and self.control.kind != "checkbox"
        kind = ("time" if self.control.part == "hour" else "date") if in_boxes else self.control.kind
        limits = {} if in_boxes else self.control.limits  # of one box, not of the answer
        return Question(" ".join(self.control.sections), self.place[1], kind, hint, limits)


class FormWalk:
    """``run`` ends after the last page of the form, or tells in ``trouble`` why it could not."""

    def __init__(
        self, stage: Stage, table: Table, today: date, *, told: Callable[[str], None] = lambda _: None
    ) -> None:
        self.stage, self.table, self.today, self.told = stage, table, today, told
        self.met: dict[Place, Met] = {}
        self.pages = 1
        self.trouble: Blocked | None = None
        self._all_asked = False  # no control of the page is marked: any of them may be required
        self._turning = False  # the page was filled: what comes next may be another one, or this one complaining
        self._explored: set[int] = set()  # pages that were looked behind
        self._again: list[Wanted] = []  # what a page that refused is to be given now

    async def run(self) -> bool:
        for _ in range(ATTEMPTS):
            try:
                await self.stage.perform("fill", propose=self._propose, at_page=self._at_page)
            except Blocked as trouble:
                self.trouble = trouble
                if not await self._mend(trouble):
                    return False
            else:
                self.trouble = None
                return True
        return False

    @property
    def values(self) -> dict[Place, str]:
        return {place: met.value for place, met in self.met.items() if met.value}

    async def _at_page(self, page: FormPage) -> None:
        if self.pages not in self._explored:
            self._explored.add(self.pages)
            await self._look_behind(page)
        self.told(f"trang {self.pages}: {sum(m.page == self.pages for m in self.met.values())} ô")
        self._turning = True

    async def _look_behind(self, page: FormPage) -> None:
        """What the page asks of others: behind other choices, and in rows that may be added."""
        here = [m for m in self.met.values() if m.page == self.pages and not is_part(m.control)]
        behind = await brought(page, [(m.control, m.options, self._resolved(m.value)) for m in here])
        for met in here:
            met.brings = behind.get(met.control.tag, {})
        wanted = []
        for row in await rows_added(page.window):
            options, _ = await options_of(row.control) if row.control.kind in CHOSEN else ([], True)
            place = (row.section, clean(row.control.label))
            met = self.met[place] = Met(place, self.pages, row.control, options, appeared=True)
            self._decide(met)
            want = self._wanted(met)
            wanted += [want] if want else []
        await fill(page.window, wanted)

    async def _propose(self, controls: Sequence[Control]) -> list[Wanted]:
        """For each control that is new on this page, what a person would write there."""
        known = places(controls)
        there = {place for place, _ in known}
        if self._turning and not any(m.page == self.pages and m.place in there for m in self.met.values()):
            self.pages += 1
        self._turning = False
        here = {m.place for m in self.met.values() if m.page == self.pages}
        self._all_asked = not any(c.required for c in controls)
        wanted, self._again = [w for w in self._again if (w.section, w.label) in there], []
        for place, control in known:
            met = self.met.get(place)
            if met is None:
                if waits(control):
                    continue
                options, _ = await options_of(control) if control.kind in CHOSEN else ([], True)
                if control.group and control.kind == "checkbox" and not control.part:
                    options = [clean(c.label) for c in controls if c.group == control.group]
                met = self.met[place] = Met(
                    place, self.pages, control, options, error=control.error, appeared=bool(here)
                )
                self._decide(met)
                want = self._wanted(met)
                wanted += [want] if want else []
            elif met.control.tag != control.tag or met.page != self.pages:
                met.control = control  # the page was drawn anew
        return wanted

    def _decide(self, met: Met, complaint: str = "") -> None:
        control = met.control
        held = ", ".join(control.chosen) or control.value
        if held and not met.tried and control.kind not in TICKED:
            met.value = self._as_reference(met, held)
            return
        meaning = self.table.meaning(met.question)
        asked = control.required or self._all_asked or complaint or (meaning is not None and meaning.optional)
        if control.disabled or control.readonly or control.kind == "file" or not asked:
            met.value = ""
            return
        if control.kind in TICKED and not is_part(control):
            met.value = "" if "có" in met.tried else "có"
            return
        if met.options:
            likely = {self._resolved(v): v for v in reversed(self._likely(met))}
            tried = [self._resolved(v) for v in met.tried]
            entry, met.guessed = choose(met.options, [*reversed(likely)], meaning, avoided=tried)
            written = likely.get(entry, "")
            met.value = written if written.startswith("@") else entry
            return
        met.value = next((v for v in self._likely(met, complaint) if v not in met.tried and self._fits(met, v)), "")
        met.guessed = meaning is None or (
            not meaning.person and meaning.days is None and met.value not in meaning.values
        )
        if met.value and control.part == "from" and is_part(control):
            met.value = f"{met.value} – {self.today:%d/%m/%Y}"

    def _likely(self, met: Met, complaint: str = "") -> list[str]:
        return [v for v in self.table.candidates(met.question, self.today, complaint) if v]

    def _fits(self, met: Met, value: str) -> bool:
        return not refused(met.question, self._resolved(value))

    def _resolved(self, value: str) -> str:
        persona = self.stage.persona_of("applicant")
        return str(getattr(persona, value.removeprefix("@applicant."))) if value.startswith("@applicant.") else value

    def _as_reference(self, met: Met, held: str) -> str:
        """What the account filled in is the applicant's own datum, when it is equal to one."""
        for value in self._likely(met):
            if value.startswith("@applicant.") and key(self._resolved(value)) == key(held):
                return value
        return held if not (met.control.disabled or met.control.readonly) and met.control.required else ""

    def _wanted(self, met: Met) -> Wanted | None:
        if not met.value:
            return None
        met.tried.append(met.value)
        return Wanted(*met.place, self._resolved(met.value), met.value)

    async def _mend(self, trouble: Blocked) -> bool:
        """Other values for the controls that the page complains about. False when it complains about none."""
        window = await self.stage.window()
        complaining: list[tuple[Met, str]] = []
        for place, control in places(await inspect_form(window.page)):
            met = self.met.get(place)
            named = control.invalid or f" {key(place[1])} " in f" {key(trouble.sentence)} "
            shown = control.error if met and (control.invalid or control.error != met.error) else ""
            complaint = shown or (control.validity if control.invalid else "") or (trouble.sentence if named else "")
            if met and (complaint or (control.required and not control.value)):
                complaining.append((met, complaint or "ô bắt buộc còn trống"))
        changed = False
        for met, complaint in complaining:
            met.refusal = complaint
            before = met.value
            self._decide(met, complaint)
            if met.value and met.value != before:
                met.tried.append(met.value)
                changed = True
        if changed:
            here = [m for m in self.met.values() if m.page == self.pages and m.value]
            self._again = [Wanted(*m.place, self._resolved(m.value), m.value) for m in here]
        return changed


def places(controls: Sequence[Control]) -> list[tuple[Place, Control]]:
    """Section and label under which a profile names each control; what cannot be told apart is left out."""
    rows: list[tuple[Place, Control]] = []
    seen: set[tuple[str, str, str]] = set()
    for control in controls:
        label = clean(control.group if is_part(control) else control.label)
        whole = (str(id(control.frame)), control.section, label)
        if not label or (whole in seen and is_part(control)):
            continue
        seen.add(whole)
        rows.append(((clean(control.section), label), control))
    often = Counter((key(place[0]), key(place[1])) for place, _ in rows)
    numbers: Counter[tuple[str, str]] = Counter()
    named = []
    for (section, label), control in rows:
        same = (key(section), key(label))
        numbers[same] += 1
        if often[same] == 1:
            named.append(((section, label), control))
        elif section:
            named.append(((f"{section} [{numbers[same]}]", label), control))
    return named


def is_part(control: Control) -> bool:
    """Known by the name of its set: a box of a date, one of several ticks. Boxes with labels of their own are not."""
    if control.part in {"from", "to"}:
        return not any(rung == "label" and key(text) != key(control.group) for rung, text in control.names)
    return bool(control.part) or bool(control.group and control.kind == "checkbox")


def waits(control: Control) -> bool:
    """Its entries come once something else is chosen."""
    return control.kind == "select" and not control.options
