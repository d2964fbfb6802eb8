"""What a named person must answer: the answer, who gave it, and whether it is still about what is tested."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from harness.checks.reading import Row, rows
from harness.checks.registry import Shortfall, check
from harness.model import AwaitsReview, Evidence, Service

_FACT = "review.answers"
_CHANGED = {"portal": "cổng đã sang phiên bản khác", "profile": "hồ sơ duyệt đã đổi", "pages": "trang công khai đã đổi"}


def pages_digest(evidence: Evidence) -> str:
    """One short print of everything that the public page says."""
    shown = {w.fact: w.value for w in evidence.witnesses if w.fact.startswith("published.")}
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def _stale(answer: Row, evidence: Evidence) -> Iterator[str]:
    """Why the answer no longer speaks of what is tested."""
    now: Mapping[str, str] = {**evidence.fact("review.now"), "pages": pages_digest(evidence)}
    for what, then in answer["seen"].items():
        if now.get(what) != then:
            yield f"{_CHANGED[what]} (đã xét {then}, nay là {now.get(what) or 'không rõ'})"
    if answer.get("until", "9999") < evidence.started[:10]:
        yield f"chỉ có giá trị đến {answer['until']}"
    if answer["date"] > evidence.ended[:10]:
        yield f"ghi ngày {answer['date']}, sau ngày kiểm thử"


def _answered(criterion: str, evidence: Evidence, wanted: str) -> Shortfall | None:
    mine = [row for row in rows(evidence, _FACT) if row["criterion"] == criterion]
    if not mine:
        raise AwaitsReview(f"chưa có ai trả lời: {wanted}")
    answer = mine[-1]
    said = f"{answer['by']} trả lời ngày {answer['date']}"
    old = "; ".join(_stale(answer, evidence))
    if old:
        raise AwaitsReview(f"câu trả lời đã cũ ({said}): {old}; cần xét lại: {wanted}")
    if answer["answer"] != "met":
        note = f": {answer['note']}" if answer.get("note") else ""
        return Shortfall(f"{said} là chưa đạt{note} ({'; '.join(answer['evidence'])})", wanted, evidence.last(_FACT))
    return None


@check("L4-SEC-09")
def logs_are_kept_for_three_months(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019, TT 21/2023: who looked, applied, paid, and when; kept for at least 3 months."""
    return _answered("L4-SEC-09", evidence, "nhật ký truy cập, nộp, thanh toán được giữ ít nhất 3 tháng")


@check("L4-SEC-12")
def security_level_is_approved(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 21/2023 Đ8; NĐ 85/2016: the dossier of level 3 or higher was approved before operation."""
    return _answered("L4-SEC-12", evidence, "có quyết định phê duyệt hồ sơ cấp độ 3 trở lên")


@check("L4-TST-09")
def service_is_eligible_for_level_four(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ11: nothing in the procedure needs the applicant to come or an inspection on site."""
    return _answered("L4-TST-09", evidence, "đã đánh giá thủ tục đủ điều kiện làm trực tuyến toàn trình")
