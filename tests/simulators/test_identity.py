"""A whole OpenID Connect round, and the ways it can end otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from harness.model import Persona
from harness.simulators import IdentityProvider

BACK = "http://localhost:9/dang-nhap/ve"
CLIENT = ("cong-thu", "khoa-thu")


@dataclass
class SignIn:
    client: httpx.Client
    provider: IdentityProvider
    action: str = ""

    def enter(self, **changes: str) -> httpx.Response:
        params = {"response_type": "code", "client_id": CLIENT[0], "redirect_uri": BACK, "scope": "openid profile",
                  "state": "s-1", "nonce": "n-1", "acr_values": "LoA1"} | changes  # fmt: skip
        return self._read(self.client.get(f"{self.provider.url}/oauth2/authorize", params=params))

    def password(self, person: Persona, password: str | None = None) -> httpx.Response:
        return self._post(identity=person.identity_number, password=password or person.password)

    def code(self, otp: str | None) -> httpx.Response:
        return self._post(otp=otp or "")

    def _post(self, **data: str) -> httpx.Response:
        return self._read(self.client.post(f"{self.provider.url}{self.action}", data=data))

    def _read(self, response: httpx.Response) -> httpx.Response:
        if found := re.search(r'action="([^"]+)"', response.text):
            self.action = found[1]
        return response


@pytest.fixture
def sign_in(browser: httpx.Client, identity: IdentityProvider) -> SignIn:
    return SignIn(browser, identity)


@pytest.fixture
def person(people: dict[str, Persona]) -> Persona:
    return people["nguyen-van-mau"]


@pytest.fixture(autouse=True)
def conforming(identity: IdentityProvider, person: Persona) -> Iterator[None]:
    yield
    identity.behave()
    identity.behave(person.id)


def full_round(sign_in: SignIn, person: Persona, **changes: str) -> dict[str, str]:
    sign_in.enter(**changes)
    sign_in.password(person)
    answer = sign_in.code(sign_in.provider.otp_for(person.identity_number))
    assert answer.status_code == 302, answer.text
    return dict(httpx.URL(answer.headers["location"]).params)


def redeem(sign_in: SignIn, code: str, **changes: Any) -> httpx.Response:
    data = {"grant_type": "authorization_code", "code": code, "redirect_uri": BACK} | changes
    return sign_in.client.post(f"{sign_in.provider.url}/oauth2/token", data=data, auth=CLIENT)


def verified(sign_in: SignIn, id_token: str) -> dict[str, Any]:
    keys = KeySet.import_key_set(sign_in.client.get(f"{sign_in.provider.url}/oauth2/jwks").json())
    claims = jwt.decode(id_token, keys, algorithms=["RS256"]).claims
    registry = jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": sign_in.provider.url}, aud={"essential": True, "value": CLIENT[0]}
    )
    registry.validate(claims)
    return dict(claims)


def test_discovery_tells_endpoints_on_this_origin(sign_in: SignIn) -> None:
    found = sign_in.client.get(f"{sign_in.provider.url}/.well-known/openid-configuration").json()
    assert found["issuer"] == sign_in.provider.url
    for name, path in (("authorization", "authorize"), ("token", "token"), ("userinfo", "userinfo")):
        assert found[f"{name}_endpoint"] == f"{sign_in.provider.url}/oauth2/{path}"
    keys = sign_in.client.get(found["jwks_uri"]).json()["keys"]
    assert [set(k) & {"d", "p", "q"} for k in keys] == [set()], "no private part leaves the provider"


def test_whole_round(sign_in: SignIn, person: Persona) -> None:
    assert "Số định danh cá nhân" in sign_in.enter(nonce="n-round").text
    assert "Mã xác thực" in sign_in.password(person).text
    answer = sign_in.code(sign_in.provider.otp_for(person.identity_number))
    back = dict(httpx.URL(answer.headers["location"]).params)
    assert back["state"] == "s-1"
    held = sign_in.provider.authorizations()[-1]
    assert (held.code, held.redeemed, held.identity_number) == (back["code"], False, person.identity_number)
    assert (held.params["state"], held.params["nonce"]) == ("s-1", "n-round")
    assert not {"otp", "password"} & set(held.params)

    token = redeem(sign_in, back["code"]).json()
    claims = verified(sign_in, token["id_token"])
    assert (claims["nonce"], claims["name"], claims["SoDinhDanh"]) == ("n-round", person.full_name,
                                                                       person.identity_number)  # fmt: skip
    assert sign_in.provider.authorizations()[-1].redeemed

    headers = {"Authorization": f"Bearer {token['access_token']}"}
    info = sign_in.client.post(f"{sign_in.provider.url}/oauth2/userinfo", headers=headers).json()
    assert info["sub"] == claims["sub"]
    assert {k: info[k] for k in ("birthdate", "gender", "phone_number", "email", "address", "LoaiTaiKhoan")} == {
        "birthdate": person.birth_date, "gender": person.gender, "phone_number": person.phone,
        "email": person.email, "address": person.address, "LoaiTaiKhoan": "1"}  # fmt: skip


def test_a_code_is_redeemed_once(sign_in: SignIn, person: Persona) -> None:
    code = full_round(sign_in, person, nonce="n-once")["code"]
    assert redeem(sign_in, code).status_code == 200
    again = redeem(sign_in, code)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


def test_a_code_needs_its_redirect_address_and_the_clients_secret(sign_in: SignIn, person: Persona) -> None:
    code = sign_in.provider.issue_code(person.id, BACK)
    assert redeem(sign_in, code, redirect_uri=BACK + "x").json()["error"] == "invalid_grant"
    data = {"grant_type": "authorization_code", "code": code, "redirect_uri": BACK}
    stranger = sign_in.client.post(f"{sign_in.provider.url}/oauth2/token", data=data, auth=(CLIENT[0], "sai"))
    assert stranger.json()["error"] == "invalid_client"
    assert redeem(sign_in, code).status_code == 200, "an issued code is a valid one"
    assert sign_in.provider.authorizations()[-1].probe


def test_pkce_is_kept_to_when_asked_for(sign_in: SignIn, person: Persona) -> None:
    challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"  # of RFC 7636, appendix B
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    asked = {"code_challenge": challenge, "code_challenge_method": "S256"}
    code = full_round(sign_in, person, nonce="n-pkce", **asked)["code"]
    assert redeem(sign_in, code, code_verifier="x" * 43).json()["error"] == "invalid_grant"
    assert redeem(sign_in, code, code_verifier=verifier).status_code == 200


def test_wrong_password_and_wrong_code_are_told_in_vietnamese(sign_in: SignIn, person: Persona) -> None:
    sign_in.enter(nonce="n-wrong")
    assert "mật khẩu không đúng" in sign_in.password(person, "sai").text
    sign_in.password(person)
    otp = sign_in.provider.otp_for(person.identity_number) or ""
    assert "Mã xác thực không đúng" in sign_in.code(f"{(int(otp) + 1) % 1_000_000:06d}").text
    assert sign_in.code(otp).status_code == 302, "the right code still works"
    assert "không còn hiệu lực" in sign_in.code(otp).text


def test_five_wrong_passwords_end_the_attempt(sign_in: SignIn, person: Persona) -> None:
    sign_in.enter(nonce="n-five")
    answers = [sign_in.password(person, "sai").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 403]


def test_two_attempts_of_one_person_share_the_code(sign_in: SignIn, person: Persona) -> None:
    other = SignIn(sign_in.client, sign_in.provider)
    sign_in.enter(nonce="n-a")
    other.enter(nonce="n-b")
    sign_in.password(person)
    other.password(person)
    otp = sign_in.provider.otp_for(person.identity_number)
    assert [sign_in.code(otp).status_code, other.code(otp).status_code] == [302, 302]


@pytest.mark.parametrize("changes", [{"client_id": "la"}, {"redirect_uri": "https://ke-gian.example/ve"},
                                     {"response_type": "token"}])  # fmt: skip
def test_requests_that_are_not_served(sign_in: SignIn, changes: dict[str, str]) -> None:
    answer = sign_in.enter(**changes)
    assert answer.status_code == 400
    assert "không hợp lệ" in answer.text


def test_refusal_goes_back_with_an_error(sign_in: SignIn, person: Persona) -> None:
    sign_in.provider.behave(person.id, refuse=True)
    sign_in.enter(nonce="n-no")
    back = httpx.URL(sign_in.password(person).headers["location"]).params
    assert (back["error"], back["state"]) == ("access_denied", "s-1")


def test_wrong_claims_and_strange_key(sign_in: SignIn, person: Persona) -> None:
    sign_in.provider.behave(person.id, claims={"SoDinhDanh": "999000000000", "nonce": "khác"})
    code = full_round(sign_in, person, nonce="n-claims")["code"]
    claims = verified(sign_in, redeem(sign_in, code).json()["id_token"])
    assert (claims["SoDinhDanh"], claims["nonce"]) == ("999000000000", "khác")
    sign_in.provider.behave(person.id, forge_signature=True)
    code = full_round(sign_in, person, nonce="n-forged")["code"]
    with pytest.raises(JoseError):
        verified(sign_in, redeem(sign_in, code).json()["id_token"])


def test_slow_pages_let_go_when_the_provider_stops(people: dict[str, Persona]) -> None:
    provider = IdentityProvider(people.values(), *CLIENT)
    provider.start()
    provider.behave(seconds=0.2)
    with httpx.Client(trust_env=False) as client:
        answer = SignIn(client, provider).enter()
    assert answer.elapsed.total_seconds() >= 0.2
    provider.stop()


def test_userinfo_needs_a_token(sign_in: SignIn) -> None:
    assert sign_in.client.get(f"{sign_in.provider.url}/oauth2/userinfo").status_code == 401
