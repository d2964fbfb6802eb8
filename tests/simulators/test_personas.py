"""The synthetic persons are plainly synthetic, and hard on encodings."""

from __future__ import annotations

import unicodedata

from harness.model import Persona

TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}  # huyền, sắc, ngã, hỏi, nặng


def test_there_are_24_and_none_can_be_real(people: dict[str, Persona]) -> None:
    assert len(people) == 24
    for person in people.values():
        assert person.identity_number.startswith("999"), "no province has this code"
        assert person.identity_number[4:6] == person.birth_date[8:10]
        assert person.email.endswith((".test", "@example.vn"))


def test_names_carry_every_tone_and_both_d(people: dict[str, Persona]) -> None:
    names = " ".join(p.full_name for p in people.values())
    assert names == unicodedata.normalize("NFC", names)
    assert set(unicodedata.normalize("NFD", names)) >= TONES
    assert {"Đ", "ê", "ô", "ơ", "ư", "ă", "â"} <= set(names) | {c.lower() for c in names}
    assert "đ" in " ".join(p.address for p in people.values())
