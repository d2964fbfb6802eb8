"""What officers do: each action is one step of the state machine, with its papers and messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from sandbox.core import outbox
from sandbox.core.behaviour import behaviour
from sandbox.core.conforming.paying import LATER
from sandbox.core.dossiers import Refused, enter, give_back, issue_paper
from sandbox.core.models import Dossier, FeeLine, Officer, Reappointment, Supplement
from sandbox.core.procedures import procedure
from sandbox.core.texts import now
from sandbox.core.working_days import CLOSING, VIETNAM

STAYS = 0  # a step that leaves the status as it is


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer gave with a step."""

    officer: Officer
    words: str = ""
    amount: int = 0  # đồng
    day: date | None = None


def asked(officer: Officer, words: str, amount: str = "", on: str = "") -> Asked:
    """From what a page sent: amount in digits, day as dd/mm/yyyy or ISO."""
    found = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", on.strip())
    try:
        new = date.fromisoformat(f"{found[3]}-{found[2]}-{found[1]}" if found else on.strip())
    except ValueError:
        new = None
    return Asked(officer, words.strip(), int(amount) if amount.isascii() and amount.isdecimal() else 0, new)


@dataclass(frozen=True, slots=True)
class Action:
    """One button of the dossier page. `prepare` checks and dates the dossier; `conclude` issues papers."""

    name: str  # in the address
    label: str
    status: int  # reached
    note: str = ""  # history note; empty with asks: the officer's words
    asks: str = ""  # label of the text that the officer must give
    prepare: Callable[[Dossier, Asked], None] = lambda _dossier, _asked: None
    conclude: Callable[[Dossier], None] = lambda _dossier: None  # after the history row


def _accept(dossier: Dossier, _asked: Asked) -> None:
    obstacle = behaviour().reception_obstacle(dossier)
    if obstacle:
        raise Refused(obstacle)
    dossier.received_at = now()
    dossier.due_at = behaviour().due_at(dossier.received_at, procedure(dossier.procedure))


def _hand_slip(dossier: Dossier) -> None:
    if behaviour().slip_due(dossier):
        issue_paper(dossier, "slip", dossier.code)


def _ask_supplement(dossier: Dossier, asked: Asked) -> None:
    Supplement.objects.create(dossier=dossier, words=asked.words, asked_at=now(), asked_by=asked.officer.full_name,
                              due_before=dossier.due_at)


def _ask_fee(dossier: Dossier, asked: Asked) -> None:
    if not asked.amount:
        raise Refused("Vui lòng nhập số tiền phải nộp.")
    FeeLine.objects.create(dossier=dossier, code=LATER, name=asked.words, amount=asked.amount)


def _refuse(dossier: Dossier, _asked: Asked) -> None:
    dossier.refused_at = now()


def _refused(dossier: Dossier) -> None:
    letter("refusal")(dossier)
    give_back(dossier, 3, "Hồ sơ không được tiếp nhận")


def _finish(dossier: Dossier, _asked: Asked) -> None:
    dossier.finished_at = behaviour().finished_at(dossier)
    if procedure(dossier.procedure).result.is_document:
        issue_paper(dossier, "result", behaviour().result_number(dossier))


def _stop(dossier: Dossier, _asked: Asked) -> None:
    dossier.finished_at = now()


def _return(dossier: Dossier, _asked: Asked) -> None:
    dossier.returned_at = max(now(), dossier.finished_at or now())


def _apologise(dossier: Dossier, asked: Asked) -> None:
    if asked.day is None or dossier.due_at is None or asked.day <= dossier.due_at.date():
        raise Refused("Vui lòng nhập ngày hẹn lại, sau ngày đã hẹn.")
    letter = Reappointment.objects.create(dossier=dossier, reason=asked.words, at=now(), due_before=dossier.due_at,
                                          due_after=datetime.combine(asked.day, CLOSING, VIETNAM))
    dossier.due_at = letter.due_after


def letter(kind: str) -> Callable[[Dossier], None]:
    """Issues the letter that goes with a step."""

    def issue(dossier: Dossier) -> None:
        if behaviour().letter_due(dossier, kind):
            issue_paper(dossier, kind, f"{dossier.code}-{dossier.papers.count() + 1}")

    return issue


ACTIONS = (
    Action("tiep-nhan", "Tiếp nhận hồ sơ", 2, note="Tiếp nhận hồ sơ và hẹn trả kết quả", prepare=_accept,
           conclude=_hand_slip),
    Action("bo-sung", "Yêu cầu bổ sung", 5, asks="Nội dung yêu cầu bổ sung", prepare=_ask_supplement,
           conclude=letter("supplement")),
    Action("tu-choi", "Từ chối", 3, asks="Lý do từ chối", prepare=_refuse, conclude=_refused),
    Action("nop-phi", "Yêu cầu nộp phí", 6, asks="Nội dung yêu cầu nộp phí", prepare=_ask_fee),
    Action("xu-ly", "Chuyển xử lý", 4, note="Chuyển cán bộ chuyên môn xử lý"),
    Action("ban-hanh", "Ký và ban hành kết quả", 9, note="Ký và ban hành kết quả", prepare=_finish),
    Action("tra-ket-qua", "Trả kết quả", 10, note="Trả kết quả cho người nộp", prepare=_return),
    Action("xin-loi", "Xin lỗi và hẹn lại", STAYS, asks="Lý do chậm", prepare=_apologise, conclude=letter("apology")),
    Action("dung-xu-ly", "Dừng xử lý", 8, asks="Lý do dừng xử lý", prepare=_stop, conclude=letter("stop")),
)
BY_NAME = {action.name: action for action in ACTIONS}


def offered(dossier: Dossier) -> list[Action]:
    """Buttons that may be pressed now."""
    return [action for action in ACTIONS if _allowed(dossier, action) and
            not behaviour().officer_obstacle(dossier, action.name)]


def _allowed(dossier: Dossier, action: Action) -> bool:
    return action.status == STAYS or behaviour().may_follow(dossier.status, action.status)


def perform(code: str, name: str, asked: Asked) -> Dossier:
    """Takes one step with a dossier; Refused says why not. Two officers cannot take the same step."""
    action = BY_NAME[name]
    if action.asks:
        problem = behaviour().words_problem(asked.words)
        if problem:
            raise Refused(f"{action.asks}: {problem}")
    with transaction.atomic():
        dossier: Dossier = Dossier.objects.select_for_update().get(code=code)
        if not _allowed(dossier, action):
            name_now = behaviour().status_name(dossier.status)
            raise Refused(f"Không thể «{action.label}» khi hồ sơ ở trạng thái «{name_now}».")
        obstacle = behaviour().officer_obstacle(dossier, name)
        if obstacle:
            raise Refused(obstacle)
        action.prepare(dossier, asked)
        note = behaviour().later_fee_note(asked.words, asked.amount) if name == "nop-phi" else asked.words
        unit, status = procedure(dossier.procedure).agency.name, action.status or dossier.status
        enter(dossier, status, by=asked.officer.full_name, unit=unit, note=note or action.note)
        action.conclude(dossier)
        outbox.tell(dossier, "apology" if action.status == STAYS else str(status), note)
    return dossier
