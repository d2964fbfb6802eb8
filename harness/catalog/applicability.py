"""Whether a criterion applies to a service, from approved facts only and never from what the portal lacks."""

from __future__ import annotations

import re
from collections.abc import Callable

from harness.model import Criterion, Service

_MONEY = re.compile(r"\((?:đồng|vnđ|vnd)\)|số tiền", re.IGNORECASE)
_Rule = tuple[Callable[[Service], bool], str]  # applies?, the reason when it does not

_RULES: dict[str, _Rule] = {
    "always": (lambda _: True, ""),
    "fee": (lambda s: s.fee > 0, "hồ sơ duyệt ghi dịch vụ không thu phí, lệ phí"),
    "no-fee": (lambda s: s.fee == 0, "hồ sơ duyệt ghi dịch vụ có thu phí, lệ phí"),
    "fees-differ": (
        lambda s: any(item.direct is not None and item.direct != item.online for item in s.fees),
        "hồ sơ duyệt ghi mức thu trực tuyến và trực tiếp như nhau",
    ),
    "result-document": (
        lambda s: s.result.is_document,
        "hồ sơ duyệt ghi kết quả không phải là văn bản điện tử ký số",
    ),
    "print": (
        lambda s: s.result.is_document,
        "hồ sơ duyệt ghi kết quả không phải là văn bản nên không có gì để in",
    ),
    "uploads": (lambda s: bool(s.papers), "hồ sơ duyệt không có giấy tờ phải đính kèm"),
    "form": (lambda s: bool(s.form), "hồ sơ duyệt không có tờ khai"),
    "published-forms": (lambda s: bool(s.forms), "hồ sơ duyệt không có mẫu đơn, tờ khai"),
    "form-basis": (lambda s: bool(s.forms and s.form_basis), "hồ sơ duyệt không ghi văn bản ban hành mẫu đơn"),
    "published-extras": (
        lambda s: bool(s.forms or s.requirements or s.fees),
        "hồ sơ duyệt không có mẫu đơn, yêu cầu, điều kiện, phí hay lệ phí",
    ),
    "integrated": (lambda s: s.integrated, "hồ sơ duyệt ghi dịch vụ chưa tích hợp Cổng DVC quốc gia"),
    "exemption": (
        lambda s: any(amount < item.online for item in s.fees for amount in item.rates.values()),
        "hồ sơ duyệt không ghi diện miễn, giảm phí",
    ),
    "return-choice": (
        lambda s: len(s.result.return_ways) > 1,
        "hồ sơ duyệt chỉ có một cách trả kết quả",
    ),
    "money-field": (
        lambda s: any(_MONEY.search(label) for _, label in s.values),
        "hồ sơ duyệt không có ô nhập số tiền",
    ),
    "return-post": (
        lambda s: "post" in s.result.return_ways,
        "hồ sơ duyệt ghi không trả kết quả qua dịch vụ bưu chính",
    ),
}
# Profiles do not say these yet. Not knowing is no reason to leave a criterion out, so they apply.
_NOT_IN_PROFILE = frozenset({
    "back-office", "delegation", "gateway-simulated", "late", "national-payment",
    "qr-payment", "several-results", "several-services", "staging", "stopped", "supplement", "treasury",
    "variable-fee",
})  # fmt: skip
_OUTSIDE = "outside: "  # put by the ruleset's loader before a reason

VOCABULARY = frozenset(_RULES) | _NOT_IN_PROFILE


def outside(reason: str) -> str:
    """The ``applies_when`` of a criterion that the ruleset lists and leaves out, with the reason."""
    return _OUTSIDE + reason


def applies(criterion: Criterion, service: Service) -> str:
    """``""`` when it applies, otherwise the Vietnamese reason why it does not."""
    if criterion.applies_when.startswith(_OUTSIDE):
        return criterion.applies_when.removeprefix(_OUTSIDE)
    for word in criterion.applies_when.split(" and "):
        if word in _NOT_IN_PROFILE:
            continue
        holds, reason = _RULES[word]
        if not holds(service):
            return reason
    return ""
