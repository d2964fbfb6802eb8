"""The same way on a small screen and in another engine."""

from __future__ import annotations

from harness.checks.judges import wording
from harness.checks.reading import some, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_SLIGHT = 1  # CSS pixels of rounding
_TASKS = {"find": "tìm dịch vụ", "sign_in": "đăng nhập", "start": "mở tờ khai", "fill": "khai tờ khai",
          "attach": "đính kèm giấy tờ", "review": "xem lại hồ sơ"}  # fmt: skip


@check("L4-ACC-05")
def pages_fit_a_phone(evidence: Evidence, _service: Service) -> Shortfall | None:
    """IPS/UNDP criteria; WCAG 1.4.10, 2.5.8: no page is wider than the screen, every control can be hit by a finger."""
    witness = evidence.last("phone.pages")
    for row in some(evidence, "phone.pages"):
        if row["wide"] > _SLIGHT:
            by = f" vì «{wording.shortened(row['culprits'][0])}»" if row["culprits"] else ""
            return Shortfall(f"{row['page']} rộng hơn màn hình điện thoại {row['wide']} điểm{by}",
                             "không phải cuộn ngang ở bề ngang 390 điểm", witness)  # fmt: skip
        if row["small"]:
            more = f" và {len(row['small']) - 1} chỗ khác" if len(row["small"]) > 1 else ""
            return Shortfall(f"{row['page']}: «{wording.shortened(row['small'][0])}»{more} nhỏ hơn đầu ngón tay",
                             "chỗ bấm từ 24×24 điểm", witness)  # fmt: skip
    walked_to_the_end(evidence, "phone.pages")
    return None


@check("L4-ACC-04")
def another_engine_gets_as_far(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 App. V: what works in one engine works in the other, up to the review."""
    witness = evidence.last("engine.walk")
    seen = witness.value
    if seen["stuck"]:
        if not evidence.has("submission.code"):
            raise NotObserved("submission.code", "trên Chromium cũng chưa nộp được nên chưa biết có lỗi riêng")
        task = next((name for name in _TASKS if name not in seen["done"]), "review")
        return Shortfall(f"trên {seen['engine']} không {_TASKS[task]} được: {wording.shortened(seen['stuck'], 160)}",
                         "đi được như trên Chromium", witness)  # fmt: skip
    if "review" not in seen["done"]:
        raise NotObserved("engine.walk", evidence.reason)
    return None
