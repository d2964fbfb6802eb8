"""What the applicant is told on the way, and what he must not be told: to come in person, to bring originals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.checks.judges import wording
from harness.checks.judges.workdays import moment
from harness.checks.reading import rows, some, time_of, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, Witness

_PRINTED = (
    "published.components", "published.requirements", "attach.hint", "review.text", "submission.message", "slip.text"
)
_ORIGINALS = re.compile(
    r"(?:nộp|gửi|mang|đem|xuất trình|cung cấp|kèm)(?:\s+\w+){0,4}\s+(?:bản chính|bản gốc|bản giấy)"
    r"|(?:bản chính|bản gốc|bản giấy)(?:\s+\w+){0,4}\s+(?:để|nhằm) đối chiếu"
    r"|đối chiếu (?:với )?(?:bản chính|bản gốc)",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(
    r"(?:đến|tới|có mặt tại|liên hệ trực tiếp)(?:\s+[\w,]+){0,4}"
    r"\s+(?:cơ quan|bộ phận một cửa|bộ phận tiếp nhận|trung tâm phục vụ|trụ sở|ủy ban|uỷ ban|quầy)"
    r"(?:\s+[\w,]+){0,12}?\s+(?:để|nhằm)\s+(?:xác nhận|hoàn tất|hoàn thiện|ký|nộp|đối chiếu|bổ sung|làm thủ tục)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<!hẹn )(?:(?:đã|được|đã có|nhận|tải|thông báo|trả)(?: \w+)? kết quả)|xử lý xong", re.IGNORECASE
)

_PAYMENT = re.compile(r"thanh toán|biên lai|chứng từ", re.IGNORECASE)
_STEP = re.compile(r"tiếp nhận|xử lý|giải quyết|kết quả|thụ lý|đã nộp|nộp hồ sơ", re.IGNORECASE)


def _said(evidence: Evidence, facts: tuple[str, ...]) -> Iterator[tuple[Witness, str]]:
    """Every sentence that the applicant was shown or sent, with where."""
    for fact in facts:
        for witness in evidence.all(fact):
            value = witness.value if isinstance(witness.value, list) else [witness.value]
            yield from ((witness, wording.plain(text)) for text in value if text)
    for fact in ("mails", "notices.account"):
        for text in _messages(evidence, fact):
            yield evidence.last(fact), text


def _messages(evidence: Evidence, fact: str) -> list[str]:
    found = rows(evidence, fact) if evidence.has(fact) else []
    return [wording.plain(f"{one['subject']}. {one['text']}" if isinstance(one, dict) else one) for one in found]


@check("L4-FRM-18")
def no_paper_originals_are_asked_for(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 (forbidden): an online dossier needs no paper original, neither sent nor shown later."""
    evidence.last("review.text")
    return _forbidden(evidence, _PRINTED, _ORIGINALS, "không đòi bản giấy, bản chính khi nộp trực tuyến")


@check("L4-SUB-19")
def nobody_is_asked_to_come(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ11.1: once sent online, nobody has to come to confirm, sign or complete."""
    evidence.last("submission.message")
    return _forbidden(evidence, ("submission.message", "slip.text", "review.text"), _IN_PERSON,
                      "không phải đến cơ quan sau khi đã nộp trực tuyến")  # fmt: skip


def _forbidden(evidence: Evidence, facts: tuple[str, ...], words: re.Pattern[str], wanted: str) -> Shortfall | None:
    for witness, text in _said(evidence, facts):
        found = words.search(text)
        if found:
            return Shortfall(f"{witness.place} ghi «…{wording.shortened(found[0])}…»", wanted, witness)
    walked_to_the_end(evidence, facts[0])
    return None


@check("L4-RES-16")
def result_is_told(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11: the applicant is told by mail or in his account that the result is there."""
    if not any(row["step"] == "issue" for row in some(evidence, "status.steps")):
        raise NotObserved("status.steps", evidence.reason or "hồ sơ chưa có kết quả")
    told = [*_messages(evidence, "mails"), *_messages(evidence, "notices.account")]
    if not any(_RESULT.search(text) for text in told):
        return Shortfall(f"{len(told)} thông báo gửi người nộp, không thông báo nào cho biết đã có kết quả",
                         "báo cho người nộp khi có kết quả", evidence.last("mails"))  # fmt: skip
    return None


@check("L4-PRC-07")
def every_change_is_told(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ11; TT 22/2019: each change of the dossier's status is told, by mail or in the account."""
    changes = [row for row in some(evidence, "status.steps") if row["step"] != "pay"]
    code = evidence.fact("submission.code")
    places = {"thư điện tử": _messages(evidence, "mails"), "tài khoản": _messages(evidence, "notices.account")}
    told = {place: len({text for text in texts if wording.names(text, code) and not _only_payment(text)})
            for place, texts in places.items()}  # fmt: skip
    if max(told.values()) < len(changes):
        seen = ", ".join(f"{count} thông báo qua {place}" for place, count in told.items())
        return Shortfall(f"hồ sơ đổi trạng thái {len(changes)} lần mà chỉ có {seen}", "mỗi lần đổi một thông báo",
                         evidence.last("mails"))  # fmt: skip
    return None


def _only_payment(text: str) -> bool:
    """A message that the money came tells of no change of the dossier's own status."""
    return bool(_PAYMENT.search(text)) and not _STEP.search(text)


@check("L4-PRC-10")
def due_date_lies_ahead(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 61/2018: a received dossier has a due date, and it lies after the reception."""
    received = time_of(evidence, "received.at")
    for fact, place in (("due_date.page", "trang hồ sơ"), ("due_date.one_stop", "một cửa điện tử")):
        if not evidence.has(fact):
            continue
        witness = evidence.last(fact)
        due = moment(witness.value)
        if due is None:
            return Shortfall(f"{place} không ghi ngày hẹn trả", "ngày hẹn trả sau ngày tiếp nhận", witness)
        if due.date() < received.date():
            return Shortfall(f"{place} hẹn trả ngày {due:%d/%m/%Y}", f"sau ngày tiếp nhận {received:%d/%m/%Y}", witness)
    evidence.last("due_date.page")
    return None
