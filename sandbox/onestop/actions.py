"""What officers do: each action is one step of the state machine, with its papers and messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from sandbox.core import outbox
from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, enter, issue_paper
from sandbox.core.models import Dossier, FeeLine, Officer
from sandbox.core.procedures import procedure
from sandbox.core.texts import now


@dataclass(frozen=True, slots=True)
class Action:
    """One button of the dossier page. `prepare` checks and dates the dossier; `conclude` issues papers."""

    name: str  # in the address
    label: str
    status: int  # reached
    note: str = ""  # history note; empty with asks: the officer's words
    asks: str = ""  # label of the text that the officer must give
    prepare: Callable[[Dossier], None] = lambda _dossier: None
    conclude: Callable[[Dossier], None] = lambda _dossier: None


def _accept(dossier: Dossier) -> None:
    obstacle = behaviour().reception_obstacle(dossier)
    if obstacle:
        raise Refused(obstacle)
    dossier.received_at = now()
    dossier.due_at = behaviour().due_at(dossier.received_at, procedure(dossier.procedure))


def _hand_slip(dossier: Dossier) -> None:
    if behaviour().slip_due(dossier):
        issue_paper(dossier, "slip", dossier.code)


def _refuse(dossier: Dossier) -> None:
    dossier.refused_at = now()


def _finish(dossier: Dossier) -> None:
    dossier.finished_at = now()
    if procedure(dossier.procedure).result.is_document:
        issue_paper(dossier, "result", behaviour().result_number(dossier))


def _stop(dossier: Dossier) -> None:
    dossier.finished_at = now()


def _return(dossier: Dossier) -> None:
    dossier.returned_at = now()


ACTIONS = (
    Action("tiep-nhan", "Tiếp nhận hồ sơ", 2, note="Tiếp nhận hồ sơ và hẹn trả kết quả", prepare=_accept,
           conclude=_hand_slip),
    Action("bo-sung", "Yêu cầu bổ sung", 5, asks="Nội dung yêu cầu bổ sung"),
    Action("tu-choi", "Từ chối", 3, asks="Lý do từ chối", prepare=_refuse),
    Action("nop-phi", "Yêu cầu nộp phí", 6, asks="Nội dung yêu cầu nộp phí"),
    Action("xu-ly", "Chuyển xử lý", 4, note="Chuyển cán bộ chuyên môn xử lý"),
    Action("ban-hanh", "Ký và ban hành kết quả", 9, note="Ký và ban hành kết quả", prepare=_finish),
    Action("tra-ket-qua", "Trả kết quả", 10, note="Trả kết quả cho người nộp", prepare=_return),
    Action("dung-xu-ly", "Dừng xử lý", 8, asks="Lý do dừng xử lý", prepare=_stop),
)
BY_NAME = {action.name: action for action in ACTIONS}


def offered(dossier: Dossier) -> list[Action]:
    """Buttons that may be pressed now."""
    return [action for action in ACTIONS if behaviour().may_follow(dossier.status, action.status)]


def perform(code: str, name: str, officer: Officer, words: str = "", amount: int = 0) -> Dossier:
    """Takes one step with a dossier; Refused says why not. Two officers cannot take the same step."""
    action = BY_NAME[name]
    if action.asks and not words:
        raise Refused(f"Vui lòng nhập {action.asks}.")
    with transaction.atomic():
        dossier: Dossier = Dossier.objects.select_for_update().get(code=code)
        if not behaviour().may_follow(dossier.status, action.status):
            name_now = behaviour().status_name(dossier.status)
            raise Refused(f"Không thể «{action.label}» khi hồ sơ ở trạng thái «{name_now}».")
        action.prepare(dossier)
        if amount:
            FeeLine.objects.create(dossier=dossier, code="BO-SUNG", name=words, amount=amount)
        action.conclude(dossier)
        unit = procedure(dossier.procedure).agency.name
        enter(dossier, action.status, by=officer.full_name, unit=unit, note=words or action.note)
        outbox.tell(dossier, str(action.status), words)
    return dossier
