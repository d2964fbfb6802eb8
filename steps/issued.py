"""Papers that the system issues: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import issued, judge
from harness.model import Evidence, Service


@then("giấy tiếp nhận có mã QR đủ nội dung ở góc trên bên trái")
def _(evidence: Evidence, service: Service) -> None:
    judge(issued.slip_has_its_qr_code, evidence, service)


@then("kết quả có mã QR ghi đúng hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(issued.result_has_its_qr_code, evidence, service)


@then("mã kết quả lập theo mã hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(issued.result_has_its_code, evidence, service)


@then("kết quả đúng loại đã công bố")
def _(evidence: Evidence, service: Service) -> None:
    judge(issued.result_is_of_the_published_kind, evidence, service)
