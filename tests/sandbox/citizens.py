"""Dossiers for the sandbox's tests, made the way a citizen makes them."""

from __future__ import annotations

import uuid
from typing import Any

PDF = b"%PDF-1.4\n% to khai\n"

APPLICANT = {
    "full_name": "Nguyễn Văn Mẫu", "identity_number": "001099000001", "birth_date": "01/02/1990",
    "address": "Thôn Mẫu, xã Mẫu", "phone": "0900000001", "email": "nguyen-van-mau@example.vn",
}
VALUES = {
    "2.000635": {"event": "Khai sinh", "subject_name": "Nguyễn Văn Mẫu", "registration": "125/2019",
                 "purpose": "Bổ sung hồ sơ nhập học", "copies": "2", "return_way": "Trực tuyến"},
    "1.004194": {"head_name": "Trần Thị Chủ", "head_identity": "001099000002", "relation": "Người thuê nhà",
                 "temporary_address": "Số 7, xã Mẫu", "until": "01/12/2027", "reason": "Làm việc"},
    "1.009141": {"request": "Cấp mới", "house_address": "Số 9, xã Mẫu", "house_type": "Nhà ở riêng lẻ",
                 "storeys": "2", "return_way": "Trực tuyến"},
}


def draft(code: str = "2.000635", **changed: str) -> Any:
    """A complete draft with its paper, not yet submitted."""
    from sandbox.core import dossiers
    from sandbox.core.models import Account
    from sandbox.core.procedures import procedure

    account = Account.objects.create(subject=uuid.uuid4().hex, **APPLICANT)
    found = dossiers.open_draft(account, code)
    found.values = {**found.values, **VALUES[code], **changed}
    found.save()
    for component in procedure(code).components:
        dossiers.keep_upload(found, component.code, "giấy tờ.pdf", PDF)
    return found


def dossier(code: str = "2.000635", **changed: str) -> Any:
    from sandbox.core import dossiers

    return dossiers.create_dossier(draft(code, **changed))


def officer() -> Any:
    from sandbox.core.models import Officer

    given = {"password": "!", "full_name": "Trần Thị Cán"}
    return Officer.objects.get_or_create(username="can-bo-01", defaults=given)[0]


def order(one: Any) -> Any:
    """A pending order for the dossier, as the payer's redirect made it."""
    from sandbox.core import payments

    payments.begin(one)
    return one.payments.latest("pk")


def notice(payment: Any, **changed: str) -> dict[str, str]:
    """A signed notice of success for the order; changed fields are signed too."""
    from sandbox.core import vnpay

    params = {"vnp_TxnRef": payment.txn_ref, "vnp_Amount": str(payment.amount * 100), "vnp_ResponseCode": "00",
              "vnp_TransactionStatus": "00", "vnp_OrderInfo": "Nop phi ho so", **changed}
    return {**params, "vnp_SecureHash": vnpay.sign(params)}


def paid(code: str = "2.000635") -> Any:
    from sandbox.core import payments

    one = dossier(code)
    if one.fees.exists():
        payments.receive_notice(notice(order(one)))
    return one
