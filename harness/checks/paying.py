"""When and how one pays: after handing in, by a function that closes by itself, by anybody, nothing given away."""

from __future__ import annotations

import re

from harness.checks.judges import packets, wording
from harness.checks.reading import Row, rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd

_SLIP = re.compile(r"(?:tải|gửi|đính kèm|chụp)[^.]{0,40}(?:ảnh|chứng từ|ủy nhiệm chi)[^.]{0,40}chuyển khoản|"
                   r"(?:chờ|đợi)[^.]{0,20}(?:cán bộ|cơ quan|kế toán)[^.]{0,20}xác nhận", re.IGNORECASE)  # fmt: skip
_TRANSFER = re.compile(r"chuyển khoản|số tài khoản", re.IGNORECASE)
_OBLIGED = 6  # «Yêu cầu thực hiện nghĩa vụ tài chính»


@check("L4-SUB-18")
def dossier_is_handed_in_before_it_is_paid(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ13.3: where the law does not ask for it, payment is no condition of handing in."""
    witness = evidence.last("status.steps")
    steps = [str(row["step"]) for row in some(evidence, "status.steps")]
    if "submit" not in steps:
        raise NotObserved("status.steps", evidence.reason or "hồ sơ chưa nộp")
    after = next(row["portal"] for row in witness.value if row["step"] == "submit")
    if "pay" in steps and steps.index("pay") < steps.index("submit"):
        return Shortfall("cổng bắt trả tiền rồi mới cho nộp hồ sơ", "nộp hồ sơ trước, trả tiền sau", witness)
    if after == _OBLIGED:
        return Shortfall("nộp xong hồ sơ bị giữ ở trạng thái chờ nộp tiền", "trạng thái «mới đăng ký»", witness)
    return None


@check("L4-PAY-24")
def payment_closes_by_itself(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 (online payment function): not a picture of a transfer that somebody has to confirm."""
    offered = evidence.last("payment.offered")
    wanted = "ít nhất một cách thanh toán tự xác nhận"
    if not offered.value:
        page = evidence.last("payment.page")
        if _TRANSFER.search(wording.plain(page.value)):
            return Shortfall("chỉ có cách chuyển khoản rồi gửi chứng từ", wanted, page)
        raise NotObserved("payment.offered", "cổng không đưa ra cách thanh toán nào")
    message = evidence.last("payment.message")
    asked = _SLIP.search(wording.plain(message.value))
    if asked:
        return Shortfall(f"trả tiền xong cổng còn đòi «{asked[0]}»", wanted, message)
    return None


@check("L4-PAY-30")
def nothing_that_signs_is_given_away(evidence: Evidence, _service: Service) -> Shortfall | None:
    """VNPay (derived): the key that signs orders and notices is not in what the payer's browser is sent."""
    witness = evidence.last("payment.keys")
    if witness.value:
        seen = f"mã nguồn trang chờ thanh toán có {', '.join(map(str, witness.value))}"
        return Shortfall(seen, "khóa bí mật chỉ ở máy chủ", witness)
    return None


@check("L4-PAY-30")
def card_is_typed_at_the_gateway(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Card data never pass through the portal."""
    witness = evidence.last("payment.entered")
    if witness.value["own"]:
        return Shortfall(f"số thẻ được nhập trên trang của cổng, {witness.value['url']}",
                         "nhập trên trang của cổng thanh toán", witness)  # fmt: skip
    return None


@check("L4-PAY-33")
def bill_is_told_by_dossier_code(evidence: Evidence, service: Service) -> Shortfall | None:
    """dptracuuthanhtoanhs: 1 with the bill while unpaid, 0 once paid, neither for a code that does not exist."""
    witness = evidence.last("payment.bills")
    bills = {str(row["when"]): row for row in some(evidence, "payment.bills")}
    for when, wanted in (("before", "1"), ("after", "0")):
        if when not in bills:
            raise NotObserved("payment.bills", evidence.reason or "chưa tra cả trước và sau khi trả tiền")
        told = _told(bills[when])
        if told != wanted:
            moment = "chưa trả tiền" if when == "before" else "đã trả tiền"
            return Shortfall(f"hồ sơ {moment} mà tra khoản phải nộp trả «{told}»", f"error_code {wanted}", witness)
    unknown = bills.get("unknown")
    if unknown is None:
        raise NotObserved("payment.bills", "chưa tra mã không có thật")
    if _told(unknown) in {"0", "1"}:
        return Shortfall(f"mã hồ sơ không có thật mà trả «{_told(unknown)}»", "error_code -1", witness)
    return _bill_is_right(bills["before"], service, evidence)


def _told(row: Row) -> str:
    answer = row["answer"]
    return str(answer.get("error_code", "")) if answer else f"HTTP {row['status']}, không phải JSON"


def _bill_is_right(row: Row, service: Service, evidence: Evidence) -> Shortfall | None:
    witness, bill = evidence.last("payment.bills"), row["answer"].get("message")
    if not isinstance(bill, dict):
        return Shortfall("tra khoản phải nộp không kèm hóa đơn", "hóa đơn của hồ sơ", witness)
    if bill.get("MaHoSo") != row["code"]:
        return Shortfall(f"hóa đơn ghi hồ sơ {bill.get('MaHoSo')}", f"hồ sơ {row['code']}", witness)
    prices = [packets.amount_of(line.get("SoTien")) for line in bill.get("PhiLePhi") or []]
    total = sum(price or 0 for price in prices)
    if None in prices or total != service.fee:
        return Shortfall(f"hóa đơn ghi {vnd(total)}", vnd(service.fee), witness)
    return None


@check("L4-PAY-06")
def reduced_class_pays_its_own_rate(evidence: Evidence, service: Service) -> Shortfall | None:
    """Per procedure: who is exempt or pays less by the approved table is asked for that much, not for the whole."""
    whole = sum(item.online * (int(service.case[item.per]) if item.per else 1) for item in service.fees)
    due = service.fee
    if due >= whole:
        return _told_on_the_form(evidence, service)
    if not due:
        offered = evidence.last("payment.offered")
        return Shortfall("người được miễn vẫn bị mời nộp tiền", "0 đ", offered) if offered.value else None
    asked = int(some(evidence, "gateway.orders")[-1]["amount"])
    if asked != due:
        seen = f"người thuộc diện giảm bị thu {vnd(asked)}"
        return Shortfall(seen, f"{vnd(due)} thay cho {vnd(whole)}", evidence.last("gateway.orders"))
    return None


def _told_on_the_form(evidence: Evidence, service: Service) -> Shortfall | None:
    """The dossier itself was of somebody who pays all: the form has been asked for the others."""
    witness, tried = evidence.last("form.exemption"), 0
    for row in rows(evidence, "form.exemption"):
        due = sum(item.due({**service.case, item.by: str(row["option"])}) for item in service.fees)
        if due < service.fee and row["shown"] is not None:
            tried += 1
            if row["shown"] != due:
                seen = f"khai «{row['option']}» mà vẫn phải nộp {vnd(int(row['shown']))}"
                return Shortfall(seen, vnd(due), witness)
    if not tried:
        raise NotObserved("form.exemption", "chưa thử được diện miễn, giảm nào")
    return None


@check("L4-PAY-08")
def anybody_may_pay_by_the_dossier_code(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ13.2b: without signing in, by dossier code: the bill, its sum, and the way to the gateway."""
    payable = evidence.last("bill.payable")
    if not payable.value:
        return Shortfall("không đăng nhập thì không nộp tiền được theo mã hồ sơ", "nộp được", payable)
    amount = evidence.last("bill.amount")
    if amount.value != service.fee:
        shown = vnd(amount.value) if isinstance(amount.value, int) else "không có số tiền"
        return Shortfall(f"trang nộp theo mã hồ sơ ghi {shown}", vnd(service.fee), amount)
    asked = int(some(evidence, "gateway.orders")[-1]["amount"])
    if asked != service.fee:
        return Shortfall(f"cổng thanh toán đòi người nộp thay {vnd(asked)}", vnd(service.fee),
                         evidence.last("gateway.orders"))  # fmt: skip
    return None


@check("L4-PAY-08")
def bill_gives_no_person_away(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 13/2023 (derived): who only knows the code learns neither name nor number of the owner."""
    witness = evidence.last("bill.text")
    person, text = evidence.applicant, wording.plain(witness.value)
    names = {"họ tên": "full_name", "số định danh": "identity_number", "số điện thoại": "phone", "địa chỉ": "address"}
    shown = [what for what, key in names.items() if person.get(key) and wording.holds_word(text, person[key])]
    if shown:
        return Shortfall(f"trang nộp theo mã hồ sơ hiện {', '.join(shown)} của chủ hồ sơ", "che đi", witness)
    return None


@check("L4-PAY-27")
def payment_by_another_counts(evidence: Evidence, _service: Service) -> Shortfall | None:
    """HoTenNguoiNop of the bill: what somebody else pays, from his own card, counts for the owner's dossier."""
    notices = [row for row in some(evidence, "gateway.notices") if row.get("rsp_code") in {"00", "02"}]
    states = evidence.all("payment.status")
    if not states:
        raise NotObserved("payment.status", evidence.reason)
    if not notices:
        raise NotObserved("gateway.notices", evidence.reason or "cổng thanh toán chưa báo được giao dịch")
    if states[-1].value != "paid":
        seen = f"người khác trả xong mà hồ sơ ghi «{states[-1].value}»"
        return Shortfall(seen, "hồ sơ ghi đã thanh toán", states[-1])
    return None
