"""Labels of a profile find their controls, whatever the page adds to them."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from harness.portal.forms.control import Control
from harness.portal.forms.match import Wanted, key, match, required_without_value, say_required, say_unused
from harness.portal.wording import nearest, resembling


def control(label: str, *, rung: str = "label", **more: Any) -> Control:
    return Control(None, more.pop("tag", label), more.pop("kind", "text"), ((rung, label),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("shown", [
    "Họ và tên", "Họ và tên:", "Họ và tên *", "Họ và tên (*)", "Họ và tên (*):", "* Họ và tên", "  Họ  và\u00a0tên ",
    "Họ và tên (bắt buộc)", "Họ và tên\ue001", unicodedata.normalize("NFD", "Họ và tên"), "HỌ VÀ TÊN",
])  # fmt: skip
def test_marks_case_and_unicode_forms_do_not_matter(shown: str) -> None:
    assert [p.rung for p in match([Wanted("", "Họ và tên", "Mẫu")], [control(shown)]).pairs] == ["label"]


@pytest.mark.parametrize("shown", ["Họ và tên mẹ", "Họ", "Tên", "Họ và tên đệm (*)"])
def test_part_of_a_name_is_another_name(shown: str) -> None:
    assert match([Wanted("", "Họ và tên", "Mẫu")], [control(shown)]).unused


@pytest.mark.parametrize("shown", ["1. Ngày sinh", "a) Ngày sinh", "Ngày sinh (dd/mm/yyyy)"])
def test_numbering_and_hints_are_the_second_try(shown: str) -> None:
    assert match([Wanted("", "Ngày sinh", "x")], [control(shown)]).pairs
    exact = match([Wanted("", "Ngày sinh", "x")], [control(shown), control("Ngày sinh")])
    assert [c.label for c in exact.pairs[0].controls] == ["Ngày sinh"]


def test_a_better_rung_wins() -> None:
    found = match([Wanted("", "Tên", "x")], [control("Tên", rung="near", tag="1"), control("Tên", tag="2")])
    assert found.pairs[0].controls[0].tag == "2"


def test_two_controls_of_one_name_are_ambiguous_until_a_section_is_named() -> None:
    controls = [control("Họ tên", tag="1", sections=("Cha",)), control("Họ tên", tag="2", sections=("Mẹ",))]
    assert len(match([Wanted("", "Họ tên", "x")], controls).ambiguous) == 1
    assert match([Wanted("Mẹ (*)", "Họ tên", "x")], controls).pairs[0].controls[0].tag == "2"
    assert match([Wanted("Con", "Họ tên", "x")], controls).unused


def test_messages_offer_the_nearest_labels() -> None:
    assert "có phải ý bạn là «Mục 1 › Số điện thoại»" in say_unused(
        Wanted("Mục 1", "Số điện thoai", "x"), ["Mục 1 › Số điện thoại", "Mục 1 › Họ tên"])
    empty = control("Số điện thoại (*)", required=True)
    assert required_without_value([empty, control("b"), control("c", required=True, value="x")]) == [empty]
    assert "«Số điện thoai»" in say_required(empty, [Wanted("", "Số điện thoai", "x")])


def test_resembling_knows_a_new_name_from_another_control() -> None:
    assert resembling("Thanh toán trực tuyến", ["In hồ sơ", "Thanh toán ngay"]) == "Thanh toán ngay"
    assert resembling("Tải kết quả", ["Tải giấy tiếp nhận", "Trang chủ"]) == ""
    assert resembling("Mức phí, lệ phí", ["Mô tả phí, lệ phí"], ["Mô tả phí, lệ phí"]) == ""
    assert nearest("Tiếp tục", ["Quay lại", "Tiếp theo"])[0] == "Tiếp theo"
    assert key("Mật khẩu : (*)") == "mật khẩu"
