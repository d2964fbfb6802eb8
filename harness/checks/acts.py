"""Readings of what officer and applicant did with a dossier: one row an act, the letters that went with it."""

from __future__ import annotations

import os
import re

from harness.checks.judges import packets, pdf, wording
from harness.checks.processing import called
from harness.checks.reading import Row, rows
from harness.checks.registry import Shortfall
from harness.model import Evidence, NotObserved, Service, Witness

_CODE = re.compile(r"[A-Z]\d{2}(?:\.\d+)*-\d{6,8}-\d{4,}")  # the part that any form of a dossier's code has


def done(evidence: Evidence, act: str) -> tuple[Row, Witness]:
    """The act's row and its witness; NotObserved when it was never tried."""
    for witness in reversed(evidence.all("officer.acts")):
        for row in witness.value:
            if row["act"] == act:
                return row, witness
    raise NotObserved("officer.acts", evidence.reason or f"chưa thử việc «{act}»")


def taken(evidence: Evidence, act: str) -> tuple[Row, Witness]:
    """Like ``done``, for checks about what came of it."""
    row, witness = done(evidence, act)
    if not row["offered"] or (row["expected"] is not None and row["one_stop"] != row["expected"]):
        raise NotObserved("officer.acts", f"việc «{act}» không thực hiện được")
    return row, witness


def not_possible(evidence: Evidence, act: str, what: str, rule: str) -> Shortfall | None:
    """The system does not offer the act, or takes it and does nothing."""
    row, witness = done(evidence, act)
    if not row["offered"]:
        return Shortfall(f"không có chức năng {what}", rule, witness)
    if row["expected"] is not None and row["one_stop"] == row["portal"] != row["expected"]:
        seen = f"{what} xong, hồ sơ vẫn ở trạng thái {called(row['one_stop'])}"
        return Shortfall(seen, f"trạng thái {called(row['expected'])}", witness)
    return None


def status_told(evidence: Evidence, service: Service, act: str) -> Shortfall | None:
    """Citizen's page, one-stop system and national portal say the one status that the act led to."""
    row, witness = done(evidence, act)
    expected, wanted = row["expected"], f"trạng thái {called(row['expected'])}"
    for place, key in (("trang hồ sơ", "portal"), ("một cửa điện tử", "one_stop")):
        if row[key] != expected:
            return Shortfall(f"{place} ghi {called(row[key])}", wanted, witness)
    if not service.integrated:
        return None
    evidence.last("national.dossiers")
    sent = [packets.status_of(one["data"].get("TrangThaiHoSo")) for one in rows(evidence, "national.dossiers")]
    steps = [packets.status_of(one["data"].get("TrangThai")) for one in rows(evidence, "national.progress")]
    for name, fact, statuses in (("gói tin", "national.dossiers", sent), ("tiến độ", "national.progress", steps)):
        if expected not in statuses:
            told = ", ".join(called(one) for one in dict.fromkeys(statuses)) or "không trạng thái nào"
            return Shortfall(f"{name} gửi Cổng DVC quốc gia chỉ có {told}", wanted, evidence.last(fact))
    return None


def reason_told(evidence: Evidence, act: str) -> Shortfall | None:
    """The officer's own words reach the applicant, by mail or in his account."""
    row, witness = taken(evidence, act)
    mails = [f"{one['subject']} {one['text']}" for one in rows(evidence, "mails")] if evidence.has("mails") else []
    if not any(wording.names(text, row["words"]) for text in [*row["told"], *mails]):
        seen = f"{len(row['told'])} thông báo trong tài khoản, {len(mails)} thư, không thông báo nào nêu lý do"
        return Shortfall(seen, f"nêu «{wording.shortened(row['words'])}»", witness)
    return None


def put_in_writing(  # noqa: PLR0913, PLR0917 - an act and how its paper is called
    evidence: Evidence, act: str, doing: str, wanted: str, document: str, paper: str, reason: str, *, named: bool = True
) -> Shortfall | None:
    """The officer can take the act, and its paper names the dossier, the applicant and the reason he wrote."""
    short = not_possible(evidence, act, doing, wanted)
    if short:
        return short
    row, _ = taken(evidence, act)
    who = {"họ tên người nộp": evidence.applicant.get("full_name")} if named else {}
    needed = {"mã hồ sơ": evidence.fact("submission.code"), **who, reason: row["words"]}
    return letter(evidence, document, paper, needed)


def letter(evidence: Evidence, name: str, title: str, needed: dict[str, object]) -> Shortfall | None:
    """The letter is there, opens, and says what is needed: what → the words for it."""
    document = evidence.document(name)
    file = os.path.relpath(document.path, evidence.folder)
    if not document.size:
        return Shortfall(f"người nộp không tải được {title}", f"có {title}", file=file)
    read = pdf.read(document.content())
    if read.problem:
        return Shortfall(f"{title}: {read.problem}", "tệp PDF đọc được", file=file)
    own = str(needed.get("mã hồ sơ") or "")
    other = next((code for code in _CODE.findall(read.text) if own and code not in own), "")
    if other:
        return Shortfall(f"{title} ghi mã của hồ sơ khác, {other}", f"hồ sơ {own}", file=file)
    for what, words in needed.items():
        if words and not wording.names(read.text, words):
            return Shortfall(f"{title} không ghi {what}", f"«{wording.shortened(words)}»", file=file)
    return None
