"""Whether a citizen who wants to apply online is let in: sign-in, the page's own words, the channels."""

from __future__ import annotations

import re

from harness.checks.judges import wording
from harness.checks.reading import some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_AWAY = re.compile(
    r"[^.\n]*(?:chỉ (?:tiếp )?nhận (?:hồ sơ )?(?:nộp )?trực tiếp(?! (?:vào|trong|từ) )"
    r"|(?:tạm )?(?:dừng|ngừng|chưa) (?:tiếp )?nhận (?:hồ sơ )?(?:nộp )?trực tuyến"
    r"|(?:phải|bắt buộc|đề nghị) (?:phải )?(?:đến )?nộp (?:hồ sơ )?trực tiếp)[^.\n]*",
    re.IGNORECASE,
)
_ONE_CASE = re.compile(r"trường hợp|nếu |đối với ", re.IGNORECASE)  # told of one case, not of all
_CHANNELS = {"trực tiếp": r"trực tiếp", "bưu chính": r"bưu chính", "Cổng Dịch vụ công": r"cổng (?:dịch vụ công|dvc)",
             "VNeID": r"vneid"}  # fmt: skip


@check("L4-IDN-04")
def portal_has_no_password_of_its_own(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 69/2024/NĐ-CP: since 1 July 2024 individuals sign in with VNeID only."""
    witness = evidence.last("sign_in.pages")
    wanted = "cá nhân chỉ đăng nhập bằng tài khoản định danh điện tử"
    for page in some(evidence, "sign_in.pages"):
        if page["passwords"]:
            return Shortfall(f"trang đăng nhập của cổng còn ô «{page['passwords'][0]}»", wanted, witness)
        if page["registers"]:
            return Shortfall(f"trang đăng nhập của cổng còn «{page['registers'][0]}»", wanted, witness)
    return None


@check("L4-IDN-09")
def nothing_keeps_from_applying_online(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ4: the way online is open, and no word sends the citizen to the counter instead."""
    witness = evidence.last("start.offer")
    offer = witness.value
    away = [found[0].strip() for found in _AWAY.finditer(str(offer["text"])) if not _ONE_CASE.search(found[0])]
    if away:
        seen = f"trang dịch vụ ghi «{wording.shortened(away[0])}»"
        return Shortfall(seen, "không cản trở nộp trực tuyến", witness)
    if not offer["there"]:
        return Shortfall(f"trang dịch vụ không có nút «{offer['control']}»", "có lối nộp trực tuyến", witness)
    if not offer["enabled"]:
        return Shortfall(f"nút «{offer['control']}» bị khóa", "bấm được", witness)
    if not evidence.has("submission.code"):
        raise NotObserved("submission.code", evidence.reason)
    return None


@check("L4-IDN-10")
def every_channel_is_named(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 118/2025, NĐ 367/2025: at the counter, by post, on the national portal, in VNeID."""
    witness = evidence.last("published.channels")
    shown = wording.plain(witness.value)
    missing = [name for name, pattern in _CHANNELS.items() if not re.search(pattern, shown, re.IGNORECASE)]
    if missing:
        return Shortfall(f"cách thức thực hiện ghi «{shown}», không nêu {', '.join(missing)}",
                         "trực tiếp, bưu chính, Cổng Dịch vụ công quốc gia, VNeID", witness)  # fmt: skip
    return None
