"""Another dossier of the same person, and a dossier at an hour when no office is open."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from harness.checks.judges import wording
from harness.checks.judges.workdays import moment
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_APPLICANT = "@applicant."
_NEAR = timedelta(minutes=10)  # two clocks may differ so much


@check("L4-FRM-04")
def second_dossier_opens_with_what_is_known(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017; NĐ 45/2020 Đ4: what the first dossier told about the applicant, the second one does not ask again."""
    witness = evidence.last("form.second")
    declared = {
        wording.label(label): label
        for section in service.form[:1]
        for label, value in section.fields.items()
        if value.startswith(_APPLICANT)
    }
    title = wording.label(service.form[0].title) if service.form else ""
    same = [row for row in witness.value["fields"] if not title or wording.label(row["section"]) == title]
    asked = [row for row in same or witness.value["fields"] if wording.label(row["label"]) in declared]
    if not asked:
        raise NotObserved("form.second", "trang đầu của hồ sơ thứ hai không có ô nào chung với hồ sơ đã nộp")
    empty = [wording.plain(row["label"]) for row in asked if not wording.plain(row["value"])]
    if empty:
        return Shortfall(f"đã nộp một hồ sơ, mở «{wording.plain(witness.value['name'])}» thì ô «{empty[0]}» lại trống",
                         "điền sẵn điều đã khai ở hồ sơ trước", witness)  # fmt: skip
    return None


def _clock_was_taken(row: dict[str, Any]) -> None:
    """A portal that goes by its own clock shows the present as the time of handing in: then nothing was tried."""
    shown, pretended = moment(row["shown"]), moment(row["at"])
    if shown is None or pretended is None or shown < pretended - _NEAR:
        raise NotObserved("form.night", "cổng không theo đồng hồ thử, hồ sơ ghi thời điểm khác")


@check("L4-FRM-26")
def dossier_is_taken_at_any_hour(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11: a dossier handed in on a Sunday at 23:00 is taken, and gets its code."""
    witness = evidence.last("form.night")
    row = witness.value
    if row["code"]:
        _clock_was_taken(row)
        return None
    if not row["by_day"]:
        raise NotObserved("form.night", row["refused"])
    seen = f"23 giờ Chủ nhật không nộp được, trong giờ làm việc thì nộp được: {wording.shortened(row['refused'], 160)}"
    return Shortfall(seen, "nộp được 24 giờ mỗi ngày, 7 ngày mỗi tuần", witness)
