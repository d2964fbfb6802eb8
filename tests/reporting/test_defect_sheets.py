"""Defect sheets as a vendor gets them: enough to see it again, to dispute it, to import it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.cli import main
from harness.model import State
from harness.reporting.defects import defects, md, write_defects
from harness.verdict.verdict_file import write_verdict
from tests.reporting.prepared import OVERPAID, answer, passes

FORMULA = "=HYPERLINK(1) | <img src=x onerror=alert(1)> [x](javascript:1)"
PAGES = ("sign_in", "start", "pay", "track", "process", "track", "rate")


def journey(run: Path) -> Path:
    """A journal with pages, a typed form and papers; pictures of the payment and of the last page."""
    folder = run / "2.000635" / "complete"
    (folder / "pages").mkdir(parents=True)
    rows: list[dict[str, Any]] = [{"kind": "started", "at": "2026-11-22T23:10:06+07:00"}]
    for number, name in enumerate(PAGES, 1):
        file = f"pages/{number:03}-{name}.aria.txt"
        rows.append({"kind": "page", "name": name, "url": f"http://cong.example/{name}?ma=1", "file": file})
        if name in {"pay", "rate"}:
            (folder / file.replace(".aria.txt", ".jpg")).write_bytes(b"\xff\xd8")
    fact = {"fact": "form.fields", "value": [{"label": "Số bản sao", "set": "2"}], "place": "", "file": "", "at": ""}
    rows.append({"kind": "fact", **fact})
    (folder / "journal.jsonl").write_text("".join(json.dumps(r | {"at": r.get("at", "")}) + "\n" for r in rows))
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Path:
    journey(tmp_path)
    return tmp_path


def one(run: Path, **changes: Any) -> Any:
    found = [f for f in passes("2.000635") if f.criterion != "L4-PAY-03"]
    return next(defects(run, answer(run, found=[replace(OVERPAID, **changes), *found])))


def test_a_sheet_says_all_that_a_vendor_needs(run: Path) -> None:
    sheet, table = write_defects(run, answer(run), run / "phieu-loi")[0], run / "phieu-loi" / "loi.csv"
    told = sheet.read_text("utf-8")
    for words in (
        "# L4-PAY-03 · 2.000635: Số tiền phải trả đúng mức phí đã công bố",
        "**Người dân gặp:** bị thu nhiều hơn 4.000 đ",
        "**Yêu cầu:** 8.000 đ × 2 bản = 16.000 đ",
        "**Thực tế:** cổng thanh toán thu 20.000 đ",
        "NĐ 45/2020 Đ13.3 (chưa đối chiếu bản gốc)",
        "**Có lẽ do:** bảng phí của cổng dịch vụ công",
        "(<../2.000635/complete/payment.json>)",
        "kiemthu run 2.000635 --criterion L4-PAY-03",
    ):
        assert words in told
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_list_has_a_row_for_every_fail_and_warning(run: Path) -> None:
    *sheets, table = write_defects(run, answer(run), run / "phieu-loi")
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    assert [(r["Mã lỗi"], r["Mức"]) for r in rows] == [
        ("2.000635/L4-PAY-03", "bắt buộc"), ("2.000635/L4-MON-01", "khuyến nghị"),
    ]  # fmt: skip
    assert [r["Phiếu lỗi"] for r in rows] == [path.name for path in sheets]


def test_the_picture_is_of_the_page_that_was_judged(run: Path) -> None:
    assert one(run).picture == "2.000635/complete/pages/003-pay.jpg"  # of the group, none named
    named = one(run, files=("2.000635/complete/pages/007-rate.aria.txt",))
    assert named.picture == "2.000635/complete/pages/007-rate.jpg"
    before = one(run, files=("2.000635/complete/pages/004-track.aria.txt",))
    assert before.picture == "2.000635/complete/pages/003-pay.jpg"  # never a later page than the one judged
    assert one(run, journey="").picture == ""


def test_the_walk_is_told_up_to_the_page_that_was_judged(run: Path) -> None:
    steps = one(run).steps
    assert steps[0] == "Đăng nhập bằng tài khoản của người nộp thử: http://cong.example/sign_in"
    assert len([s for s in steps if "Mở trang hồ sơ" in s]) == 1
    until = one(run, files=("2.000635/complete/pages/003-pay.aria.txt",)).steps
    assert until == steps[:3]


def test_a_criterion_judged_without_a_walk_says_how_to_compare(run: Path) -> None:
    assert one(run, journey="").steps == (
        "Đối chiếu hồ sơ duyệt của dịch vụ với bản chụp danh mục quốc gia: kiemthu lint 2.000635",
    )


def test_a_portals_words_are_never_markup_nor_a_formula(run: Path) -> None:
    found = [replace(OVERPAID, seen=FORMULA), *(f for f in passes("2.000635") if f.criterion != "L4-PAY-03")]
    sheet, table = write_defects(run, answer(run, found=found), run / "phieu-loi")
    told = sheet.read_text("utf-8")
    assert "<img" not in told.replace("\\<img", "")
    assert "[x](" not in told.replace("\\[x\\](", "")
    (row,) = csv.DictReader(io.StringIO(table.read_text("utf-8-sig")))
    assert row["Thực tế"] == "'" + FORMULA
    assert md("a\n# b\x00") == "a \\# b"


def test_a_run_without_defects_says_so_and_leaves_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_verdict(tmp_path, answer(tmp_path, found=passes("2.000635")))
    assert main(["defects", str(tmp_path)]) == 0
    assert "(0 lỗi)" in capsys.readouterr().out
    assert len((tmp_path / "phieu-loi/loi.csv").read_text("utf-8-sig").splitlines()) == 1


def test_a_warning_is_told_as_such(run: Path) -> None:
    second = list(defects(run, answer(run)))[1]
    assert (second.row["criterion"], second.row["severity"]) == ("L4-MON-01", "khuyến nghị")
    assert State.WARN not in second.row.values()
