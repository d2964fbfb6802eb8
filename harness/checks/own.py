"""What a citizen finds again in his own account."""

from __future__ import annotations

import hashlib

from harness.checks.judges import wording
from harness.checks.reading import some, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service


@check("L4-SUB-10")
def dossier_is_in_my_list_and_all_of_it_comes_back(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ5: the citizen finds his dossier in his account and can take home all that he gave."""
    code, listed = str(evidence.fact("submission.code")), texts(evidence, "mine.codes")
    witness = evidence.last("mine.codes")
    if not any(wording.names(row, code) for row in listed):
        return Shortfall(f"«Hồ sơ của tôi» có {len(listed)} hồ sơ, không có {code}", "có hồ sơ vừa nộp", witness)
    back = [document for document in evidence.documents_of("attachment:") if document.size]
    if not back and service.papers:
        raise NotObserved("attachment", evidence.reason or "chưa tải được tệp nào đã nộp")
    digests = {document.sha256 for document in back}
    for paper in service.papers:
        if hashlib.sha256(paper.file.read_bytes()).hexdigest() not in digests:
            return Shortfall(f"không tải lại được đúng tệp «{paper.label}»", "tải được toàn bộ hồ sơ đã nộp", witness)
    return None


@check("L4-IDN-06")
def second_sign_in_finds_the_same_account(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ4: one identity, one account; nobody is asked to make or to link another one."""
    witness = evidence.last("identity.second")
    seen = witness.value
    wanted = "vào lại đúng tài khoản cũ, không phải tạo hay liên kết tài khoản"
    if seen["registers"]:
        return Shortfall(f"đăng nhập lần hai lại thấy «{wording.shortened(seen['registers'][0])}»", wanted, witness)
    if not wording.same(seen["name"], seen["first"]):
        return Shortfall(f"lần đầu hiện «{seen['first']}», lần hai hiện «{seen['name']}»", wanted, witness)
    gone = [code for code in seen["before"] if code not in seen["after"]]
    if gone:
        return Shortfall(f"đăng nhập lần hai không còn hồ sơ {gone[0]}", wanted, witness)
    if not seen["before"] and not seen["kept"]:
        return Shortfall("đăng nhập lần hai không còn hồ sơ nháp nào của lần đầu", wanted, witness)
    return None


@check("L4-IDN-07")
def signing_out_ends_the_session(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications: after signing out the old cookie opens nothing any more."""
    witness = evidence.last("sign_out.replay")
    if not witness.value["before"]:
        raise NotObserved("sign_out.replay", "trước khi đăng xuất trang cũng không hiện tên người dùng")
    if witness.value["after"]:
        return Shortfall(f"cookie cũ vẫn mở được trang của «{witness.value['after'][0]}» sau khi đăng xuất",
                         "phiên kết thúc trên máy chủ", witness)  # fmt: skip
    return None


@check("L4-ACC-20")
def ended_session_is_announced_and_loses_nothing(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Complaints: the page warns before the session ends, and what was declared and attached is there afterwards."""
    warned = evidence.last("expiry.warned")
    if warned.value["after"] is None:
        return Shortfall("để trang một giờ không thấy báo phiên sắp hết", "báo trước khi hết phiên", warned)
    witness = evidence.last("expiry.kept")
    for row in some(evidence, "expiry.kept"):
        if row["sent"] and not wording.same(row["sent"], row["kept"]):
            seen = f"«{row['label']}» đã là «{wording.shortened(row['sent'])}», còn «{wording.shortened(row['kept'])}»"
            seen = f"sau khi mất phiên và đăng nhập lại, {seen}"
            return Shortfall(seen, "không mất gì đã khai, đã đính kèm", witness)
    return None
