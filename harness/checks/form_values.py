"""What the electronic form takes, refuses, and keeps when the network goes."""

from __future__ import annotations

from typing import Any

from harness.checks.judges import wording
from harness.checks.reading import Row, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service


def _tried(evidence: Evidence, *meanings: str) -> list[Row]:
    found = [row for row in some(evidence, "form.limits") if row["meaning"] in meanings]
    if not found:
        raise NotObserved("form.limits", "không ô nào thuộc loại này gõ được giá trị để thử")
    return found


@check("L4-FRM-10")
def values_without_the_right_form_are_refused(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Data rules: 12 digits of the identity number, a real day of the past, a telephone, a mail address, a tax code."""
    for row in _tried(evidence, "identity", "tax", "phone", "email", "born"):
        shown = f"«{row['value']}» ({row['why']}) ở ô «{row['label']}»"
        if not row["good"] and row["accepted"] and wording.same(row["held"], row["value"]):
            return Shortfall(f"tờ khai nhận {shown}", "từ chối ngay tại ô", evidence.last("form.limits"))
        if row["good"] and not row["accepted"]:
            said = f": «{wording.shortened(row['message'])}»" if row["message"] else ""
            return Shortfall(f"tờ khai từ chối {shown}{said}", "được nhận", evidence.last("form.limits"))
    return None


@check("L4-FRM-22")
def money_of_fifteen_digits_is_taken(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specification: a field of money takes 15 digits and keeps every one of them."""
    for row in _tried(evidence, "money"):
        seen = f"ô «{row['label']}» nhập {row['value']}"
        if _digits(row["held"]) != row["value"]:
            return Shortfall(f"{seen} thì còn «{row['held']}»", "giữ đủ 15 chữ số", evidence.last("form.limits"))
        if not row["accepted"]:
            said = f": «{wording.shortened(row['message'])}»" if row["message"] else ""
            return Shortfall(f"{seen} thì bị từ chối{said}", "nhận số tiền 15 chữ số", evidence.last("form.limits"))
    return None


def _digits(text: object) -> str:
    return "".join(letter for letter in str(text) if letter.isdigit())


@check("L4-FRM-11")
def every_choice_can_be_made(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Complaints: radios, ticks and lists take every choice, and a list that depends on another one is filled."""
    for row in some(evidence, "form.choices"):
        if not row["taken"]:
            return Shortfall(f"ô «{row['label']}», {_option(row)}: {wording.shortened(row['why'], 120)}",
                             "chọn được mọi lựa chọn, danh sách phụ thuộc có nội dung",
                             evidence.last("form.choices"))  # fmt: skip
    return None


def _option(row: Row) -> str:
    option = str(row["option"])
    return option if option.startswith("sau khi") else f"chọn «{option}»"


@check("L4-FRM-08")
def lost_network_is_told(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ14; complaints: the page itself says that the network is gone."""
    row = _offline(evidence)
    if not wording.plain(row["said"]):
        return Shortfall("mất mạng lúc bấm đi tiếp, trang không báo gì", "báo mất kết nối bằng tiếng Việt",
                         evidence.last("form.offline"))  # fmt: skip
    return None


@check("L4-FRM-08")
def unsent_values_come_back(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ14; complaints: once the network is back, the reopened form holds what had been typed."""
    row = _offline(evidence)
    if not row["restored"]:
        shown = f"ghi «{wording.shortened(row['shown'])}»" if row["shown"] else "để trống"
        return Shortfall(f"có mạng lại và mở lại tờ khai, ô «{row['label']}» {shown}",
                         f"còn «{wording.shortened(row['sent'])}»", evidence.last("form.offline"))  # fmt: skip
    return None


def _offline(evidence: Evidence) -> dict[str, Any]:
    return dict(evidence.fact("form.offline"))
