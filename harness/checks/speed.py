"""How fast pages come and servers answer, over all that one walk opened."""

from __future__ import annotations

from statistics import mean, median

from harness.checks.reading import some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

# Bộ tiêu chí trang thông tin điện tử 2025, seconds.
_LIMITS = {"fcp": ("hiện nội dung đầu tiên", 3.0), "lcp": ("hiện nội dung chính", 4.0), "full": ("hiện đầy đủ", 5.8),
           "blocked": ("bị chặn bởi tác vụ dài", 0.6)}  # fmt: skip
_PAGES = 3  # fewer say nothing
AVERAGE, MOST = 2.5, 15.0  # TT 22/2019 App. V, seconds


@check("L4-ACC-14")
def pages_come_fast(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Website criteria 2025: first and largest paint, load, blocking; the median over the pages opened."""
    readings = {witness.value["url"]: witness for witness in evidence.all("page.pace")}
    for name, (what, limit) in _LIMITS.items():
        taken = sorted((w.value[name] / 1000, w.value["page"]) for w in readings.values() if w.value[name] is not None)
        if len(taken) < _PAGES:
            if name == "fcp":
                raise NotObserved("page.pace", f"mới đo được {len(taken)} trang, cần {_PAGES}")
            continue
        middle = median(seconds for seconds, _ in taken)
        if middle >= limit:
            slowest = f"{taken[-1][1]} {_seconds(taken[-1][0])}"
            return Shortfall(f"{what} sau {_seconds(middle)} (trung vị {len(taken)} trang; lâu nhất: {slowest})",
                             f"dưới {_seconds(limit)}", evidence.last("page.pace"))  # fmt: skip
    return None


@check("L4-ACC-15")
def server_answers_in_time(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 App. V: 2.5 s on average, 15 s at most."""
    taken = sorted((float(row["ms"]) / 1000, str(row["url"])) for row in some(evidence, "page.responses"))
    witness = evidence.last("page.responses")
    if taken[-1][0] > MOST:
        return Shortfall(f"{taken[-1][1]} trả lời sau {_seconds(taken[-1][0])}", f"không quá {_seconds(MOST)}", witness)
    average = mean(seconds for seconds, _ in taken)
    if average > AVERAGE:
        return Shortfall(f"trung bình {_seconds(average)} mỗi yêu cầu ({len(taken)} yêu cầu)",
                         f"trung bình không quá {_seconds(AVERAGE)}", witness)  # fmt: skip
    return None


def _seconds(value: float) -> str:
    return f"{value:.1f} giây".replace(".", ",")
