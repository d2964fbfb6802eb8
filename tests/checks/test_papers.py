"""Slips, receipts, results and uploads, judged by their bytes; broken files never end in a traceback."""

from __future__ import annotations

import pytest

from harness.model import NotObserved
from tests.checks import papers
from tests.checks.conftest import Judge
from tests.checks.people import PERSON
from tests.checks.prepared import DOCUMENTS, FACTS, sample
from tests.checks.rows import order

OTHER = "Ủy ban nhân dân xã Láng Giềng"
WHOLE = {name: DOCUMENTS["complete"][name] for name in ("slip", "receipt", "result")}
BROKEN = {
    b"": "tệp rỗng (0 byte)",
    "<!doctype html><title>Lỗi</title>".encode(): "trang web (HTML)",
    b"\xef\xbb\xbf  <html>": "tệp không phải PDF",
    b"PK\x03\x04 zip": "tệp không phải PDF",
    b"%PDF-1.7 but nothing else": "tệp PDF hỏng",
    WHOLE["result"][:900]: "tệp PDF hỏng",
    papers.paper("x", password="bí mật"): "khóa bằng mật khẩu",
    papers.paper(): "chỉ có trang trắng",
}


@pytest.mark.parametrize(("content", "says"), BROKEN.items(), ids=list(BROKEN.values()))
def test_broken_result_is_one_finding(content: bytes, says: str, judged: Judge) -> None:
    assert says in str(judged("L4-RES-03", sample("L4-RES-03").file("result", content)))
    for other in ("L4-RES-04", "L4-RES-09"):
        with pytest.raises(NotObserved):
            judged(other, sample(other).file("result", content))
    assert judged("L4-RES-01", sample("L4-RES-01").file("result", content)) is None


@pytest.mark.parametrize("content", list(BROKEN), ids=list(BROKEN.values()))
def test_broken_slip_and_receipt_are_findings(content: bytes, judged: Judge) -> None:
    assert "giấy tiếp nhận: tệp" in str(judged("L4-SUB-05", sample("L4-SUB-05").file("slip", content)))
    assert "biên lai: tệp" in str(judged("L4-PAY-21", sample("L4-PAY-21").file("receipt", content)))


def test_empty_result_is_not_compared(judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged("L4-RES-06", sample("L4-RES-06").file("result", b""))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (papers.paper(*papers.RESULT), "tệp không có chữ ký số"),
        (papers.signed(*papers.RESULT, by=OTHER), f"chữ ký số là của «{OTHER}»; yêu cầu: chữ ký số hợp lệ của «Ủy ban"),
        (WHOLE["result"] + b"\n% ghi them\n%%EOF\n", "tệp bị ghi thêm sau khi ký"),
        (WHOLE["result"].replace(b"/Producer", b"/Produced", 1), "nội dung tệp đã bị sửa sau khi ký"),
    ],
    ids=["unsigned", "another organisation", "appended", "changed"],
)
def test_bad_signature(content: bytes, says: str, judged: Judge) -> None:
    assert says in str(judged("L4-RES-04", sample("L4-RES-04").file("result", content)))
    assert judged("L4-RES-03", sample("L4-RES-03").file("result", content)) is None


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (papers.instead(papers.RESULT, "Nguyễn Văn Mẫu", "Trần Thị Láng Giềng"), "không có họ tên «Nguyễn Văn Mẫu»"),
        (papers.instead(papers.RESULT, "Nguyễn Văn Mẫu", "Nguyen Van Mau"), "không có họ tên «Nguyễn Văn Mẫu»"),
        (papers.without(papers.RESULT, "định danh"), "không có số định danh hay ngày sinh"),
        (papers.without(papers.RESULT, "BẢN SAO"), "không mang tên đã công bố"),
    ],
    ids=["neighbour", "diacritics", "identity", "title"],
)
def test_result_about_somebody_else(lines: tuple[str, ...], says: str, judged: Judge) -> None:
    content = papers.signed(*lines)
    assert says in str(judged("L4-RES-09", sample("L4-RES-09").file("result", content)))
    for other in ("L4-RES-03", "L4-RES-04", "L4-RES-06"):
        assert judged(other, sample(other).file("result", content)) is None


def test_result_is_the_applicants_own_file(judged: Judge) -> None:
    assert "chính là tệp người dân đã nộp" in str(judged("L4-RES-06", sample("L4-RES-06").file("result", papers.GIVEN)))
    signed = papers.signing.sign(papers.GIVEN, papers.AGENCY)
    assert "nguyên nội dung tệp" in str(judged("L4-RES-06", sample("L4-RES-06").file("result", signed)))


def test_result_in_decomposed_letters_is_the_same_name(judged: Judge) -> None:
    """The text layer of a PDF may come in either Unicode form, broken over lines."""
    lines = papers.instead(papers.RESULT, "Nguyễn Văn Mẫu", "NGUYỄN VĂN MẪU")
    assert judged("L4-RES-09", sample("L4-RES-09").file("result", papers.signed(*lines))) is None


