"""Every control of a form over all its pages, and what becomes of choices, of values at the edge, of a lost network.

One walk through the `fill` task. Works from the inspection of the form; knows nothing of any one portal.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from harness.portal.choice_probes import CHOSEN, options_of, try_choices
from harness.portal.forms import Control, inspect_form
from harness.portal.forms.compare import held
from harness.portal.forms.fill import FormPage
from harness.portal.forms.match import clean
from harness.portal.limit_probes import LimitProbes
from harness.portal.offline import lose_network
from harness.portal.parsers import VIETNAM
from harness.portal.probes import Rows
from harness.portal.stage import Stage


class FormSurvey:
    """Records form.controls, form.choices, form.limits and form.offline."""

    def __init__(self, stage: Stage, *, task: str = "fill") -> None:
        self.stage = stage
        self.task = task
        self.controls: Rows = []
        self.choices: Rows = []
        self.limits: Rows = []
        self.offline: dict[str, Any] | None = None

    async def run(self) -> None:
        """Ends where the task ends: only then have all controls been seen."""
        await self.stage.perform(self.task, at_page=self._at_page)
        for fact, rows in (("controls", self.controls), ("choices", self.choices), ("limits", self.limits)):
            self.stage.recorder.fact(f"form.{fact}", rows, "các trang biểu mẫu")

    async def _at_page(self, page: FormPage) -> None:
        kept = await inspect_form(page.window.page)
        before = {pair.controls[0].tag: held(pair.controls[0]) for pair in page.pairs}
        for control in kept:
            self.controls.append(await _row(page.number, control, before.get(control.tag, held(control))))
        self.choices += await try_choices(page.window, kept)
        self.limits += await LimitProbes(page, datetime.now(VIETNAM).date()).run()
        if self.offline is None:
            self.offline = await lose_network(page)
            if self.offline is not None:
                self.stage.recorder.fact("form.offline", self.offline, f"biểu mẫu, trang {page.number}")


async def _row(number: int, control: Control, before: str) -> dict[str, Any]:
    options, complete = await options_of(control) if control.kind in CHOSEN else ([], True)
    return {
        "page": number, "section": control.section, "label": clean(control.label), "kind": control.kind,
        "required": control.required, "locked": control.disabled or control.readonly, "before": before,
        "hint": control.hint, "placeholder": str(control.limits.get("placeholder") or ""),
        "named": any(rung in {"label", "name"} for rung, _ in control.names),
        "options": options, "complete": complete,
    }  # fmt: skip
