"""The public test cards of VNPay's own documentation (bank NCB). No real card is ever accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass

OTP = "123456"
HOLDER = "NGUYEN VAN A"
ISSUED = "07/15"
BANK = "NCB"


@dataclass(frozen=True, slots=True)
class Card:
    """``response_code``: what a payment with it ends with; "" = the bank page refuses it on the spot."""

    number: str
    response_code: str
    explanation: str
    needs_otp: bool = True


CARDS = {
    card.number: card
    for card in (
        Card("9704198526191432198", "00", "Giao dịch thành công"),
        Card("9704195798459170488", "51", "Tài khoản không đủ số dư để thực hiện giao dịch"),
        Card("9704193370791314", "12", "Thẻ/Tài khoản của khách hàng bị khóa", needs_otp=False),
        Card("9704194841945513", "", "Thẻ đã hết hạn sử dụng, vui lòng dùng thẻ khác"),
    )
}


def recognise(number: str, holder: str, issued: str) -> Card | str:
    """The test card, or the sentence that the bank page shows instead."""
    card = CARDS.get(re.sub(r"\D", "", number))
    if card is None:
        return "Số thẻ không hợp lệ. Đây là môi trường thử nghiệm: chỉ nhận thẻ thử nghiệm."
    if " ".join(holder.upper().split()) != HOLDER or issued.strip() != ISSUED:
        return "Tên chủ thẻ hoặc ngày phát hành không đúng."
    return card if card.response_code else card.explanation
