"""Defects of sign-in, sessions and access."""

from __future__ import annotations

from typing import Any

from sandbox.core.models import Account, Dossier
from sandbox.faults.fault import Fault


class StateIgnored(Fault):
    id = "idn-03-state-ignored"
    title = "Không kiểm tra tham số state khi quay về từ VNeID"
    citizen = "kẻ xấu có thể ghép phiên của mình vào máy người khác"
    expects = frozenset({"L4-IDN-03"})

    def state_accepted(self, expected: str, given: str) -> bool:
        return True

    def nonce_accepted(self, expected: str, given: str) -> bool:
        return True


class StateNotSent(Fault):
    id = "idn-03-state-not-sent"
    title = "Yêu cầu xác thực không có tham số state"
    citizen = "phiên đăng nhập không được bảo vệ"
    expects = frozenset({"L4-IDN-03"})

    def authorize_parameters(self, client_id: str, redirect_uri: str, state: str, nonce: str) -> dict[str, str]:
        sent = super().authorize_parameters(client_id, redirect_uri, state, nonce)
        return {key: value for key, value in sent.items() if key != "state"}

    def state_accepted(self, expected: str, given: str) -> bool:
        return True


class GuestAccount(Fault):
    id = "idn-01-guest-account"
    title = "Đăng nhập xong vẫn hiện tài khoản dùng chung"
    citizen = "đăng nhập bằng VNeID nhưng trang không nhận ra mình"
    expects = frozenset({"L4-IDN-01"})

    def account_name(self, account: Account) -> str:
        return "Tài khoản khách"


class CookieReadableByScripts(Fault):
    id = "sec-02-cookie-readable"
    title = "Cookie phiên đọc được bằng script"
    citizen = "phiên đăng nhập dễ bị đánh cắp"
    expects = frozenset({"L4-SEC-02"})

    def cookie(self, name: str, attributes: dict[str, Any]) -> dict[str, Any]:
        return super().cookie(name, attributes) | {"httponly": False}


class CookieNotSecure(Fault):
    id = "sec-02-cookie-not-secure"
    title = "Cookie phiên không có cờ Secure"
    citizen = "phiên đăng nhập có thể bị nghe lén"
    expects = frozenset({"L4-SEC-02"})

    def cookie(self, name: str, attributes: dict[str, Any]) -> dict[str, Any]:
        return super().cookie(name, attributes) | {"secure": False}


class NeighbourFetchesResult(Fault):
    id = "sec-04-neighbour-fetches-result"
    title = "Người khác tải được kết quả bằng địa chỉ trực tiếp"
    citizen = "giấy tờ của mình bị người lạ xem"
    expects = frozenset({"L4-SEC-04"})

    def may_see(self, account: Account | None, dossier: Dossier, what: str) -> bool:
        return super().may_see(account, dossier, what) or (account is not None and what == "result")


class AnybodyFetchesUploads(Fault):
    id = "sec-04-anybody-fetches-uploads"
    title = "Khách không đăng nhập tải được tệp người khác đã nộp"
    citizen = "giấy tờ tùy thân của mình ở trên mạng"
    expects = frozenset({"L4-SEC-04"})

    def may_see(self, account: Account | None, dossier: Dossier, what: str) -> bool:
        return super().may_see(account, dossier, what) or what == "upload"


class LookupShowsName(Fault):
    id = "sec-11-lookup-shows-name"
    title = "Tra cứu công khai hiện đủ họ tên người nộp"
    citizen = "ai có mã hồ sơ cũng biết mình là ai"
    expects = frozenset({"L4-SEC-11"})

    def mask_name(self, name: str) -> str:
        return name


class LookupShowsIdentity(Fault):
    id = "sec-11-lookup-shows-identity"
    title = "Tra cứu công khai hiện đủ số định danh"
    citizen = "số định danh của mình bị lộ"
    expects = frozenset({"L4-SEC-11"})

    def mask_digits(self, number: str) -> str:
        return number


class RatingTwoLevels(Fault):
    id = "mon-01-two-levels"
    title = "Chỉ có hai mức đánh giá hài lòng"
    citizen = "không chọn được mức đánh giá phù hợp"
    expects = frozenset({"L4-MON-01"})

    def rating_levels(self) -> list[str]:
        return ["Rất hài lòng", "Hài lòng"]
