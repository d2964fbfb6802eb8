"""What a person answered counts only while it is about what is tested; else the criterion waits for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.catalog import load
from harness.catalog.reviews import of_service
from harness.checks import checks
from harness.checks.reviews import pages_digest
from harness.model import AwaitsReview, FeeItem
from tests.checks import prepared
from tests.checks.conftest import Judge
from tests.checks.information_facts import RECORD, answer
from tests.checks.prepared import sample

ROOT = Path(__file__).parents[2]


def test_nobody_was_asked(judged: Judge) -> None:
    with pytest.raises(AwaitsReview, match="chưa có ai trả lời: có quyết định phê duyệt"):
        judged("L4-SEC-12", sample("L4-SEC-12").but("review.answers", [answer("L4-SEC-09")]))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"seen": {"portal": "0.9"}}, r"cổng đã sang phiên bản khác \(đã xét 0.9, nay là 1.0\)"),
        ({"seen": {"portal": "1.0", "profile": "1" * 16}}, "hồ sơ duyệt đã đổi"),
        ({"seen": {"portal": "1.0", "pages": "1" * 16}}, "trang công khai đã đổi"),
        ({"until": "2026-11-19"}, "chỉ có giá trị đến 2026-11-19"),
        ({"date": "2026-12-31"}, "sau ngày kiểm thử"),
    ],
)
@pytest.mark.parametrize("said", ["met", "not-met"])
def test_an_old_answer_neither_acquits_nor_accuses(
    changes: dict[str, object], says: str, said: str, judged: Judge
) -> None:
    old = answer("L4-TST-09", answer=said, **changes)
    with pytest.raises(AwaitsReview, match=says):
        judged("L4-TST-09", sample("L4-TST-09").but("review.answers", [old]))


def test_an_answer_holds_while_pages_and_profile_are_the_same(judged: Judge, tmp_path: Path) -> None:
    pages = pages_digest(sample("L4-TST-09").evidence(tmp_path / "run"))
    fresh = answer("L4-TST-09", seen={"portal": "1.0", "profile": "0" * 16, "pages": pages})
    before = sample("L4-TST-09").but("review.answers", [fresh])
    assert judged("L4-TST-09", before) is None
    with pytest.raises(AwaitsReview, match="trang công khai đã đổi"):
        judged("L4-TST-09", before.but("published.fee", 9000))


def test_the_answer_for_one_service_stands_before_that_for_all() -> None:
    every, one = answer("L4-TST-09"), answer("L4-TST-09", services=["1.1"], answer="not-met")
    assert of_service({"x": (one, every)}, "x", "1.1") == [every, one]
    assert of_service({"x": (one, every)}, "x", "1.2") == [every]
    assert of_service({"x": (one, every)}, "y", "1.1") == []


def test_every_question_is_answered_for_the_sample_portals() -> None:
    catalog = load(ROOT)
    asked = {c.id for c in catalog.rulesets["toan-trinh"].criteria if c.judged_by == "review"}
    assert asked
    for portal in catalog.portals:
        assert {row["criterion"] for row in catalog.reviews[portal]} == asked


def test_fee_left_to_the_province(tmp_path: Path) -> None:
    """L4-DAT-05 needs a profile without fees as well."""
    record = RECORD | {"fee": {"text": "Theo nghị quyết của HĐND tỉnh"}}
    found = sample("L4-DAT-05").but("national.procedure", record).evidence(tmp_path / "run")
    bare = prepared.service(tmp_path, fees=(), catalogue_fee=None)
    assert "giao HĐND tỉnh quy định" in str(checks()["L4-DAT-05"](found, bare))
    fees = (FeeItem("LP", "Lệ phí", 5000),)
    assert checks()["L4-DAT-05"](found, prepared.service(tmp_path, fees=fees, catalogue_fee=None)) is None
