"""Sessions, other people's data, and what a public lookup gives away."""

from __future__ import annotations

import re

from harness.checks.judges import wording
from harness.checks.reading import Row, some, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_WHO = {"account": "người có tài khoản khác", "visitor": "khách không đăng nhập"}
_WHAT = {"dossier": "trang hồ sơ", "attachment": "tệp đã nộp", "slip": "giấy tiếp nhận", "receipt": "biên lai",
         "result": "kết quả"}  # fmt: skip


@check("L4-SEC-02")
def cookies_are_protected(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications: HttpOnly and Secure on the cookies of a signed-in session."""
    for cookie in some(evidence, "cookies"):
        # A token against forged requests may be read by the page's own script; its secrecy guards nothing else.
        readable = not cookie["http_only"] and not re.search("csrf|xsrf", str(cookie["name"]), re.IGNORECASE)
        lacking = [flag for flag, missing in (("HttpOnly", readable), ("Secure", not cookie["secure"])) if missing]
        if lacking:
            return Shortfall(f"cookie «{cookie['name']}» không có {', '.join(lacking)}", "HttpOnly và Secure",
                             evidence.last("cookies"))  # fmt: skip
    return None


@check("L4-SEC-04")
def strangers_do_not_see_what_is_mine(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Server-side authorisation: neither another account nor a visitor opens the owner's addresses."""
    probes = some(evidence, "stranger.probes")
    for probe in probes:
        if probe["same_content"] or probe["revealed"]:
            return Shortfall(f"{_who(probe)} mở {_what(_kind(probe))} được {_got(probe)}", "bị từ chối",
                             evidence.last("stranger.probes"))  # fmt: skip
    _looked_everywhere(evidence, probes)
    return None


def _who(probe: Row) -> str:
    return _WHO.get(str(probe["who"]), str(probe["who"]))


def _kind(probe: Row) -> str:
    """«attachment:Giấy tờ …» is an attachment."""
    return str(probe["what"]).split(":")[0]


def _what(kind: str) -> str:
    return _WHAT.get(kind, kind)


def _got(probe: Row) -> str:
    if probe["same_content"]:
        return f"nguyên nội dung của chủ hồ sơ (HTTP {probe['status']})"
    return f"«{'», «'.join(map(str, probe['revealed']))}» của chủ hồ sơ (HTTP {probe['status']})"


def _looked_everywhere(evidence: Evidence, probes: list[Row]) -> None:
    """Silence proves something only if the owner could open his things and both strangers tried and were answered."""
    own = [one for one in evidence.documents if one.size and not one.name.startswith("officer:")]
    if not own:
        raise NotObserved("stranger.probes", "chủ hồ sơ chưa tải được tệp nào của mình để đối chiếu")
    kinds = {"dossier", *(document.name.split(":")[0] for document in own)}
    answered = {(probe["who"], _kind(probe)) for probe in probes if probe["status"]}
    for who, name in _WHO.items():
        untried = [_what(kind) for kind in sorted(kinds) if (who, kind) not in answered]
        if untried:
            raise NotObserved("stranger.probes", f"{name} chưa thử mở {', '.join(untried)} hoặc cổng không trả lời")
    walked_to_the_end(evidence, "stranger.probes")


@check("L4-SEC-11")
def public_lookup_masks_personal_data(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 13/2023 (derived): the lookup by code shows no full name, identity, telephone, mail or address."""
    witness = evidence.last("lookup.text")
    if not wording.names(witness.value, evidence.fact("submission.code")):
        raise NotObserved("lookup.text", "trang tra cứu không hiện hồ sơ")
    shown = [what for what, there in _personal(wording.plain(witness.value), evidence.applicant) if there]
    if shown:
        return Shortfall(f"tra cứu công khai hiện {', '.join(shown)}", "che dữ liệu cá nhân của người nộp", witness)
    return None


def _personal(text: str, person: dict[str, str]) -> list[tuple[str, bool]]:
    digits = re.sub(r"(?<=\d)[\s.-](?=\d)", "", text)
    return [
        ("họ tên đầy đủ", wording.holds_word(text, person["full_name"])),
        ("số định danh", person["identity_number"] in digits),
        ("số điện thoại", person["phone"] in digits),
        ("thư điện tử", wording.names(text, person["email"])),
        ("địa chỉ", wording.names(text, person["address"])),
    ]
