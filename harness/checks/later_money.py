"""Money after the start: asked for in mid-course, given back, and reconciled with the gateway."""

from __future__ import annotations

from harness.checks import acts
from harness.checks.judges import wording
from harness.checks.judges.wording import plain
from harness.checks.reading import rows, some, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd

_PAID = ("paid", "refunded")  # states of an order whose money the gateway took


@check("L4-PAY-25")
def later_fee_is_asked_for_openly(evidence: Evidence, service: Service) -> Shortfall | None:
    """Status list, 6: the dossier waits for the money, everywhere, and the applicant reads how much."""
    short = acts.not_possible(evidence, "fee", "yêu cầu nộp thêm", "báo nghĩa vụ tài chính phát sinh (trạng thái 6)")
    short = short or acts.status_told(evidence, service, "fee")
    if short:
        return short
    row, witness = acts.taken(evidence, "fee")
    amount = vnd(int(row["amount"]))
    mails = [str(mail["text"]) for mail in rows(evidence, "mails")] if evidence.has("mails") else []
    demands = [*row["told"], *(text for text in mails if wording.names(text, row["words"]))]
    if not any(wording.names(text, amount) for text in demands):
        return Shortfall("không thông báo nào nêu số tiền phải nộp thêm", f"báo số tiền {amount}", witness)
    return None


@check("L4-PAY-25")
def later_fee_is_paid_online(evidence: Evidence, _service: Service) -> Shortfall | None:
    """The second payment is of what was asked, no more and no less, and processing goes on."""
    row, _ = acts.taken(evidence, "fee")
    asked = int(row["amount"])
    amounts = [order["amount"] for order in some(evidence, "gateway.orders")]
    witness = evidence.last("gateway.orders")
    if asked not in amounts:
        seen = ", ".join(vnd(amount) for amount in amounts)
        return Shortfall(f"cổng thanh toán được yêu cầu thu {seen}", f"thu thêm đúng {vnd(asked)}", witness)
    status = evidence.last("payment.status")
    if status.value != "paid":
        return Shortfall("nộp thêm xong hồ sơ vẫn chưa ghi đã nộp", "ghi đã thanh toán", status)
    later, witness = acts.done(evidence, "go-on")
    if later["one_stop"] not in {4, 9}:
        return Shortfall("nộp thêm xong hồ sơ không được xử lý tiếp", "chuyển xử lý tiếp", witness)
    return None


@check("L4-PAY-26")
def refused_dossier_gets_its_money_back(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay refund API: what was paid in advance for a refused dossier goes back, whole, and the payer is told."""
    acts.taken(evidence, "refusal")
    paid = {order["txn_ref"]: order["amount"] for order in some(evidence, "gateway.orders") if order["state"] in _PAID}
    if not paid:
        raise NotObserved("gateway.orders", "hồ sơ bị từ chối chưa nộp tiền")
    witness = evidence.last("gateway.refunds")
    back: dict[str, int] = {}
    for row in rows(evidence, "gateway.refunds"):
        if row["code"] == "00":
            back[row["txn_ref"]] = back.get(row["txn_ref"], 0) + row["amount"]
    for reference, amount in paid.items():
        if back.get(reference, 0) != amount:
            seen = f"hoàn {vnd(back[reference])}" if reference in back else "không có yêu cầu hoàn tiền được chấp nhận"
            return Shortfall(f"giao dịch {reference}: {seen}", f"hoàn đủ {vnd(amount)} đã nộp", witness)
    told = [str(mail["text"]) for mail in rows(evidence, "mails")]
    if not any("hoàn" in plain(text).casefold() for text in told):
        return Shortfall("người nộp không được báo là tiền được hoàn", "báo khi hoàn tiền", evidence.last("mails"))
    return None


@check("L4-PAY-34")
def report_has_every_payment(evidence: Evidence, _service: Service) -> Shortfall | None:
    """KH19: each order that the gateway was paid for stands in the day's report with its amount."""
    paid = [order for order in some(evidence, "gateway.orders") if order["state"] in _PAID]
    listed = dict(zip(texts(evidence, "reconciliation.references"), _amounts(evidence), strict=False))
    if not paid:
        raise NotObserved("gateway.orders", "chưa có giao dịch nào thành công để đối soát")
    witness = evidence.last("reconciliation.references")
    for order in paid:
        amount = listed.get(order["txn_ref"])
        if amount is None:
            seen = f"báo cáo đối soát không có giao dịch {order['txn_ref']}"
            return Shortfall(seen, "đủ giao dịch trong ngày", witness)
        if amount != order["amount"]:
            return Shortfall(f"báo cáo ghi giao dịch {order['txn_ref']} là {vnd(amount)}",
                             f"cổng thanh toán thu {vnd(order['amount'])}", witness)  # fmt: skip
    return None


@check("L4-PAY-34")
def report_adds_up(evidence: Evidence, _service: Service) -> Shortfall | None:
    """KH19: the day's total is the sum of its payments, and the month's is not less."""
    whole, total = sum(_amounts(evidence)), evidence.fact("reconciliation.total")
    witness = evidence.last("reconciliation.total")
    if total != whole:
        shown = vnd(total) if isinstance(total, int) else "không có"
        return Shortfall(f"tổng thu trong ngày là {shown}", f"tổng các giao dịch {vnd(whole)}", witness)
    month = evidence.fact("reconciliation.month")
    if not isinstance(month, int) or month < whole:
        shown = vnd(month) if isinstance(month, int) else "không có"
        return Shortfall(f"tổng thu trong tháng là {shown}", f"không ít hơn trong ngày ({vnd(whole)})",
                         evidence.last("reconciliation.month"))  # fmt: skip
    return None


def _amounts(evidence: Evidence) -> list[int]:
    return [int("".join(filter(str.isdigit, text)) or 0) for text in texts(evidence, "reconciliation.amounts")]
