"""Every criterion, how it is decided, what proves that it can fail: the rows, and the page in docs/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from harness.model import Criterion, Ruleset
from harness.reporting.words import BASIS, JOURNEYS, SEVERITY, WAY, legal

STATES = {
    "automated": "tự động",
    "lint": "soát dữ liệu",
    "review": "người xét",
    "not-testable": "chưa kiểm được",
}
_STATE_OF = {"walk": "automated", "data": "lint", "review": "review", "": "not-testable"}
_PROOF = {"lint": "tests/checks/data_defects.py", "review": "tests/checks/test_reviews.py"}
HEAD = """# 223 tiêu chí

Sinh bằng `make criteria`; không sửa tay. Mỗi tiêu chí ở đúng một trạng thái:

* **tự động**: có tình huống, có phép xét, có ít nhất một lỗi gieo làm nó đỏ;
* **soát dữ liệu**: đối chiếu danh mục quốc gia với hồ sơ duyệt, tính vào quyết định của `kiemthu run`;
* **người xét**: người có trách nhiệm trả lời trong `catalog/reviews/`, kèm ngày và bằng chứng; câu trả lời hết giá trị
  khi cổng đổi phiên bản, hồ sơ duyệt đổi hoặc trang công khai đổi;
* **chưa kiểm được**: vì lý do ghi ở cột cuối.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion as the page and ``kiemthu criteria --json`` show it."""

    id: str
    title: str
    group: str
    severity: str
    state: str  # automated | lint | review | not-testable
    journeys: tuple[str, ...]
    faults: tuple[str, ...]  # seeded faults that must turn it red
    proof: str  # where a criterion without seeded faults is shown to fail
    basis: str
    legal_basis: str
    original_text_checked: bool
    reason: str  # why it is not tested, or what a person is asked


def rows(
    ruleset: Ruleset, journeys: Mapping[str, Sequence[str]], faults: Iterable[Mapping[str, object]]
) -> tuple[Row, ...]:
    """``journeys``: criterion → those its scenario needs; ``faults``: as the sandbox lists them."""
    killers: dict[str, list[str]] = {}
    for fault in faults:
        expects = fault["expects"]
        for criterion in expects if isinstance(expects, (list, tuple, set, frozenset)) else ():
            killers.setdefault(str(criterion), []).append(str(fault["id"]))
    order = {group: place for place, group in enumerate(WAY)}
    listed = sorted(ruleset.criteria, key=lambda c: (order.get(c.group, len(WAY)), c.id))
    return tuple(_row(c, journeys.get(c.id, ()), killers.get(c.id, ())) for c in listed)


def _row(criterion: Criterion, journeys: Sequence[str], faults: Sequence[str]) -> Row:
    state = _STATE_OF[criterion.judged_by]
    return Row(
        id=criterion.id, title=criterion.title_vi, group=criterion.group, severity=criterion.severity, state=state,
        journeys=tuple(journeys), faults=tuple(sorted(faults)), proof="" if faults else _PROOF.get(state, ""),
        basis=criterion.basis, legal_basis=criterion.legal_basis,
        original_text_checked=criterion.original_text_checked,
        reason=criterion.not_tested_reason or criterion.question,
    )  # fmt: skip


def counts(found: Iterable[Row]) -> dict[str, int]:
    """State → how many, every state named."""
    told = Counter(row.state for row in found)
    return {state: told[state] for state in STATES}


def page(found: Sequence[Row], groups: Mapping[str, str]) -> str:
    """Markdown; the same rows always give the same text."""
    told = counts(found)
    lines = [HEAD, "| Trạng thái | Số tiêu chí |", "|---|---|"]
    lines += [f"| {words} | {told[state]} |" for state, words in STATES.items()]
    lines.append(f"| cộng | {sum(told.values())} |")
    for group in dict.fromkeys(row.group for row in found):
        lines += ["", f"## {groups.get(group, group)} ({group})", "",
                  "| Mã | Tiêu chí | Mức | Trạng thái | Hành trình | Lỗi gieo làm đỏ | Căn cứ | Lý do, câu hỏi |",
                  "|---|---|---|---|---|---|---|---|"]  # fmt: skip
        lines += [_line(row) for row in found if row.group == group]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    killers = ", ".join(f"`{fault}`" for fault in row.faults) or (f"`{row.proof}`" if row.proof else "–")
    cells = [
        row.id, row.title, SEVERITY[row.severity], STATES[row.state],
        ", ".join(JOURNEYS.get(name, name) for name in row.journeys) or "–", killers,
        f"{legal(row.legal_basis, row.original_text_checked)}; {BASIS[row.basis]}", row.reason or "–",
    ]  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
