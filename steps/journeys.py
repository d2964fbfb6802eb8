"""Which evidence a scenario is about. A sentence names one journey; a second one adds to the first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytest_bdd import given, when

from harness.checks.reading import joined
from harness.model import Evidence

EvidenceOf = Callable[[str], Evidence]

# Read by the planner before anything is driven; a test keeps it equal to the steps below.
JOURNEYS: dict[str, str] = {
    "trang công khai của dịch vụ đã được mở mà không đăng nhập": "information",
    "danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu": "information",
    "người có trách nhiệm đã được hỏi": "information",
    "hồ sơ đã đi trọn quy trình trực tuyến": "complete",
    "người nộp đã mở từng trang của tờ khai": "incomplete",
    "người nộp lần lượt bỏ trống, nhập sai từng ô và bỏ từng giấy tờ bắt buộc": "incomplete",
    "người nộp thử đính kèm các tệp đúng và sai quy định": "incomplete",
    "người nộp nhập chữ Việt, ký tự đặc biệt và đoạn dài": "incomplete",
    "người nộp thử từng ô của tờ khai": "form",
    "cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ": "supplement",
    "cán bộ từ chối một hồ sơ đã trả tiền": "refusal",
    "người nộp rút một hồ sơ chưa được tiếp nhận": "withdrawal",
    "người nộp đã thử một lần trả tiền thật": "payment-browser-closed",
    "người lạ mở từng địa chỉ mà chủ hồ sơ đã thấy": "stranger",
    "cổng thanh toán gửi thông báo có chữ ký sai cho hồ sơ chưa trả tiền": "payment-forged",
    "cổng thanh toán gửi thông báo có số tiền khác cho hồ sơ chưa trả tiền": "payment-wrong-amount",
    "cổng thanh toán gửi thông báo cho giao dịch không có thật": "payment-unknown",
    "cổng thanh toán gửi lặp, cùng lúc, thông báo của hồ sơ đã trả tiền": "payment-duplicate",
    "cổng thanh toán báo giao dịch bị nghi ngờ cho hồ sơ chưa trả tiền": "payment-suspicious",
    "người nộp mở địa chỉ quay về đã bị sửa thành giao dịch thành công": "payment-tampered-return",
    "người nộp hủy giao dịch ở cổng thanh toán": "payment-cancelled",
    "người nộp trả tiền rồi đóng trình duyệt ở cổng thanh toán": "payment-browser-closed",
    "người nộp trả tiền mà thông báo của cổng thanh toán bị mất": "payment-lost",
    "người khác nộp tiền theo mã hồ sơ mà không đăng nhập": "payment-anonymous",
    "người nộp khai chỉ bằng bàn phím": "keyboard",
    "người nộp bấm nộp hai lần và nộp từ hai thẻ": "double",
    "phiên đăng nhập mất giữa chừng và người nộp đăng nhập lại": "expiry",
    "mạng đứt lúc người nộp gửi hồ sơ": "cut",
    "người nộp đăng xuất rồi có người dùng lại cookie cũ": "sign-out",
    "người nộp khai trên điện thoại tới trang xem lại": "phone",
    "người nộp khai trên Firefox tới trang xem lại": "firefox",
}


@pytest.fixture
def evidence() -> Evidence | None:
    """Nothing is known before the first sentence."""
    return None


@given("trang công khai của dịch vụ đã được mở mà không đăng nhập", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("information"))


@given("danh mục quốc gia và hồ sơ duyệt của dịch vụ đã được đối chiếu", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("information"))


@given("người có trách nhiệm đã được hỏi", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("information"))


@given("hồ sơ đã đi trọn quy trình trực tuyến", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("complete"))


@given("người nộp đã mở từng trang của tờ khai", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("incomplete"))


@when("người nộp lần lượt bỏ trống, nhập sai từng ô và bỏ từng giấy tờ bắt buộc", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("incomplete"))


@when("người nộp thử đính kèm các tệp đúng và sai quy định", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("incomplete"))


@when("người nộp nhập chữ Việt, ký tự đặc biệt và đoạn dài", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("incomplete"))


@when("người nộp thử từng ô của tờ khai", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("form"))


@given("cán bộ yêu cầu bổ sung, thu thêm, hẹn lại rồi dừng một hồ sơ", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("supplement"))


@given("cán bộ từ chối một hồ sơ đã trả tiền", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("refusal"))


@given("người nộp rút một hồ sơ chưa được tiếp nhận", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("withdrawal"))


@when("người lạ mở từng địa chỉ mà chủ hồ sơ đã thấy", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("stranger"))


@given("người nộp đã thử một lần trả tiền thật", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-browser-closed"))


@when("cổng thanh toán gửi thông báo có chữ ký sai cho hồ sơ chưa trả tiền", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-forged"))


@when("cổng thanh toán gửi thông báo có số tiền khác cho hồ sơ chưa trả tiền", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-wrong-amount"))


@when("cổng thanh toán gửi thông báo cho giao dịch không có thật", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-unknown"))


@when("cổng thanh toán gửi lặp, cùng lúc, thông báo của hồ sơ đã trả tiền", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-duplicate"))


@when("cổng thanh toán báo giao dịch bị nghi ngờ cho hồ sơ chưa trả tiền", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-suspicious"))


@when("người nộp mở địa chỉ quay về đã bị sửa thành giao dịch thành công", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-tampered-return"))


@when("người nộp hủy giao dịch ở cổng thanh toán", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-cancelled"))


@when("người nộp trả tiền rồi đóng trình duyệt ở cổng thanh toán", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-browser-closed"))


@when("người nộp trả tiền mà thông báo của cổng thanh toán bị mất", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-lost"))


@when("người khác nộp tiền theo mã hồ sơ mà không đăng nhập", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("payment-anonymous"))
@when("người nộp khai chỉ bằng bàn phím", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("keyboard"))


@when("người nộp bấm nộp hai lần và nộp từ hai thẻ", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("double"))


@when("phiên đăng nhập mất giữa chừng và người nộp đăng nhập lại", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("expiry"))


@given("mạng đứt lúc người nộp gửi hồ sơ", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("cut"))


@when("người nộp đăng xuất rồi có người dùng lại cookie cũ", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("sign-out"))


@when("người nộp khai trên điện thoại tới trang xem lại", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("phone"))


@given("người nộp khai trên Firefox tới trang xem lại", target_fixture="evidence")
def _(evidence: Evidence | None, evidence_of: EvidenceOf) -> Evidence:
    return joined(evidence, evidence_of("firefox"))
