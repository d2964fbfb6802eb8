"""The electronic receipt (NĐ 123/2020, TT 78/2021, TT 303/2016 Đ3.1)."""

from __future__ import annotations

from harness.checks.judges import money, wording
from harness.checks.papers import file_of, missing_signature, opened
from harness.checks.reading import some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd


@check("L4-PAY-21")
def paid_dossier_has_a_receipt(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 123/2020: who paid gets a receipt that opens."""
    paid = any(witness.value == "paid" for witness in evidence.all("payment.status"))
    given = [document for document in evidence.documents if document.name == "receipt"]
    if not paid and not any(document.size for document in given):
        raise NotObserved("receipt", evidence.reason or "hồ sơ chưa được ghi đã thanh toán")
    if not given:
        if paid and evidence.has("receipts.count") and not evidence.fact("receipts.count"):
            seen = "hồ sơ đã thanh toán nhưng không có biên lai"
            return Shortfall(seen, "biên lai điện tử tải được", evidence.last("receipts.count"))
        raise NotObserved("receipt", evidence.reason)
    problem = opened(evidence, "receipt").problem
    if problem:
        return Shortfall(f"biên lai: {problem}", "tệp mở được", file=file_of(evidence, "receipt"))
    return None


@check("L4-PAY-21")
def receipt_states_what_was_paid(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 303/2016 Đ3.1: collector, payer, fee, dossier, the amount paid in figures and in words."""
    text, paid = opened(evidence, "receipt").text, _amount_paid(evidence)
    wanted = f"biên lai của hồ sơ {evidence.fact('submission.code')}, {vnd(paid)}"
    lacking = [
        what
        for what, there in (
            (f"số tiền {vnd(paid)}", money.says_in_figures(text, paid)),
            (f"số tiền bằng chữ «{money.in_words(paid)}»", money.says_in_words(text, paid)),
            ("mã hồ sơ", wording.names(text, evidence.fact("submission.code"))),
            ("họ tên người nộp", wording.names(text, evidence.applicant["full_name"])),
            ("tên cơ quan thu", wording.names(text, service.agency)),
            *((f"tên khoản thu «{item.name}»", wording.names(text, item.name)) for item in service.fees),
        )
        if not there
    ]
    if lacking:
        return Shortfall(f"biên lai không có {', '.join(lacking)}", wanted, file=file_of(evidence, "receipt"))
    return None


@check("L4-PAY-21")
def receipt_is_signed(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 123/2020 Đ32: the collector's digital signature."""
    fault = missing_signature(evidence, "receipt")
    if fault:
        return Shortfall(f"biên lai: {fault}", "có chữ ký số hợp lệ của cơ quan thu", file=file_of(evidence, "receipt"))
    return None


def _amount_paid(evidence: Evidence) -> int:
    """What the gateway collected, whether or not it was the right fee (that is L4-PAY-03)."""
    orders = some(evidence, "gateway.orders")
    paid = [order for order in orders if order.get("state") == "paid"] or orders[-1:]
    return int(paid[-1]["amount"])
