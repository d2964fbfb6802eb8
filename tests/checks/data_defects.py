"""Typical defects of the national catalogue's record, and answers of persons that say no."""

from __future__ import annotations

from typing import Any

from tests.checks.defect import Defect
from tests.checks.information_facts import RECORD, answer


def _record(**changes: Any) -> dict[str, Any]:
    return RECORD | changes


# L4-DAT-05 needs a profile without fees as well: tests/checks/test_reviews.py.
PAPER = RECORD["components"][0]
DATA_DEFECTS = [
    Defect("L4-DAT-01", "national.procedure", _record(channels=["direct"]), "«Cách nộp» chỉ ghi trực tiếp"),
    Defect("L4-DAT-02", "national.procedure", _record(return_ways=["counter"]), "chỉ ghi tại nơi nộp"),
    Defect("L4-DAT-02", "national.procedure", _record(return_ways=[]), "«Cách trả kết quả» để trống"),
    Defect("L4-DAT-06", "national.procedure", _record(time_limits=["20 ngày"]), "CSDL quốc gia ghi 20 ngày"),
    Defect("L4-DAT-07", "national.procedure", _record(components=[PAPER | {"quantity": 0}]), "có số lượng 0"),
    Defect("L4-DAT-08", "national.procedure", _record(components=[PAPER | {"note": "phải xuất trình"}]), "xuất trình"),
    Defect("L4-DAT-09", "national.procedure", _record(electronic_form="no"), "«Biểu mẫu điện tử» ghi là không có"),
    Defect("L4-DAT-10", "national.procedure", _record(results=[{"name": "Phiếu từ chối"}]), "chỉ là thông báo"),
    Defect("L4-DAT-11", "national.procedure", _record(components=[{"name": "Bản sao Sổ hộ khẩu"}]), "sổ hộ khẩu"),
    Defect("L4-DAT-12", "national.procedure", _record(agency_levels=["huyện"]), "ghi cấp huyện"),
    Defect("L4-DAT-13", "national.procedure", _record(replaced_by="1.999999"), "đã đổi thành 1.999999"),
    Defect("L4-DAT-14", "national.procedure", _record(time_limits=["OTHER"]), "đơn vị OTHER"),
    Defect("L4-SEC-09", "review.answers", [answer("L4-SEC-09", answer="not-met", note="chỉ giữ 30 ngày")], "30 ngày"),
    Defect("L4-SEC-12", "review.answers", [answer("L4-SEC-12", answer="not-met")], "là chưa đạt"),
    Defect("L4-TST-09", "review.answers", [answer("L4-TST-09"), answer("L4-TST-09", answer="not-met")], "là chưa đạt"),
]
