"""One-time codes: of an authenticator app, and from an inbox that is read over HTTP."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable

import pyotp
from playwright.async_api import Error

from harness.catalog.adapters import Actor
from harness.model import Blocked
from harness.portal.window import Window

ONE_TIME_CODE = re.compile(r"(?<![\w.,/:-])\d{4,8}(?![\w/:-]|[.,]\d)")


class Authenticator:
    """The app on the telephone (TOTP, RFC 6238). No code is given twice: a portal must not take one a second time.

    One for all walks, because several of them may sign in as the same officer.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._given: dict[str, int] = {}  # secret → the step of time whose code was given last

    def code(self, actor: Actor | None) -> str | None:
        """None until the app shows one that nobody has used."""
        if actor is None or not actor.secret:
            raise Blocked("vai này không có khóa của ứng dụng xác thực; hãy ghi «secret: ${TÊN_BIẾN}» ở actors",
                          owner="bộ kết nối")
        try:
            app, now = pyotp.TOTP(actor.secret), self._clock()
            code = app.at(int(now))
        except ValueError as error:
            sentence = f"khóa của ứng dụng xác thực của vai «{actor.id}» không phải base32"
            raise Blocked(sentence, owner="bộ kết nối") from error
        step = int(now) // app.interval
        if step <= self._given.get(actor.secret, -1):
            return None
        self._given[actor.secret] = step
        return code


AUTHENTICATOR = Authenticator()


class HttpInbox:
    """Messages that a test service shows at an address, newest first; each code is given once.

    A test service may send the same code again: then it is there more often than before.
    """

    def __init__(self, after: str) -> None:
        self._after = after
        self._seen: dict[str, Counter[str]] = {}  # by address

    async def newest(self, window: Window, address: str) -> str | None:
        """The newest code that was not there before; None while there is none."""
        codes = await self._codes(window, address)
        seen = self._seen.get(address, Counter())
        there = Counter(codes)
        self._seen[address] = there | seen
        return next((code for code in codes if there[code] > seen[code]), None)

    async def note(self, window: Window, address: str) -> None:
        """What is there now was sent to somebody before us, perhaps to the walk before this one."""
        self._seen[address] = Counter(await self._codes(window, address))

    async def _codes(self, window: Window, address: str) -> list[str]:
        try:
            answer = await window.context.request.get(address, timeout=window.patience.navigation * 1000)
        except Error as error:
            raise Blocked(f"không đọc được hộp thư ở {address}", owner="môi trường kiểm thử") from error
        if not answer.ok:
            raise Blocked(f"hộp thư ở {address} trả lời {answer.status}", owner="môi trường kiểm thử")
        letters = (await answer.text()).split(self._after)[1:]
        return [found[0] for letter in letters if (found := ONE_TIME_CODE.search(letter))]
