"""The statistics in words: the same tables for the page, the workbook and the JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from harness.register.life import WAY, WORDS, Stage
from harness.reporting.statistics import AHEAD, DUE_SOON, LATE, ON_TIME, Change, Statistics
from harness.reporting.words import SEVERITY


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: title, a sentence that says what it answers, headings, rows. Numbers and days stay what they are."""

    key: str
    title: str
    says: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    empty: str = "Không có."


STAGES = (*WAY, Stage.WITHDRAWN)


def share(counts: tuple[int, int]) -> str:
    """«7/19 (36,8 %)»."""
    some, all_ = counts
    percent = f"{100 * some / all_:.1f}".replace(".", ",") if all_ else "0"
    return f"{some}/{all_} ({percent} %)"


def headline(told: Statistics) -> list[tuple[str, str]]:
    """The few numbers a manager reads first."""
    on_time = told.on_time
    open_ = sum(failure.state == "fail" for _, failure in told.defects)
    return [
        ("Dịch vụ trong sổ", str(len(told.entries))),
        ("Đang công khai ở mức toàn trình", share(told.share)),
        ("Mốc kế hoạch trễ hạn", str(on_time[LATE])),
        ("Lỗi đang mở", str(open_)),
        ("Cần xem lại: đang công khai mà lần kiểm gần nhất không đạt", str(len(told.follow_up))),
    ]


def sheets(told: Statistics, changed: Sequence[Change] | None = None, since: date | None = None) -> list[Sheet]:
    found = [_stages(told), _plan(told), _top(told), _defects(told), _follow_up(told), _waivers(told), _lapses(told),
             _services(told)]  # fmt: skip
    if changed is not None and since is not None:
        found.insert(0, _changes(changed, since, told.as_of))
    return found


def _stages(told: Statistics) -> Sheet:
    rows: list[list[Any]] = [[field, agency, *(counts.get(stage, 0) for stage in STAGES), sum(counts.values())]
                             for field, agency, counts in told.table]  # fmt: skip
    rows.append(["Cộng", "", *(told.totals.get(stage, 0) for stage in STAGES), len(told.entries)])
    return Sheet("linh-vuc", "Lĩnh vực × cơ quan × bước", "Mỗi dịch vụ đang đứng ở bước nào.",
                 ("Lĩnh vực", "Cơ quan", *(WORDS[stage] for stage in STAGES), "Cộng"), rows)  # fmt: skip


def _plan(told: Statistics) -> Sheet:
    order = {LATE: 0, DUE_SOON: 1, AHEAD: 2, ON_TIME: 3}
    late = {id(one): one.days_late or (told.as_of - one.due).days for one in told.milestones if one.state == LATE}
    ordered = sorted(told.milestones, key=lambda one: (order[one.state], one.due, one.entry.code))
    rows = [(one.entry.code, one.entry.name, one.entry.agency, WORDS[one.stage], one.due, one.reached or "", one.state,
             late.get(id(one), "")) for one in ordered]  # fmt: skip
    said = ", ".join(f"{told.on_time[state]} {state}" for state in order if told.on_time[state]) or "chưa có kế hoạch"
    return Sheet("ke-hoach", "Tiến độ so với kế hoạch", f"Mốc của kế hoạch: {said}.",
                 ("Mã", "Dịch vụ", "Cơ quan", "Bước", "Hạn", "Ngày đạt", "Tình trạng", "Số ngày trễ"), rows,
                 "Chưa nạp kế hoạch; xem: kiemthu register plan --help")  # fmt: skip


def _top(told: Statistics) -> Sheet:
    rows = [(top.criterion, top.title, SEVERITY.get(top.severity, top.severity), len(top.services),
             ", ".join(top.services)) for top in told.top]  # fmt: skip
    return Sheet("tieu-chi", "Tiêu chí không đạt nhiều nhất", "Sửa một chỗ ở cổng, nhiều dịch vụ cùng đạt.",
                 ("Tiêu chí", "Nội dung", "Mức", "Số dịch vụ", "Các dịch vụ"), rows)  # fmt: skip


