"""What is asked of the payer beside what he was told: the online rate, surcharges, and when it shows as paid."""

from __future__ import annotations

from harness.checks.reading import some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd


@check("L4-PAY-05")
def online_rate_is_given(evidence: Evidence, service: Service) -> Shortfall | None:
    """Fees that differ by channel: who applies online pays the online rate."""
    direct = sum(item.direct or item.due(service.case) for item in service.fees)
    asked = _asked(evidence)
    if asked == direct != service.fee:
        return Shortfall(f"thu {vnd(asked)}, là mức nộp trực tiếp", f"{vnd(service.fee)} khi nộp trực tuyến",
                         evidence.last("gateway.orders"))  # fmt: skip
    if asked > service.fee:
        wanted = f"không quá mức trực tuyến {vnd(service.fee)}"
        return Shortfall(f"thu {vnd(asked)}", wanted, evidence.last("gateway.orders"))
    return None


@check("L4-PAY-28")
def nothing_is_added_unseen(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ4: what the gateway asks is what the portal told before, surcharges included."""
    asked, witness = _asked(evidence), evidence.last("fee.charged")
    told = witness.value
    if not isinstance(told, int):
        raise NotObserved("fee.charged", "trang hồ sơ không nêu số tiền phải nộp")
    if asked > told:
        return Shortfall(f"cổng thanh toán đòi {vnd(asked)}, nhiều hơn {vnd(asked - told)} so với trang hồ sơ",
                         f"đúng {vnd(told)} như trang hồ sơ đã nêu", witness)  # fmt: skip
    return None


@check("L4-PAY-20")
def paid_shows_at_once(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ13.4: the dossier shows as paid before an officer goes on with it."""
    confirmed = [row for row in some(evidence, "gateway.notices") if row.get("rsp_code") == "00"]
    if not confirmed:
        raise NotObserved("gateway.notices", evidence.reason or "cổng thanh toán chưa báo giao dịch thành công")
    steps = [w for w in evidence.all("status.steps") if any(row["step"] == "pay" for row in w.value or [])]
    before = [w.at for w in steps if w.value[-1]["step"] == "pay"]
    if not before:
        raise NotObserved("status.steps", evidence.reason or "chưa xem hồ sơ ngay sau khi thanh toán")
    since = str(confirmed[0].get("at", ""))
    seen = [w for w in evidence.all("payment.status") if since <= w.at <= before[-1]]
    if not seen:
        raise NotObserved("payment.status", "chưa xem tình trạng sau khi thanh toán")
    if seen[-1].value != "paid":
        return Shortfall(f"sau khi thanh toán hồ sơ còn ghi «{seen[-1].value}» cho tới việc sau đó của cán bộ",
                         "ghi đã thanh toán ngay", seen[-1])  # fmt: skip
    return None


def _asked(evidence: Evidence) -> int:
    """đồng, as the gateway took the order down."""
    return int(some(evidence, "gateway.orders")[-1]["amount"])