def test_offered_result_that_cannot_be_fetched(judged: Judge) -> None:
    assert "có nút tải kết quả nhưng không tải được" in str(judged("L4-RES-01", sample("L4-RES-01").without("result")))


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("Mã hồ sơ", "mã hồ sơ"),
        ("Tiếp nhận hồ sơ của", "họ tên người nộp"),
        ("Nội dung", "tên thủ tục"),
        ("Thành phần", "thành phần hồ sơ «Giấy tờ chứng minh quan hệ»"),
        ("Thời gian nhận", "thời gian nhận hồ sơ"),
        ("Thời gian trả", "thời gian trả kết quả"),
        ("Đăng ký nhận", "hình thức nhận kết quả"),
        ("Ủy ban", "tên cơ quan tiếp nhận"),
    ],
)
def test_slip_lacks_an_item(word: str, says: str, judged: Judge) -> None:
    content = papers.signed(*papers.without(papers.SLIP, word))
    assert f"giấy tiếp nhận thiếu {says}; yêu cầu: đủ nội dung Mẫu 01" == str(
        judged("L4-SUB-05", sample("L4-SUB-05").file("slip", content))
    )


def test_slip_unsigned_or_with_another_due_date(judged: Judge) -> None:
    unsigned = papers.paper(*papers.SLIP)
    assert "giấy tiếp nhận: tệp không có chữ ký số" in str(
        judged("L4-SUB-05", sample("L4-SUB-05").file("slip", unsigned))
    )
    other_day = papers.signed(*papers.instead(papers.SLIP, "23/11/2026", "25/11/2026"))
    assert "giấy tiếp nhận ghi ngày hẹn trả khác" in str(
        judged("L4-SUB-08", sample("L4-SUB-08").file("slip", other_day))
    )
    assert judged("L4-SUB-05", sample("L4-SUB-05").file("slip", other_day)) is None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("16.000", "8.000", "số tiền 16.000 đ"),
        ("Mười sáu", "Tám", "số tiền bằng chữ «mười sáu nghìn đồng»"),
        ("Mười sáu", "Một trăm mười sáu", "số tiền bằng chữ"),
        ("-0001", "-0008", "mã hồ sơ"),
        (PERSON["full_name"], "Trần Thị Đào", "họ tên người nộp"),
        ("Lệ phí cấp", "Phí cấp", "tên khoản thu"),
        ("xã Mẫu", "xã Khác", "tên cơ quan thu"),
    ],
)
def test_receipt_states_something_else(old: str, new: str, says: str, judged: Judge) -> None:
    content = papers.signed(*papers.instead(papers.RECEIPT, old, new))
    found = str(judged("L4-PAY-21", sample("L4-PAY-21").file("receipt", content)))
    assert found.startswith(f"biên lai không có {says}")


def test_receipt_unsigned_or_absent(judged: Judge) -> None:
    unsigned = papers.paper(*papers.RECEIPT)
    assert "biên lai: tệp không có chữ ký số" in str(judged("L4-PAY-21", sample("L4-PAY-21").file("receipt", unsigned)))
    absent = sample("L4-PAY-21").without("receipt").but("receipts.count", 0)
    assert "đã thanh toán nhưng không có biên lai" in str(judged("L4-PAY-21", absent))


def test_receipt_of_a_wrong_fee_is_still_the_receipt_of_what_was_paid(judged: Judge) -> None:
    """Charging 20.000 đ is L4-PAY-03; a receipt that says so is right."""
    lines = papers.instead(papers.instead(papers.RECEIPT, "16.000", "20.000"), "Mười sáu", "Hai mươi")
    dear = sample("L4-PAY-21").file("receipt", papers.signed(*lines)).but("gateway.orders", [order(20000)])
    assert judged("L4-PAY-21", dear) is None


def test_uploaded_file_comes_back_cut(judged: Judge) -> None:
    cut = sample("L4-FRM-15").file("attachment:giay-to.pdf", papers.GIVEN[:1000])
    found = str(judged("L4-FRM-15", cut))
    assert f"gửi {len(papers.GIVEN)} byte, tải lại 1000 byte, nội dung khác" in found


def test_paper_that_was_never_given_is_not_tried_by_strangers(judged: Judge) -> None:
    """The engine keeps an offered-nowhere paper as an empty document."""
    no_receipt = [one for one in FACTS["stranger"]["stranger.probes"] if one["what"] != "receipt"]
    fewer = sample("L4-SEC-04").but("stranger.probes", no_receipt)
    with pytest.raises(NotObserved, match="biên lai"):
        judged("L4-SEC-04", fewer)
    assert judged("L4-SEC-04", fewer.file("receipt", b"")) is None


def test_another_paper_at_the_desk_is_told(judged: Judge) -> None:
    spoilt = sample("L4-INT-15").file("officer:ket-qua.pdf", papers.paper("Bản nháp"))
    assert "văn bản ở một cửa điện tử" in str(judged("L4-INT-15", spoilt))
