"""One-time codes: of an authenticator app, and from an inbox that is read over HTTP."""

from __future__ import annotations

import dataclasses
from typing import Any

import pyotp
import pytest

from harness.catalog.adapters import Adapter
from harness.model import Blocked
from tests.portal.conftest import Loop, Site, adapter, place, seen, step

SECRET = pyotp.random_base32()
PAGE = "<label>Mã xác thực <input id=o></label><button onclick='t.textContent=o.value'>Gửi</button><h1 id=t>…</h1>"


def typing(site: Site, reference: str, **more: Any) -> Adapter:
    site.html("/", PAGE)
    return dataclasses.replace(adapter(site.url, find=[
        step("open", address="/"), step("set", values={"Mã xác thực": reference}),
        step("press", place=place("button", "Gửi")), step("wait", condition=seen("heading", reference)),
    ]), **more)  # fmt: skip


def shown(loop: Loop, stage: Any) -> str:
    async def go() -> str:
        await stage.perform("find")
        return str(await (await stage.window()).page.inner_text("h1"))

    return loop.run(go())


def test_the_code_of_an_authenticator_app_can_be_typed(loop: Loop, site: Site, stage_of: Any) -> None:
    made = typing(site, "@totp.code")
    with_secret = {**made.actors, "applicant": dataclasses.replace(made.actors["applicant"], secret=SECRET)}
    made = dataclasses.replace(made, actors=with_secret, tasks={
        "find": dataclasses.replace(made.tasks["find"], steps=made.tasks["find"].steps[:3])})
    assert pyotp.TOTP(SECRET).verify(shown(loop, stage_of(made)), valid_window=1)


def test_an_actor_without_a_key_is_told(loop: Loop, site: Site, stage_of: Any) -> None:
    with pytest.raises(Blocked, match="không có khóa của ứng dụng xác thực"):
        loop.run(stage_of(typing(site, "@totp.code")).perform("find"))


def test_the_newest_code_of_an_inbox_is_given_once(loop: Loop, site: Site, stage_of: Any) -> None:
    letters = ["Mã xác thực: 482913 (10/12/2026)", "Mã xác thực: 111222"]

    def inbox(_method: str, query: str) -> tuple[int, dict[str, str], bytes]:
        assert query == "to=mau@example.vn"
        return 200, {"content-type": "application/json"}, str({"total": 4002, "items": letters}).encode()

    site.pages["/hop-thu"] = inbox
    address = f"{site.url}/hop-thu?to=@actor.email"
    made = typing(site, "@inbox.otp", inbox_address=address, inbox_after="Mã xác thực:")
    made = dataclasses.replace(made, tasks={"find": dataclasses.replace(
        made.tasks["find"], steps=made.tasks["find"].steps[:3])})
    stage = stage_of(made)
    assert shown(loop, stage) == "482913"
    letters.insert(0, "Mã xác thực: 900017")
    assert shown(loop, stage) == "900017"


def test_an_inbox_that_does_not_answer_is_the_environments(loop: Loop, site: Site, stage_of: Any) -> None:
    made = typing(site, "@inbox.otp", inbox_address=f"{site.url}/khong-co", inbox_after="Mã")
    with pytest.raises(Blocked, match="trả lời 404") as refused:
        loop.run(stage_of(made).perform("find"))
    assert refused.value.owner == "môi trường kiểm thử"
