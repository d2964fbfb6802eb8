"""Online payment: what is asked, what makes a dossier paid, and what must not (VNPay 2.1.0)."""

from __future__ import annotations

from harness.checks.judges.wording import is_vietnamese, plain
from harness.checks.reading import Row, rows, some, statuses, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Blocked, Evidence, NotObserved, Outcome, Service, Witness, vnd

UNPAID = {"unpaid", "pending"}
_SHOWN = {
    "paid": "đã thanh toán",
    "unpaid": "chưa thanh toán",
    "pending": "đang chờ xác nhận",
    "none": "không phải nộp",
}


@check("L4-PAY-01")
def paying_online_is_offered(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ13.1: a dossier with a fee can be paid online, and the button leads to a gateway."""
    offered = evidence.last("payment.offered")
    wanted = f"thanh toán trực tuyến {vnd(service.fee)}"
    if not offered.value:
        return Shortfall("trang hồ sơ không cho thanh toán trực tuyến", wanted, offered)
    if not rows(evidence, "gateway.orders"):
        if evidence.outcome is Outcome.COMPROMISED:
            raise NotObserved("gateway.orders", evidence.reason)
        return Shortfall("bấm thanh toán nhưng không tới cổng thanh toán", wanted, evidence.last("gateway.orders"))
    return None


@check("L4-PAY-02")
def free_service_has_no_payment_step(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Derived: nothing to pay, so no button, no order, no status «financial duty»."""
    wanted = "dịch vụ không thu phí thì không có bước thanh toán"
    evidence.last("submission.code")
    offered = evidence.last("payment.offered")
    if offered.value:
        return Shortfall("trang hồ sơ có nút thanh toán", wanted, offered)
    orders = rows(evidence, "gateway.orders") if evidence.has("gateway.orders") else []
    if orders:
        return Shortfall(
            f"cổng thanh toán nhận lệnh thu {vnd(orders[0]['amount'])}", wanted, evidence.last("gateway.orders")
        )
    if 6 in statuses(evidence, "history.portal"):
        return Shortfall("hồ sơ qua trạng thái 6 (yêu cầu thực hiện nghĩa vụ tài chính)", wanted,
                         evidence.last("history.portal"))  # fmt: skip
    walked_to_the_end(evidence, "history.portal")
    return None


@check("L4-PAY-10")
def genuine_notice_is_confirmed(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0 IPN: a genuine notice is answered 00."""
    notice = _delivered(evidence)[0]
    if notice["rsp_code"] != "00":
        return _answered(notice, "00", evidence)
    return None


@check("L4-PAY-10", "L4-PAY-17")
def dossier_becomes_paid(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0: the notice alone, not the payer's return, makes the dossier paid."""
    _delivered(evidence)
    return _status(evidence, {"paid"}, "đã trả tiền thì hồ sơ ghi đã thanh toán")


@check("L4-PAY-11")
def forged_notice_is_answered_97(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0 IPN, step 1: the checksum is verified before anything else."""
    return _refused(evidence, "97")


@check("L4-PAY-12")
def wrong_amount_is_answered_04(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0 IPN, step 3: the amount is compared with the order's."""
    return _refused(evidence, "04")


@check("L4-PAY-13")
def unknown_order_is_answered_01(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0 IPN, step 2: an order that does not exist is told."""
    return _refused(evidence, "01")


@check("L4-PAY-11", "L4-PAY-12", "L4-PAY-15", "L4-PAY-19")
def dossier_stays_unpaid(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Neither a false notice nor an edited return address pays a dossier."""
    before = evidence.last("payment.before")
    if before.value not in UNPAID:
        raise NotObserved("payment.before", f"trước khi thử hồ sơ đã ở tình trạng {_words(before)}")
    return _shown(evidence.last("payment.after"), UNPAID, "hồ sơ vẫn chưa thanh toán")


@check("L4-PAY-14")
def repeated_notice_is_answered_02(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0 IPN, step 4: only the first notice confirms; each further one is answered 02."""
    notices = _delivered(evidence)
    if len(notices) < 2:
        raise NotObserved("gateway.notices", "thông báo chưa được gửi lặp")
    answers = [str(notice["rsp_code"]) for notice in notices]
    if answers.count("00") > 1 or answers.count("02") < len(answers) - 1:
        return Shortfall(f"{len(notices)} thông báo giống nhau được trả lời {', '.join(answers)}",
                         "chỉ một lần 00, các lần sau 02", evidence.last("gateway.notices"))  # fmt: skip
    return None


@check("L4-PAY-14")
def one_payment_gives_one_receipt(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay 2.1.0 IPN: a repeated notice is not recorded a second time."""
    count = evidence.last("receipts.count")
    if not count.value:
        raise NotObserved("receipts.count", "hồ sơ không có biên lai để đếm")
    if count.value > 1:
        return Shortfall(f"hồ sơ có {count.value} biên lai cho một lần nộp tiền", "một biên lai", count)
    return None


@check("L4-PAY-16")
def cancelled_payment_leaves_the_dossier_unpaid(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay code 24: the payer cancelled, nothing was paid, and he is told so."""
    found = _shown(evidence.last("payment.after"), {"unpaid"}, "hủy giao dịch thì hồ sơ chưa thanh toán")
    if found:
        return found
    message = evidence.last("payment.message")
    if not is_vietnamese(plain(message.value)):
        seen = f"chỉ hiện «{plain(message.value)}»" if plain(message.value) else "không có thông báo"
        return Shortfall(f"quay về sau khi hủy: {seen}", "báo bằng tiếng Việt là giao dịch không thành", message)
    return None


@check("L4-PAY-16")
def cancelled_payment_can_be_tried_again(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay code 24: the same dossier can still be paid."""
    offered = evidence.last("payment.retry_offered")
    if not offered.value:
        return Shortfall("sau khi hủy không còn cách thanh toán", "thanh toán lại được trên chính hồ sơ đó", offered)
    return None


@check("L4-PAY-15", "L4-PAY-16", "L4-PAY-19")
def genuine_payment_is_recorded(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Derived: where no payment is ever recorded, a dossier that stays unpaid shows nothing. Judged by L4-PAY-17."""
    if any(reading.value == "paid" for reading in evidence.all("payment.status")):
        return None
    evidence.last("payment.status")
    if evidence.outcome is not Outcome.DONE:
        raise NotObserved("payment.status", evidence.reason)
    raise Blocked("một lần trả tiền thật cũng không được cổng ghi nhận, nên hồ sơ còn «chưa thanh toán» không nói lên "
                  "điều gì", owner="cổng dịch vụ công")  # fmt: skip


@check("L4-PAY-18")
def lost_notice_is_made_up_by_asking(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay QueryDr: a payment whose notice was lost is found by asking the gateway."""
    queries = rows(evidence, "gateway.queries")
    if not queries:
        shown = evidence.all("payment.status")
        if shown and shown[0].value == "paid":  # judged by L4-PAY-15: the return itself decided
            raise NotObserved("gateway.queries", "hồ sơ đã ghi đã thanh toán ngay khi quay về, không còn gì để hỏi lại")
        return Shortfall("mất thông báo mà cổng dịch vụ công không hỏi lại cổng thanh toán", "đối soát bằng QueryDr",
                         evidence.last("gateway.queries"))  # fmt: skip
    return _status(evidence, {"paid"}, "đối soát xong thì hồ sơ ghi đã thanh toán")


def _delivered(evidence: Evidence) -> list[Row]:
    """Notices that reached the portal; a notice that was never sent or never arrived proves nothing."""
    notices = some(evidence, "gateway.notices")
    arrived = [notice for notice in notices if notice.get("http_status")]
    if not arrived:
        raise NotObserved("gateway.notices", "thông báo không tới được cổng dịch vụ công")
    return arrived


def _refused(evidence: Evidence, code: str) -> Shortfall | None:
    for notice in _delivered(evidence):
        if notice["rsp_code"] != code:
            return _answered(notice, code, evidence)
    return None


def _answered(notice: Row, wanted: str, evidence: Evidence) -> Shortfall:
    code = plain(notice["rsp_code"])
    seen = (
        f"trả lời mã {code} ({plain(notice.get('message'))})"
        if code
        else f"trả lời HTTP {notice['http_status']} không có mã"
    )
    return Shortfall(f"cổng dịch vụ công {seen}", f"mã {wanted}", evidence.last("gateway.notices"))


def _status(evidence: Evidence, allowed: set[str], wanted: str) -> Shortfall | None:
    return _shown(evidence.last("payment.status"), allowed, wanted)


def _shown(witness: Witness, allowed: set[str], wanted: str) -> Shortfall | None:
    if not witness.value:
        raise NotObserved(witness.fact, "trang hồ sơ không ghi tình trạng thanh toán")
    if witness.value not in allowed:
        return Shortfall(f"hồ sơ ghi «{_words(witness)}»", wanted, witness)
    return None


def _words(witness: Witness) -> str:
    return _SHOWN.get(str(witness.value), plain(witness.value))
