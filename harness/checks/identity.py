"""Sign-in through VNeID (OpenID Connect)."""

from __future__ import annotations

from urllib.parse import urlsplit

from harness.checks.judges import wording
from harness.checks.reading import Row, rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, Service

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@check("L4-IDN-01")
def account_is_the_one_of_vneid(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 69/2024/NĐ-CP: the citizen signs in at the identity provider and comes back as himself."""
    shown = evidence.last("account.name")
    requests = rows(evidence, "identity.authorizations")
    if not any(row.get("redeemed") for row in requests):
        seen = "trang đăng nhập không đổi mã xác thực" if requests else "trang đăng nhập không chuyển tới VNeID"
        return Shortfall(seen, "đăng nhập qua VNeID rồi quay về với mã xác thực đã đổi", shown)
    name = evidence.applicant["full_name"]
    if not wording.names(shown.value, name):
        return Shortfall(f"sau khi đăng nhập trang hiện «{wording.plain(shown.value)}»", f"hiện «{name}»", shown)
    return None


@check("L4-IDN-03")
def authorization_request_is_sound(evidence: Evidence, _service: Service) -> Shortfall | None:
    """OpenID Connect Core 3.1.2.1: code, openid, https redirect_uri, state."""
    witness = evidence.last("identity.authorizations")
    for row in some(evidence, "identity.authorizations"):
        fault = _fault(row["params"])
        if fault:
            wanted = "response_type=code, scope có openid, redirect_uri https, có state"
            return Shortfall(f"yêu cầu xác thực {fault}", wanted, witness)
    return None


def _fault(params: Row) -> str:
    if params.get("response_type") != "code":
        return f"có response_type «{params.get('response_type', '')}»"
    if "openid" not in str(params.get("scope", "")).split():
        return "không có openid trong scope"
    address = urlsplit(str(params.get("redirect_uri", "")))
    # A test portal on the loopback interface has no certificate; nothing leaves the machine.
    if address.scheme != "https" and address.hostname not in _LOOPBACK:
        return f"có redirect_uri «{params.get('redirect_uri', '')}» không phải https"
    return "" if str(params.get("state", "")).strip() else "không có tham số state"


@check("L4-IDN-03")
def answer_with_a_wrong_state_is_rejected(evidence: Evidence, _service: Service) -> Shortfall | None:
    """RFC 6749 10.12: a fresh code that comes with another session's state signs nobody in."""
    witness = evidence.last("identity.replay")
    if witness.value != "rejected":
        return Shortfall("mã xác thực mới kèm state sai vẫn đăng nhập được", "từ chối khi state không khớp", witness)
    return None
