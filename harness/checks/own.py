"""What a citizen finds again in his own account."""

from __future__ import annotations

import hashlib

from harness.checks.judges import wording
from harness.checks.reading import texts
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
