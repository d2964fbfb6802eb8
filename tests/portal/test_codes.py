"""One-time codes: of an authenticator app, and from an inbox that is read over HTTP."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from itertools import count
from typing import Any

import pyotp
import pytest

from harness.catalog.adapters import Adapter
from harness.model import Blocked
from harness.portal import cast, codes
from tests.portal.conftest import Answer, Loop, Notebook, Site, adapter, place, seen, step

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


VERIFIED = """<h1>Vào</h1><label>Mã xác thực <input id=o></label>
<button onclick="fetch('/gui-ma', {method: 'POST'}).then(() => gui.hidden = true)" id=gui>Gửi mã</button>
<button onclick="fetch('/vao', {method: 'POST', body: o.value}).then(async (a) => { ten.textContent = await a.text(); })">
Xác nhận</button><h2 id=ten></h2>"""


def signing_in(site: Site, reference: str, right: Callable[[str], bool], **more: Any) -> Adapter:
    """A sign-in page whose server looks at the code itself."""
    site.html("/", VERIFIED)
    site.pages["/vao"] = lambda _method, code: (200, {"content-type": "text/plain; charset=utf-8"},
                                                ("Xin chào" if right(code) else "Mã không đúng").encode())  # fmt: skip
    steps = [step("open", address="/"), step("press", place=place("button", "Gửi mã")),
             step("set", values={"Mã xác thực": reference}), step("press", place=place("button", "Xác nhận")),
             step("expect", condition=seen("heading", "Xin chào"))]  # fmt: skip
    return dataclasses.replace(adapter(site.url, sign_in=steps), **more)


def test_a_code_of_the_app_is_used_for_one_sign_in_only(
    loop: Loop, site: Site, stage_of: Any, notes: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Servers refuse a code that was used (RFC 6238 §5.2): whoever comes again waits for the next one."""
    looked = count()  # each look at the clock is ten seconds later
    now = [1_800_000_000.0]

    def clock() -> float:
        now[0] = 1_800_000_000.0 + 10 * next(looked)
        return now[0]

    used: set[str] = set()

    def right(code: str) -> bool:
        fits = pyotp.TOTP(SECRET).verify(code, for_time=int(now[0])) and code not in used
        used.add(code)
        return bool(fits)

    monkeypatch.setattr(cast, "AUTHENTICATOR", codes.Authenticator(clock))
    site.pages["/gui-ma"] = lambda _method, _body: (204, {}, b"")
    made = signing_in(site, "@totp.code", right)
    made = dataclasses.replace(made, actors={**made.actors, "applicant": dataclasses.replace(
        made.actors["applicant"], secret=SECRET)})
    for stage in (stage_of(made), stage_of(made)):  # two walks of one account
        loop.run(stage.perform("sign_in"))
    assert len(used) == 2
    assert used <= set(notes.hide), "no evidence shows a code"


def test_a_code_that_was_sent_to_the_walk_before_is_not_taken(
    loop: Loop, site: Site, stage_of: Any, notes: Notebook
) -> None:
    letters = ["Mã xác thực: 111222"]  # used yesterday

    def send(_method: str, _body: str) -> Answer:
        letters.insert(0, "Mã xác thực: 482913")  # the same code every time, as test services do
        return 204, {}, b""

    waiting = [1]

    def inbox(_method: str, _query: str) -> Answer:
        late = len(letters) % 2 == 0 and waiting.pop() if waiting else False  # the letter is late once
        shown = letters[1:] if late else letters
        return 200, {"content-type": "application/json"}, str({"items": shown}).encode()

    site.pages |= {"/gui-ma": send, "/hop-thu": inbox}
    made = signing_in(site, "@inbox.otp", lambda code: code == "482913", inbox_address=f"{site.url}/hop-thu",
                      inbox_after="Mã xác thực:")  # fmt: skip
    for stage in (stage_of(made), stage_of(made)):
        loop.run(stage.perform("sign_in"))
    assert letters.count("Mã xác thực: 482913") == 2
    assert "482913" in notes.hide


def test_an_actor_without_a_key_is_told(loop: Loop, site: Site, stage_of: Any) -> None:
    with pytest.raises(Blocked, match="không có khóa của ứng dụng xác thực"):
        loop.run(stage_of(typing(site, "@totp.code")).perform("find"))


def test_the_newest_code_of_an_inbox_is_given_once(loop: Loop, site: Site, stage_of: Any) -> None:
    letters = ["Mã xác thực: 111222"]

    def inbox(_method: str, query: str) -> tuple[int, dict[str, str], bytes]:
        assert query == "to=mau@example.vn"
        return 200, {"content-type": "application/json"}, str({"total": 4002, "items": letters}).encode()

    site.pages["/hop-thu"] = inbox
    address = f"{site.url}/hop-thu?to=@actor.email"
    made = typing(site, "@inbox.otp", inbox_address=address, inbox_after="Mã xác thực:")
    made = dataclasses.replace(made, tasks={"find": dataclasses.replace(
        made.tasks["find"], steps=made.tasks["find"].steps[:3])})
    stage = stage_of(made)
    loop.run(stage.perform("find", stop_before=lambda one: one.verb == "set"))  # what is there now is old
    letters.insert(0, "Mã xác thực: 482913 (10/12/2026)")
    assert shown(loop, stage) == "482913"
    letters.insert(0, "Mã xác thực: 900017")
    assert shown(loop, stage) == "900017"


def test_an_inbox_that_does_not_answer_is_the_environments(loop: Loop, site: Site, stage_of: Any) -> None:
    made = typing(site, "@inbox.otp", inbox_address=f"{site.url}/khong-co", inbox_after="Mã")
    with pytest.raises(Blocked, match="trả lời 404") as refused:
        loop.run(stage_of(made).perform("find"))
    assert refused.value.owner == "môi trường kiểm thử"
