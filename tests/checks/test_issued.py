"""Codes on papers and what the payer is asked: each defect is told, what is not there accuses nobody."""

from __future__ import annotations

from typing import Any

import pytest

from harness.model import NotObserved
from tests.checks import papers
from tests.checks.conftest import Judge
from tests.checks.people import CODE
from tests.checks.prepared import sample
from tests.checks.rows import STEPS, order, step

HEAD, _, _SERIAL = CODE.rpartition("-")


@pytest.mark.parametrize(("code", "says"), [
    ("", "không có mã QR đọc được"),
    (papers.SLIP_CODE.replace(CODE, f"{HEAD}-9999"), "không có mã hồ sơ"),
    (CODE, "thiếu mã thủ tục, số định danh người nộp, tên giấy tờ, thời điểm tiếp nhận"),
])  # fmt: skip
def test_slip_code(code: str, says: str, judged: Judge) -> None:
    content = papers.signed(*papers.SLIP, code=code)
    assert says in str(judged("L4-SUB-06", sample("L4-SUB-06").file("slip", content)))


@pytest.mark.parametrize(("code", "says"), [("", "không có mã QR"), ("https://dichvucong.example", "ghi «https://")])
def test_result_code(code: str, says: str, judged: Judge) -> None:
    content = papers.signed(*papers.RESULT, code=code)
    assert says in str(judged("L4-RES-08", sample("L4-RES-08").file("result", content)))


def test_result_number_of_its_own(judged: Judge) -> None:
    content = papers.signed(*papers.instead(papers.RESULT, f"{CODE}-KQ1", "KQ-000001"))
    assert "không ghi mã kết quả" in str(judged("L4-RES-07", sample("L4-RES-07").file("result", content)))


def test_result_of_another_kind(judged: Judge) -> None:
    content = papers.signed(*papers.instead(papers.RESULT, "BẢN SAO TRÍCH LỤC", "THÔNG BÁO GIẢI QUYẾT"))
    assert "không mang tên kết quả nào" in str(judged("L4-RES-02", sample("L4-RES-02").file("result", content)))


@pytest.mark.parametrize("content", [b"", b"<html>", b"%PDF-1.7 hong", papers.paper("x", password="bí mật")],
                         ids=["empty", "html", "cut", "locked"])  # fmt: skip
@pytest.mark.parametrize(("criterion", "name"), [
    ("L4-SUB-06", "slip"), ("L4-RES-08", "result"), ("L4-RES-07", "result"), ("L4-RES-02", "result"),
])  # fmt: skip
def test_unreadable_paper_is_no_observation(criterion: str, name: str, content: bytes, judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged(criterion, sample(criterion).file(name, content))


def test_surcharge_at_the_gateway(judged: Judge) -> None:
    told = sample("L4-PAY-28").but("gateway.orders", [order(amount=18200)])
    assert "nhiều hơn 2.200 đ" in str(judged("L4-PAY-28", told))


def test_paid_shown_only_after_reception(judged: Judge) -> None:
    assert "còn ghi «pending»" in str(judged("L4-PAY-20", sample("L4-PAY-20").but("payment.status", "pending")))


def paid_after(reception: int, payment: int) -> list[dict[str, Any]]:
    """Steps where one pays after reception, and what the citizen's page shows after either."""
    return [STEPS[0], step("receive", 2, portal=reception), step("pay", 2, portal=payment), *STEPS[3:]]


@pytest.mark.parametrize(("reception", "payment"), [(2, 2), (6, 4), (6, 6)])
def test_payment_after_reception_may_be_waited_for(reception: int, payment: int, judged: Judge) -> None:
    told = judged("L4-PRC-01", sample("L4-PRC-01").but("status.steps", paid_after(reception, payment)))
    assert (told is None) is (payment != 6), told  # who has paid is no longer waited for


def test_waiting_for_money_at_reception_is_no_reception_where_one_has_paid(judged: Judge) -> None:
    steps = [*STEPS[:2], step("receive", 2, portal=6), *STEPS[3:]]
    assert "sau bước tiếp nhận cổng hiện 6" in str(judged("L4-PRC-01", sample("L4-PRC-01").but("status.steps", steps)))


@pytest.mark.parametrize(("before", "says"), [
    ("02/01/1999", "có sẵn «02/01/1999»"), ("", "không ô nào"),
])  # fmt: skip
def test_data_of_the_account(before: str, says: str, judged: Judge) -> None:
    box = {"section": "", "label": "Ngày, tháng, năm sinh", "before": before, "source": "@applicant.birth_date"}
    assert says in str(judged("L4-IDN-05", sample("L4-IDN-05").but("form.prefilled", [box])))


@pytest.mark.parametrize(("times", "says"), [
    (["20/11/2026 09:00:00", "", "20/11/2026 09:02:00", "x", "20/11/2026 09:04:00"], "không ghi thời điểm"),
    ([f"20/11/2026 09:0{minute}:00" for minute in (0, 3, 1, 2, 4)], "lộn xộn"),
])  # fmt: skip
def test_times_of_the_history(times: list[str], says: str, judged: Judge) -> None:
    assert says in str(judged("L4-PRC-03", sample("L4-PRC-03").but("history.times", times)))


def test_direct_rate_taken_online(judged: Judge) -> None:
    assert "thu 20.000 đ" in str(judged("L4-PAY-05", sample("L4-PAY-05").but("gateway.orders", [order(amount=20000)])))
