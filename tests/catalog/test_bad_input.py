"""Whatever a person gets wrong is told with file:line, the field's name, what was expected and a suggestion."""

from __future__ import annotations

import pytest

from harness.catalog import load
from harness.model import SpecificationError
from tests.catalog.conftest import PORTAL, PROFILE, Project
from tests.catalog.mistakes import MISTAKES, RULESET


@pytest.mark.parametrize("wrong", MISTAKES)
def test_it_is_told_exactly(project: Project, wrong: str) -> None:
    file, old, new, message = MISTAKES[wrong]
    line = project.spoil(file, old, new)
    assert project.problems() == [f"{file}:{line}: {message}"]


def test_a_duplicate_key(project: Project) -> None:
    line = project.spoil(PROFILE, "portal: sandbox\n", "portal: sandbox\nportal: sandbox\n")
    assert project.problems() == [
        f"{PROFILE}:{line + 1}: Trường «Cổng dịch vụ công» (portal) viết hai lần (lần đầu ở dòng {line}); hãy bỏ một."
    ]


def test_a_missing_field(project: Project) -> None:
    project.spoil(PROFILE, "agency: Ủy ban nhân dân xã Mẫu\n", "")
    assert project.problems() == [f"{PROFILE}:1: Trường «Cơ quan giải quyết» (agency): còn thiếu."]


def test_a_byte_order_mark(project: Project) -> None:
    project.write(PROFILE, b"\xef\xbb\xbf" + (project.root / PROFILE).read_bytes())
    assert project.problems() == [f"{PROFILE}:1: Tệp có dấu BOM ở đầu; hãy lưu lại bằng «UTF-8 không BOM»."]


def test_text_that_is_no_yaml(project: Project) -> None:
    line = project.spoil(PROFILE, "level: toàn trình", "\tlevel: toàn trình")
    (message,) = project.problems()
    assert message == (f"{PROFILE}:{line}: Không đọc được YAML: thụt lề bằng dấu cách, không dùng phím Tab.")


def test_everything_is_told_at_once_in_order(project: Project) -> None:
    """Mistakes of every kind in three files: one message each, none hides another."""
    for wrong in (
        "misspelt key",
        "wrong type",
        "NFD text",
        "unknown persona",
        "unknown portal",
        "missing sample file",
        "fee missing for a case",
        "unknown verb",
        "unknown fact",
        "unknown criterion",
    ):
        file, old, new, _ = MISTAKES[wrong]
        if wrong == "unknown persona":
            old, new = "field: ho-tich", "field: ho-tich\napplicant: nguyen-van-mao"
        project.spoil(file, old, new)
    line = project.spoil(PROFILE, "field_name: Hộ tịch\n", "field_name: Hộ tịch\nfield_name: Hộ tịch\n")
    problems = project.problems()
    assert len(problems) == 11
    assert any(f"{PROFILE}:{line + 1}:" in problem for problem in problems)
    assert [problem.split(":")[0] for problem in problems] == [PORTAL] * 2 + [RULESET] + [PROFILE] * 8


def test_loading_refuses_what_check_refuses(project: Project) -> None:
    project.spoil(PROFILE, "portal: sandbox", "portal: sanbox")
    with pytest.raises(SpecificationError) as refused:
        load(project.root)
    assert len(refused.value.messages) == 1
