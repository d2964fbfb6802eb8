"""Two sources of facts side by side: where they disagree a person is told, and nothing counts as approved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from harness.authoring.form_walk import Met
from harness.authoring.profile_text import Draft, write
from harness.authoring.published import gather, per
from harness.authoring.slots import Proposed, Slot, propose
from harness.catalog import load
from harness.catalog.procedures import Component, Procedure
from harness.portal.forms.control import Control
from tests.catalog.conftest import Project

RECORD = Procedure(
    code="2.000635", name="Cấp bản sao Trích lục hộ tịch", field="Hộ tịch", full_process=True, fee_online=8000,
    fee_direct=10000, fee_text="8.000 đồng/bản sao", results=("Bản sao Trích lục",),
    components=(Component("KQ003984", "Giấy tờ chứng minh quan hệ"),), source="x", retrieved="",
    time_limits=("3 ngày làm việc",), return_ways=("post",),
)  # fmt: skip
PAGE: dict[str, Any] = {
    "published.name": "Cấp bản sao Trích lục hộ tịch", "published.agency": "Ủy ban nhân dân xã Mẫu\nSố 1, đường A",
    "published.fee": 8000, "published.fee_text": "8.000 đồng/bản sao", "published.time_limit": "01 ngày làm việc",
    "published.results": ["Bản sao Trích lục"], "published.return_ways": "Trực tuyến; bưu chính",
    "published.forms": ["Tờ khai"], "published.requirements": "Không có", "published.level": "Toàn trình",
}  # fmt: skip


def test_the_page_and_the_catalogue_agree_or_are_told_apart() -> None:
    facts = gather("2.000635", PAGE.get, RECORD)
    assert facts.agency == "Ủy ban nhân dân xã Mẫu"
    assert (facts.fee, facts.fee_direct) == (8000, 10000)
    assert (facts.result.kind, facts.result.return_ways, facts.result.signer) == (
        "signed_pdf", ("online", "post"), "Ủy ban nhân dân xã Mẫu")  # fmt: skip
    assert facts.requirements == ()
    assert not facts.notes["fees"].startswith("KHÁC NHAU")
    assert facts.time_limit.amount == 1
    assert facts.notes["time_limit"] == "KHÁC NHAU, trang thủ tục: 1 ngày làm việc; CSDL quốc gia: 3 ngày làm việc"


def test_a_page_that_charges_otherwise_is_told() -> None:
    facts = gather("2.000635", (PAGE | {"published.fee": 20000, "published.fee_text": ""}).get, RECORD)
    assert facts.notes["fees"] == "KHÁC NHAU, trang thủ tục: 20.000 đ; CSDL quốc gia: 8.000 đ («8.000 đồng/bản sao»)"


def test_a_silent_page_leaves_the_catalogue() -> None:
    facts = gather("2.000635", lambda _fact: None, RECORD)
    assert (facts.name, facts.fee, facts.time_limit.amount) == ("Cấp bản sao Trích lục hộ tịch", 8000, 3)
    nothing = gather("9.999999", lambda _fact: None, None)
    assert nothing.name == "9.999999"
    assert nothing.notes["fees"] == "không nguồn nào nêu mức thu"


def test_kinds_of_results() -> None:
    def kind(name: str) -> str:
        return gather("2.000635", {"published.results": [name]}.get, None).result.kind

    assert kind("Giấy khai sinh") == "signed_pdf"
    assert kind("Cập nhật thông tin vào Cơ sở dữ liệu về cư trú") == "database_update"
    assert kind("Thông báo nộp lệ phí") == "notice"


def test_a_fee_for_each_of_something_that_the_form_counts() -> None:
    numbers = {("Nội dung", "Số bản sao"): "2", ("Nội dung", "Số lao động"): "3"}
    assert per("8.000 đồng/bản sao", numbers) == ("bản sao", ("Nội dung", "Số bản sao"))
    assert per("8.000 đồng mỗi bản", numbers) == ("bản", ("Nội dung", "Số bản sao"))
    assert per("200.000 đồng/lần/người", numbers) is None
    assert per("8.000 đồng", numbers) is None


def test_a_file_for_each_slot(tmp_path: Path) -> None:
    files = {"giay-to.pdf": 2000, "anh-chan-dung.jpg": 10, "don-de-nghi.pdf": 20}
    for name, size in files.items():
        (tmp_path / name).write_bytes(b"x" * size)
    samples = sorted(tmp_path.iterdir())
    slots = [
        Slot("Giấy tờ chứng minh quan hệ (*)", required=True),
        Slot("Ảnh chân dung", required=True, accept="image/*"),
        Slot("Đơn đề nghị", required=False, accept=".pdf", hint="tối đa 1 KB"),
        Slot("Bản vẽ", required=True, accept=".dwg,.zip"),
    ]
    found = propose(slots, samples, RECORD)
    names = [p.file.name if p.file else None for p in found]
    assert names == [
        "giay-to.pdf",
        "anh-chan-dung.jpg",
        "don-de-nghi.pdf",
        None,
    ]
    assert [p.code for p in found] == ["KQ003984", "", "", ""]


def met(section: str, label: str, value: str, *, guessed: bool = False) -> tuple[tuple[str, str], Met]:
    control = Control(None, "1", "text", (("label", label),))  # type: ignore[arg-type]
    return (section, label), Met((section, label), 1, control, [], value, guessed)


def test_the_profile_is_valid_and_says_what_nobody_approved(project: Project) -> None:
    facts = gather("2.000635", PAGE.get, RECORD)
    rows = dict([met("Người yêu cầu", "Họ, chữ đệm, tên", "@applicant.full_name"), met("", "Số bản sao", "2"),
                 met("", 'Ghi chú: "lạ" #1', "có, không: 'thế'", guessed=True), met("", "Bỏ trống", "")])  # fmt: skip
    papers = (Proposed("Giấy tờ, bản chụp", Path("giay-to.pdf"), "KQ003984", False),)
    text = write(Draft("2.000635", "ho-tich", "sandbox", "toan-trinh", "", facts, rows, papers))
    project.write("features/ho-tich/2.000635.yaml", text)
    assert project.problems() == []
    service = load(project.root).services["2.000635"]
    assert service.values == {("Người yêu cầu", "Họ, chữ đệm, tên"): "@applicant.full_name", ("", "Số bản sao"): "2",
                              ("", 'Ghi chú: "lạ" #1'): "có, không: 'thế'"}  # fmt: skip
    assert service.fee == 16000, "8.000 đ for each of two copies"
    assert service.papers[0].required is False
    assert not service.not_driven
    assert {"fees", "time_limit", "result", "papers"} <= set(service.unapproved)
    assert "requirements" not in service.unapproved, "there are none to approve"
    assert "# đoán" in text
    assert "# KHÁC NHAU, trang thủ tục: 1 ngày làm việc" in text


def test_a_form_that_could_not_be_walked_is_a_profile_that_is_not_driven(project: Project) -> None:
    facts = gather("2.000635", lambda _fact: None, None)
    text = write(Draft("2.000635", "ho-tich", "sandbox", "toan-trinh", "", facts, {}, (), "trang báo: «lỗi»"))
    project.write("features/ho-tich/2.000635.yaml", text)
    assert project.problems() == []
    assert "trang báo: «lỗi»" in load(project.root).services["2.000635"].not_driven
