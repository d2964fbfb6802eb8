"""Money in Vietnamese text, and the contradictions found in the national catalogue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.catalog.lint import amounts_in, number_contradicts_text, number_hides_money
from harness.model import vnd


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("100.000 đồng", [100_000]),
        ("8.000đ/bản", [8_000]),
        ("5000đ", [5_000]),
        ("8.000 ₫", [8_000]),
        ("₫51,000", [51_000]),
        ("51000.00 VND", [51_000]),
        ("100 nghìn đồng, 1,5 triệu đồng", [100_000, 1_500_000]),
        ("30.000 (ba mươi nghìn) đồng/lần", [30_000]),
        ("Lệ phí: 8.000/bản sao", [8_000]),
        ("150.000 đồng (đất ở) hoặc 200.000 đồng", [150_000, 200_000]),
        ("0 đồng", [0]),
        ("Mức thu theo nghị quyết của HĐND tỉnh", []),
        ("Thông tư 281/2016/TT-BTC, Điều 4, trong 15 ngày, 2 bản", []),
        ("Không thu phí, lệ phí", []),
        ("", []),
    ],
)
def test_amounts_are_found(text: str, amounts: list[int]) -> None:
    assert amounts_in(text) == amounts


@given(st.integers(min_value=1, max_value=10**11))
def test_what_we_write_we_read(amount: int) -> None:
    assert amounts_in(f"Lệ phí {vnd(amount)} mỗi hồ sơ") == [amount]


def test_a_zero_that_hides_money() -> None:
    assert number_hides_money(0, "Thẩm định 150.000 đồng") == ("ô số ghi 0 đ, nhưng phần mô tả nêu 150.000 đ")
    assert number_hides_money(0, "Không thu phí, lệ phí") is None
    assert number_hides_money(0, "Mức thu: 0 đồng") is None
    assert number_hides_money(8_000, "8.000 đồng/bản sao") is None


def test_a_number_that_contradicts_its_text() -> None:
    assert number_contradicts_text(100, "100.000 đồng/lần (Thông tư 47/2019/TT-BTC)") == (
        "ô số ghi 100 đ, nhưng phần mô tả nêu 100.000 đ"
    )
    assert number_contradicts_text(7_000, "7.000 đồng trực tuyến; 15.000 đồng trực tiếp") is None
    assert number_contradicts_text(8_000, "Theo nghị quyết của HĐND") is None
