"""Signatures that show, prints that can be traced, reduced rates, and keys of a portal that only takes transfers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from harness.checks import checks
from harness.model import FeeItem, NotObserved, Service
from sandbox.core import documents, signing
from tests.checks import papers, prepared
from tests.checks.conftest import Judge
from tests.checks.facts import COMPLETE
from tests.checks.people import AGENCY
from tests.checks.prepared import FACTS, sample
from tests.checks.rows import order

TIME = "Thời gian ký: 2026-11-20T09:07:00+07:00"


def result(*stamp: str) -> bytes:
    return signing.sign(papers.paper(*papers.RESULT), AGENCY, documents.stamp(stamp) if stamp else b"")


@pytest.mark.parametrize(
    ("stamp", "says"),
    [
        ((), "không hiện trên trang nào"),
        (("Ủy ban nhân dân xã Láng Giềng", TIME), "hình ảnh chữ ký ghi «Ủy ban nhân dân xã Láng Giềng"),
        ((AGENCY, "Ngày ký: 20/11/2026"), "không có thời gian ký theo múi giờ"),
    ],
    ids=["hidden", "another", "no time"],
)
def test_signatures_that_cannot_be_read(stamp: tuple[str, ...], says: str, judged: Judge) -> None:
    assert says in str(judged("L4-RES-05", sample("L4-RES-05").file("result", result(*stamp))))


def test_print_without_its_system_code_or_signer(judged: Judge) -> None:
    bare = papers.signed(*papers.without(papers.RESULT, "Hệ thống"))
    assert "không có tên hệ thống quản lý" in str(judged("L4-RES-13", sample("L4-RES-13").file("result", bare)))
    unsigned = papers.signed(*papers.without(papers.RESULT, "Ký số bởi"))
    assert "không có người ký" in str(judged("L4-RES-13", sample("L4-RES-13").file("result", unsigned)))


@pytest.mark.parametrize("content", [b"", b"<html>", papers.paper("x", password="khoa"), b"%PDF-1.7 hong"],
                         ids=["empty", "page", "locked", "corrupt"])
@pytest.mark.parametrize("criterion", ["L4-RES-05", "L4-RES-13"])
def test_results_that_cannot_be_opened_prove_nothing(criterion: str, content: bytes, judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged(criterion, sample(criterion).file("result", content))


CLASSES = FeeItem("P-LLTP", "Phí", 200000, by="fee_class", rates={"Sinh viên": 100000, "Hộ nghèo": 0})


@pytest.mark.parametrize(
    ("fee_class", "asked", "offered", "says"),
    [
        ("Sinh viên", 200000, True, "bị thu 200.000 đ; yêu cầu: 100.000 đ thay cho 200.000 đ"),
        ("Sinh viên", 100000, True, ""),
        ("Hộ nghèo", 0, True, "người được miễn vẫn bị mời nộp tiền"),
        ("Hộ nghèo", 0, False, ""),
    ],
)
def test_reduced_rates(  # noqa: PLR0917
    fee_class: str, asked: int, offered: bool, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FACTS, "complete", COMPLETE | {"payment.offered": offered, "gateway.orders": [order(asked)]})
    service = replace(prepared.service(tmp_path), fees=(CLASSES,), case={"fee_class": fee_class})
    found = checks()["L4-PAY-06"](sample("L4-PAY-06").evidence(tmp_path / "run"), service)
    assert says in str(found) if says else found is None


def test_who_pays_all_says_nothing_of_reduced_rates(tmp_path: Path, service: Service) -> None:
    """Then the form has been asked."""
    subject = replace(service, fees=(CLASSES,), case={"fee_class": "Người khác"})
    tried = [{"section": "", "label": "Đối tượng", "option": name, "shown": 200000} for name in ("Khác", "Hộ nghèo")]
    told = checks()["L4-PAY-06"](sample("L4-PAY-06").but("form.exemption", tried).evidence(tmp_path / "1"), subject)
    assert "khai «Hộ nghèo» mà vẫn phải nộp 200.000 đ" in str(told)
    with pytest.raises(NotObserved, match="chưa thử được"):
        checks()["L4-PAY-06"](sample("L4-PAY-06").but("form.exemption", tried[:1]).evidence(tmp_path / "2"), subject)


def test_portal_that_only_takes_transfers(judged: Judge) -> None:
    told = sample("L4-PAY-24").but("payment.offered", False)
    with pytest.raises(NotObserved):
        judged("L4-PAY-24", told)
    page = told.but("payment.page", "Chuyển khoản tới số tài khoản 123, gửi ảnh chứng từ cho cán bộ.")
    assert "chỉ có cách chuyển khoản" in str(judged("L4-PAY-24", page))


def test_names_in_either_unicode_form_are_one_name(judged: Judge) -> None:
    copy = FACTS["complete"]["national.read_back"]
    decomposed = copy | {"ChuHoSo": normalize("NFD", copy["ChuHoSo"])}
    assert judged("L4-INT-15", sample("L4-INT-15").but("national.read_back", decomposed)) is None


def test_the_same_day_in_another_form_is_no_other_day(judged: Judge) -> None:
    """Its form is for L4-INT-05 to tell."""
    copy, shown = FACTS["complete"]["national.read_back"], str(FACTS["complete"]["due_date.page"])
    year, month, day = shown[:10].split("-")
    same, other = f"{day}/{month}/{year}", f"01/{month}/{year}"
    assert judged("L4-INT-15", sample("L4-INT-15").but("national.read_back", copy | {"NgayHenTra": same})) is None
    assert judged("L4-INT-15", sample("L4-INT-15").but("national.read_back", copy | {"NgayHenTra": other}))
