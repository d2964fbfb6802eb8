"""Nothing of a person survives in any form, equal values look equal, unequal ones do not, and the rest is untouched."""

from __future__ import annotations

import base64
import json
import string
import unicodedata
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from harness.evidence.masks import Datum, Masks
from harness.evidence.people import kind_of, of_catalog
from harness.evidence.redaction import Redaction
from harness.evidence.written import without_diacritics
from harness.model import Persona

PEOPLE = [
    Persona("a", "Nguyễn Văn Mẫu", "999090000001", "05/03/1990", "Nam", "0990000001", "mau.nguyen@example.vn",
            "Số 12 phố Mẫu, phường Một", "Hà Nội", "Phường Một", "x"),
    Persona("b", "Đặng Thị Ước", "999188000002", "29/02/1988", "Nữ", "0990000002", "uoc+dang@example.vn",
            "Kiệt 45/2 đường Thử, xã Hai", "Huế", "Xã Hai", "y"),
]  # fmt: skip
DATA = list(of_catalog(PEOPLE, ()))
REDACTION = Redaction((), DATA)
VALUES = st.sampled_from([d.value for d in DATA])

# Ways in which a portal, a log or a mail may write what it was given.
WRITTEN: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "decomposed": lambda v: unicodedata.normalize("NFD", v),
    "capitals": str.upper,
    "small letters": str.lower,
    "no diacritics": without_diacritics,
    "in an address": quote,
    "in an address, everything": lambda v: quote(v, safe=""),
    "in a form": quote_plus,
    "capitals in a form": lambda v: quote_plus(v.upper()),
    "small hex": lambda v: quote(v, safe="").replace("%C", "%c").lower(),
    "decomposed in an address": lambda v: quote(unicodedata.normalize("NFD", v), safe=""),
    "in JSON": json.dumps,
    "JSON in JSON": lambda v: json.dumps(json.dumps(v)),
    "in HTML": lambda v: "".join(c if c.isascii() else f"&#{ord(c)};" for c in v),
    "in HTML, hex": lambda v: "".join(c if c.isascii() else f"&#x{ord(c):X};" for c in v),
    "base64": lambda v: base64.b64encode(v.encode()).decode(),
    "base64 of more": lambda v: base64.b64encode(f"x{v}".encode()).decode(),
    "base64 of JSON": lambda v: base64.b64encode(json.dumps({"n": v}, ensure_ascii=False).encode()).decode(),
}
ORDINARY = st.text(st.sampled_from(string.ascii_letters + " ,.;:<>/\"'\n=&?àáảãạăâêôơưđỏữ"), max_size=40)


@given(before=ORDINARY, value=VALUES, how=st.sampled_from(sorted(WRITTEN)), after=ORDINARY)
def test_nothing_of_a_value_survives_in_any_form(before: str, value: str, how: str, after: str) -> None:
    form = WRITTEN[how](value)
    shown = REDACTION.text(f"{before} {form} {after}")
    assert "«" in shown
    assert form not in shown
    assert not list(REDACTION.told(shown))


@given(text=st.text(max_size=60), value=VALUES, how=st.sampled_from(sorted(WRITTEN)))
def test_masking_twice_changes_nothing_more(text: str, value: str, how: str) -> None:
    once = REDACTION.text(f"{text}{WRITTEN[how](value)}{text}")
    assert REDACTION.text(once) == once


@given(one=VALUES, other=VALUES, how=st.sampled_from(sorted(WRITTEN)), way=st.sampled_from(sorted(WRITTEN)))
def test_equal_values_look_equal_and_unequal_ones_do_not(one: str, other: str, how: str, way: str) -> None:
    first, second = WRITTEN[how](one), WRITTEN[way](other)
    same = unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)
    assert (REDACTION.text(first) == REDACTION.text(second)) is same


@given(text=ORDINARY)
def test_ordinary_text_is_untouched(text: str) -> None:
    plain = unicodedata.normalize("NFC", text)
    assume(not any(d.value.lower() in plain.lower() for d in DATA))
    assert REDACTION.people.text(plain) == plain


