"""Codes, due dates, fees, forms and files: what a conforming portal decides without anybody's help."""

from __future__ import annotations

import re
import threading
from datetime import datetime

import pytest

from sandbox.core import working_days
from sandbox.core.procedures import TimeLimit, procedure, procedures
from tests.sandbox import citizens

VIETNAM = working_days.VIETNAM


@pytest.mark.parametrize(("received", "amount", "unit", "expected"), [
    ("2026-11-19 09:00", 1, "working_day", "2026-11-20 17:00"),  # Thursday → Friday
    ("2026-11-20 16:59", 1, "working_day", "2026-11-23 17:00"),  # Friday → Monday
    ("2026-11-22 10:00", 1, "working_day", "2026-11-23 17:00"),  # received on a Sunday
    ("2026-11-23 10:00", 1, "working_day", "2026-11-25 17:00"),  # over the Day of Culture, 24/11
    ("2026-04-29 10:00", 1, "working_day", "2026-05-04 17:00"),  # over 30/4, 1/5 and a weekend
    ("2027-02-03 10:00", 3, "working_day", "2027-02-15 17:00"),  # over Tết
    ("2026-08-21 10:00", 1, "working_day", "2026-08-22 17:00"),  # a Saturday worked for a day off
    ("2026-11-20 10:00", 1, "day", "2026-11-23 17:00"),  # a calendar day ends on the next working day
])
def test_due_date_skips_days_off(received: str, amount: int, unit: str, expected: str) -> None:
    moment = datetime.strptime(received, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)
    assert f"{working_days.due(moment, TimeLimit(amount, unit)):%Y-%m-%d %H:%M}" == expected


def test_calendar_agrees_with_the_holidays_library() -> None:
    import holidays

    off, _ = working_days._calendar()
    assert off == set(holidays.country_holidays("VN", years=range(2025, 2029)))


def test_every_procedure_reads_and_fields_are_unique() -> None:
    assert {"2.000635", "1.004194", "1.009141"} <= set(procedures())
    for one in procedures().values():
        names = [field.name for field in one.fields]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(("code", "values", "due"), [
    ("2.000635", {"copies": "2"}, 16_000), ("2.000635", {"copies": "1"}, 8_000), ("2.000635", {}, 8_000),
    ("1.004194", {}, 7_000), ("1.009141", {}, 0),
])
def test_fee_of_a_case(db: None, code: str, values: dict[str, str], due: int) -> None:
    from sandbox.core.behaviour import behaviour

    assert behaviour().fee_before_start(procedure(code), values) == due


def test_dossier_code_has_the_legal_structure(db: None) -> None:
    first, second = citizens.dossier().code, citizens.dossier("1.009141").code
    assert re.fullmatch(r"000\.00\.00\.H99-\d{6}-0001", first)
    assert second == first[:-1] + "2"


def test_codes_are_unique_when_many_submit_at_once(db: None) -> None:
    from django.db import connection

    from sandbox.core import dossiers

    drafts = [citizens.draft() for _ in range(8)]
    codes: list[str] = []

    def submit(draft: object) -> None:
        codes.append(dossiers.create_dossier(draft).code)
        connection.close()

    threads = [threading.Thread(target=submit, args=(draft,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(code[-4:] for code in codes) == [f"{n:04d}" for n in range(1, 9)]


def test_a_draft_is_submitted_once_and_only_when_complete(db: None) -> None:
    from sandbox.core import dossiers
    from sandbox.core.models import Dossier

    incomplete = citizens.draft(phone="")
    incomplete.uploads.all().delete()
    with pytest.raises(dossiers.Refused, match=r"Số điện thoại.*Giấy tờ chứng minh quan hệ"):
        dossiers.create_dossier(incomplete)
    assert not Dossier.objects.exists()
    whole = citizens.draft()
    dossiers.create_dossier(whole)
    with pytest.raises(dossiers.Refused, match="đã được nộp"):
        dossiers.create_dossier(whole)


@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("a.exe", b"MZ", "chỉ nhận tệp"), ("a.pdf", b"", "rỗng"), ("a.pdf", b"<html>", "không đúng định dạng"),
    ("a.pdf", b"%PDF-" + b"x" * (5 * 1024 * 1024), "lớn hơn 5 MB"), ("Giấy tờ.PDF", b"%PDF-1.4", ""),
], ids=["extension", "empty", "renamed", "oversize", "good"])
def test_files_are_accepted_or_refused_in_vietnamese(db: None, name: str, content: bytes, sentence: str) -> None:
    from sandbox.core.behaviour import behaviour

    error = behaviour().file_error(procedure("2.000635").components[0], name, content)
    assert sentence in error if sentence else error == ""


def test_search_ignores_diacritics_and_case(db: None) -> None:
    from sandbox.core.behaviour import behaviour

    for query in ("2.000635", "trích lục", "TRICH LUC ho tich", "giay khai sinh"):
        assert [one.code for one in behaviour().search(query, procedures().values())] == ["2.000635"]
    assert "1.004194" in {one.code for one in behaviour().search("dang ky", procedures().values())}


def test_prefill_and_masks(db: None) -> None:
    from sandbox.core.behaviour import behaviour

    draft = citizens.draft()
    assert {name: draft.values[name] for name in citizens.APPLICANT} == citizens.APPLICANT
    assert behaviour().mask_name("Nguyễn Văn Mẫu") == "N***** V** M**"
    assert behaviour().mask_digits("001099000001") == "*********001"


@pytest.mark.parametrize(("due", "asked", "answered", "unit", "expected"), [
    ("2026-11-30", "2026-11-27", "2026-12-01", "working_day", "2026-12-02"),  # Friday → Tuesday: two working days
    ("2026-11-30", "2026-11-27", "2026-12-01", "day", "2026-12-04"),  # four calendar days
    ("2026-11-20", "2026-11-19", "2026-11-25", "working_day", "2026-11-26"),  # over the Day of Culture, 24/11
    ("2026-11-30", "2026-11-27", "2026-11-27", "working_day", "2026-11-30"),  # answered on the same day
])
def test_due_date_moves_by_the_waiting(due: str, asked: str, answered: str, unit: str, expected: str) -> None:
    moments = [datetime.strptime(f"{day} 10:00", "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)
               for day in (due, asked, answered)]  # fmt: skip
    assert f"{working_days.shifted(*moments, TimeLimit(1, unit)):%Y-%m-%d}" == expected


@pytest.mark.parametrize(("start", "end"), [
    ("2026-11-26 09:00", "2026-11-27 09:00"),  # a working day later
    ("2026-11-26 21:00", "2026-11-27 17:00"),  # after hours: the whole next day
    ("2026-11-27 16:00", "2026-11-30 16:00"),  # over the weekend
])
def test_eight_working_hours(start: str, end: str) -> None:
    moment = datetime.strptime(start, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)
    assert f"{working_days.after_hours(moment, 8):%Y-%m-%d %H:%M}" == end
