"""One-time codes: of an authenticator app, and from an inbox that is read over HTTP."""

from __future__ import annotations

import re

import pyotp
from playwright.async_api import Error

from harness.catalog.adapters import Actor
from harness.model import Blocked
from harness.portal.window import Window

ONE_TIME_CODE = re.compile(r"(?<![\w.,/:-])\d{4,8}(?![\w/:-]|[.,]\d)")


def authenticator(actor: Actor | None) -> str:
    """What the app of this actor shows now (TOTP, RFC 6238)."""
    if actor is None or not actor.secret:
        raise Blocked("vai này không có khóa của ứng dụng xác thực; hãy ghi «secret: ${TÊN_BIẾN}» ở actors",
                      owner="bộ kết nối")
    try:
        return pyotp.TOTP(actor.secret).now()
    except ValueError as error:
        sentence = f"khóa của ứng dụng xác thực của vai «{actor.id}» không phải base32"
        raise Blocked(sentence, owner="bộ kết nối") from error


class HttpInbox:
    """Messages that a test service shows at an address, newest first; each code is given once."""

    def __init__(self, after: str) -> None:
        self._after = after
        self._given: set[str] = set()

    async def newest(self, window: Window, address: str) -> str | None:
        """The first code behind the words `after`; None while there is none that was not given before."""
        try:
            answer = await window.context.request.get(address, timeout=window.patience.navigation * 1000)
        except Error as error:
            raise Blocked(f"không đọc được hộp thư ở {address}", owner="môi trường kiểm thử") from error
        if not answer.ok:
            raise Blocked(f"hộp thư ở {address} trả lời {answer.status}", owner="môi trường kiểm thử")
        _, _, rest = (await answer.text()).partition(self._after)
        found = ONE_TIME_CODE.search(rest)
        if found is None or found[0] in self._given:
            return None
        self._given.add(found[0])
        return found[0]
