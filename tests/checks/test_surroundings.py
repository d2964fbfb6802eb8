"""Forms by their bytes and edition; the same page before and after sign-in."""

from __future__ import annotations

from typing import Any

import pytest

from harness.model import NotObserved
from tests.checks import papers
from tests.checks.conftest import Judge
from tests.checks.information_facts import INFORMATION
from tests.checks.prepared import FACTS, sample
from tests.checks.surrounding_facts import FORM_FILES, OLDER

FORM = next(iter(FORM_FILES))
LOCKED = papers.paper("Tờ khai", password="khoa")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "tệp rỗng (0 byte)"),
        (FORM_FILES[FORM][:900], "PDF hỏng"),
        (LOCKED, "bị khóa bằng mật khẩu"),
        (b"<!doctype html><p>Loi</p>", "trang web (HTML)"),
    ],
    ids=["empty", "cut off", "locked", "page"],
)
def test_forms_that_do_not_open(content: bytes, says: str, judged: Judge) -> None:
    assert says in str(judged("L4-INF-14", sample("L4-INF-14").file(FORM, content)))
    with pytest.raises(NotObserved):
        judged("L4-INF-15", sample("L4-INF-15").file(FORM, content))


def test_forms_that_are_named_but_not_given(judged: Judge) -> None:
    assert "không cho tải" in str(judged("L4-INF-14", sample("L4-INF-14").without(FORM)))


def test_form_of_an_older_edition(judged: Judge) -> None:
    told = str(judged("L4-INF-15", sample("L4-INF-15").file(FORM, OLDER)))
    assert "ghi ban hành theo 04/2020/TT-BTP; yêu cầu: mẫu hiện hành theo Thông tư 04/2024/TT-BTP" in told


def test_form_that_names_no_document(judged: Judge) -> None:
    bare = papers.paper("Tờ khai cấp bản sao trích lục hộ tịch")
    assert "không ghi văn bản ban hành" in str(judged("L4-INF-15", sample("L4-INF-15").file(FORM, bare)))


@pytest.mark.parametrize(
    ("fact", "value", "says"),
    [
        ("published.fee", None, "mức phí chỉ hiện sau khi đăng nhập: «8000»"),
        ("published.laws", [], "căn cứ pháp lý chỉ hiện sau khi đăng nhập"),
        ("published.fee", 9000, "mức phí khi chưa đăng nhập là «9000», sau khi đăng nhập là «8000»"),
    ],
)
def test_visitor_reads_less_or_otherwise(
    fact: str, value: Any, says: str, judged: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FACTS, "information", FACTS["information"] | {fact: value})
    assert says in str(judged("L4-INF-17", sample("L4-INF-17")))


def test_page_that_was_read_only_once_proves_nothing(judged: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = {name: value for name, value in FACTS["complete"].items() if name not in INFORMATION}
    monkeypatch.setitem(FACTS, "complete", alone)
    with pytest.raises(NotObserved):
        judged("L4-INF-17", sample("L4-INF-17"))
