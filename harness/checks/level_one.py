"""The further items of level 1 that the public page must have (TT 32/2017/TT-BTTTT Đ5.1)."""

from __future__ import annotations

import re

from harness.checks.judges import wording
from harness.checks.reading import texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_LAW = re.compile(r"\d+[A-Z]?/(?:\d{4}/)?[A-ZĐ][A-ZĐa-z0-9]*(?:[-–][A-ZĐ0-9]+)*|\d+/\d{4}/QH\d+", re.UNICODE)
_SUBJECTS = re.compile(
    r"công dân|cá nhân|tổ chức|doanh nghiệp|hộ (?:gia đình|kinh doanh)|hợp tác xã|người|cán bộ|cơ quan", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:bản chính|bản sao|số lượng)\s*[:=]\s*0(?!\d)|(?<![\d.])0 bản", re.IGNORECASE)
_SOMETHING = re.compile(r"(?:bản chính|bản sao|số lượng)\s*[:=]\s*[1-9]|(?<![\d.])[1-9]\d* bản", re.IGNORECASE)


@check("L4-INF-02")
def steps_are_described(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: at least one step that says something."""
    witness = evidence.last("published.steps")
    steps = [wording.plain(step) for step in texts(evidence, "published.steps")]
    if not any(len(step.split()) >= 4 for step in steps):
        seen = f"trình tự chỉ ghi {'; '.join(f'«{step}»' for step in steps)}" if steps else "trang không nêu trình tự"
        return Shortfall(seen, "các bước thực hiện bằng câu đọc được", witness)
    return None


@check("L4-INF-03")
def online_channel_is_named(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: the ways of applying stand on the page, online among them."""
    witness = evidence.last("published.channels")
    shown = wording.plain(witness.value)
    if "trực tuyến" not in shown.casefold():
        seen = f"cách thức thực hiện ghi «{shown}»" if shown else "trang không nêu cách thức thực hiện"
        return Shortfall(seen, "có nộp trực tuyến", witness)
    return None


@check("L4-INF-04")
def papers_are_listed(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: every component of the approved profile stands on the page."""
    witness = evidence.last("published.components")
    shown = texts(evidence, "published.components")
    for paper in service.papers:
        if not any(wording.names(line, paper.label) for line in shown):
            seen = f"thành phần hồ sơ trên trang không có «{paper.label}»"
            return Shortfall(seen, "đủ thành phần hồ sơ đã duyệt", witness)
    return None


@check("L4-INF-04")
def no_paper_has_the_number_zero(evidence: Evidence, _service: Service) -> Shortfall | None:
    """National catalogue: «0 bản chính, 0 bản sao» is a heading or a mistake, not a paper."""
    for line in texts(evidence, "published.components"):
        if _NOTHING.search(line) and not _SOMETHING.search(line):
            return Shortfall(f"thành phần «{wording.shortened(line)}» có số lượng 0", "số lượng từ 1 trở lên",
                             evidence.last("published.components"))  # fmt: skip
    return None


@check("L4-INF-06")
def subjects_are_named(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: who may apply."""
    witness = evidence.last("published.subjects")
    shown = wording.plain(witness.value)
    if not _SUBJECTS.search(shown):
        seen = f"đối tượng thực hiện ghi «{shown}»" if shown else "trang không nêu đối tượng thực hiện"
        return Shortfall(seen, "công dân, tổ chức hoặc đối tượng cụ thể khác", witness)
    return None


@check("L4-INF-07")
def agency_is_the_approved_one(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: which agency settles it."""
    witness = evidence.last("published.agency")
    if not wording.names(witness.value, service.agency):
        shown = wording.plain(witness.value)
        seen = f"cơ quan thực hiện ghi «{wording.shortened(shown)}»" if shown else "trang không nêu cơ quan thực hiện"
        return Shortfall(seen, f"«{service.agency}»", witness)
    return None


@check("L4-INF-11")
def legal_documents_are_cited(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: at least one legal document with its number."""
    witness = evidence.last("published.laws")
    shown = [wording.plain(law) for law in texts(evidence, "published.laws")]
    if not any(_LAW.search(law) for law in shown):
        listed = "; ".join(f"«{law}»" for law in shown)
        seen = f"căn cứ pháp lý ghi {listed}" if shown else "trang không nêu căn cứ pháp lý"
        return Shortfall(seen, "văn bản có số hiệu, ví dụ 60/2014/QH13", witness)
    return None


@check("L4-INF-13")
def level_is_the_approved_one(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 21/2023 Đ5.1; TT 01/2023: the level of service is shown, and is the approved one."""
    witness = evidence.last("published.level")
    shown = wording.plain(witness.value)
    if not wording.names(shown, service.level):
        seen = f"mức độ cung cấp ghi «{shown}»" if shown else "trang không nêu mức độ cung cấp"
        return Shortfall(seen, f"«{service.level}»", witness)
    return None


_ONLINE = re.compile(r"trực tuyến|qua mạng|trên mạng|trong tài khoản|bản điện tử|điện tử", re.IGNORECASE)
_POST = re.compile(r"bưu chính|bưu điện|chuyển phát", re.IGNORECASE)
_COUNTER = re.compile(r"trực tiếp|tại (?:nơi|bộ phận|trung tâm|trụ sở|ủy ban|uỷ ban|quầy|cơ quan)", re.IGNORECASE)


@check("L4-INF-10")
def ways_in_and_out_are_told(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: how the dossier is taken in, and how the result is given out."""
    for fact, what in (("published.channels", "hình thức nhận hồ sơ"), ("published.return_ways", "cách trả kết quả")):
        witness = evidence.last(fact)
        shown = wording.plain(witness.value)
        if not any(way.search(shown) for way in (_ONLINE, _POST, _COUNTER)):
            seen = f"{what} ghi «{shown}»" if shown else f"trang không nêu {what}"
            return Shortfall(seen, f"{what}: trực tuyến, bưu chính hay trực tiếp", witness)
    return None


@check("L4-RES-10")
def result_need_not_be_fetched(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 42/2022 Đ11.1: «toàn trình» gives the result online or by post; NĐ 43/2011 Đ3 also allows the counter."""
    witness = evidence.last("published.return_ways")
    shown = wording.plain(witness.value)
    if not any(way.search(shown) for way in (_ONLINE, _POST, _COUNTER)):
        raise NotObserved("published.return_ways", "trang không nêu cách trả kết quả")
    if service.ruleset == "toan-trinh" and not (_ONLINE.search(shown) or _POST.search(shown)):
        return Shortfall(f"cách trả kết quả ghi «{shown}»", "trực tuyến hoặc qua bưu chính", witness)
    return None
