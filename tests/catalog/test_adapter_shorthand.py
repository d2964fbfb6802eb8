"""What may stay unsaid in an adapter, and what it stands for: usual words, shared pieces, partners, statuses."""

from __future__ import annotations

import pytest

from harness.catalog import load
from harness.catalog.adapter_references import css_places
from harness.catalog.adapters import Adapter, Step
from harness.catalog.facts import facts
from harness.model import SpecificationError
from tests.catalog.conftest import PORTAL, PROJECT, Project

ABOUT = "about: [{open: /}, {read: portal.version}]"


@pytest.fixture
def sandbox() -> Adapter:
    return load(PROJECT).portals["sandbox"]


def reading(project: Project, read: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Fact → kind and words of the place, when the task `about` reads so."""
    project.spoil(PORTAL, ABOUT, f"about: [{{open: /}}, {{read: {read}}}]")
    assert project.problems() == []
    step = load(project.root).portals["sandbox"].tasks["about"].steps[1]
    return {fact: ((place.of or place).kind, (place.of or place).words) for fact, place in step.facts.items()}


def test_a_name_stands_for_the_usual_place(project: Project) -> None:
    usual = facts(PROJECT)["published.code"].usual["row"]
    assert reading(project, "published.code") == {"published.code": ("row", tuple(usual))}


def test_a_group_stands_for_all_its_facts_that_have_a_usual_place(project: Project) -> None:
    wanted = {name for name, fact in facts(PROJECT).items() if name.startswith("submission.") and fact.usual}
    assert len(wanted) > 1
    assert set(reading(project, "[submission.*]")) == wanted


def test_words_keep_the_usual_kind_of_place(project: Project) -> None:
    said = "{published.code: Mã số, published.steps: Các bước, receipts.count: Chứng từ}"
    assert reading(project, said) == {
        "published.code": ("row", ("Mã số",)), "published.steps": ("list", ("Các bước",)),
        "receipts.count": ("list", ("Chứng từ",)),
    }  # fmt: skip


def test_what_has_a_place_of_its_own_is_not_read_at_the_usual_one(project: Project) -> None:
    found = reading(project, "{submission.*: usual, submission.code: {region: Biên nhận}}")
    assert found["submission.code"] == ("region", ("Biên nhận",))
    assert found["submission.at"][0] == "row"


def test_a_shared_piece_is_walked_with_the_words_given(sandbox: Adapter) -> None:
    steps = sandbox.tasks["issue"].steps
    press = next(step for step in steps if step.verb == "press")
    assert press.place
    assert press.place.name == "Ký và ban hành kết quả"
    assert press.until
    assert press.until.place.name == "Ký và ban hành kết quả"
    assert press.written == "press: {button: Ký và ban hành kết quả}, until: {gone: {button: Ký và ban hành kết quả}}"


def test_each_step_of_a_piece_keeps_the_line_where_it_is_mended(sandbox: Adapter) -> None:
    def lines(steps: tuple[Step, ...]) -> set[str]:
        return {step.where.split(":")[0] for step in steps}

    assert lines(sandbox.gateway["pay"].steps) == {"catalog/partners/vnpay.yaml"}
    assert lines(sandbox.tasks["sign_in"].steps) == {PORTAL, "catalog/partners/vneid.yaml"}
    text = (PROJECT / PORTAL).read_text("utf-8").splitlines()
    piece = sandbox.tasks["issue"].steps[1]
    assert text[int(piece.where.split(":")[1]) - 1].strip() == "- open: /ho-so/@dossier"


def test_when_of_a_piece_holds_for_all_its_steps(project: Project) -> None:
    project.spoil(PORTAL, "- use: vneid.sign_in", "- {use: vneid.sign_in, when: fee}")
    steps = load(project.root).portals["sandbox"].tasks["sign_in"].steps
    assert [step.when for step in steps[2:5]] == ["fee"] * 3
    assert not steps[0].when


def test_a_portal_that_says_nothing_uses_the_words_of_the_national_list(sandbox: Adapter) -> None:
    assert sandbox.status["Yêu cầu bổ sung giấy tờ"] == 5
    assert sorted(sandbox.status.values()) == list(range(1, 11))
    own = load(PROJECT).portals["spa"].status
    assert own["Chờ bổ sung tài liệu"] == 5
    assert "Yêu cầu bổ sung giấy tờ" not in own


def test_a_piece_that_nobody_uses_or_that_uses_itself_is_told(project: Project) -> None:
    project.spoil(PORTAL, "  ask:\n", "  spare: [{open: /}]\n  ask:\n    - use: ask\n")
    told = " ".join(project.problems())
    assert "Đoạn dùng chung «spare» không việc nào dùng; hãy bỏ đi." in told
    assert "Đoạn dùng chung «ask» gọi lại chính nó." in told


def test_adapters_stay_short() -> None:
    for portal, most in (("sandbox", 150), ("spa", 200)):
        assert len((PROJECT / f"catalog/portals/{portal}.yaml").read_text("utf-8").splitlines()) <= most


def test_a_usual_place_that_is_none_is_told(project: Project) -> None:
    line = project.spoil("catalog/facts.yaml", "usual: {row: Phiên bản}", "usual: {rows: Phiên bản}")
    with pytest.raises(SpecificationError) as refused:
        facts(project.root)
    told = "Không có cách chỉ chỗ «rows». Có phải ý bạn là «row» (Dòng có tên)?"
    assert [*refused.value.messages] == [f"catalog/facts.yaml:{line}: {told}"]


def test_tasks_of_the_one_stop_system_come_from_its_partner(project: Project) -> None:
    sandbox = load(PROJECT).portals["sandbox"]
    assert {"supplement_ask", "refuse", "withdraw"} <= set(sandbox.tasks)
    assert "say_why" not in sandbox.tasks  # a piece, not a task of the closed list
    assert sandbox.tasks["refuse"].where.startswith("catalog/partners/mot-cua-mau.yaml:")
    project.spoil(PORTAL, "desk: mot-cua-mau", "desk: mot-cua-mua")
    assert "Có phải ý bạn là «mot-cua-mau»?" in " ".join(project.problems())


def test_selectors_are_counted_where_they_stand(project: Project) -> None:
    line = project.spoil(PORTAL, "read: fee.charged", 'read: {fee.charged: {row: Tổng, in: {css: ".tien"}}}')
    assert css_places(load(project.root).portals["sandbox"]) == [f"{PORTAL}:{line}"]
