"""Whether the applicant can say how satisfied he is."""

from __future__ import annotations

from harness.checks.judges.wording import plain, same
from harness.checks.reading import seen_before_lost, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, Service

LEVELS = ("Rất hài lòng", "Hài lòng", "Chưa hài lòng")
_LOWEST = ("Chưa hài lòng", "Không hài lòng")


@check("L4-MON-01")
def satisfaction_can_be_rated_in_three_levels(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ12: at least an overall rating in three levels."""
    levels = [plain(level) for level in texts(evidence, "rating.levels") if plain(level)]
    there = (
        any(same(level, LEVELS[0]) for level in levels),
        any(same(level, LEVELS[1]) for level in levels),
        any(same(level, lowest) for level in levels for lowest in _LOWEST),
    )
    if not all(there):
        return Shortfall(f"có {len(levels)} mức đánh giá: {', '.join(levels) or 'không có'}", f"đủ {', '.join(LEVELS)}",
                         evidence.last("rating.levels"))  # fmt: skip
    return None


@check("L4-MON-01")
def rating_is_kept(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ12: a rating that was sent is acknowledged."""
    if seen_before_lost(evidence, "rating.saved", before="rating.levels") is None:
        return Shortfall("gửi đánh giá xong không có lời xác nhận", "xác nhận đã ghi nhận đánh giá",
                         evidence.last("rating.levels"))  # fmt: skip
    return None
