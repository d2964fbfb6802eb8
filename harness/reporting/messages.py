"""What a reader sees of one finding: enough to act on, or to dispute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import TextWrapper

from harness.model import Criterion, Finding, State
from harness.reporting.words import SEVERITY, legal

WIDTH = 110
LABEL = 17  # characters before the text of each line
# Who must act → what that person does. Keys are the owners that journeys write.
ACTIONS = {
    "cổng dịch vụ công": "đơn vị vận hành cổng dịch vụ công sửa cổng, rồi chạy lại",
    "bộ kết nối": "người giữ bộ kết nối đối chiếu với trang hiện tại và sửa tệp mô tả cổng",
    "hồ sơ dịch vụ": "người giữ hồ sơ dịch vụ sửa tệp của dịch vụ, rồi chạy lại",
    "cổng thanh toán": "đơn vị vận hành cổng thanh toán khôi phục dịch vụ, rồi chạy lại",
    "nhà cung cấp định danh": "đơn vị vận hành hệ thống định danh khôi phục dịch vụ, rồi chạy lại",
    "hệ thống một cửa điện tử": "đơn vị vận hành hệ thống một cửa sửa hệ thống, rồi chạy lại",
    "máy kiểm thử": "người chạy kiểm thử xem lại máy và trình duyệt (kiemthu doctor), rồi chạy lại",
    "cổng mẫu": "nhóm phát triển cổng mẫu sửa lỗi; xin gửi kèm thư mục lượt chạy",
    "môi trường": "người chạy kiểm thử xem lại máy, mạng và trình duyệt (kiemthu doctor), rồi chạy lại",
    "người xét": "người có trách nhiệm trả lời trong catalog/reviews, kèm tên, ngày, bằng chứng, rồi chạy lại",
    "bộ kiểm thử": "nhóm phát triển bộ kiểm thử sửa lỗi; xin gửi kèm thư mục lượt chạy",
}
UNMET = frozenset({State.FAIL, State.WARN, State.WAIVED})  # a waived failure is told as a failure
HEADS = {
    State.FAIL: "Không đạt",
    State.WARN: "Nên sửa",
    State.BLOCKED: "Chưa kiểm được",
    State.COMPROMISED: "Chưa kiểm được",
    State.ERROR: "Bộ kiểm thử lỗi khi xét",
    State.FLAKY: "Kết quả không ổn định ở",
    State.REVIEW: "Chờ người xét",
    State.NOT_RUN: "Chưa chạy",
    State.NOT_APPLICABLE: "Không áp dụng",
    State.WAIVED: "Được miễn trừ",
    State.PASS: "Đạt",
}


def action(owner: str, state: State = State.BLOCKED) -> str:
    """Who must act and how, as a sentence."""
    owner = owner or ("bộ kiểm thử" if state is State.ERROR else "môi trường")
    return ACTIONS.get(owner.lower(), f"{owner} xử lý, rồi chạy lại")


def together(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Blanks of one cause are one message: a portal that is down is not told once for each criterion."""
    grouped: dict[object, list[Finding]] = {}
    for finding in findings:
        blank = finding.state not in UNMET
        cause = (finding.state, finding.seen, finding.owner) if blank else (finding.criterion,)
        grouped.setdefault(cause, []).append(finding)
    return list(grouped.values())


def explain(finding: Finding, criterion: Criterion, others: Sequence[Finding] = ()) -> str:
    """The finding in the layout of its kind; ends without a newline. ``others``: blank for the same cause."""
    head = f"{HEADS[finding.state]} {criterion.id}: {criterion.title_vi} ({SEVERITY[criterion.severity]})"
    rows = _unmet(finding, criterion) if finding.state in UNMET else _blank(finding)
    again = ("Chạy lại", f"kiemthu run {finding.service} --criterion {criterion.id}", "")
    if others:
        head = f"{HEADS[finding.state]} {len(others) + 1} tiêu chí vì cùng một lý do"
        again = ("Chạy lại", f"kiemthu run {finding.service}", "")
        rows.append(("Các tiêu chí", ", ".join(f.criterion for f in (finding, *others)), ""))
    return "\n".join([head, *(_line(*row) for row in (*rows, again) if row[1])])


def _unmet(finding: Finding, criterion: Criterion) -> list[tuple[str, str, str]]:
    return [
        ("Người dân gặp", finding.extra.get("citizen", "") or criterion.citizen, ""),
        ("Yêu cầu", finding.required or criterion.title_vi, ""),
        ("Thực tế", finding.seen, "  ".join(finding.files)),
        ("Thấy ở", finding.extra.get("place", ""), ""),
        ("Căn cứ", legal(criterion.legal_basis, criterion.original_text_checked), ""),
        ("Có lẽ do", finding.owner or criterion.owner, ""),
        ("Miễn trừ", waiver_told(finding), ""),
        ("Dấu lỗi", finding.extra.get("fingerprint", ""), ""),
    ]


def waiver_told(finding: Finding) -> str:
    """Who answers for a waived failure, why, and until when; "" for every other finding."""
    told = finding.extra
    if finding.state is not State.WAIVED or not told.get("waiver"):
        return ""
    end = "/".join(reversed(told["waiver_end"].split("-")))
    return (
        f"{told['waiver_reason']} ({told['waiver_owner']} chịu trách nhiệm, {told['waiver_approver']} duyệt, "
        f"đến hết ngày {end}; theo dõi ở {told['waiver_issue']}; {told['waiver']})"
    )


def _blank(finding: Finding) -> list[tuple[str, str, str]]:
    extra = finding.extra
    where = " › ".join(w for w in (extra.get("task", ""), extra.get("step", "")) if w)
    rows = [
        ("Lý do", finding.seen, "  ".join(finding.files)),
        ("Ở bước", where, ""),
        ("Trang", extra.get("page", ""), ""),
        ("Gần giống", extra.get("candidates", ""), ""),
        ("Sửa ở", extra.get("file", ""), ""),
    ]
    if finding.state in {State.BLOCKED, State.COMPROMISED, State.ERROR}:
        rows.append(("Ai phải làm gì", action(finding.owner, finding.state), ""))
    return rows


def _line(label: str, text: str, aside: str) -> str:
    lead = f"  {label + ':':<{LABEL - 2}} "
    wrapped = TextWrapper(
        width=WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    ).fill(text)
    if not aside:
        return wrapped
    last = wrapped.rsplit("\n", 1)[-1]
    gap = max(2, 54 - len(last)) if len(last) + len(aside) + 2 <= WIDTH else 0
    return wrapped + (" " * gap + aside if gap else f"\n{' ' * len(lead)}{aside}")
