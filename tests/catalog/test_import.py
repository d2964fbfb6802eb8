"""A province's workbook: headers as people write them, rows in error told with their cell, nothing written over."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from harness.catalog import load
from harness.catalog.spreadsheet import Row, read
from harness.cli import main
from harness.model import TimeLimit
from tests.catalog.conftest import PROFILE, Project

HEADER = ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cơ quan giải quyết", "Mức độ", "Phí, lệ phí",
          "Thời hạn"]  # fmt: skip
GOOD = [1, "1.001193", "Đăng ký khai sinh", "Hộ tịch", "UBND xã Mẫu", "Toàn trình", "Không", "1 ngày làm việc"]


def workbook(path: Path, *rows: list[Any], title: str = "Danh sách") -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def row(**changed: Any) -> list[Any]:
    names = ["no", "code", "name", "field", "agency", "level", "fee", "limit"]
    return [changed.get(name, value) for name, value in zip(names, GOOD, strict=True)]


def told(tmp_path: Path, *rows: list[Any]) -> list[str]:
    problems: list[str] = []
    read(workbook(tmp_path / "a.xlsx", *rows), problems)
    return problems


def test_headers_are_recognised_in_any_order_and_spelling(tmp_path: Path) -> None:
    problems: list[str] = []
    header = ["THOI HAN GIAI QUYET", unicodedata.normalize("NFD", "Tên dịch vụ công"), "mức thu", "Đơn vị thực hiện",
              "ma thu tuc", "Lĩnh vực", "Ghi chú"]  # fmt: skip
    line = ["03 ngày làm việc", "Đăng ký  tạm trú", "7.000 đồng/lần", "Công an xã", 2.00063, "Cư trú", "x"]
    path = workbook(tmp_path / "a.xlsx", ["ỦY BAN NHÂN DÂN TỈNH MẪU"], [], ["Danh sách năm 2026"], header, line, [])
    (found,) = read(path, problems)
    assert problems == []
    assert (found.code, found.name, found.fee, found.level) == ("2.000630", "Đăng ký tạm trú", 7000, "toàn trình")
    assert found.limit == TimeLimit(3, "working_day")
    assert found.cell == "Danh sách!E5"


@pytest.mark.parametrize(
    ("changed", "cell", "words"),
    [
        ({"code": "1.01193"}, "B2", "«Mã thủ tục» cần mã dạng 1.004194, nhưng thấy «1.01193»."),
        ({"code": None}, "B2", "«Mã thủ tục» để trống."),
        ({"name": " "}, "C2", "«Tên dịch vụ» để trống."),
        ({"field": "…"}, "D2", "«Lĩnh vực» cần tên lĩnh vực bằng chữ, nhưng thấy «…»."),
        ({"agency": "#REF!"}, "E2", "«Cơ quan giải quyết» có lỗi công thức #REF!."),
        ({"level": "Một phần"}, "F2", "«Mức độ cung cấp» cần «toàn trình» hoặc «mức độ 4»"),
        ({"fee": -5}, "G2", "«Phí, lệ phí» cần số đồng"),
        ({"fee": "8.00"}, "G2", "«Phí, lệ phí» cần số đồng"),
        ({"limit": "trong ngày"}, "H2", "«Thời hạn giải quyết» cần số ngày làm việc"),
        ({"limit": "2 tháng"}, "H2", "«Thời hạn giải quyết» cần số ngày làm việc"),
    ],
)
def test_a_row_in_error_is_told_with_its_cell(
    tmp_path: Path, changed: dict[str, Any], cell: str, words: str
) -> None:
    (problem,) = told(tmp_path, HEADER, row(**changed))
    assert problem.startswith(f"Danh sách!{cell}: {words}")


def test_a_code_that_occurs_twice(tmp_path: Path) -> None:
    assert told(tmp_path, HEADER, GOOD, GOOD) == ["Danh sách!B3: Mã thủ tục «1.001193» đã có ở Danh sách!B2."]


def test_lists_that_cannot_be_read(tmp_path: Path) -> None:
    assert told(tmp_path, ["a", "b"]) == [
        "a.xlsx: Không trang tính nào có hàng tiêu đề với cột «Mã thủ tục» và «Tên dịch vụ»."
    ]
    assert told(tmp_path, ["Mã", "Tên", "Lĩnh vực"]) == [
        "Danh sách!A1: Thiếu cột «Cơ quan giải quyết», «Thời hạn giải quyết»."
    ]
    problems: list[str] = []
    (tmp_path / "b.xlsx").write_text("không phải Excel", "utf-8")
    read(tmp_path / "b.xlsx", problems)
    read(tmp_path / "c.xlsx", problems)
    read(tmp_path, problems)
    assert problems == [
        "b.xlsx: Không đọc được; cần tệp Excel .xlsx không đặt mật khẩu.",
        "c.xlsx: Không có tệp này.",
        f"{tmp_path.name}: Không đọc được; cần tệp Excel .xlsx không đặt mật khẩu.",
    ]


@pytest.mark.parametrize(
    ("fee", "amount"),
    [(8000, 8000), (8000.0, 8000), ("100.000đ", 100_000), ("Không thu", 0), (None, None), ("Theo HĐND", None),
     ("7.000 đồng trực tuyến; 15.000 đồng trực tiếp", None)],
)  # fmt: skip
def test_fees_are_read_or_left_to_a_person(tmp_path: Path, fee: object, amount: int | None) -> None:
    problems: list[str] = []
    (found,) = read(workbook(tmp_path / "a.xlsx", HEADER, row(fee=fee)), problems)
    assert (found.fee, problems) == (amount, [])


def test_a_list_becomes_profiles_to_complete(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.root)
    before = (project.root / PROFILE).read_bytes()
    path = workbook(
        project.root / "ds.xlsx",
        HEADER,
        GOOD,
        row(code="2.000635"),
        row(code="1.111111", name='Thủ tục "lạ": #1', field="Du lịch, lữ hành", fee="5.000đ/lần # tạm", limit="2 giờ"),
        row(code="x"),
    )
    assert main(["import", str(path), "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["written"] == ["features/ho-tich/1.001193.yaml", "features/du-lich-lu-hanh/1.111111.yaml"]
    assert answer["kept"] == [f"Danh sách!B3: 2.000635 đã có ở {PROFILE}"]
    assert [problem.split(": ")[0] for problem in answer["problems"]] == ["Danh sách!B5"]
    assert (project.root / PROFILE).read_bytes() == before

    service = load(project.root).services["1.111111"]
    assert (service.name, service.fee, service.time_limit) == ('Thủ tục "lạ": #1', 5000, TimeLimit(2, "hour"))
    assert service.not_driven
    assert main(["import", str(path)]) == 2  # again: nothing is written over
    assert "0 hồ sơ mới" in capsys.readouterr().out
    assert main(["run", "1.111111"]) == 2
    assert "Dịch vụ 1.111111 không đi thử" in capsys.readouterr().err


def sheet_of(
    tmp_path: Path, *rows: list[Any], merge: tuple[str, ...] = (), hidden: int = 0
) -> tuple[list[Row], list[str], list[str]]:
    path = workbook(tmp_path / "a.xlsx", *rows)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for cells in merge:
        sheet.merge_cells(cells)
    if hidden:
        sheet.row_dimensions[hidden].hidden = True
    book.save(path)
    problems: list[str] = []
    notes: list[str] = []
    return read(path, problems, notes), problems, notes


def test_a_header_of_two_rows_with_merged_cells(tmp_path: Path) -> None:
    found, problems, _ = sheet_of(
        tmp_path,
        ["DANH MỤC THỦ TỤC HÀNH CHÍNH"],
        ["STT", "Thủ tục hành chính", None, "Lĩnh vực", "Cơ quan", "Phí, lệ phí (đồng)", None,
         "Thời hạn (ngày làm việc)"],
        [None, "Mã số", "Tên thủ tục", None, None, "Trực tiếp", "Trực tuyến", None],
        [1, "1.004194", unicodedata.normalize("NFD", "Đăng ký tạm trú"), "Cư trú", "Công an xã", "15.000", "7.000đ", 3],
        merge=("A1:H1", "B2:C2", "F2:G2", "A2:A3", "D2:D3", "E2:E3", "H2:H3"),
    )
    assert problems == []
    assert (found[0].name, found[0].fee, found[0].limit) == ("Đăng ký tạm trú", 7000, TimeLimit(3, "working_day"))


def test_titles_of_groups_and_totals_are_no_services(tmp_path: Path) -> None:
    found, problems, _ = sheet_of(tmp_path, HEADER, ["I", "LĨNH VỰC HỘ TỊCH"], GOOD, [None, "Tổng cộng: 1"])
    assert ([one.code for one in found], problems) == (["1.001193"], [])


def test_a_hidden_row_is_left_out_and_told(tmp_path: Path) -> None:
    found, problems, notes = sheet_of(tmp_path, HEADER, GOOD, row(code="1.000894"), hidden=3)
    assert ([one.code for one in found], problems) == (["1.001193"], [])
    assert notes == ["Danh sách!B3: 1.000894 ở hàng đang ẩn"]


def test_a_formula_that_was_never_counted(tmp_path: Path) -> None:
    assert told(tmp_path, HEADER, row(limit='=1+2&" ngày"')) == [
        "Danh sách!H2: «Thời hạn giải quyết» là công thức chưa tính; hãy mở tệp bằng Excel rồi lưu lại."]  # fmt: skip


def test_a_number_is_a_time_limit_only_under_a_header_that_names_the_unit(tmp_path: Path) -> None:
    assert "nhưng thấy «3»" in told(tmp_path, HEADER, row(limit=3))[0]
    counted = [*HEADER[:-1], "Hạn xử lý (ngày)"]
    (found,), problems, _ = sheet_of(tmp_path, counted, row(limit=3))
    assert (found.limit, problems) == (TimeLimit(3, "day"), [])


def test_a_date_where_days_are_meant(tmp_path: Path) -> None:
    assert "nhưng thấy «03/03/2026»" in told(tmp_path, HEADER, row(limit=datetime(2026, 3, 3)))[0]  # noqa: DTZ001


def test_small_things_people_write(tmp_path: Path) -> None:
    odd = row(code=" 1.001193\u200b", limit="01 (một) ngày làm việc", fee="–")
    (found,), problems, _ = sheet_of(tmp_path, HEADER, odd)
    assert problems == []
    assert (found.code, found.limit, found.fee) == ("1.001193", TimeLimit(1, "working_day"), None)


def test_no_fee_told_is_not_a_fee_of_nothing(tmp_path: Path) -> None:
    (found,), _, _ = sheet_of(tmp_path, HEADER, row(fee=None))
    assert found.fee is None


def test_a_code_counts_as_taken_though_its_row_is_wrong(tmp_path: Path) -> None:
    problems = told(tmp_path, HEADER, row(limit="?"), row())
    assert "đã có ở Danh sách!B2" in problems[1]


def test_a_service_without_a_tick_is_not_fully_online(tmp_path: Path) -> None:
    header = [*HEADER[:5], "Toàn trình", *HEADER[6:]]
    assert told(tmp_path, header, row(level=None)) == ["Danh sách!F2: «Mức độ cung cấp» để trống."]
