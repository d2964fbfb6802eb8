"""What stands on the papers that the system issues: QR codes, the result's code and kind (TT 01/2023, NĐ 45/2020)."""

from __future__ import annotations

from harness.checks.judges import qr, wording
from harness.checks.papers import file_of, readable, says_day
from harness.checks.reading import rows, texts, time_of
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service


@check("L4-SUB-06")
def slip_has_its_qr_code(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 01/2023/TT-VPCP Đ26: at the top left; dossier, procedure, person, paper, system, time, due date."""
    readable(evidence, "slip")
    code = str(evidence.fact("submission.code"))
    found = qr.codes_on(evidence.document("slip").content())
    if not found:
        return Shortfall("giấy tiếp nhận không có mã QR đọc được", "mã QR ở góc trên bên trái",
                         file=file_of(evidence, "slip"))  # fmt: skip
    right = [one for one in found if wording.names(one.text, code)]
    if not right:
        return Shortfall(f"mã QR ghi «{wording.shortened(found[0].text)}», không có mã hồ sơ", f"mã hồ sơ {code}",
                         file=file_of(evidence, "slip"))  # fmt: skip
    text = right[0].text
    lacking = [what for what, there in (
        ("mã thủ tục", wording.names(text, service.code)),
        ("số định danh người nộp", wording.names(text, evidence.applicant["identity_number"])),
        ("tên giấy tờ", wording.names(text, "tiếp nhận")),
        ("thời điểm tiếp nhận", says_day(text, time_of(evidence, "received.at").date())),
    ) if not there]  # fmt: skip
    if lacking:
        return Shortfall(f"mã QR trên giấy tiếp nhận thiếu {', '.join(lacking)}", "đủ các mục của Điều 26",
                         file=file_of(evidence, "slip"))  # fmt: skip
    if right[0].left > 0.5 or right[0].top > 0.5:
        return Shortfall("mã QR không nằm ở góc trên bên trái", "góc trên bên trái trang đầu",
                         file=file_of(evidence, "slip"))  # fmt: skip
    return None


@check("L4-RES-08")
def result_has_its_qr_code(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 01/2023/TT-VPCP Đ26: a QR code that leads to this very result."""
    readable(evidence, "result")
    code = str(evidence.fact("submission.code"))
    found = [one.text for one in qr.codes_on(evidence.document("result").content())]
    if not any(wording.names(text, code) for text in found):
        seen = f"mã QR trên kết quả ghi «{wording.shortened(found[0])}»" if found else "kết quả không có mã QR đọc được"
        return Shortfall(seen, f"mã QR ghi mã hồ sơ {code}", file=file_of(evidence, "result"))
    return None


@check("L4-RES-07")
def result_has_its_code(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14.3: <dossier code>-KQ(n) on the result, and the same in the packet."""
    code = str(evidence.fact("submission.code"))
    wanted = f"mã kết quả {code}-KQ1"
    text = readable(evidence, "result").text
    if not any(wording.names(text, f"{code}-KQ{dot}") for dot in ("1", ".1", "01")):
        return Shortfall("kết quả không ghi mã kết quả theo mã hồ sơ", wanted, file=file_of(evidence, "result"))
    if not evidence.has("national.dossiers"):
        return None
    sent = [str(row.get("GiayToId") or row.get("MaGiayToKetQua") or "")
            for packet in rows(evidence, "national.dossiers")
            for row in packet["data"].get("DanhSachGiayToKetQua") or []]  # fmt: skip
    sent = [one for one in sent if one]
    if sent and not any(one.startswith(f"{code}-KQ") for one in sent):
        return Shortfall(f"gói tin gửi mã kết quả «{sent[-1]}»", wanted, evidence.last("national.dossiers"))
    return None


@check("L4-RES-02")
def result_is_of_the_published_kind(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: what is handed out is what the page promises; a database update is told by its name."""
    promised = [wording.plain(one) for one in texts(evidence, "published.results")] or [service.result.name]
    if service.result.is_document:
        text = readable(evidence, "result").text
        if not any(wording.names(text, name) for name in promised):
            wanted = " hoặc ".join(f"«{name}»" for name in promised)
            seen = "tệp kết quả không mang tên kết quả nào đã công bố"
            return Shortfall(seen, wanted, file=file_of(evidence, "result"))
        return None
    told = [str(row.get("text", "")) for row in rows(evidence, "mails")]
    told += texts(evidence, "notices.account") if evidence.has("notices.account") else []
    if not told:
        raise NotObserved("mails", "chưa thấy thông báo nào về kết quả")
    if not any("cập nhật" in text.casefold() or any(wording.names(text, name) for name in promised) for text in told):
        return Shortfall("không thông báo nào nói kết quả đã công bố", " hoặc ".join(f"«{p}»" for p in promised),
                         evidence.last("mails"))  # fmt: skip
    return None
