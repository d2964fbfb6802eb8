"""The life of a dossier: from draft to result. Every step is one function and one transaction."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.db.models import F

from sandbox.core import outbox
from sandbox.core.behaviour import behaviour
from sandbox.core.models import (
    Account,
    Dossier,
    Draft,
    FeeLine,
    Paper,
    Refund,
    Serial,
    StatusChange,
    Talk,
    Upload,
)
from sandbox.core.procedures import Component, procedure
from sandbox.core.texts import now


class Refused(Exception):  # noqa: N818 - a refusal is not an error
    """The step may not be taken; the text is a Vietnamese sentence for the person who tried."""


def next_number(name: str) -> int:
    """The next number of a numbering; two callers never get the same (the row is locked by its update)."""
    with transaction.atomic():
        Serial.objects.get_or_create(name=name)
        Serial.objects.filter(name=name).update(last=F("last") + 1)
        return int(Serial.objects.get(name=name).last)


def open_draft(account: Account, code: str) -> Draft:
    """The account's draft of a procedure, with prefilled values when it is new."""
    draft, new = Draft.objects.get_or_create(account=account, procedure=code, submitted=False)
    if new:
        filled = {field.name: behaviour().prefill(field, account) for field in procedure(code).fields}
        draft.values = {name: value for name, value in filled.items() if value}
        draft.save()
    return draft


def keep_upload(draft: Draft, component: str, name: str, content: bytes) -> Upload:
    """Stores an accepted file; Refused with the reason otherwise. A slot holds one file."""
    error = behaviour().file_error(procedure(draft.procedure).component(component), name, content)
    if error:
        raise Refused(error)
    kept = behaviour().stored_content(content)
    with transaction.atomic():
        draft.uploads.filter(component=component).delete()
        return Upload.objects.create(
            draft=draft, component=component, file_name=name, media_type=behaviour().media_type(name),
            content=kept, sha256=hashlib.sha256(kept).hexdigest())


def create_dossier(draft: Draft) -> Dossier:
    """Hands a complete draft in: code, fee lines, status 1, messages. Refused names what is missing."""
    one = procedure(draft.procedure)
    with transaction.atomic():
        if not behaviour().claim_draft(draft):
            raise Refused("Hồ sơ này đã được nộp.")
        found = behaviour().obstacles(one, draft.values, list(draft.uploads.all()))
        if found:
            raise Refused(" ".join(found))
        at = now()
        dossier = Dossier.objects.create(
            code=behaviour().dossier_code(at, next_number(f"dossier-{at:%y%m%d}")), account=draft.account,
            procedure=one.code, values=draft.values, submitted_at=at)
        for item, amount in behaviour().fee_lines(one, draft.values):
            FeeLine.objects.create(dossier=dossier, code=item.code, name=item.name, amount=amount)
        draft.uploads.update(dossier=dossier)
        enter(dossier, 1, by=draft.account.full_name, unit="", note="Nộp hồ sơ trực tuyến")
        outbox.tell(dossier, "submitted")
    return dossier


def enter(dossier: Dossier, status: int, *, by: str, unit: str, note: str = "") -> None:
    """Writes a status and its history row; saves the dossier and tells the national portal."""
    dossier.status = behaviour().reached(dossier, status)
    dossier.save()
    for step in behaviour().history_steps(status):
        StatusChange.objects.create(dossier=dossier, status=step, at=now(), by=by, unit=unit, note=note)
    outbox.synchronise(dossier)


def issue_paper(dossier: Dossier, kind: str, number: str) -> Paper:
    """Renders, signs and stores a paper of the dossier."""
    content = behaviour().paper_content(dossier, kind, number)
    return Paper.objects.create(
        dossier=dossier, kind=kind, number=number, file_name=behaviour().file_name(dossier, kind), content=content,
        sha256=hashlib.sha256(content).hexdigest(), at=now())


def withdraw(dossier: Dossier, reason: str) -> None:
    """The applicant takes his dossier back (status 7); what he has paid for nothing is given back."""
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
        if not behaviour().may_follow(dossier.status, 7):
            raise Refused("Hồ sơ không còn rút được ở trạng thái này.")
        enter(dossier, 7, by=dossier.account.full_name, unit="", note=reason)
        outbox.tell(dossier, "7", reason)
        give_back(dossier, 7, reason)


def give_back(dossier: Dossier, status: int, reason: str) -> None:
    """Writes down the refunds that a step calls for; the courier asks the gateway."""
    if behaviour().refund_due(dossier, status):
        for payment in dossier.payments.filter(state="paid", refund=None):
            Refund.objects.create(payment=payment, amount=behaviour().refund_amount(payment), reason=reason[:300],
                                  at=now())


def answer_supplement(dossier: Dossier, words: str, name: str, content: bytes) -> None:
    """The applicant adds what was asked for: same dossier, same code, and the clock runs on."""
    slot = Component(code="", name="giấy tờ bổ sung")
    error = behaviour().file_error(slot, name, content) if name else "Vui lòng chọn giấy tờ bổ sung."
    if error:
        raise Refused(error)
    kept, at = behaviour().stored_content(content), now()
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
        request = dossier.supplements.filter(answered_at=None).order_by("pk").last()
        if dossier.status != 5 or request is None:
            raise Refused("Hồ sơ không có yêu cầu bổ sung nào đang chờ.")
        Upload.objects.create(
            dossier=dossier, supplement=request, component="", file_name=name, content=kept,
            media_type=behaviour().media_type(name), sha256=hashlib.sha256(kept).hexdigest())
        request.answer, request.answered_at = words, at
        request.due_after = behaviour().due_after_waiting(request, at, procedure(dossier.procedure))
        request.save()
        dossier.due_at = request.due_after or dossier.due_at
        enter(dossier, 4 if dossier.received_at else 5, by=dossier.account.full_name, unit="",
              note="Người nộp đã bổ sung giấy tờ")
        outbox.tell(dossier, "answered")


def say(dossier: Dossier, by: str, text: str, *, from_officer: bool) -> None:
    """One message of the exchange between officer and applicant."""
    Talk.objects.create(dossier=dossier, by=by, from_officer=from_officer, text=text[:2000], at=now())
    if from_officer:
        outbox.tell(dossier, "talk", text)
