"""Sign-in through VNeID (OpenID Connect)."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from harness.checks.judges import wording
from harness.checks.reading import Row, rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

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


_ROUND = 3  # times that one address answers within one sign-in


@check("L4-IDN-02")
def sign_in_goes_straight(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 22/2019 App. III: one request to the identity provider, no address again and again."""
    visits, witness = some(evidence, "identity.visits"), evidence.last("identity.visits")
    asked = sum(bool(row["asks"]) for row in visits)
    if asked > 1:
        return Shortfall(f"một lần đăng nhập bị đưa sang VNeID {asked} lần", "một lần", witness)
    often = Counter(str(row["address"]) for row in visits).most_common(1)[0]
    if often[1] >= _ROUND:
        return Shortfall(f"đăng nhập quay vòng qua {often[0]} {often[1]} lần", "đi thẳng", witness)
    if not any(evidence.has(fact) for fact in ("account.name", "submission.code")):
        raise NotObserved("identity.visits", evidence.reason or "chưa thấy đã đăng nhập được")
    return None


@check("L4-IDN-05")
def person_comes_with_his_data(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ4: full name, identity number and birth date of the account reach the form, and are his."""
    wanted = {f"@applicant.{name}": name for name in ("full_name", "identity_number", "birth_date")}
    asked = {wording.label(label): wanted[value] for (_, label), value in service.values.items() if value in wanted}
    boxes = [row for row in some(evidence, "form.prefilled") if wording.label(row["label"]) in asked]
    if not boxes:
        raise NotObserved("form.prefilled", "tờ khai không hỏi họ tên, số định danh, ngày sinh của người nộp")
    witness = evidence.last("form.prefilled")
    for row in boxes:
        true = str(evidence.applicant[asked[wording.label(row["label"])]])
        if row["before"] and wording.as_day(row["before"]) != wording.as_day(true):
            seen = f"ô «{row['label']}» có sẵn «{wording.plain(row['before'])}»"
            return Shortfall(seen, f"«{true}» như VNeID cho biết", witness)
    if not any(row["before"] for row in boxes):
        missing = ", ".join(f"«{row['label']}»" for row in boxes)
        return Shortfall(f"không ô nào trong {missing} có sẵn dữ liệu định danh", "dữ liệu nhận từ VNeID", witness)
    return None