@given(st.integers(10**15, 10**19 - 1) | st.just(9704198526191432198))
def test_a_card_number_sent_as_a_number_is_masked(number: int) -> None:
    for sign in (1, -1):
        shown = REDACTION.value({"card": sign * number})
        assert not list(REDACTION.told(json.dumps(shown, ensure_ascii=False)))
        assert shown["card"] == sign * number or "…" in shown["card"]


NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1)  # longer ones may be card numbers, which become words


@given(st.recursive(VALUES | NUMBERS | st.none() | st.booleans() | ORDINARY,
                    lambda inner: st.lists(inner) | st.dictionaries(ORDINARY, inner), max_leaves=12))  # fmt: skip
def test_the_shape_of_a_value_is_kept(value: object) -> None:
    def shape(of: object) -> object:
        if isinstance(of, dict):
            return sorted(map(repr, map(shape, of.values())))
        return list(map(shape, of)) if isinstance(of, list) else type(of).__name__

    shown = REDACTION.value(value)
    assume(not isinstance(value, dict) or len(shown) == len(value))
    assert not list(REDACTION.told(json.dumps(shown, ensure_ascii=False)))
    if not isinstance(value, dict):
        assert type(shown) is type(value)
        assert shape(shown) == shape(value) or "dict" in repr(value) or isinstance(value, list)


NAMES = st.text(string.ascii_letters, min_size=6, max_size=14)


@given(names=st.lists(NAMES, min_size=2, max_size=6, unique_by=str.lower))
def test_persons_never_share_a_mask(names: list[str]) -> None:
    masks = Masks(Datum(f"người {n}", "họ tên", name, "name") for n, name in enumerate(names, 1))
    assert len({masks.text(name) for name in names}) == len(names)


@pytest.mark.parametrize(("written", "mask"), [
    ("Nguyễn Văn Mẫu", "«người 1: họ tên»"),
    ("NGUYỄN VĂN MẪU", "«người 1: họ tên, chữ hoa»"),
    ("nguyen-van-mau", "«người 1: họ tên, không dấu, gạch nối, chữ thường»"),
    ("999 188 000 002", "«người 2: số định danh, chia nhóm 3-3-3-3 « »»"),
    ("1990-03-05", "«người 1: ngày sinh, năm-tháng-ngày»"),
    ("5 tháng 3 năm 1990", "«người 1: ngày sinh, bằng chữ (5, 3)»"),
    ("0990.000.001", "«người 1: điện thoại, chia nhóm 4-3-3 «.»»"),
    ("+84990000001", "«người 1: điện thoại, mã nước»"),
])  # fmt: skip
def test_a_mask_says_whose_it_is_and_how_it_was_written(written: str, mask: str) -> None:
    assert REDACTION.text(f"trước {written} sau") == f"trước {mask} sau"


def test_a_date_within_a_longer_number_is_another_date() -> None:
    assert REDACTION.text("15/03/19901 và 105/03/1990") == "15/03/19901 và 105/03/1990"


def test_two_persons_with_one_value_look_alike() -> None:
    masks = Masks([Datum("người 1", "địa chỉ", "Số 1 phố A"), Datum("người 2", "địa chỉ", "Số 1 phố A")])
    assert masks.text("Số 1 phố A") == "«người 1: địa chỉ»"


@pytest.mark.parametrize(("label", "value", "kind"), [
    ("Họ tên mẹ", "Lê Thị Mẹ", "name"), ("Số định danh cá nhân", "999170000099", "number"),
    ("Ngày, tháng, năm sinh", "01/05/1938", "date"), ("Địa chỉ thửa đất", "Tổ 15, phường Mẫu", "text"),
    ("Họ, chữ đệm, tên", "@applicant.full_name", ""), ("Ở tại địa chỉ này từ ngày", "01/02/2026", ""),
    ("Nơi sinh", "Xã Mẫu, tỉnh Mẫu", ""), ("Số bản sao", "2", ""), ("Họ tên", "An", ""),
    ("Nội dung cần xác nhận", "Họ, chữ đệm, tên cha mẹ và ngày sinh", ""),
])  # fmt: skip
def test_which_values_of_a_form_are_a_persons_own(label: str, value: str, kind: str) -> None:
    assert kind_of(label, value) == kind
