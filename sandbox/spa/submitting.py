"""Handing in: a one-time code goes to the applicant's mail address and comes back with the application."""

from __future__ import annotations

import hmac
import secrets
import time

from django.conf import settings
from django.http import HttpRequest, JsonResponse

from sandbox.core import outbox
from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, create_dossier, open_draft
from sandbox.core.models import Draft
from sandbox.spa import words
from sandbox.spa.answers import RefusalError, api, applicant, given, own, the_procedure

KEY = "submission-code"  # in the session: {draft, code, until, tries}
LIFETIME, TRIES = 600, 5  # seconds; wrong guesses before a new code is needed
WRONG = "Mã xác nhận không đúng hoặc đã hết hạn."


@api("POST")
def send_code(request: HttpRequest, code: str) -> JsonResponse:
    """Only a complete application gets a code."""
    one, account = the_procedure(code), applicant(request)
    draft = open_draft(account, one.code)
    obstacles = behaviour().obstacles(one, draft.values, list(draft.uploads.all()))
    if obstacles:
        raise RefusalError(422, " ".join(obstacles))
    if not settings.SMTP_HOST:
        raise RefusalError(503, "Chưa gửi được thư xác nhận. Ông/bà vui lòng thử lại sau.")
    to = str(draft.values.get("email") or account.email)
    number = f"{secrets.randbelow(10**6):06d}"
    request.session[KEY] = {"draft": draft.pk, "code": number, "until": time.time() + LIFETIME, "tries": 0}
    outbox.put("mail", {"to": to, "subject": "Mã xác nhận gửi đơn", "text":
                        f"Mã xác nhận gửi đơn «{one.name}» của ông/bà là {number}. Mã dùng một lần, trong 10 phút. "
                        "Không đưa mã này cho người khác."})
    name, _, host = to.partition("@")
    return JsonResponse({"toi": f"{name[:2]}***@{host}"})


@api("POST")
def submit(request: HttpRequest, code: str) -> JsonResponse:
    account, sent = applicant(request), given(request)
    if not sent.get("dong_y"):
        raise RefusalError(422, "Vui lòng đánh dấu vào ô đồng ý xử lý dữ liệu cá nhân trước khi gửi đơn.")
    if not sent.get("cam_ket"):
        raise RefusalError(422, "Vui lòng đánh dấu vào ô chịu trách nhiệm trước khi gửi đơn.")
    draft = Draft.objects.filter(account=account, procedure=the_procedure(code).code, submitted=False).first()
    if draft is None:
        raise RefusalError(409, "Đơn này đã được gửi.")
    _check_code(request, draft, str(sent.get("ma", "")).strip())
    try:
        dossier = create_dossier(draft)
    except Refused as reason:
        raise RefusalError(422, str(reason)) from reason
    del request.session[KEY]
    return JsonResponse({"so": dossier.code}, status=201)


def _check_code(request: HttpRequest, draft: Draft, typed: str) -> None:
    known = request.session.get(KEY, {})
    if known.get("draft") != draft.pk or known["until"] < time.time() or known["tries"] >= TRIES:
        raise RefusalError(422, WRONG, {"ma": WRONG})
    if not hmac.compare_digest(known["code"].encode(), typed.encode()):
        request.session[KEY] = {**known, "tries": known["tries"] + 1}
        raise RefusalError(422, WRONG, {"ma": WRONG})


@api("GET")
def done(request: HttpRequest, code: str) -> JsonResponse:
    dossier, rules = own(request, code), behaviour()
    rows, message = words.rows(rules.submission_rows(dossier)), rules.submission_message(dossier)
    return JsonResponse({"hang": rows, "loi_nhan": message, "phai_nop": rules.payment_offered(dossier)})