def _defects(told: Statistics) -> Sheet:
    ordered = sorted(told.defects, key=lambda one: (one[0].portal, one[1].owner, one[1].since))
    rows = [(entry.portal, failure.owner or "chưa rõ", entry.code, failure.criterion, failure.title,
             SEVERITY.get(failure.severity, failure.severity), failure.since.date(),
             (told.as_of - failure.since.date()).days) for entry, failure in ordered]  # fmt: skip
    return Sheet("loi-mo", "Lỗi đang mở của nhà cung cấp", "Theo cổng và phần của cổng; tính từ lần đầu thấy lỗi này.",
                 ("Cổng", "Có lẽ do", "Mã", "Tiêu chí", "Nội dung", "Mức", "Thấy từ", "Số ngày"), rows)  # fmt: skip


def _follow_up(told: Statistics) -> Sheet:
    rows = [(one.code, one.name, one.agency, WORDS[one.stage], one.decided.ended.date(), "; ".join(one.decided.reasons))
            for one in told.follow_up if one.decided]  # fmt: skip
    return Sheet("xem-lai", "Đang công khai mà lần kiểm gần nhất không đạt", "Sửa ngay hoặc gỡ công bố.",
                 ("Mã", "Dịch vụ", "Cơ quan", "Bước", "Ngày kiểm", "Vì sao"), rows)  # fmt: skip


def _waivers(told: Statistics) -> Sheet:
    rows = [(w.criterion, w.code, w.owner, w.approver, w.starts, w.ends, left, w.reason) for w, left in told.waivers]
    return Sheet("mien-tru", "Miễn trừ sắp hết hạn", "Trong 30 ngày tới.",
                 ("Tiêu chí", "Mã", "Người chịu trách nhiệm", "Người duyệt", "Từ", "Đến", "Còn (ngày)", "Lý do"),
                 rows)  # fmt: skip


def _lapses(told: Statistics) -> Sheet:
    rows = [(one.entry.code, one.entry.name, one.entry.agency, one.last_day, (one.last_day - told.as_of).days)
            for one in told.lapses]  # fmt: skip
    return Sheet("bang-chung", "Bằng chứng đã hoặc sắp hết giá trị", "Cần kiểm lại trước ngày này.",
                 ("Mã", "Dịch vụ", "Cơ quan", "Giá trị đến", "Còn (ngày)"), rows)  # fmt: skip


def _services(told: Statistics) -> Sheet:
    words = {"publish": "được công bố", "hold": "chưa công bố", "cannot-say": "chưa kết luận được"}
    rows = [(one.code, one.name, one.field, one.agency, one.level, WORDS[one.stage], one.since.date(),
             words[one.decided.decision] if one.decided else "chưa kiểm",
             one.decided.ended.date() if one.decided else "", one.published.date() if one.published else "")
            for one in told.entries]  # fmt: skip
    return Sheet("dich-vu", "Mọi dịch vụ", "Mỗi dịch vụ một dòng.",
                 ("Mã", "Dịch vụ", "Lĩnh vực", "Cơ quan", "Mức độ", "Bước", "Từ ngày", "Quyết định gần nhất",
                  "Ngày kiểm", "Ngày công bố"), rows)  # fmt: skip


def _changes(changed: Sequence[Change], since: date, until: date) -> Sheet:
    rows = [(one.code, one.name, one.before, one.after, ", ".join(one.appeared), ", ".join(one.mended))
            for one in changed]  # fmt: skip
    return Sheet("thay-doi", f"Thay đổi từ {since:%d/%m/%Y} đến {until:%d/%m/%Y}",
                 "Dịch vụ chuyển bước, lỗi mới, lỗi đã sửa.",
                 ("Mã", "Dịch vụ", "Trước", "Nay", "Tiêu chí mới không đạt", "Tiêu chí đã sửa"), rows,
                 "Không có gì thay đổi.")  # fmt: skip
