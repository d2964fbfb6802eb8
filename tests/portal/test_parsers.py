"""Money, dates and statuses in every shape that portals show."""

from __future__ import annotations

from typing import Any

import pytest

from harness.portal.parsers import code, fact_value, moment, money, number
from tests.portal.conftest import adapter


@pytest.mark.parametrize(("shown", "amount"), [
    ("8.000 ₫", 8000), ("₫51,000", 51000), ("51000.00 VND", 51000), ("16.000 đồng", 16000), ("16.000 đ", 16000),
    ("8 000 VNĐ", 8000), ("8.000\u00a0₫", 8000), ("Lệ phí: 8.000 đồng/bản sao", 8000), ("1.250.000,00 đồng", 1250000),
    ("0 đ", 0), ("Miễn phí", 0), ("Không thu phí", 0), ("8.000 đ × 2 bản = 16.000 đ", 16000), ("2 bản, 16.000 đồng", 16000),
    ("theo quy định", None), ("", None), ("51000.50 VND", None),
])  # fmt: skip
def test_money(shown: str, amount: int | None) -> None:
    assert money(shown) == amount


@pytest.mark.parametrize(("shown", "at"), [
    ("23/11/2026 06:45:32", "2026-11-23T06:45:32+07:00"), ("06:45 ngày 23/11/2026", "2026-11-23T06:45:00+07:00"),
    ("ngày 23 tháng 11 năm 2026", "2026-11-23T00:00:00+07:00"), ("16 giờ 30 phút, ngày 02 tháng 3 năm 2026", "2026-03-02T16:30:00+07:00"),
    ("23-11-2026", "2026-11-23T00:00:00+07:00"), ("2026-11-23T06:45:00", "2026-11-23T06:45:00+07:00"),
    ("16h30 23.11.2026", "2026-11-23T16:30:00+07:00"), ("31/02/2026", None), ("chưa có", None),
])  # fmt: skip
def test_moments(shown: str, at: str | None) -> None:
    assert moment(shown) == at


@pytest.mark.parametrize(("fact", "kind", "shown", "value"), [
    ("status.portal", "status", " Đang  xử lý ", 4),
    ("status.portal", "status", "Chờ chút", "Chờ chút"),  # unknown words stay words: the check shows them
    ("payment.status", "text", "Đã thanh toán", "paid"),
    ("history.portal", "list", ["Được tiếp nhận", "Đang xử lý"], [2, 4]),
    ("notices.account", "list", "một\n\nhai", ["một", "hai"]),
    ("submission.code", "code", "Mã hồ sơ: 000.00.00.H99-261123-0001.", "000.00.00.H99-261123-0001"),
    ("receipts.count", "number", "Có 3 biên lai", 3),
    ("payment.offered", "flag", "Có", True),
])  # fmt: skip
def test_facts_by_their_type(fact: str, kind: str, shown: Any, value: Any) -> None:
    assert fact_value(fact, kind, shown, adapter("http://localhost")) == value


def test_numbers_and_codes() -> None:
    assert number("1.234 lượt") == 1234
    assert number("không") is None
    assert code("2.000635") == "2.000635"
